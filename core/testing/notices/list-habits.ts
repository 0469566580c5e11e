import { makeDeadline, type MadeDeadline } from './deadlines.ts'
import type { Dice } from './dice.ts'
import { isBare, roleForms, type DutyHabits, type RoleForm } from './duty.ts'
import { chooseStyle, type DutyStyle } from './duty-style.ts'
import { chooseLevels, type NumberForm } from './numbering.ts'
import type { Sentences } from './sentences.ts'
import type { Place } from './units.ts'

export interface ListFrame {
  place: Place
  year: number
  sentences: Sentences
  /** How many heading levels the list may use itself; the last one numbers the tasks. */
  levels: 1 | 2 | 3
  /** Forms of the levels, when the place in the notice settles them (tasks under 二、 are （一）). */
  forms?: NumberForm[]
  /** Heading above the whole list, for the answers' section. */
  above?: string[]
  tasks: number
  /** Number of the first section when others stand before it. */
  startAt?: number
  /** False when several lists follow each other, so that 下同 could be read two ways. */
  ruleAllowed?: boolean
}

export type TitleEnd = '。' | '：' | 'newline' | 'sentence' | 'space'
/** What a section heading says for all its tasks. */
export type SectionDuty = 'nothing' | 'units' | 'lead' | 'deadline' | 'unit-name'

/** Everything that is the same for all tasks of one list. */
export interface ListHabits {
  forms: NumberForm[]
  form: NumberForm
  section: SectionDuty
  roles: RoleForm
  style: DutyStyle
  duty: DutyHabits
  standingDeadline: MadeDeadline | null
  titleEnd: TitleEnd
  restart: boolean
  measures: NumberForm | null
  mixedBrackets: boolean
  ruleInIntro: boolean
  standingNote: string
  /** The task's text goes on in a paragraph of its own. */
  paragraphs: boolean
}

const weights: Record<RoleForm, number> = {
  'one-label': 8,
  'lead-and-responsible': 7,
  'three-labels': 1,
  'lead-only': 1,
  'marked-lead': 0.7,
  'labelled-verbs': 0.7,
  'names-only': 0.8,
  'in-charge': 4,
  'leads-and-supports': 3,
  leads: 1,
  together: 1,
  division: 1,
  'first-leads': 2,
  'first-leads-bare': 1,
}

function chooseRoles(dice: Dice, section: SectionDuty, ruleAllowed: boolean): RoleForm {
  if (section === 'units') return dice.pick<RoleForm>(['one-label', 'one-label', 'lead-and-responsible'])
  if (section === 'lead' || section === 'unit-name') return 'one-label'
  return dice.weigh(roleForms.map((r) => [r, !ruleAllowed && r.startsWith('first-leads') ? 0 : weights[r]] as const))
}

/** A deadline that one sentence can set for a whole list: a day, or now and then for good. */
function standing(dice: Dice, year: number): MadeDeadline {
  for (;;) {
    const deadline = makeDeadline(dice, year, false)
    if (deadline.form === 'bracketed' || deadline.kind === 'recurring') continue
    if (deadline.kind !== 'ongoing' || dice.chance(0.2)) return deadline
  }
}

