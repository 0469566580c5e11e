import type { Dice } from './dice.ts'
import { isBare, type Duty } from './duty.ts'
import type { DutyStyle } from './duty-style.ts'

/** A、B和C; 和 only where no name holds one itself, so that it can be told apart. */
function joinUnits(units: readonly string[], stop: string, lastStop: string): string {
  const clear = lastStop !== '' && stop === '、' && units.length > 1 && !units.some((unit) => unit.includes(lastStop))
  return clear ? units.slice(0, -1).join(stop) + lastStop + units.at(-1) : units.join(stop)
}

/** The list of units with its groups and its open rest, as printed behind a label. */
export function printUnits(units: readonly string[], duty: Duty, stop: string, lastStop = ''): string {
  if (units.length === 0 && duty.groups.length === 0) return duty.catchAll
  const named = joinUnits(units, stop, duty.groups.length === 0 && duty.catchAll === '' ? lastStop : '')
  const comma = stop === '、' || stop === '，' ? '，' : stop
  const groupStop = stop === '、' && !duty.groupsFirst ? duty.groupStop : comma
  if (duty.catchAllForm === 'glued') return named + duty.catchAll + duty.groups.map((g) => comma + g).join('')
  const parts = duty.groupsFirst
    ? [...duty.groups, named].join(comma)
    : [named, ...duty.groups].filter(Boolean).join(groupStop)
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
    case 'names-only':
      return `${all}${glued}${group}`
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
  if (style.person && !style.personLast && !isBare(style.roles)) roles.push(style.person)
  const rest = printUnits(duty.responsible, duty, style.unitStop, style.lastStop)
  if (isBare(style.roles)) roles.push(bareRoles(duty, style, dice) + (rule ? `，${rule}` : ''))
  else {
    if (style.roles === 'labelled-verbs')
      roles.push(`${style.responsibleLabel}：${duty.lead[0]}牵头，${rest}${dice.pick(['配合', '参与', '协助'])}`)
    else if (style.roles === 'marked-lead')
      roles.push(
        `${style.responsibleLabel}：${duty.lead[0]}${style.bracket[0] === '(' ? '(牵头)' : '（牵头）'}${rest ? '、' : ''}${rest}`,
      )
    else if (duty.lead.length > 0) roles.push(`${style.leadLabel}：${duty.lead.join(style.unitStop)}`)
    if (style.roles === 'three-labels' && duty.responsible.length > 1) {
      roles.push(`${style.responsibleLabel}：${duty.responsible[0]}`)
      roles.push(`${style.supportLabel}：${printUnits(duty.responsible.slice(1), duty, style.unitStop)}`)
    } else if (rest && style.roles !== 'marked-lead' && style.roles !== 'labelled-verbs')
      roles.push(
        `${style.responsibleLabel}：${rest}${rule ? (style.place === 'tail' ? `，${rule}` : `（${rule}）`) : ''}`,
      )
  }
  if (style.person && style.personLast && !isBare(style.roles)) roles.push(style.person)
  const deadline = duty.deadline.text
    ? [isBare(style.roles) || style.deadlineBare ? duty.deadline.text : `${style.deadlineLabel}：${duty.deadline.text}`]
    : []
  const basis = duty.basis.length > 0 ? [`${style.basisLabel}：${duty.basis.join(dice.pick(['', '、']))}`] : []
  const tail =
    style.basisBeforeDeadline && !isBare(style.roles) && !style.deadlineBare
      ? [...basis, ...deadline]
      : [...deadline, ...basis]
  return style.deadlineFirst && !isBare(style.roles) && !style.deadlineBare
    ? [...deadline, ...roles, ...basis]
    : [...roles, ...tail]
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
    case 'title':
      return { tail: open + joined + inside + close, lines: [] }
    case 'headed':
      return { tail: '', lines: parts.map((p) => (p.includes('：') ? p.replace(/^([^：]+)：/, '【$1】') : p)) }
    default:
      return { tail: '', lines: parts }
  }
}
