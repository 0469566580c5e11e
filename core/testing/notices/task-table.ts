import { makeDeadline, noDeadline } from './deadlines.ts'
import type { Dice } from './dice.ts'
import { cellBreak, cellCovered, cellDropped, cellMerged, emptyDraft, type Draft, type DraftTask } from './draft.ts'
import { answerOf, makeDuty, type DutyHabits, type RoleForm } from './duty.ts'
import { printUnits } from './duty-print.ts'
import { chineseNumber } from './numbering.ts'
import type { ListFrame } from './list-habits.ts'

type Column = 'no' | 'section' | 'title' | 'text' | 'lead' | 'units' | 'deadline' | 'basis' | 'person' | 'note'
const heads: Record<Column, string[]> = {
  no: ['序号', '编号', `序${cellBreak}号`],
  section: ['类别', '重点领域', '一级任务', '工作领域', '指标'],
  title: [
    '任务名称',
    '工作任务',
    '重点任务',
    '主要任务',
    '事项名称',
    '改革事项',
    '任务内容',
    '具体任务',
    '改革任务',
    '任务事项',
    '项目名称',
    '目标任务',
  ],
  text: [
    '工作措施',
    '工作内容',
    '具体措施',
    '主要举措',
    '工作要求',
    '推进措施',
    '工作目标',
    '完成标准',
    '具体内容',
    '改革举措',
  ],
  lead: ['牵头单位', '牵头部门', '主办单位', '牵头责任单位', '牵头', '主责单位', '牵头科室'],
  units: [
    '责任单位',
    '责任部门',
    '承办单位',
    '落实单位',
    `责任${cellBreak}单位`,
    '实施主体',
    '责任主体',
    '负责单位',
    '责任科室',
    '承担单位',
  ],
  deadline: [
    '完成时限',
    '完成时间',
    '时间节点',
    '时限要求',
    '完成期限',
    '截止时间',
    '时间安排',
    '进度安排',
    '完成日期',
    '计划完成时间',
    '时限',
  ],
  basis: ['依据', '政策依据', '任务来源'],
  person: ['责任领导', '责任人'],
  note: ['备注'],
}
const supports = [
  '配合单位',
  '配合部门',
  '责任单位',
  '参与单位',
  '协办单位',
  '配合',
  '协同单位',
  '参与部门',
  '配合责任单位',
]

