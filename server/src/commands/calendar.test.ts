import { describe, expect, it } from 'vitest'
import { runCommandLine } from './run.ts'

async function calendar(...words: string[]) {
  const heard = { code: -1, out: '', error: '' }
  heard.code = await runCommandLine(['calendar', ...words], {
    directory: '.',
    print: (text) => (heard.out += text),
    complain: (text) => (heard.error += text),
  })
  return heard
}

describe('yingshang calendar', () => {
  it('adds working days and prints the day alone', async () => {
    expect(await calendar('add', '2022-09-28', '15')).toEqual({ code: 0, out: '2022-10-24\n', error: '' })
    expect(await calendar('add', '2022-10-24', '-15')).toEqual({ code: 0, out: '2022-09-28\n', error: '' })
  })

  it('counts working days between two days', async () => {
    expect(await calendar('count', '2022-09-28', '2022-10-24')).toEqual({ code: 0, out: '15\n', error: '' })
  })

  it('explains a line a day', async () => {
    const { code, out, error } = await calendar('explain', '2022-09-28', '15')
    const lines = out.trimEnd().split('\n')
    expect([code, error, lines.length]).toEqual([0, '', 27])
    expect(lines).toContain('2022-10-01 周六 不计：国庆节放假')
    expect(lines).toContain('2022-10-08 周六 第 3 个工作日（国庆节调休上班）')
    expect(lines.at(-1)).toBe('2022-10-24 周一 第 15 个工作日')
  })

  it('says on standard error that a result is provisional', async () => {
    const { code, out, error } = await calendar('add', '2026-12-21', '15')
    expect([code, out]).toEqual([0, '2027-01-12\n'])
    expect(error).toMatch(/^暂定[^\n]+\n$/)
  })

  it.each([
    [['add'], 'calendar.usage'],
    [['add', '2022-09-28'], 'calendar.usage'],
    [['count', '2022-09-28', '2022-10-24', '1'], 'calendar.usage'],
    [['add', '2022-02-30', '1'], 'calendar.day-invalid'],
    [['count', '2022-09-28', '明天'], 'calendar.day-invalid'],
    [['add', '2022-09-28', '1.5'], 'calendar.days-invalid'],
    [['explain', '2022-09-28', '0'], 'calendar.days-invalid'],
    [['add', '2040-12-30', '30'], 'calendar.outside'],
  ])('answers %j with one line and code 2', async (words, code) => {
    const heard = await calendar(...words)
    expect([heard.code, heard.out]).toEqual([2, ''])
    expect(heard.error).toMatch(/^[^\n]+\n$/)
    expect(heard.error).toContain(code)
  })
})
