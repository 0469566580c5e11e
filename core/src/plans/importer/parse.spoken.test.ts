import { describe, expect, it } from 'vitest'
import type { PlanPackage } from '../package.ts'
import { parsePlan } from './parse.ts'
import { textSource } from './text-source.ts'

const read = (...lines: string[]): PlanPackage => parsePlan(textSource(lines.join('\n')))
const duties = (plan: PlanPackage): unknown[] =>
  plan.tasks.map((task) => [
    task.title,
    task.leadUnits.join(' '),
    [...task.responsibleUnits, ...task.supportingUnits].join(' '),
    task.deadline.text,
  ])

describe('duties that are spoken', () => {
  it('stand on a line of their own, under an item or under a heading', () => {
    expect(
      duties(read('1.甲事。', '县财政局牵头，县税务局配合　　6月底前', '2.乙事。', '县住建局、县水利局按职责分工负责')),
    ).toEqual([
      ['甲事', '县财政局', '县税务局', '6月底前'],
      ['乙事', '', '县住建局 县水利局', ''],
    ])
    expect(duties(read('一、甲类', '县财政局、县税务局按职责分工负责', '1.一事。', '2.两事。'))).toEqual([
      ['一事', '', '县财政局 县税务局', ''],
      ['两事', '', '县财政局 县税务局', ''],
    ])
  })

  it('are the last sentence of the items of a list', () => {
    expect(
      duties(
        read(
          '一、任务',
          '1.甲事。一步做好。由县财政局牵头，县税务局配合，6月底前完成。',
          '2.乙事。一步做好。由县住建局负责，全年推进。',
        ),
      ),
    ).toEqual([
      ['甲事', '县财政局', '县税务局', '6月底前完成'],
      ['乙事', '', '县住建局', '全年推进'],
    ])
  })

  it('are prose where one item among many happens to end in such a sentence', () => {
    const plan = read(
      '一、任务',
      '（一）甲事。（责任单位：县财政局）',
      '二、保障',
      '（一）加强领导。县营商办负责统筹协调。',
      '（二）强化督查。定期通报。由县政府办负责。',
      '（三）做好宣传。及时总结。',
    )
    expect(plan.tasks.map(({ title }) => title)).toEqual(['甲事'])
  })

  it('are not given by the person to telephone', () => {
    const plan = read(
      '一、任务',
      '（一）甲事。（责任单位：县财政局）',
      '二、要求',
      '（一）报送进展。各单位按季报送（联系人：某某，电话：0000000）。',
      '（二）做好宣传。及时总结。',
    )
    expect(plan.tasks.map(({ title }) => title)).toEqual(['甲事'])
  })

  it('keep a unit behind which a person is named', () => {
    const plan = read('1.甲事。［县财政局（责任人：某某）；2024年7月31日］', '2.乙事。［县税务局；2024年7月31日］')
    expect(duties(plan)).toEqual([
      ['甲事', '', '县财政局', '2024年7月31日'],
      ['乙事', '', '县税务局', '2024年7月31日'],
    ])
  })
})

describe('tasks without numbers', () => {
  it('are paragraphs with lines of notation below, under a heading', () => {
    const plan = read(
      '一、甲类',
      '办好一事。说明一句。',
      '责任单位：县财政局',
      '完成时限：6月底',
      '办好两事。说明一句。',
      '责任单位：县税务局',
      '完成时限：7月底',
    )
    expect(duties(plan)).toEqual([
      ['办好一事', '', '县财政局', '6月底'],
      ['办好两事', '', '县税务局', '7月底'],
    ])
  })

  it('may open the document, before any number', () => {
    const plan = read(
      '某县任务清单',
      '为做好工作，制定本清单。',
      '办好一事。（牵头单位：县财政局；完成时限：6月底）',
      '办好两事。（牵头单位：县税务局；完成时限：7月底）',
      '一、工作要求',
      '（一）加强领导。统筹推进。',
    )
    expect(plan.document.title).toBe('某县任务清单')
    expect(duties(plan)).toEqual([
      ['办好一事', '县财政局', '', '6月底'],
      ['办好两事', '县税务局', '', '7月底'],
    ])
  })

  it('are the problems of a list that says 问题一, each with measure and units', () => {
    const plan = read(
      '问题一：环节多。',
      '整改措施：合并环节。',
      '牵头单位：县财政局',
      '整改时限：立行立改，长期坚持',
      '问题二：时间长。',
      '整改措施：压缩时间。',
      '牵头单位：县税务局',
      '整改时限：6月底',
    )
    expect(duties(plan)).toEqual([
      ['环节多', '县财政局', '', '立行立改，长期坚持'],
      ['时间长', '县税务局', '', '6月底'],
    ])
    expect(plan.tasks.map(({ no }) => no)).toEqual(['问题一', '问题二'])
  })
})

describe('stages', () => {
  it('may stand without numbers, or open with the period as a sentence', () => {
    const unnumbered = read(
      '一、实施步骤',
      '动员阶段（2023年3月—4月）：做好动员。',
      '总结阶段（11月—12月）：做好总结。',
    )
    const sentences = read(
      '一、实施步骤',
      '（一）动员部署。2023年3月1日—4月30日，做好动员。',
      '（二）总结评估。11月—12月，做好总结。',
    )
    for (const plan of [unnumbered, sentences])
      expect(plan.stages.map(({ start, end }) => [start, end])).toEqual([
        ['2023-03-01', '2023-04-30'],
        ['2023-11-01', '2023-12-31'],
      ])
    expect(unnumbered.stages.map(({ name }) => name)).toEqual(['动员阶段', '总结阶段'])
  })
})

describe('tables in a plain text', () => {
  it('go on over a page number, merged cells too', () => {
    const plan = read(
      '一级指标\t二级指标\t分值\t责任单位',
      '甲类\t一项\t3\t县财政局',
      '',
      '— 2 —',
      '',
      '\t两项\t4\t',
      '乙类\t三项\t5\t县税务局',
    )
    expect(plan.indicators.map(({ name, weight, children }) => [name, weight, children.length])).toEqual([
      ['甲类', 7, 2],
      ['乙类', 5, 1],
    ])
  })

  it('leave a blank cell blank where the row names another unit of its own', () => {
    const plan = read(
      '序号\t任务\t牵头单位\t配合单位\t完成时限',
      '1\t甲事\t县财政局\t县税务局、县住建局\t6月底',
      '2\t乙事\t县水利局\t\t7月底',
      '3\t丙事\t\t\t8月底',
    )
    expect(duties(plan)).toEqual([
      ['甲事', '县财政局', '县税务局 县住建局', '6月底'],
      ['乙事', '县水利局', '', '7月底'],
      ['丙事', '县水利局', '', '8月底'],
    ])
  })
})
