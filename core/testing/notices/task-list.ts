import { makeDeadline, type MadeDeadline } from './deadlines.ts'
import type { Dice } from './dice.ts'
import { emptyDraft, type Draft, type DraftTask } from './draft.ts'
import { answerOf, makeDuty, type Duty } from './duty.ts'
import { printDuty, printParts } from './duty-print.ts'
import { brackets, type DutyStyle } from './duty-style.ts'
import { chooseListHabits, listTags, type ListFrame } from './list-habits.ts'
import { bareNumber, printNumber, type NumberForm } from './numbering.ts'

/** What the heading of the running section hands down to its tasks. */
interface Handed {
  duty: Duty | null
  lead: string[]
  deadline: MadeDeadline | null
}

/** A numbered list of tasks in one notation, with its answers. */
export function makeTaskList(dice: Dice, frame: ListFrame): Draft {
  const { place, year, sentences, above = [] } = frame
  const draft = emptyDraft()
  const habits = chooseListHabits(dice, frame)
  const { forms, form, roles, style, standingDeadline, titleEnd } = habits
  draft.tags.push(...listTags(habits))
  if (habits.ruleInIntro)
    draft.blocks.push({
      text: dice.pick([
        '注：责任单位中排在第一位的为牵头单位，下同。',
        '说明：各项任务责任单位列首位的为牵头单位。',
        '（责任单位排名第一的为牵头单位，下同）',
      ]),
    })
  if (standingDeadline)
    draft.blocks.push({
      text: dice
        .pick([
          '以下各项任务完成时限均为@。',
          '说明：本清单所列任务完成时限均为@。',
          '（以下任务完成时限均为@，不再逐项列出）',
        ])
        .replace('@', standingDeadline.text),
    })

  const path: string[] = []
  const counters = forms.map((_, i) => (i === 0 && forms.length > 1 ? (frame.startAt ?? 1) - 1 : 0))
  const cardLabel = dice.pick(['工作措施', '工作内容', '主要举措', '具体措施', '工作目标'])
  const cardTextFirst = dice.chance(0.6)
  let handed: Handed = { duty: null, lead: [], deadline: null }
  let first = true
  const unitsLeft = habits.section === 'unit-name' ? dice.sample(place.units, 30) : []
  splitTasks(dice, frame.tasks, forms.length).forEach((size, index) => {
    if (forms.length > 1) openSections(index)
    for (let i = 0; i < size; i++) addTask()
  })
  if (!roles.startsWith('first-leads') && dice.chance(0.06)) {
    draft.tags.push('trap:note-after-list')
    draft.blocks.push({
      text: dice.pick([
        '注：各责任单位排名不分先后。',
        '备注：1.本清单实行动态管理；2.进展情况每月28日前报送。',
        '说明：以上任务纳入年度考核，未列明事项按职责办理。',
      ]),
    })
  }
  return draft

  function openSections(index: number): void {
    const last = forms.length - 2
    const from = forms.length === 3 && index > 0 && !dice.chance(0.4) ? 1 : 0
    for (let level = from; level <= last; level++) {
      counters[level] = (counters[level] as number) + 1
      for (let deeper = level + 1; deeper <= last; deeper++) counters[deeper] = 0
      if (habits.restart) counters[forms.length - 1] = 0
      if (level === last && habits.section === 'unit-name') {
        openUnit(level)
        continue
      }
      const heading = dice.chance(0.12) ? `${sentences.heading()}，${sentences.heading()}` : sentences.heading()
      path.length = level
      path.push(`${printNumber(counters[level] as number, forms[level] as NumberForm)}${heading}`)
      let text = path[level] as string
      if (level === last && habits.section !== 'nothing') {
        const parts = sectionParts()
        if (habits.section !== 'units' || dice.chance(0.75))
          draft.blocks.push({ text: text + style.bracket[0] + parts.join(style.partStop) + style.bracket[1] })
        else draft.blocks.push({ text }, { text: parts.join('；') })
        continue
      }
      if (level > 0 || dice.chance(0.1)) {
        if (dice.chance(0.5)) text += '。'
        if (text.endsWith('。') && dice.chance(0.25))
          text += dice.pick(['围绕企业所需，着力做好以下工作：', '按照统一部署，重点抓好以下事项。'])
      }
      draft.blocks.push({ text })
    }
  }

  /** A section headed by the unit that does all its tasks. */
  function openUnit(level: number): void {
    const unit = unitsLeft.pop() ?? dice.pick(place.units)
    const duty = makeDuty(dice, place, year, { ...habits.duty, groups: false, catchAlls: false, deadlines: 'none' })
    duty.responsible = [unit]
    handed = { duty, lead: [], deadline: null }
    path.length = level
    path.push(`${printNumber(counters[level] as number, forms[level] as NumberForm)}${unit}`)
    draft.blocks.push({ text: path[level] as string })
  }

  /** Settles what the section hands down and says how its heading prints it. */
  function sectionParts(): string[] {
    if (habits.section === 'deadline') {
      const deadline = makeDeadline(dice, year, false)
      handed = { duty: null, lead: [], deadline }
      return [`${style.deadlineLabel}：${deadline.text}`]
    }
    if (habits.section === 'lead') {
      const lead = dice.sample(place.units, 1)
      handed = { duty: null, lead, deadline: null }
      return [`${style.leadLabel}：${lead[0]}`]
    }
    const duty = makeDuty(dice, place, year, {
      ...habits.duty,
      deadlines: habits.duty.deadlines === 'all' ? 'all' : 'none',
    })
    handed = { duty, lead: [], deadline: null }
    return printParts(duty, style, dice, false)
  }

  function answer(title: string, n: number, duty: Duty): DraftTask {
    const parent = counters[forms.length - 2]
    const task: DraftTask = {
      no: bareNumber(n, form, parent),
      section: [...above, ...path].join(' / '),
      title_or_first_sentence: title,
      ...answerOf(duty, roles),
    }
    const inherited: ('units' | 'deadline')[] = []
    const deadline = standingDeadline ?? handed.deadline
    if (deadline)
      Object.assign(task, { deadline_text: deadline.text, deadline_kind: deadline.kind, deadline_due: deadline.due })
    if (handed.lead.length > 0) {
      task.lead_units = [...handed.lead]
      task.responsible_units = task.responsible_units.filter((unit) => !handed.lead.includes(unit))
    }
    if (duty === handed.duty || handed.lead.length > 0) inherited.push('units')
    if (deadline || (duty === handed.duty && duty.deadline.text)) inherited.push('deadline')
    if (inherited.length > 0) task.inherited = inherited
    return task
  }

  function addTask(): void {
    const at = forms.length - 1
    counters[at] = (counters[at] as number) + 1
    const n = counters[at] as number
    // A task in a section with units may name its own; they count in place of the section's.
    const overrides = handed.duty !== null && !handed.duty.deadline.text && dice.chance(0.06)
    const duty = overrides
      ? makeDuty(dice, place, year, { ...habits.duty, deadlines: 'none' })
      : (handed.duty ?? makeDuty(dice, place, year, habits.duty))
    if (handed.lead.length > 0) withoutUnit(duty, handed.lead[0] as string)
    const title = titleEnd === 'sentence' ? sentences.sentence() : sentences.title()
    const task = answer(title, n, duty)
    draft.tasks.push(task)
    const styled: DutyStyle = habits.mixedBrackets ? { ...style, bracket: dice.pick(brackets) } : style
    const printed =
      duty === handed.duty ? { tail: '', lines: [] } : printDuty(duty, styled, dice, first && !habits.ruleInIntro)
    if (overrides) draft.tags.push('section-units-overridden')
    if (duty === handed.duty && !duty.deadline.text && habits.duty.deadlines === 'some' && dice.chance(0.7)) {
      const own = makeDeadline(dice, year, false)
      Object.assign(task, { deadline_text: own.text, deadline_kind: own.kind, deadline_due: own.due })
      printed.tail = `${style.bracket[0]}${style.deadlineLabel}：${own.text}${style.bracket[1]}`
      draft.tags.push('section-units-own-deadline')
    }
    if (habits.standingNote && first) {
      task.standing_note = habits.standingNote
      printed.tail = `${printed.tail.slice(0, -1)}。${habits.standingNote}${styled.bracket[1]}`
    }
    first = false
    draft.blocks.push(...taskTexts(title, n, duty, printed).map((text) => ({ text, task })))
  }

  function taskTexts(title: string, n: number, duty: Duty, printed: { tail: string; lines: string[] }): string[] {
    // A date inside the text beside a labelled deadline is no deadline.
    const dated =
      titleEnd !== 'sentence' && habits.duty.deadlines === 'all' && duty.deadline.text !== '' && dice.chance(0.06)
        ? `${year}年9月底前完成系统对接。`
        : ''
    if (dated) draft.tags.push('trap:date-in-text')
    const body = titleEnd === 'sentence' ? '' : sentences.body(titleEnd === '。' ? 0 : 1, 4) + dated
    const number = printNumber(n, form, counters[forms.length - 2])
    const end = { '：': '：', space: '　', newline: '', sentence: '。', '。': '。' }[titleEnd]
    const texts = titleEnd === 'newline' ? [number + title, body] : [number + title + end + body]
    if (habits.paragraphs) texts.push(sentences.body(1, 3))
    const measures = habits.measures
    if (measures)
      texts.push(...[1, 2, 3].slice(0, dice.int(2, 3)).map((i) => `${printNumber(i, measures)}${sentences.body(1, 1)}`))
    if (style.place === 'title' && duty !== handed.duty) return [number + title + printed.tail, ...texts.slice(1)]
    if (style.place === 'card' && duty !== handed.duty) return cardTexts(number + title, body, printed.lines)
    texts.push(closeText(texts.pop() as string, printed.tail), ...printed.lines)
    return texts
  }

  /** A task as a card: its text is one of the labelled lines. */
  function cardTexts(head: string, body: string, lines: string[]): string[] {
    const text = `${cardLabel}：${body}`
    return [head, ...(cardTextFirst ? [text, ...lines] : [...lines, text])]
  }

  function closeText(text: string, tail: string): string {
    if (tail === '' || style.place === 'plain-tail') return text + tail
    const bare = text.replace(/。$/, '')
    if (style.stop === 'after') return `${bare}${tail}。`
    return (style.stop === 'none' ? bare : text) + tail
  }
}

function withoutUnit(duty: Duty, unit: string): void {
  if (duty.responsible.length > 1) duty.responsible = duty.responsible.filter((u) => u !== unit)
}

/** Shares tasks out to sections: every section gets at least one. */
function splitTasks(dice: Dice, tasks: number, levels: number): number[] {
  if (levels === 1) return [tasks]
  const out: number[] = []
  for (let left = tasks; left > 0;) {
    const size = Math.min(left, dice.int(1, 5))
    out.push(size)
    left -= size
  }
  return out
}
