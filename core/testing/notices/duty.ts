import { makeDeadline, noDeadline, type MadeDeadline } from './deadlines.ts'
import type { Dice } from './dice.ts'
import type { DraftTask } from './draft.ts'
import type { Place } from './units.ts'

/** Who does a task, by when, on what basis. */
export interface Duty {
  lead: string[]
  responsible: string[]
  /** Separate closed groups. */
  groups: string[]
  /** The open rest as it stands in the answer. */
  catchAll: string
  /** How the rest is printed: behind a comma, behind 及, or glued to the last unit (等有关部门). */
  catchAllForm: 'none' | 'comma' | 'and' | 'glued'
  groupsFirst: boolean
  /** What stands before a group that follows units. */
  groupStop: '、' | '，'
  deadline: MadeDeadline
  basis: string[]
}

export const roleForms = [
  'one-label',
  'lead-and-responsible',
  'three-labels',
  'lead-only',
  'marked-lead',
  'labelled-verbs',
  'in-charge',
  'leads-and-supports',
  'leads',
  'together',
  'division',
  'first-leads',
  'first-leads-bare',
  'names-only',
] as const
export type RoleForm = (typeof roleForms)[number]

/** True where the printed form says which unit leads. */
function hasLead(form: RoleForm): boolean {
  return [
    'lead-and-responsible',
    'three-labels',
    'lead-only',
    'marked-lead',
    'labelled-verbs',
    'leads-and-supports',
    'leads',
  ].includes(form)
}
function hasRest(form: RoleForm): boolean {
  return form !== 'lead-only' && form !== 'leads'
}
/** Printed without labels: A、B负责. */
export function isBare(form: RoleForm): boolean {
  return [
    'in-charge',
    'leads-and-supports',
    'leads',
    'together',
    'division',
    'first-leads-bare',
    'names-only',
  ].includes(form)
}

export interface DutyHabits {
  roles: RoleForm
  deadlines: 'none' | 'all' | 'some' | 'section'
  basis: boolean
  groups: boolean
  catchAlls: boolean
  nested: boolean
  prefixOnce: boolean
  commaDeadlines: boolean
  /** Deadlines stand without a label behind labelled roles. */
  deadlineBare: boolean
}

const basisNames = (place: Place, year: number) => [
  `《${place.name}优化营商环境行动方案》`,
  '《优化营商环境条例》',
  `《${place.name}关于提升企业服务质效的若干措施》`,
  `《${year}年“放管服”改革要点》`,
  `《关于印发〈涉企服务提升方案〉的通知》（${place.sign}政发〔${year}〕7号）`,
  '《社会信用条例》',
]

