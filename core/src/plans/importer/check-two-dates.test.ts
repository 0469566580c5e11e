import { describe, expect, it } from 'vitest'
import { parsePlan } from './parse.ts'
import { textSource } from './text-source.ts'

const found = (...lines: string[]): { lines: number[]; message: string }[] =>
  parsePlan(textSource(lines.join('\n')))
    .diagnostics.filter(({ code }) => code === 'two-dates-one-matter')
    .map(({ lines: at, message }) => ({ lines: at, message }))

const task = '1.年度十佳案例评选。做好评选。（责任单位：县财政局；完成时限：12月31日）'

describe('one matter with two dates', () => {
  it('is found by its name, quoted or not', () => {
    const [unquoted] = found('某县2023年方案', '一、要求', '年度十佳案例评选于2024年初开展。', '附件', '任务清单', task)
    expect(unquoted).toMatchObject({ lines: [3, 6] })
    expect(unquoted!.message).toContain('正文为2024年初，第1项为12月31日')
    expect(
      found(
        '某县2023年方案',
        '一、要求',
        '2024年初开展“十佳”案例评选和表彰。',
        '附件',
        '任务清单',
        '1.评选案例。开展“十佳”案例评选、表彰。（责任单位：县财政局；完成时限：12月31日）',
      ),
    ).toHaveLength(1)
  })

  it.each([
    ['the same time', '年度十佳案例评选于2023年12月开展。'],
    ['no year', '年度十佳案例评选于次月开展。'],
    ['another matter', '县级培训会议于2024年初召开。'],
    ['words that name no matter', '优化营商环境工作于2024年初开展。'],
  ])('is not seen where the body names %s', (_, sentence) => {
    expect(found('某县2023年方案', '一、要求', sentence, '附件', '任务清单', task)).toEqual([])
  })

  it('is no matter when many tasks print its name', () => {
    const tasks = Array.from(
      { length: 6 },
      (__, at) => `${at + 1}.年度十佳案例评选第${at + 1}步。做好。（责任单位：县财政局；完成时限：12月31日）`,
    )
    expect(
      found('某县2023年方案', '一、要求', '年度十佳案例评选于2024年初开展。', '附件', '任务清单', ...tasks),
    ).toEqual([])
  })
})
