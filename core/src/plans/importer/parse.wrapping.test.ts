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

/** Lines cut after so many characters, as a mail program or a form does, without a look at words. */
function cutAfter(count: number, paragraph: string): string[] {
  const lines: string[] = []
  for (let at = 0; at < paragraph.length; at += count) lines.push(paragraph.slice(at, at + count))
  return lines
}

describe('lines cut after a count of characters', () => {
  it('are put together again, whatever word or label the cut went through', () => {
    const items = ['县财政局、县税务局', '县住建局、县水利局', '县民政局、县司法局', '县教育局、县体育局'].map(
      (units, at) =>
        `${at + 1}.第${'一二三四'[at]}件事要办好。把流程再压一压，材料再减一减，窗口再并一并，让办事的人少跑几趟。（责任单位：${units}；完成时限：${at + 6}月底前）`,
    )
    const plan = read('一、任务', ...items.flatMap((item) => cutAfter(24, item)))
    expect(duties(plan)).toEqual([
      ['第一件事要办好', '', '县财政局 县税务局', '6月底前'],
      ['第二件事要办好', '', '县住建局 县水利局', '7月底前'],
      ['第三件事要办好', '', '县民政局 县司法局', '8月底前'],
      ['第四件事要办好', '', '县教育局 县体育局', '9月底前'],
    ])
    for (const { text } of plan.tasks) expect(text).toContain('把流程再压一压，材料再减一减，窗口再并一并')
  })

  it('begin a paragraph where they are indented and the others are not', () => {
    const plan = read(
      '某县任务清单',
      ...['甲', '乙', '丙', '丁'].flatMap((name, at) => [
        `　　${at + 1}.${name}事今年办好，流程要再压一压`,
        `把${name}事当成大事，窗口再并一并`,
        `　　同步办好${name}事的善后`,
        '　　牵头单位：县财政局；配合单位：县税务',
        '局、县住建局；完成时限：6月底',
      ]),
    )
    for (const { leadUnits, supportingUnits, text } of plan.tasks) {
      expect([leadUnits, supportingUnits]).toEqual([['县财政局'], ['县税务局', '县住建局']])
      expect(text).toMatch(/^.事今年办好，流程要再压一压把.事当成大事，窗口再并一并。同步办好.事的善后$/)
    }
    expect(plan.tasks).toHaveLength(4)
  })
})

describe('words of duty', () => {
  it('close a list whose names are parted by spaces', () => {
    expect(
      duties(
        read(
          '1.甲事。做好。（县财政局 县税务局牵头，县住建局 县水利局配合）',
          '2.乙事。做好。（县民政局 县司法局按职责分工负责）',
        ),
      ),
    ).toEqual([
      ['甲事', '县财政局 县税务局', '县住建局 县水利局', ''],
      ['乙事', '', '县民政局 县司法局', ''],
    ])
  })

  it('may follow the date behind one label', () => {
    expect(
      duties(read('1.甲事。完成时限：6月底前；县财政局负责', '2.乙事。完成时限：长期坚持；县税务局、县住建局负责')),
    ).toEqual([
      ['甲事', '', '县财政局', '6月底前'],
      ['乙事', '', '县税务局 县住建局', '长期坚持'],
    ])
  })

  it('on a line of their own do not go on with the heading above them', () => {
    expect(duties(read('一、甲类事项', '县财政局、县税务局共同负责', '1.一事做好', '2.两事做好'))).toEqual([
      ['一事做好', '', '县财政局 县税务局', ''],
      ['两事做好', '', '县财政局 县税务局', ''],
    ])
  })

  it('close paragraphs that carry no number', () => {
    expect(
      duties(
        read(
          '某县任务清单',
          '办好甲事。一步做好。由县财政局牵头，县税务局配合，6月底前完成。',
          '办好乙事。一步做好。由县住建局负责，7月底前完成。',
          '一、工作要求',
          '（一）加强领导。统筹推进。',
        ),
      ),
    ).toEqual([
      ['办好甲事', '县财政局', '县税务局', '6月底前完成'],
      ['办好乙事', '', '县住建局', '7月底前完成'],
    ])
  })
})

describe('what stands behind', () => {
  it('a list opens a chapter of its own, and is no part of the last task', () => {
    const plan = read(
      '1.甲事。做好。（责任单位：县财政局）',
      '2.乙事。做好。（责任单位：县税务局）',
      '一、工作要求',
      '（一）加强领导。统筹推进。',
    )
    expect(plan.tasks.map(({ no, text }) => [no, text])).toEqual([
      ['1', '甲事。做好。'],
      ['2', '乙事。做好。'],
    ])
    expect(plan.clauses.filter(({ heading }) => heading === '加强领导')).toHaveLength(1)
    expect(plan.diagnostics.map(({ code }) => code)).not.toContain('task-without-unit')
  })

  it('an item in full-width square brackets is read as in narrow ones', () => {
    const wide = read('1.甲事。做好。［牵头单位：县财政局；完成时限：6月底］')
    expect(duties(wide)).toEqual(duties(read('1.甲事。做好。[牵头单位：县财政局；完成时限：6月底]')))
    expect(duties(wide)).toEqual([['甲事', '县财政局', '', '6月底']])
  })
})
