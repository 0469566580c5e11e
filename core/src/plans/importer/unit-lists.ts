import { splitOutsideBrackets } from './brackets.ts'
import { continuesGroup, isCatchAll, isGroup, looksLikeUnit } from './unit-names.ts'

/** A list of units as understood. Order is the printed one. */
export interface UnitList {
  readonly units: ListedUnit[]
  readonly groups: string[]
  readonly catchAll: string[]
  /** Words that stand where a unit should and do not look like one. */
  readonly odd: string[]
}

export interface ListedUnit {
  readonly name: string
  /** Carries a mark such as ★. */
  readonly marked: boolean
  /** Its role when the list itself says so: 县发改委（牵头）. */
  readonly role: 'lead' | 'supporting' | null
}

const dutySuffix =
  /(?:(?:按照?|根据|依据?|依照|结合)?(?:各自)?(?:的)?(?:工作)?(?:职责|职能|分工|责任)(?:任务)?(?:和|及)?(?:分工)?(?:要求)?(?:分别|共同|各自|抓好|做好)?(?:负责|落实|推进|配合|实施|工作|牵头)?|分工负责|分头负责)$/
const bareVerb =
  /(?:(?:分别|共同|具体|牵头|组织|统筹|协同|联合)*(?:负责|实施|落实|牵头|配合|参与|参加|协助|协办|承办|主办))$/
const others =
  /等(?:[\d一二三四五六七八九十]+(?:个|家))?(?=$|有关|相关|各|其他|部门|单位|地区|成员|责任|职能|涉|按|根据|(?:国务院|中央|省级?|市级?|县级?|区级?|省直|市直|县直|区直)(?:有关|相关|各|部门|单位)|[\u4e00-\u9fff]{2,14}成员单位$)/
const marks = /[★☆*＊▲△●◎※#✱✦]/g

/** Reads a list such as 县政务办、县委编办，各镇，县各相关单位按职责分工负责. Never throws; what it cannot place is `odd`. */
export function readUnits(text: string): UnitList {
  const list: UnitList = { units: [], groups: [], catchAll: [], odd: [] }
  for (const segment of splitOutsideBrackets(text, '，,；;。\n')) readSegment(segment, list)
  return list
}

function readSegment(segment: string, list: UnitList): void {
  let last: 'group' | 'catchAll' | 'other' = 'other'
  for (const printed of splitOutsideBrackets(segment, '、/／|｜+＋·').flatMap(atConjunctions)) {
    const item = printed.trim().replace(/^(?:由|分别由|及|和|与|以及)(?=.{2})/, '')
    if (item === '') continue
    if (last !== 'other' && continuesGroup(item)) {
      const target = last === 'group' ? list.groups : list.catchAll
      target[target.length - 1] = `${target.at(-1)}、${item}`
      continue
    }
    const kind = readItem(item, list, last === 'group')
    last = kind
  }
}

function readItem(item: string, list: UnitList, afterGroup: boolean): 'group' | 'catchAll' | 'other' {
  const duty = dutySuffix.exec(item)
  const core = duty ? item.slice(0, duty.index) : item
  if (core === '') return 'other'
  const rest = others.exec(core)
  if (rest && rest.index > 0 && !/[高中平同]$/.test(core.slice(0, rest.index))) {
    readItem(core.slice(0, rest.index), list, false)
    list.catchAll.push((core.slice(rest.index) + (duty?.[0] ?? '')).replace(duty ? /$^/ : bareVerb, ''))
    return 'catchAll'
  }
  if (rest && rest.index === 0) {
    list.catchAll.push(duty ? item : core.replace(bareVerb, ''))
    return 'catchAll'
  }
  const together = /^(.*?)会同(.+)$/.exec(core)
  if (together) {
    if (together[1] !== '') readItem(together[1]!, list, false)
    if (isCatchAll(together[2]!))
      list.catchAll.push(`会同${duty ? together[2]! + duty[0] : together[2]!.replace(bareVerb, '')}`)
    else readItem(together[2]!, list, false)
    return 'catchAll'
  }
  if (isCatchAll(core)) {
    list.catchAll.push(duty ? item : core.replace(bareVerb, ''))
    return 'catchAll'
  }
  const plain = core.replace(/(.{2,}?)(?:共同|分别|牵头|具体|联合)?(?:负责|落实)$/, '$1')
  if (isGroup(plain)) {
    if (duty && /各[\u4e00-\u9fff]{0,6}(?:部门|单位)$/.test(plain)) {
      list.catchAll.push(item)
      return 'catchAll'
    }
    if (afterGroup) list.groups[list.groups.length - 1] = `${list.groups.at(-1)}、${plain}`
    else list.groups.push(plain)
    return 'group'
  }
  addUnit(plain, list)
  return 'other'
}

function addUnit(printed: string, list: UnitList): void {
  const marked = marks.test(printed)
  marks.lastIndex = 0
  let name = printed.replace(marks, '').trim()
  let role: ListedUnit['role'] = null
  const hint = /[（(【〔[]\s*(?:总)?(牵头|主办|主责|配合|协办|协助|参与)(?:单位|部门)?\s*[）)】〕\]]$/.exec(name)
  if (hint) {
    name = name.slice(0, hint.index).trim()
    role = /牵头|主办|主责/.test(hint[1]!) ? 'lead' : 'supporting'
  }
  if (name === '') return
  if (!looksLikeUnit(name)) list.odd.push(name)
  list.units.push({ name, marked, role })
}

/** Cuts at 和, 及, 与 only where both sides are units of their own: not inside 工业和信息化局. */
function atConjunctions(item: string): string[] {
  for (const m of item.matchAll(/以及|及(?!其(?!他|它|余))|和|与|暨/g)) {
    const left = item.slice(0, m.index).trim()
    const right = item.slice(m.index + m[0].length).trim()
    const rightCore = right.replace(dutySuffix, '').replace(bareVerb, '')
    if (isCatchAll(left) ? !right.startsWith('各') : isGroup(left) ? /(?:单位|部门)$/.test(left) : !looksLikeUnit(left))
      continue
    if (looksLikeUnit(rightCore) || isGroup(rightCore) || isCatchAll(rightCore) || continuesGroup(rightCore))
      return [left, ...atConjunctions(right)]
  }
  return [item]
}
