import { describe, expect, it } from 'vitest'
import type { PlanPackage } from '../package.ts'
import { parsePlan } from './parse.ts'
import { textSource } from './text-source.ts'

const read = (...lines: string[]): PlanPackage => parsePlan(textSource(lines.join('\n')))
const duties = (plan: PlanPackage): unknown[] =>
  plan.tasks.map((task) => [
    task.no,
    task.leadUnits.join(' '),
    [...task.responsibleUnits, ...task.supportingUnits].join(' '),
    task.deadline.text,
  ])

describe('numbers, labels and lists held together by spaces only', () => {
  it('counts items whose number is parted from the words by a space, and leaves quantities alone', () => {
    const plan = read(
      '一、任务',
      '1 办好甲事。（责任单位：县财政局）',
      '2 办好乙事，覆盖',
      '10 个领域。（责任单位：县税务局）',
      '3 办好丙事。（责任单位：县住建局）',
    )
    expect(duties(plan)).toEqual([
      ['1', '', '县财政局', ''],
      ['2', '', '县税务局', ''],
      ['3', '', '县住建局', ''],
    ])
    expect(plan.tasks[1]!.text).toContain('10个领域')
  })

  it('reads a sign in the place of the colon, and brackets of names in the place of others', () => {
    for (const [colon, open, close] of [
      ['—', '（', '）'],
      [' - ', '<', '>'],
      ['→', '〈', '〉'],
      ['＝', '﹝', '﹞'],
    ]) {
      const plan = read(
        '1.甲事。说明。',
        `牵头单位${colon}县财政局`,
        `配合单位${colon}县税务局、县住建局`,
        `完成时限${colon}6月底`,
        `2.乙事。说明。${open}牵头单位：县水利局；完成时限：7月底${close}`,
      )
      expect(duties(plan)).toEqual([
        ['1', '县财政局', '县税务局 县住建局', '6月底'],
        ['2', '县水利局', '', '7月底'],
      ])
    }
  })

  it('closes labels that the layout spread out', () => {
    expect(duties(read('1.甲事。说明。', '责 任 单 位：县财政局　　完成 时限：6月底'))).toEqual([
      ['1', '', '县财政局', '6月底'],
    ])
  })

  it('lists one name below the other', () => {
    const plan = read(
      '1.甲事。说明。',
      '牵头单位：县财政局',
      '配合单位：县税务局',
      '　　　　　县住建局',
      '　　　　　县农业农村局',
      '完成时限：6月底',
    )
    expect(duties(plan)).toEqual([['1', '县财政局', '县税务局 县住建局 县农业农村局', '6月底']])
  })

  it('puts a list together that a line cut inside a name', () => {
    const plan = read(
      '1.甲事。说明。',
      '责任单位：区财政局、区税务局、区',
      '发展和改革委员会、区委编办',
      '完成时限：6月底',
    )
    expect(duties(plan)).toEqual([['1', '', '区财政局 区税务局 区发展和改革委员会 区委编办', '6月底']])
  })

  it('does not take a label printed again and again for the head of a page', () => {
    const items = ['甲', '乙', '丙', '丁'].flatMap((name, at) => [
      `${at + 1}.${name}事。说明。`,
      '责任单位＝县财政局办公室',
      '完成时限＝2025年上半年',
    ])
    for (const row of duties(read(...items)) as string[][]) expect(row[3]).toBe('2025年上半年')
  })

  it('does not take two lines that open with a figure for a count', () => {
    const plan = read('一、目标', '1 号线建成', '2 号线开工', '二、任务', '（一）甲事。（责任单位：县财政局）')
    expect(plan.tasks.map(({ no }) => no)).toEqual(['（一）'])
  })

  it('puts the colon to labels that are parted from their values by spaces', () => {
    const plan = read('任务1　办好甲事', '牵头单位　县财政局', '配合单位　县税务局、县住建局', '完成时限　9月30日')
    expect(duties(plan)).toEqual([['任务1', '县财政局', '县税务局 县住建局', '9月30日']])
  })

  it('reads labels that say 为 at the start of a line or bracket, and no others', () => {
    const plan = read(
      '1.甲事。办理时限为三天的事项优先。【责任单位为县财政局、县税务局；进度要求为6月底前】',
      '2.乙事。【责任单位为县住建局】',
    )
    expect(duties(plan)).toEqual([
      ['1', '', '县财政局 县税务局', '6月底前'],
      ['2', '', '县住建局', ''],
    ])
    expect(plan.tasks[0]!.text).toContain('办理时限为三天')
  })

  it('parts names by spaces in brackets without a label', () => {
    const plan = read(
      '1.甲事。（县财政局 县税务局 县住建局负责）',
      '2.乙事。（县财政局（县国资办） 县税务局；2023年9月底前）',
      '3.丙事。（县财政局、县税务局 长期坚持）',
    )
    expect(duties(plan)).toEqual([
      ['1', '', '县财政局 县税务局 县住建局', ''],
      ['2', '', '县财政局（县国资办） 县税务局', '2023年9月底前'],
      ['3', '', '县财政局 县税务局', '长期坚持'],
    ])
  })

  it('takes a line of labels with a tab between them for notation, not for a row', () => {
    const plan = read(
      '1.甲事。',
      '责任单位：县财政局\t完成时限：6月底',
      '2.乙事。',
      '责任单位：县税务局\t完成时限：常年',
    )
    expect(duties(plan)).toEqual([
      ['1', '', '县财政局', '6月底'],
      ['2', '', '县税务局', '常年'],
    ])
  })

  it('goes on counting after ⑳', () => {
    const lines = Array.from(
      { length: 20 },
      (_, at) => `${String.fromCharCode(0x2460 + at)}第${at + 1}事。（县财政局负责）`,
    )
    const plan = read('一、任务', ...lines, '（21）又一事。（县税务局负责）', '（22）末一事。（县税务局负责）')
    expect(plan.tasks).toHaveLength(22)
    expect(plan.tasks.slice(20).map(({ no, responsibleUnits, section }) => [no, responsibleUnits, section])).toEqual([
      ['（21）', ['县税务局'], ['一、任务']],
      ['（22）', ['县税务局'], ['一、任务']],
    ])
  })
})

describe('dates among units', () => {
  it.each([
    ['（县财政局负责，二〇二三年六月底前完成）', '2023-06-30', '二〇二三年六月底前完成'],
    ['（县财政局负责；2023年6月底前，并长期坚持）', '2023-06-30', '2023年6月底前，并长期坚持'],
    ['（县财政局负责 2023.6.30）', '2023-06-30', '2023.6.30'],
    ['（2023年6月底前 县财政局负责）', '2023-06-30', '2023年6月底前'],
    ['（立即整改，长期坚持；县财政局负责）', null, '立即整改，长期坚持'],
  ])('%s', (printed, due, text) => {
    const plan = read('1.甲事。' + printed, '2.乙事。' + printed)
    for (const task of plan.tasks) {
      expect(task.responsibleUnits).toEqual(['县财政局'])
      expect([task.deadline.due, task.deadline.text]).toEqual([due, text])
    }
    expect(plan.tasks).toHaveLength(2)
  })
})