/** A table of tasks (cells joined by tabs, merged cells empty), with its answers. */
export function makeTaskTable(dice: Dice, frame: ListFrame): Draft {
  const { place, year, sentences, above = [] } = frame
  const draft = emptyDraft()
  const roles = dice.weigh<RoleForm>([
    ['one-label', 4],
    ['lead-and-responsible', 6],
    ['lead-only', 1],
    ['first-leads', frame.ruleAllowed === false ? 0 : 0.7],
  ])
  const sections = dice.weigh([
    ['none', 3],
    ['column', 3],
    ['row', 2],
  ])
  const mergedUnits = sections === 'column' && dice.chance(0.25)
  const mergedDeadline = mergedUnits && dice.chance(0.5)
  const unitStop = dice.weigh([
    ['、', 7],
    ['，', 2],
    [cellBreak, 1],
  ])
  const habits: DutyHabits = {
    roles,
    deadlines: dice.weigh([
      ['all', 5],
      ['some', 2],
      ['none', 2],
    ]),
    basis: dice.chance(0.25),
    groups: dice.chance(0.4),
    catchAlls: unitStop !== cellBreak && dice.chance(0.25),
    nested: dice.chance(0.2),
    prefixOnce: false,
    commaDeadlines: true,
    deadlineBare: false,
  }
  // An empty cell may be merged with the one above; where a value is missing for good, a mark says so.
  const blank = dice.pick(mergedUnits || habits.deadlines === 'some' ? ['/', '—', '无'] : ['', '', '/', '—', '无'])
  const columns = chooseColumns(dice, roles, sections === 'column', habits)
  const trailingTabs = dice.chance(0.7)
  if (sections === 'row' && !trailingTabs) draft.tags.push('table-section-plain')
  const numbers = dice.weigh([
    ['1', 6],
    ['一', 1],
    ['（1）', 1],
    ['01', 1],
  ])
  draft.tags.push(
    'place:table',
    `roles:${roles}`,
    `table-sections:${sections}`,
    `table-blank:${blank || 'empty'}`,
    `table-units:${unitStop === cellBreak ? 'broken' : unitStop}`,
    `table-first:${columns[0]}`,
    `table-columns:${columns.length}`,
  )
  if (mergedUnits) draft.tags.push('table-merged-units')
  if (columns.includes('person')) draft.tags.push('table-person')

  const head = columns.map((c) =>
    c === 'units' && roles === 'first-leads'
      ? '责任单位（排在第一位的为牵头单位）'
      : c === 'units' && roles === 'lead-and-responsible'
        ? dice.pick(supports)
        : dice.pick(heads[c]),
  )
  draft.tags.push(
    ...head
      .filter((_, i) => ['lead', 'units', 'deadline', 'title'].includes(columns[i] as string))
      .map((h) => `head:${h.replace(cellBreak, ' ')}`),
  )
  const row = (cells: string[]) => cells.join('\t')
  const headRows = twoRowHead(dice, columns, head).map(row)
  if (headRows.length > 1) draft.tags.push('table-two-row-head')
  const repeatAt = dice.chance(0.12) ? dice.int(3, 8) : 0
  if (repeatAt > 0 && repeatAt <= frame.tasks) draft.tags.push('table-head-repeated')
  draft.blocks.push(...headRows.map((text) => ({ text, row: true })))
  let section = ''
  let sectionNo = 0
  let left = 0
  let duty = makeDuty(dice, place, year, habits)
  let deadline = duty.deadline
  for (let n = 1; n <= frame.tasks; n++) {
    if (n === repeatAt) draft.blocks.push(...headRows.map((text) => ({ text, row: true })))
    const opens = left === 0 && sections !== 'none'
    if (opens) {
      left = dice.int(2, 4)
      sectionNo++
      const name = sentences.heading()
      section = sections === 'row' ? `${chineseNumber(sectionNo)}、${name}` : name
      if (sections === 'row')
        draft.blocks.push({
          text: row([section, ...columns.slice(1).map(() => (trailingTabs ? cellCovered : cellDropped))]),
          row: true,
        })
    }
    if (!mergedUnits || opens) duty = makeDuty(dice, place, year, habits)
    if (!mergedDeadline || opens)
      deadline =
        habits.deadlines === 'none' || (habits.deadlines === 'some' && !mergedDeadline && dice.chance(0.4))
          ? noDeadline
          : makeDeadline(dice, year, true)
    left--
    const title = columns.includes('text') ? sentences.title() : sentences.sentence()
    const no =
      numbers === '一'
        ? chineseNumber(n)
        : numbers === '01'
          ? String(n).padStart(2, '0')
          : numbers.replace('1', String(n))
    const task: DraftTask = {
      no: columns.includes('no') ? no : String(n),
      section: [...above, section].filter(Boolean).join(' / '),
      title_or_first_sentence: title,
      ...answerOf({ ...duty, deadline }, roles),
    }
    const inherited: ('units' | 'deadline')[] = []
    const shown = !mergedUnits || opens
    if (!shown) inherited.push('units')
    if (mergedDeadline && !opens && deadline.text) inherited.push('deadline')
    if (inherited.length > 0) task.inherited = inherited
    const basis = habits.basis ? duty.basis.join('、') : ''
    const orBlank = (text: string) => text || blank
    const cell: Record<Column, string> = {
      no,
      section: opens ? section : cellMerged,
      title,
      text: sentences.body(1, 3),
      lead: shown ? duty.lead.join(unitStop) : cellMerged,
      units: shown ? orBlank(printUnits(duty.responsible, duty, unitStop)) : cellMerged,
      deadline: mergedDeadline && !opens ? cellMerged : orBlank(deadline.text),
      basis: orBlank(basis),
      person: '政府分管领导',
      note: dice.chance(0.2) ? '重点事项' : '',
    }
    draft.blocks.push({ text: row(columns.map((c) => cell[c])), task, row: true })
    draft.tasks.push(task)
  }
  return draft
}

/** A head in one row, or in two where the two roles stand under one heading. */
function twoRowHead(dice: Dice, columns: readonly Column[], head: string[]): string[][] {
  const at = columns.indexOf('lead')
  if (at < 0 || columns[at + 1] !== 'units' || !dice.chance(0.15)) return [head]
  const upper = head.map((name, i) =>
    i === at ? dice.pick(['责任分工', '责任单位', '工作分工']) : i === at + 1 ? cellCovered : name,
  )
  return [upper, head.map((name, i) => (i === at || i === at + 1 ? name : cellMerged))]
}

function chooseColumns(dice: Dice, roles: RoleForm, section: boolean, habits: DutyHabits): Column[] {
  const who: Column[] =
    roles === 'one-label' || roles === 'first-leads' ? ['units'] : roles === 'lead-only' ? ['lead'] : ['lead', 'units']
  const what: Column[] = dice.chance(0.6) ? ['title', 'text'] : ['title']
  const when: Column[] = habits.deadlines === 'none' ? [] : ['deadline']
  const basis: Column[] = habits.basis ? ['basis'] : []
  const person: Column[] = dice.chance(0.1) ? ['person'] : []
  const order = dice.weigh([
    ['usual', 6],
    ['deadline-before-units', 2],
    ['basis-first', 1],
    ['units-first', 1],
  ])
  const body =
    order === 'units-first'
      ? [...who, ...what, ...when, ...person, ...basis]
      : order === 'usual'
        ? [...what, ...person, ...who, ...when, ...basis]
        : order === 'basis-first'
          ? [...basis, ...what, ...who, ...person, ...when]
          : [...what, ...when, ...person, ...who, ...basis]
  const lead: Column[] = section
    ? dice.chance(0.5)
      ? ['section', 'no']
      : ['no', 'section']
    : dice.chance(0.93)
      ? ['no']
      : []
  return [...lead, ...body, ...(dice.chance(0.2) ? (['note'] as Column[]) : [])]
}
