import { describe, expect, it } from 'vitest'
import type { PlanPackage } from '../package.ts'
import { parsePlan } from './parse.ts'
import type { SourceCell, SourceDocument } from '../source.ts'
import { textSource } from './text-source.ts'

const read = (...lines: string[]): PlanPackage => parsePlan(textSource(lines.join('\n')))
const codes = (plan: PlanPackage): string[] => plan.diagnostics.map(({ code }) => code)

describe('which level carries the tasks', () => {
  it('is the items below a section that names the units', () => {
    const plan = read(
      '某县任务清单',
      '一、办理甲事（责任部门：县财政局）',
      '1.第一件。做好。',
      '2.第二件。做好。',
      '二、办理乙事（责任部门：县发改委）',
      '3.第三件。做好。',
    )
    expect(plan.tasks.map(({ no, section, responsibleUnits }) => [no, section, responsibleUnits])).toEqual([
      ['1', ['一、办理甲事'], ['县财政局']],
      ['2', ['一、办理甲事'], ['县财政局']],
      ['3', ['二、办理乙事'], ['县发改委']],
    ])
    expect(plan.tasks[2]!.clause).toBe('2.3')
  })

  it('is the item above its measures where units stand once after them', () => {
    const plan = read(
      '一、主要任务',
      '（一）甲事。',
      '1.一步。',
      '2.两步。',
      '责任单位：县财政局',
      '（二）乙事。',
      '1.一步。',
      '2.两步。',
      '责任单位：县发改委',
    )
    expect(plan.tasks.map(({ no, responsibleUnits }) => [no, responsibleUnits])).toEqual([
      ['（一）', ['县财政局']],
      ['（二）', ['县发改委']],
    ])
  })

  it('leaves goals and principles without notation out, and keeps an item that lost its own', () => {
    const plan = read(
      '一、总体目标',
      '1.目标。取得实效。',
      '二、任务',
      '2.甲事。（责任单位：县财政局）',
      '3.乙事。（责任单位：县发改委）',
      '4.丙事。继续做好。',
      '三、保障',
      '（一）加强领导。统筹推进。',
    )
    expect(plan.tasks.map(({ no }) => no)).toEqual(['2', '3', '4'])
    expect(codes(plan)).toContain('task-without-unit')
  })
})

describe('headings that name a unit', () => {
  it('give their role to the items below, two or more of a level', () => {
    const plan = read(
      '某县任务清单',
      '一、县财政局牵头事项（2项）',
      '1.甲事。做好。（配合单位：县税务局）',
      '2.乙事。做好。（配合单位：县住建局）',
      '二、县发改委牵头任务',
      '1.丙事。做好。（配合单位：县水利局）',
    )
    expect(plan.tasks.map(({ leadUnits, supportingUnits }) => [leadUnits, supportingUnits])).toEqual([
      [['县财政局'], ['县税务局']],
      [['县财政局'], ['县住建局']],
      [['县发改委'], ['县水利局']],
    ])
  })

  it('are headings about a unit where only one does', () => {
    const plan = read('一、县财政局牵头事项', '1.甲事。（责任单位：县税务局）', '二、保障', '1.加强领导。统筹推进。')
    expect(plan.tasks.map(({ leadUnits, responsibleUnits }) => [leadUnits, responsibleUnits])).toEqual([
      [[], ['县税务局']],
    ])
  })
})

describe('what is said once', () => {
  it('first listed leads, from there on', () => {
    const plan = read(
      '一、任务',
      '1.甲事。（县财政局、县发改委负责，排在第一位的部门为牵头部门，下同）',
      '2.乙事。（县发改委、县税务局负责）',
    )
    expect(plan.tasks.map(({ leadUnits, responsibleUnits }) => [leadUnits, responsibleUnits])).toEqual([
      [['县财政局'], ['县财政局', '县发改委']],
      [['县发改委'], ['县发改委', '县税务局']],
    ])
  })

  it('a deadline for the whole list, and groups that every later task has', () => {
    const plan = read(
      '一、任务',
      '以下任务完成时限均为2023年9月底。',
      '1.甲事。（责任单位：县财政局，各镇。以下均需各镇落实，不再列出）',
      '2.乙事。（责任单位：县发改委）',
    )
    expect(plan.tasks.map(({ deadline }) => deadline.due)).toEqual(['2023-09-30', '2023-09-30'])
    expect(plan.tasks.map(({ groupUnits }) => groupUnits)).toEqual([['各镇'], ['各镇']])
  })
})