export function makeDuty(dice: Dice, place: Place, year: number, habits: DutyHabits): Duty {
  const { roles } = habits
  const units = dice.sample(
    place.units,
    dice.weigh([
      [1, 3],
      [2, 4],
      [3, 4],
      [4, 3],
      [6, 2],
      [9, 1],
    ]),
  )
  if (habits.nested && place.nested.length > 0 && dice.chance(0.35))
    units.splice(dice.int(0, units.length), 0, dice.pick(place.nested))
  const leads = hasLead(roles)
    ? units.splice(
        0,
        !hasRest(roles)
          ? units.length
          : roles !== 'marked-lead' && roles !== 'labelled-verbs' && dice.chance(0.2)
            ? 2
            : 1,
      )
    : []
  if (roles === 'leads') leads.splice(2)
  if (hasRest(roles) && hasLead(roles) && units.length === 0)
    units.push(
      ...dice.sample(
        place.units.filter((u) => !leads.includes(u)),
        dice.int(1, 3),
      ),
    )
  if (roles === 'together' && units.length < 2)
    units.push(
      ...dice.sample(
        place.units.filter((u) => !units.includes(u)),
        1,
      ),
    )
  if (habits.prefixOnce) stripLaterPrefixes(units, place.prefix, leads.length === 0)
  const rest = hasRest(roles)
  const groups =
    rest && habits.groups && roles !== 'together' && dice.chance(0.4)
      ? [place.joinedGroups.length > 0 && dice.chance(0.12) ? dice.pick(place.joinedGroups) : dice.pick(place.groups)]
      : []
  let catchAll = ''
  let catchAllForm: Duty['catchAllForm'] = 'none'
  if (rest && habits.catchAlls && dice.chance(0.4)) {
    if (roles === 'together') {
      catchAll = '会同有关部门'
      catchAllForm = 'glued'
    } else if (isBare(roles) || roles === 'labelled-verbs' || dice.chance(0.3)) {
      catchAll = dice.pick(
        roles === 'division'
          ? ['等有关部门按职责分工负责', '等按职责分工负责', '等单位按职责分工负责']
          : ['等有关部门', '等相关单位', '等有关单位', '等部门'],
      )
      catchAllForm = 'glued'
      // 等有关部门按职责分工负责 ends the phrase; nothing follows it.
      if (roles === 'division') groups.length = 0
    } else {
      catchAll = dice.pick(place.catchAlls)
      catchAllForm = dice.chance(0.12) ? 'and' : 'comma'
      // With the rest standing alone the list names nobody: （责任单位：县各相关单位）.
      if (dice.chance(0.1) && roles !== 'first-leads') units.length = 0
      if (units.length === 0) groups.length = 0
    }
  }
  if (catchAllForm === 'glued' && units.length === 0) {
    catchAll = ''
    catchAllForm = 'none'
  }
  const dated = habits.deadlines === 'all' || (habits.deadlines === 'some' && dice.chance(0.6))
  return {
    lead: leads,
    responsible: units,
    groups,
    catchAll,
    catchAllForm,
    groupStop: groups[0]?.includes('、') || dice.chance(0.6) ? '，' : '、',
    groupsFirst:
      groups.length > 0 && !isBare(roles) && units.length > 0 && catchAllForm !== 'glued' && dice.chance(0.1),
    deadline: dated
      ? bareText(makeDeadline(dice, year, habits.commaDeadlines), isBare(roles) || habits.deadlineBare)
      : noDeadline,
    basis: habits.basis && dice.chance(0.85) ? dice.sample(basisNames(place, year), dice.chance(0.2) ? 2 : 1) : [],
  }
}

/** Without a label 完成 may be the sentence's verb or part of the deadline; such notices leave it out. */
function bareText(deadline: MadeDeadline, bare: boolean): MadeDeadline {
  return bare ? { ...deadline, text: deadline.text.replace(/(完成|落实到位|取得实效)$/, '') } : deadline
}

/** 市行政审批局、住建局、司法局: the level is said with the first unit only. */
function stripLaterPrefixes(units: string[], prefix: string, keepFirst: boolean): void {
  units.forEach((unit, i) => {
    if (
      (i > 0 || !keepFirst) &&
      prefix !== '' &&
      unit.startsWith(prefix) &&
      !/^.(委|政府|纪委|法院|检察院|级|直|各)/.test(unit) &&
      !unit.includes('（')
    )
      units[i] = unit.slice(prefix.length)
  })
}

/** The answer that belongs to a duty printed in a role form. */
export function answerOf(duty: Duty, roles: RoleForm): Omit<DraftTask, 'no' | 'section' | 'title_or_first_sentence'> {
  const byRule = roles === 'first-leads' || roles === 'first-leads-bare'
  const first = duty.responsible[0]
  return {
    lead_units: byRule && first ? [first] : [...duty.lead],
    responsible_units: [...duty.responsible],
    group_units: [...duty.groups],
    catch_all: duty.catchAll,
    deadline_text: duty.deadline.text,
    basis_text: duty.basis.join(''),
    deadline_kind: duty.deadline.kind,
    deadline_due: duty.deadline.due,
    ...(byRule ? { lead_by_rule: true as const } : {}),
  }
}