export function chooseListHabits(dice: Dice, frame: ListFrame): ListHabits {
  const { place, year } = frame
  const forms = frame.forms ?? chooseLevels(dice, frame.levels)
  const form = forms.at(-1) as NumberForm
  const numbered = form !== 'none' && form !== '——'
  const section =
    forms.length > 1 && numbered
      ? dice.weigh<SectionDuty>([
          ['nothing', 76],
          ['units', 16],
          ['lead', 4],
          ['deadline', 4],
          ['unit-name', frame.levels === 2 && !frame.above ? 4 : 0],
        ])
      : 'nothing'
  const roles = chooseRoles(dice, section, frame.ruleAllowed !== false)
  const style = chooseStyle(dice, roles, section !== 'nothing' || !numbered)
  const separate = ['own-lines', 'headed', 'split-brackets', 'card'].includes(style.place)
  const standingDeadline = section === 'nothing' && dice.chance(0.04) ? standing(dice, year) : null
  const fixedTitle = style.place === 'title' || style.place === 'card'
  const titleEnd = dice.weigh<TitleEnd>([
    ['。', 6],
    ['：', 1],
    ['newline', numbered ? 1 : 0],
    ['sentence', 3],
    ['space', form === '第一条' || form === '1.1' || !numbered ? 0 : 0.6],
  ])
  const ownLine = ['own-line', 'own-lines', 'own-bracket-line'].includes(style.place)
  const inner = section === 'nothing' && ownLine && (form === '（一）' || form === '(一)') && dice.chance(0.25)
  return {
    forms,
    form,
    section,
    roles,
    style,
    duty: {
      roles,
      deadlines:
        standingDeadline || section === 'deadline'
          ? 'none'
          : dice.weigh([
              ['all', 5],
              ['some', 2],
              ['none', 3],
            ]),
      basis: section === 'nothing' && dice.chance(0.22),
      groups: dice.chance(0.5),
      catchAlls: dice.chance(0.4),
      nested: dice.chance(0.25),
      prefixOnce: section === 'nothing' && place.level !== 'town' && dice.chance(0.1),
      commaDeadlines: separate || (style.partStop !== '，' && !isBare(roles) && !style.deadlineBare),
      deadlineBare: style.deadlineBare,
    },
    standingDeadline,
    titleEnd: fixedTitle ? 'newline' : titleEnd,
    restart: forms.length > 1 && form !== '第一条' && (['（一）', '(一)', '1.1'].includes(form) || dice.chance(0.5)),
    measures: inner ? dice.pick<NumberForm>(['①', '（1）', '1.']) : null,
    mixedBrackets: style.place === 'tail' && dice.chance(0.06),
    ruleInIntro: roles === 'first-leads' && dice.chance(0.3),
    standingNote:
      roles === 'one-label' &&
      style.place === 'tail' &&
      place.level !== 'town' &&
      section === 'nothing' &&
      dice.chance(0.06)
        ? `以下均需${dice.pick(place.groups)}落实，不再列出`
        : '',
    paragraphs: numbered && !fixedTitle && titleEnd !== 'sentence' && dice.chance(0.08),
  }
}

export function listTags(h: ListHabits): string[] {
  const { style, roles } = h
  const labelled = !isBare(roles)
  const tags = [
    `levels:${h.forms.length}`,
    `number:${h.form}`,
    `roles:${roles}`,
    `place:${h.section === 'units' || h.section === 'unit-name' ? 'section' : style.place}`,
    `bracket:${style.bracket[0]}`,
    `title-end:${h.titleEnd}`,
    `deadlines:${h.standingDeadline ? 'standing' : h.section === 'deadline' ? 'section' : h.duty.deadlines}`,
    `stop:${style.stop}`,
    h.restart ? 'numbers:restart' : 'numbers:through',
  ]
  if (labelled) tags.push(`label:${style.responsibleLabel}`, `parts:${style.partStop}`)
  if (labelled && roles.startsWith('lead')) tags.push(`label:${style.leadLabel}`)
  if (labelled && h.duty.deadlines !== 'none')
    tags.push(style.deadlineBare ? 'deadline-without-label' : `label:${style.deadlineLabel}`)
  const flags: [string, boolean][] = [
    ['basis', h.duty.basis],
    ['prefix-once', h.duty.prefixOnce],
    ['measures', h.measures !== null],
    ['mixed-brackets', h.mixedBrackets],
    ['rule-in-intro', h.ruleInIntro],
    ['standing-note', h.standingNote !== ''],
    ['deadline-first', style.deadlineFirst && labelled],
    ['person-in-charge', style.person !== '' && labelled],
    ['paragraphs', h.paragraphs],
    [`units:${style.unitStop}`, style.unitStop !== '、'],
    [`units-last:${style.lastStop}`, style.lastStop !== '' && style.unitStop === '、' && labelled],
    [`section:${h.section}`, h.section !== 'nothing'],
  ]
  return [...tags, ...flags.filter(([, on]) => on).map(([tag]) => tag)]
}
