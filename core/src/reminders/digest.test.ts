import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestOf, plainInMarkdown, textWithin } from './digest.ts'
import { newsWords, shortTitle } from './labels.zh.ts'
import { newsKinds, newsPayload } from './news.ts'

describe('news as one message', () => {
  it('one piece: its heading in the subject, its sentence, and where to go on', () => {
    const news = { kind: 'task.returned', facts: { no: '12', title: '压缩企业开办时间', dueOn: '2022-09-30' } } as const
    expect(digestOf([{ news }], 'https://desk.example')).toEqual({
      subject: '【营商办】退回修改',
      lines: [
        '【退回修改】第 12 项“压缩企业开办时间”退回修改，期限 2022年9月30日，请看退回意见。',
        '请登录系统办理：https://desk.example',
      ],
    })
  })

  it('several: overdue before due soon before the rest, numbered, with the unit where it matters', () => {
    const { subject, lines } = digestOf(
      [
        { news: { kind: 'task.assigned', facts: { parts: 3 } }, unitName: '甲镇' },
        { news: { kind: 'task.dueSoon', facts: { no: '2', daysLeft: 2 } } },
        { news: { kind: 'task.overdue', facts: { no: '1', daysLeft: -4 } } },
      ],
      null,
    )
    expect(subject).toBe('【营商办】逾期等 3 条提醒')
    expect(lines.map((line) => line.slice(0, 12))).toEqual([
      '1. 【逾期】第 1 项',
      '2. 【临期】第 2 项',
      '3. 甲镇：【新任务】交',
      '请登录系统办理。',
    ])
    expect(lines[0]).toContain('已超 4 个工作日')
  })

  it('a daily summary lists ten things and counts the rest', () => {
    const items = Array.from({ length: 13 }, (_, index) => ({ no: `${index + 1}`, title: '任务', dueOn: '2022-09-30' }))
    const { lines } = digestOf([{ news: { kind: 'task.overdue', facts: { count: 13 }, items } }], null)
    expect(lines).toHaveLength(13)
    expect(lines.at(-2)).toContain('另有 3 项')
  })

  it('every kind has a sentence without gaps, with no fact and with all facts', () => {
    const all = { no: '1', title: '任务', dueOn: '2022-09-30', daysLeft: 1, count: 2, parts: 2, unit: '甲镇' }
    for (const kind of newsKinds) {
      for (const facts of [{}, all]) {
        const text = newsWords[kind].sentence(facts)
        expect(text, kind).not.toMatch(/undefined|NaN|null|“”|，，/)
        expect(text.endsWith('。'), kind).toBe(true)
      }
    }
  })

  it('property: a text stays within its bytes and is cut at whole lines', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), fc.integer({ min: 60, max: 400 }), (raw, bytes) => {
        const lines = raw.map((line) => line.replaceAll('\n', ' '))
        const text = textWithin(lines, bytes)
        expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(bytes)
        const kept = text.split('\n')
        if (text !== lines.join('\n')) expect(kept.at(-1)).toBe('……余下内容请登录系统查看。')
        const whole = text === lines.join('\n') ? kept : kept.slice(0, -1)
        expect(lines.slice(0, whole.length)).toEqual(whole)
      }),
    )
  })

  it('a title cannot format, link or mention anybody', () => {
    expect(plainInMarkdown('[点这里](http://x) <@all> **急** `x`')).not.toMatch(/[[\]<>*`@]/)
    expect([...shortTitle('长'.repeat(40))]).toHaveLength(24)
  })
})

describe('what an outbox item may carry', () => {
  it('what is not known is dropped, so no name or number reaches the queue', () => {
    const parsed = newsPayload.parse({
      kind: 'task.returned',
      unitId: '00000000-0000-4000-8000-000000000001',
      mobile: '13900000000',
      facts: { no: '1', reason: '某某写的意见', personName: '某某' },
    })
    expect(JSON.stringify(parsed)).not.toMatch(/某某|13900000000/)
    expect(parsed.facts).toEqual({ no: '1' })
  })

  it('an unknown kind is refused', () => {
    expect(newsPayload.safeParse({ kind: 'task.sung', facts: {} }).success).toBe(false)
  })
})