describe('damage', () => {
  it('is repaired and said: page number, cut sentence, cut name, English conjunction, doubled character', () => {
    const plan = read(
      '某县任务清单',
      '1.推进甲事。加快平台 and 系统建设，统筹各项建设项',
      '',
      '— 3 —',
      '',
      '项和服务。（责任单位：县财政',
      '',
      '局、县发改委）',
      '2.乙事。持续用力。（责任单位：县税务局）',
    )
    expect(plan.tasks[0]!.text).toBe('推进甲事。加快平台和系统建设，统筹各项建设项和服务。')
    expect(plan.tasks[0]!.responsibleUnits).toEqual(['县财政局', '县发改委'])
    expect(plan.tasks[0]!.lines).toEqual([2, 8])
    for (const code of [
      'repaired-page-number',
      'repaired-broken-line',
      'repaired-foreign-word',
      'repaired-doubled-character',
    ])
      expect(codes(plan)).toContain(code)
  })
})

describe('tables', () => {
  const cell = (text: string, more: Partial<SourceCell> = {}): SourceCell => ({ text, columns: 1, rows: 1, ...more })
  const source = (rows: SourceCell[][]): SourceDocument => ({
    format: 'docx',
    repairs: [],
    lines: rows.map((cells, at) => ({
      no: at + 1,
      text: cells.map(({ text }) => text).join('\t'),
      row: { table: 0, cells },
    })),
  })

  it('of tasks: merged cells count for each row, a repeated header and a broken row do not', () => {
    const plan = parsePlan(
      source([
        [cell('2022年任务清单', { columns: 4 })],
        [cell('序号'), cell('任务'), cell('责任单位'), cell('完成时限')],
        [cell('1'), cell('甲事。做好。'), cell('县财政局\n县发改委', { rows: 2 }), cell('6月底')],
        [cell('2'), cell('乙事。做'), cell('', { continued: true }), cell('9月底')],
        [cell('序号'), cell('任务'), cell('责任单位'), cell('完成时限')],
        [cell(''), cell('好。'), cell(''), cell('')],
        [cell('注：完成时限未写年份的，均为2022年。', { columns: 4 })],
      ]),
    )
    expect(
      plan.tasks.map(({ no, text, responsibleUnits, deadline }) => [no, text, responsibleUnits, deadline.due]),
    ).toEqual([
      ['1', '甲事。做好。', ['县财政局', '县发改委'], '2022-06-30'],
      ['2', '乙事。做好。', ['县财政局', '县发改委'], '2022-09-30'],
    ])
    expect(plan.lists[0]!.title).toBe('2022年任务清单')
  })

  it('of indicators: the tree, the weights, units of the whole or of each', () => {
    const plan = read(
      '附件：',
      '2022年评价指标表',
      '（2个一级指标，总分100分）',
      '一级指标\t二级指标\t分值\t\t责任部门',
      '1.甲\t甲一\t60\t20\t县财政局',
      '\t甲二\t\t40\t',
      '2.满意度\t乙一\t40\t25\t县工商联',
      '\t乙二\t\t10\t县民政局',
    )
    expect(
      plan.indicators.map(({ name, weight, kind, units, children }) => [
        name,
        weight,
        kind,
        units,
        children.map((child) => child.units),
      ]),
    ).toEqual([
      ['甲', 60, 'indicator', ['县财政局'], [[], []]],
      ['满意度', 40, 'satisfaction', [], [['县工商联'], ['县民政局']]],
    ])
    expect(plan.diagnostics.find(({ code }) => code === 'weights-mismatch')?.message).toContain(
      '满意度为40分，下级合计35分',
    )
  })
})
