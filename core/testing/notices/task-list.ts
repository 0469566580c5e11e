import { makeDeadline } from './deadlines.ts'
import type { Dice } from './dice.ts'
import { emptyDraft, type Draft, type DraftTask } from './draft.ts'
import { answerOf, isBare, makeDuty, roleForms, type DutyHabits, type RoleForm } from './duty.ts'
import { chooseStyle, printDuty, printParts, brackets, type DutyStyle } from './duty-print.ts'
import { bareNumber, chooseLevels, printNumber, type NumberForm } from './numbering.ts'
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

type TitleEnd = '。' | '：' | 'newline' | 'sentence' | 'space'
const weights: Record<RoleForm, number> = { 'one-label': 8, 'lead-and-responsible': 7, 'three-labels': 1, 'lead-only': 1, 'in-charge': 4, 'leads-and-supports': 3, leads: 1, together: 1, division: 1, 'first-leads': 2, 'first-leads-bare': 1 }

/** A numbered list of tasks in one notation, with its answers. */
export function makeTaskList(dice: Dice, frame: ListFrame): Draft {
  const { place, year, sentences, above = [] } = frame
  const draft = emptyDraft()
  const forms = frame.forms ?? chooseLevels(dice, frame.levels)
  const form = forms.at(-1) as NumberForm
  const numbered = form !== 'none' && form !== '——'
  const sectionUnits = frame.levels > 1 && numbered && dice.chance(0.17)
  const roles = sectionUnits ? dice.pick<RoleForm>(['one-label', 'one-label', 'lead-and-responsible']) : dice.weigh(roleForms.map((r) => [r, frame.ruleAllowed === false && r.startsWith('first-leads') ? 0 : weights[r]] as const))
  const style = chooseStyle(dice, roles, sectionUnits || !numbered)
  const separate = ['own-lines', 'headed', 'split-brackets'].includes(style.place)
  const standingDeadline = dice.chance(0.04) ? makeDeadline(dice, year, false) : null
  const habits: DutyHabits = {
    roles,
    deadlines: standingDeadline ? 'none' : dice.weigh([['all', 5], ['some', 2], ['none', 3]]),
    basis: !sectionUnits && dice.chance(0.22),
    groups: dice.chance(0.5),
    catchAlls: dice.chance(0.4),
    nested: dice.chance(0.25),
    prefixOnce: !sectionUnits && place.level !== 'town' && dice.chance(0.1),
    commaDeadlines: separate || (style.partStop !== '，' && !isBare(roles)),
  }
  const titleEnd = dice.weigh<TitleEnd>([['。', 6], ['：', 1], ['newline', numbered ? 1 : 0], ['sentence', 3], ['space', form === '第一条' || form === '1.1' || !numbered ? 0 : 0.6]])
  const restart = forms.length > 1 && form !== '第一条' && (['（一）', '(一)', '1.1'].includes(form) || dice.chance(0.5))
  const measures = !sectionUnits && ['own-line', 'own-lines', 'own-bracket-line'].includes(style.place) && (form === '（一）' || form === '(一)') && dice.chance(0.25)
  const measureForm = dice.pick<NumberForm>(['①', '（1）', '1.'])
  const mixedBrackets = style.place === 'tail' && dice.chance(0.06)
  const ruleInIntro = roles === 'first-leads' && dice.chance(0.3)
  const standingNote = roles === 'one-label' && style.place === 'tail' && place.level !== 'town' && !sectionUnits && dice.chance(0.06) ? `以下均需${dice.pick(place.groups)}落实，不再列出` : ''
  draft.tags.push(`levels:${forms.length}`, `number:${form}`, `roles:${roles}`, `place:${sectionUnits ? 'section' : style.place}`, `bracket:${style.bracket[0]}`, `title-end:${titleEnd}`, `deadlines:${standingDeadline ? 'standing' : habits.deadlines}`, `stop:${style.stop}`, restart ? 'numbers:restart' : 'numbers:through')
  if (!isBare(roles)) draft.tags.push(`label:${style.responsibleLabel}`, ...(roles.startsWith('lead') ? [`label:${style.leadLabel}`] : []), `parts:${style.partStop}`)
  if (habits.deadlines !== 'none' && !isBare(roles)) draft.tags.push(`label:${style.deadlineLabel}`)
  for (const [tag, on] of Object.entries({ basis: habits.basis, 'prefix-once': habits.prefixOnce, measures, 'mixed-brackets': mixedBrackets, 'rule-in-intro': ruleInIntro, 'standing-note': standingNote, 'deadline-first': style.deadlineFirst && !isBare(roles), 'person-in-charge': style.person && !isBare(roles), [`units:${style.unitStop}`]: style.unitStop !== '、' })) if (on) draft.tags.push(tag)

  if (ruleInIntro) draft.blocks.push({ text: dice.pick(['注：责任单位中排在第一位的为牵头单位，下同。', '说明：各项任务责任单位列首位的为牵头单位。', '（责任单位排名第一的为牵头单位，下同）']) })
  if (standingDeadline) draft.blocks.push({ text: dice.pick(['以下各项任务完成时限均为@。', '说明：本清单所列任务完成时限均为@。', '（以下任务完成时限均为@，不再逐项列出）']).replace('@', standingDeadline.text) })

  const path: string[] = []
  const counters = forms.map((_, i) => (i === 0 && forms.length > 1 ? (frame.startAt ?? 1) - 1 : 0))
  let sectionDuty = null as ReturnType<typeof makeDuty> | null
  const sizes = splitTasks(dice, frame.tasks, forms.length)
  let first = true
  sizes.forEach((size, index) => {
    if (forms.length > 1) openSections(index)
    for (let i = 0; i < size; i++) addTask()
  })
  return draft

  function openSections(index: number): void {
    const last = forms.length - 2
    const top = forms.length === 3 && index > 0 && dice.chance(0.5) ? 1 : forms.length === 3 && index > 0 ? 1 : 0
    const from = forms.length === 3 && index > 0 && !dice.chance(0.4) ? top : 0
    for (let level = from; level <= last; level++) {
      counters[level] = (counters[level] as number) + 1
      for (let deeper = level + 1; deeper <= last; deeper++) counters[deeper] = 0
      if (restart) counters[forms.length - 1] = 0
      const heading = dice.chance(0.12) ? `${sentences.heading()}，${sentences.heading()}` : sentences.heading()
      path.length = level
      path.push(`${printNumber(counters[level] as number, forms[level] as NumberForm)}${heading}`)
      let text = path[level] as string
      if (level === last && sectionUnits) {
        sectionDuty = makeDuty(dice, place, year, { ...habits, deadlines: habits.deadlines === 'all' ? 'all' : 'none' })
        const parts = printParts(sectionDuty, style, dice, false)
        if (dice.chance(0.75)) text += style.bracket[0] + parts.join(style.partStop) + style.bracket[1]
        else {
          draft.blocks.push({ text }, { text: parts.join('；') })
          return
        }
      } else if (level > 0 || dice.chance(0.1)) {
        if (dice.chance(0.5)) text += '。'
        if (text.endsWith('。') && dice.chance(0.25)) text += dice.pick(['围绕企业所需，着力做好以下工作：', '按照统一部署，重点抓好以下事项。'])
      }
      draft.blocks.push({ text })
    }
  }

  function addTask(): void {
    const at = forms.length - 1
    counters[at] = (counters[at] as number) + 1
    const n = counters[at] as number
    const duty = sectionDuty ?? makeDuty(dice, place, year, habits)
    const title = titleEnd === 'sentence' ? sentences.sentence() : sentences.title()
    const task: DraftTask = { no: bareNumber(n, form, counters[at - 1]), section: [...above, ...path].join(' / '), title_or_first_sentence: title, ...answerOf(duty, roles) }
    if (sectionDuty) task.inherited = duty.deadline.text ? ['units', 'deadline'] : ['units']
    if (standingDeadline) Object.assign(task, { deadline_text: standingDeadline.text, deadline_kind: standingDeadline.kind, deadline_due: standingDeadline.due, inherited: [...(task.inherited ?? []), 'deadline'] })
    if (sectionDuty && !duty.deadline.text && habits.deadlines === 'some' && dice.chance(0.7)) {
      const own = makeDeadline(dice, year, false)
      Object.assign(task, { deadline_text: own.text, deadline_kind: own.kind, deadline_due: own.due })
      draft.blocks.push({ text: `${printNumber(n, form, counters[at - 1])}${title}。${sentences.body(0, 2)}${style.bracket[0]}${style.deadlineLabel}：${own.text}${style.bracket[1]}`, task })
      draft.tasks.push(task)
      draft.tags.push('section-units-own-deadline')
      return
    }
    draft.tasks.push(task)
    const styled: DutyStyle = mixedBrackets ? { ...style, bracket: dice.pick(brackets) } : style
    const printed = sectionDuty ? { tail: '', lines: [] } : printDuty(duty, styled, dice, first && !ruleInIntro)
    if (standingNote && first) {
      task.standing_note = standingNote
      printed.tail = `${printed.tail.slice(0, -1)}。${standingNote}${styled.bracket[1]}`
    }
    first = false
    // A date inside the text beside a labelled deadline is no deadline.
    const dated = titleEnd !== 'sentence' && habits.deadlines === 'all' && duty.deadline.text !== '' && dice.chance(0.06) ? `${year}年9月底前完成系统对接。` : ''
    if (dated) draft.tags.push('trap:date-in-text')
    const body = titleEnd === 'sentence' ? '' : sentences.body(titleEnd === '。' ? 0 : 1, 4) + dated
    const number = printNumber(n, form, counters[at - 1])
    const texts = titleEnd === 'newline' ? [number + title, body] : [number + title + (titleEnd === '：' ? '：' : titleEnd === 'space' ? '　' : '。') + body]
    if (measures) texts.push(...[0, 1, 2].slice(0, dice.int(2, 3)).map((i) => `${printNumber(i + 1, measureForm)}${sentences.body(1, 1)}`))
    texts.push(closeText(texts.pop() as string, printed.tail), ...printed.lines)
    draft.blocks.push(...texts.map((text) => ({ text, task })))
  }

  function closeText(text: string, tail: string): string {
    if (tail === '' || style.place === 'plain-tail') return text + tail
    const bare = text.replace(/。$/, '')
    if (style.stop === 'after') return `${bare}${tail}。`
    return (style.stop === 'none' ? bare : text) + tail
  }
}

/** Shares tasks out to sections: every section gets at least one. */
function splitTasks(dice: Dice, tasks: number, levels: number): number[] {
  if (levels === 1) return [tasks]
  const out: number[] = []
  for (let left = tasks; left > 0; ) {
    const size = Math.min(left, dice.int(1, 5))
    out.push(size)
    left -= size
  }
  return out
}
