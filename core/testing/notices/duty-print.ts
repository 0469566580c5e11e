import type { Dice } from './dice.ts'
import { isBare, type Duty, type RoleForm } from './duty.ts'

export const places = ['tail', 'own-line', 'own-lines', 'own-bracket-line', 'plain-tail', 'headed', 'split-brackets'] as const
export type DutyPlace = (typeof places)[number]

/** How the duties of one list are printed. */
export interface DutyStyle {
  roles: RoleForm
  place: DutyPlace
  bracket: readonly [string, string]
  leadLabel: string
  responsibleLabel: string
  supportLabel: string
  deadlineLabel: string
  basisLabel: string
  /** Between two labelled parts. */
  partStop: string
  /** Between units. */
  unitStop: string
  /** Where the full stop of the task stands relative to the brackets. */
  stop: 'before' | 'after' | 'inside' | 'none'
  deadlineFirst: boolean
  basisBeforeDeadline: boolean
  /** A person in charge, by office and not by name, printed first. */
  person: string
  firstLeadsRule: string
  /** The verb of a list without labels. */
  verb: string
  /** Between the parts when they stand together on a line of their own. */
  lineStop: string
  /** The deadline stands behind labelled roles without a label of its own. */
  deadlineBare: boolean
}

export const brackets: readonly (readonly [string, string])[] = [['（', '）'], ['(', ')'], ['〔', '〕'], ['【', '】'], ['[', ']']]
const labels = {
  one: ['责任单位', '责任部门', '责任主体', '承办单位', '负责单位', '落实单位', '实施单位', '责任科室', '负责部门', '实施主体', '责任落实单位', '主管部门', '责任处室', '承担单位', '包抓单位', '主体责任单位', '实施部门', '责任股室', '落实部门'],
  lead: ['牵头单位', '牵头部门', '主办单位', '牵头责任单位', '主责单位', '牵头', '总牵头单位', '第一责任单位', '牵头科室', '牵头处室', '主抓单位', '主责部门', '主办部门'],
  withLead: ['责任单位', '配合单位', '配合部门', '参与部门', '参与单位', '协办单位', '协同单位', '配合', '责任部门', '参加单位', '协同部门', '协助单位', '配合科室', '联合单位', '协办部门', '配合责任单位', '参与配合单位'],
  deadline: ['完成时限', '完成时间', '时限要求', '时间要求', '时间节点', '完成期限', '工作时限', '办理时限', '推进时限', '时间安排', '时限', '完成节点', '截止时间', '截止日期', '办结时间', '推进时间', '完成日期', '任务时限', '进度安排', '计划完成时间', '时间进度'],
  basis: ['依据', '政策依据', '文件依据', '任务来源', '制定依据', '来源', '法规依据', '依据文件'],
}

export function chooseStyle(dice: Dice, roles: RoleForm, labelled = false): DutyStyle {
  const bare = isBare(roles)
  const leadLabel = dice.pick(labels.lead)
  const withLead = leadLabel === '牵头' ? '配合' : leadLabel === '主办单位' ? '协办单位' : leadLabel === '第一责任单位' ? '其他责任单位' : dice.pick(labels.withLead)
  const place: DutyPlace = bare || labelled ? 'tail' : dice.weigh([['tail', 12], ['own-lines', 4], ['own-line', 2], ['own-bracket-line', 3], ['plain-tail', 2], ['headed', 2], ['split-brackets', 1]])
  return {
    roles,
    place,
    bracket: dice.weigh(brackets.map((b, i) => [b, [7, 2, 2, 2, 1][i] as number] as const)),
    leadLabel,
    responsibleLabel: roles === 'lead-and-responsible' ? withLead : roles === 'three-labels' ? '责任单位' : dice.weigh([['责任单位', 5], [dice.pick(labels.one), 5]]),
    supportLabel: dice.pick(['配合单位', '参与单位', '协办单位']),
    deadlineLabel: dice.weigh([['完成时限', 4], [dice.pick(labels.deadline), 6]]),
    basisLabel: dice.pick(labels.basis),
    partStop: dice.weigh([['；', 6], ['，', 2], ['。', 2], [' ', place === 'tail' || place === 'own-bracket-line' ? 0.7 : 0]]),
    unitStop: dice.weigh([['、', 9], ['，', 1], [' ', place === 'own-lines' ? 1 : 0]]),
    stop: dice.weigh([['before', 7], ['after', 2], ['inside', 1], ['none', 1]]),
    deadlineFirst: dice.chance(0.08),
    basisBeforeDeadline: dice.chance(0.5),
    person: dice.chance(0.06) ? dice.pick(['责任领导：政府分管领导', '分管领导：分管负责同志', '责任人：主要负责人']) : '',
    firstLeadsRule: dice.pick(['排在第一位的部门为牵头部门，下同', '第一责任单位为牵头单位，下同', '列第一位的为牵头单位，下同', '排名首位的单位为牵头单位，下同', '排在首位的为牵头单位，以下同', '首位为牵头单位，下同']),
    verb: dice.weigh([['负责', 8], ['负责落实', 1], ['共同负责', 1], ['分别负责', 1], ['具体负责', 0.5]]),
    lineStop: dice.pick(['；', '　　', '。']),
    deadlineBare: !bare && !labelled && place === 'tail' && dice.chance(0.07),
  }
}

