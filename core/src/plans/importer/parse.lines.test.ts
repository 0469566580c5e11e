import { describe, expect, it } from 'vitest'
import type { PlanPackage } from '../package.ts'
import { parsePlan } from './parse.ts'
import { textSource } from './text-source.ts'

const read = (...lines: string[]): PlanPackage => parsePlan(textSource(lines.join('\n')))

describe('lines that are nothing but notation', () => {
  it('belong to the item above, whatever mark or number they carry', () => {
    const plan = read(
      '一、任务',
      '1.甲事。做好。',
      '——责任单位：县财政局',
      '※完成时限：6月底',
      '2.乙事。做好。',
      '（1）牵头单位：县税务局',
      '（2）完成时限：年底',
    )
    expect(
      plan.tasks.map(({ no, leadUnits, responsibleUnits, deadline }) => [
        no,
        leadUnits,
        responsibleUnits,
        deadline.text,
      ]),
    ).toEqual([
      ['1', [], ['县财政局'], '6月底'],
      ['2', ['县税务局'], [], '年底'],
    ])
  })

  it('are the task itself where its words stand in the next paragraph', () => {
    const plan = read(
      '1.牵头单位：县财政局；完成时限：6月底',
      '工作内容：甲事。做好。',
      '2.牵头单位：县税务局；完成时限：7月底',
      '工作内容：乙事。做好。',
    )
    expect(plan.tasks.map(({ no, leadUnits, deadline }) => [no, leadUnits, deadline.text])).toEqual([
      ['1', ['县财政局'], '6月底'],
      ['2', ['县税务局'], '7月底'],
    ])
  })

  it('speak for all items of the section where they say 以上任务', () => {
    const plan = read(
      '一、甲类',
      '1.甲事。做好。',
      '2.乙事。做好。',
      '（以上任务由县财政局牵头，县税务局配合，6月底前完成）',
      '二、乙类',
      '3.丙事。做好。',
      '4.丁事。做好。（责任单位：县水利局）',
      '以上任务责任单位：县住建局、县司法局；完成时限：年底',
    )
    expect(
      plan.tasks.map(({ no, leadUnits, responsibleUnits, supportingUnits, deadline }) => [
        no,
        [...leadUnits, ...responsibleUnits, ...supportingUnits].join(' '),
        deadline.text,
      ]),
    ).toEqual([
      ['1', '县财政局 县税务局', '6月底前完成'],
      ['2', '县财政局 县税务局', '6月底前完成'],
      ['3', '县住建局 县司法局', '年底'],
      ['4', '县水利局', ''],
    ])
    expect(plan.tasks.map(({ lines }) => lines)).toEqual([
      [2, 2],
      [3, 3],
      [6, 6],
      [7, 7],
    ])
  })

  it('do not take the signature below the last item for one more unit', () => {
    const plan = read(
      '某县任务清单',
      '1.甲事。做好。',
      '责任单位：县财政局',
      '2.乙事。做好。',
      '责任单位：县税务局',
      '',
      '某县人民政府办公室',
      '2023年6月8日',
    )
    expect(plan.tasks.map(({ responsibleUnits }) => responsibleUnits)).toEqual([['县财政局'], ['县税务局']])
    expect(plan.document.issuers).toEqual(['某县人民政府办公室'])
  })

  it('may name the task: its name is the title', () => {
    const plan = read(
      '任务一',
      '任务名称：甲事',
      '主要内容：做好。',
      '牵头单位：县财政局',
      '任务二',
      '任务名称：乙事',
      '主要内容：做好。',
      '牵头单位：县税务局',
    )
    expect(plan.tasks.map(({ no, title, leadUnits }) => [no, title, leadUnits])).toEqual([
      ['任务一', '甲事', ['县财政局']],
      ['任务二', '乙事', ['县税务局']],
    ])
  })
})

describe('what a page prints of its own', () => {
  it('is the title again in the middle of a sentence; the same words among the first lines are no such thing', () => {
    const plan = read(
      '某县优化营商环境任务清单',
      '1.提升政务服务',
      '（1）甲事。做好。（责任单位：县财政局、县自然',
      '',
      '— 1 —',
      '',
      '某县优化营商环境任务清单',
      '资源局）',
      '（2）乙事。做好。（责任单位：县税务局）',
      '（3）丙事。做好。（责任单位：县住建局、县农业',
      '',
      '— 2 —',
      '',
      '某县优化营商环境任务清单',
      '农村局）',
    )
    expect(plan.tasks.map(({ section, responsibleUnits }) => [section, responsibleUnits])).toEqual([
      [['1.提升政务服务'], ['县财政局', '县自然资源局']],
      [['1.提升政务服务'], ['县税务局']],
      [['1.提升政务服务'], ['县住建局', '县农业农村局']],
    ])
  })

  it('does not hold the signature, even inside a bracket that never closes', () => {
    const plan = read(
      '某县人民政府办公室',
      '某县2023年任务清单',
      '1.甲事。做好。（责任单位：县财政局）',
      '2.乙事。做好。（责任单位：县税务局；完成时限：6月底前',
      '某县人民政府办公室',
      '2023年1月8日',
    )
    expect(plan.tasks.map(({ deadline }) => deadline.text)).toEqual(['', '6月底前'])
  })
})
