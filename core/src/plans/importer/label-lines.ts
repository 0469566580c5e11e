import { splitOutsideBrackets } from './brackets.ts'
import { separateNames } from './list-spaces.ts'
import { isCatchAll, isGroup, isSurelyUnit, looksLikeUnit } from './unit-names.ts'

const duty = '(?:牵头|主办|承办|协办|协同|配合|主责|责任|负责|参与|参加|落实|实施)(?:责任)?'
const label = `(?:${duty}(?:单位|部门|主体|科室|股室|处室)|(?:计划|预计)?(?:完成|办结|办理|推进|工作|落实|时间|时限)(?:时限|时间|期限|节点|要求|安排)|(?:政策|文件|任务|制定|法规|法律|工作)?(?:依据|来源)|依据文件)[：:]`
const cutLabel = new RegExp(label)
const labelAtEnd = new RegExp(`${label}$`)

/** True when a label such as 责任单位： was cut in two between a line and the next. */
export function labelCutBetween(text: string, next: string): boolean {
  const before = text.slice(-6)
  const m = cutLabel.exec(before + next.slice(0, 8))
  return m !== null && m.index < before.length && m.index + m[0].length > before.length
}

/** A line that stops at a label's colon has its value on the next. */
export function endsInLabel(text: string): boolean {
  return labelAtEnd.test(text)
}

/**
 * True when a line of units or a date goes on with `next`: together they read as one list (a page break may cut a name), or
 * the date's figures run on. `next` has its spaces between names already made into 、; `apart` says that blank lines stand
 * between them.
 */
export function labelGoesOn(text: string, next: string, apart: boolean): boolean {
  if (/[：:、，,]$/.test(text)) return true
  if (/[。；;]$/.test(text)) return false
  const value = /(?:^|[：:】])([^：:】]*)$/.exec(text)?.[1] ?? ''
  if (/(?:时限|时间|期限|要求|节点|进度|安排)[：:】][^：:]*$/.test(text)) {
    return /(?:[年月第至到—–-]|\d)$/.test(value) && /^[\d一二三四五六七八九十月日旬年底末前之以初季上中下]/.test(next)
  }
  const list = next
    .replace(/(?:[；;。]|[，,](?=[^，,]{2,8}[：:])).*$/s, '')
    .replace(/[；;。，,]+$/, '')
    .replace(cutAtEnd, '')
  if (list.length > 300 || /[：:]/.test(list)) return false
  const last = splitOutsideBrackets(value, '、，,').at(-1) ?? ''
  const [first, ...others] = splitOutsideBrackets(list, '、，,')
  if (!others.every(isListed)) return false
  const joined = last + first!
  // Behind a blank line a whole name after a whole name is the signature.
  if (!apart && others.length === 0 && separateNames(last, first!)) return true
  if (apart && others.length === 0 && isListed(last) && isSurelyUnit(first!) && first!.length >= 6) return false
  // A name that was whole before the break is followed by a list only with a separator; a cut one becomes a name.
  return (
    isListed(joined) &&
    joined.length <= 26 &&
    (others.length > 0 || !isListed(last) || isCatchAll(joined) || joined.length <= 14)
  )
}

/** The next label may be cut by the line's end: 县甲局、县乙局 完成⏎时限：. */
const cutAtEnd =
  /(?<=[局委办部厅院中心队会]) ?(?:完成|办结|整改|推进|进度|时间|时限|牵头|配合|责任|协办|参与|政策|文件|任务)$/

function isListed(name: string): boolean {
  return name !== '' && (looksLikeUnit(name) || isGroup(name) || isCatchAll(name) || /职责分工|负责$/.test(name))
}