/** The list of units with its groups and its open rest, as printed behind a label. */
export function printUnits(units: readonly string[], duty: Duty, stop: string): string {
  if (units.length === 0 && duty.groups.length === 0) return duty.catchAll
  const named = units.join(stop)
  const comma = stop === '、' || stop === '，' ? '，' : stop
  const groupStop = stop === '、' && !duty.groupsFirst ? duty.groupStop : comma
  if (duty.catchAllForm === 'glued') return named + duty.catchAll + duty.groups.map((g) => comma + g).join('')
  const parts = duty.groupsFirst ? [...duty.groups, named].join(comma) : [named, ...duty.groups].filter(Boolean).join(groupStop)
  if (!duty.catchAll) return parts
  return parts + (duty.catchAllForm === 'and' ? '及' : comma) + duty.catchAll
}

function bareRoles(duty: Duty, style: DutyStyle, dice: Dice): string {
  const all = duty.responsible.join('、')
  const leads = duty.lead.join('、')
  const group = duty.groups.length > 0 ? dice.pick(['、', '及']) + duty.groups[0] : ''
  const glued = duty.catchAll
  switch (style.roles) {
    case 'leads-and-supports':
      return `${dice.pick(['', '由'])}${leads}${dice.pick(['牵头', '牵头负责', '负责牵头'])}，${all}${glued}${group}${dice.pick(['配合', '参与', '配合落实', '协助', '协同推进'])}`
    case 'leads':
      return `${dice.pick(['', '由'])}${leads}${dice.pick(['牵头负责', '牵头落实', '牵头'])}`
    case 'together':
      return glued ? `${all}${glued}负责` : `${duty.responsible[0]}会同${duty.responsible.slice(1).join('、')}负责`
    case 'division':
      return glued ? `${all}${glued}` : `${all}${group}按职责分工负责`
    default:
      return `${all}${glued}${group}${style.roles === 'in-charge' && !glued ? style.verb : '负责'}`
  }
}

/** The parts of a duty, each with its label: roles, deadline, basis. `first` says the rule of first-listed leads goes in here. */
export function printParts(duty: Duty, style: DutyStyle, dice: Dice, first: boolean): string[] {
  const rule = first && style.roles.startsWith('first-leads') ? style.firstLeadsRule : ''
  const roles: string[] = []
  if (style.person && !isBare(style.roles)) roles.push(style.person)
  const rest = printUnits(duty.responsible, duty, style.unitStop)
  if (isBare(style.roles)) roles.push(bareRoles(duty, style, dice) + (rule ? `，${rule}` : ''))
  else {
    if (style.roles === 'marked-lead') roles.push(`${style.responsibleLabel}：${duty.lead[0]}${style.bracket[0] === '(' ? '(牵头)' : '（牵头）'}${rest ? '、' : ''}${rest}`)
    else if (duty.lead.length > 0) roles.push(`${style.leadLabel}：${duty.lead.join(style.unitStop)}`)
    if (style.roles === 'three-labels' && duty.responsible.length > 1) {
      roles.push(`${style.responsibleLabel}：${duty.responsible[0]}`)
      roles.push(`${style.supportLabel}：${printUnits(duty.responsible.slice(1), duty, style.unitStop)}`)
    } else if (rest && style.roles !== 'marked-lead') roles.push(`${style.responsibleLabel}：${rest}${rule ? (style.place === 'tail' ? `，${rule}` : `（${rule}）`) : ''}`)
  }
  const deadline = duty.deadline.text ? [isBare(style.roles) || style.deadlineBare ? duty.deadline.text : `${style.deadlineLabel}：${duty.deadline.text}`] : []
  const basis = duty.basis.length > 0 ? [`${style.basisLabel}：${duty.basis.join(dice.pick(['', '、']))}`] : []
  const tail = style.basisBeforeDeadline && !isBare(style.roles) && !style.deadlineBare ? [...basis, ...deadline] : [...deadline, ...basis]
  return style.deadlineFirst && !isBare(style.roles) && !style.deadlineBare ? [...deadline, ...roles, ...basis] : [...roles, ...tail]
}

/** What goes behind the task's text on the same line, and the lines that follow it. */
export function printDuty(duty: Duty, style: DutyStyle, dice: Dice, first: boolean): { tail: string; lines: string[] } {
  const parts = printParts(duty, style, dice, first)
  if (parts.length === 0) return { tail: '', lines: [] }
  const [open, close] = style.bracket
  const stop = isBare(style.roles) ? '，' : style.partStop
  const joined = parts.join(stop)
  const inside = style.stop === 'inside' ? '。' : ''
  switch (style.place) {
    case 'tail':
      return { tail: open + joined + inside + close, lines: [] }
    case 'split-brackets':
      return { tail: parts.map((p) => open + p + close).join(''), lines: [] }
    case 'plain-tail':
      return { tail: `${parts.join(stop === '，' ? '；' : stop)}。`, lines: [] }
    case 'own-bracket-line':
      return { tail: '', lines: [open + joined + close] }
    case 'own-line':
      return { tail: '', lines: [parts.join(style.lineStop)] }
    case 'headed':
      return { tail: '', lines: parts.map((p) => (p.includes('：') ? p.replace(/^([^：]+)：/, '【$1】') : p)) }
    default:
      return { tail: '', lines: parts }
  }
}
