import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeHolidayFile } from '@yingshang/core/kernel/work-calendar-file'
import { publishedYears } from '@yingshang/core/kernel/work-calendar-notices'
import { afterAll, describe, expect, it } from 'vitest'
import { runCommandLine } from './run.ts'

const directory = mkdtempSync(path.join(tmpdir(), 'yingshang-calendar-'))
afterAll(() => rmSync(directory, { recursive: true }))

async function calendar(...words: string[]) {
  const heard = { code: -1, out: '', error: '' }
  heard.code = await runCommandLine(['calendar', ...words], {
    directory,
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

describe('yingshang calendar preview', () => {
  const file = (name: string, text: string) => {
    writeFileSync(path.join(directory, name), text)
    return name
  }

  it('says that a known year changes nothing', async () => {
    const heard = await calendar('preview', file('2022.json', writeHolidayFile(publishedYears[2]!)))
    expect(heard).toEqual({ code: 0, out: '2022 年的安排与现有日历一致\n', error: '' })
  })

  it('shows the days that a pasted notice would change, and what is missing from it', async () => {
    const text = [
      '关于2027年部分节假日安排的通知',
      '一、元旦：1月1日（周五）至3日（周日）放假，共3天。1月9日（周六）上班。',
      '国务院办公厅',
      '2026年11月1日',
    ]
    const { code, out, error } = await calendar('preview', file('notice.txt', text.join('\n')))
    expect(code).toBe(0)
    expect(out.split('\n')).toContain('2027-01-09 周六 周末 → 元旦调休上班 *')
    expect(error).toContain('calendar.holiday-missing')
    expect(error).toContain('calendar.notice-no-number')
  })

  it.each([
    ['missing.json', 'calendar.file-missing'],
    ['.', 'calendar.file-missing'],
    [file('broken.json', '{"year": 2027,'), 'calendar.file-not-json'],
    [file('wrong.txt', '关于2027年部分节假日安排的通知一、元旦：1月1日（周三）放假。'), 'calendar.notice-weekday'],
    [file('huge.txt', 'x'.repeat(3_000_000)), 'calendar.file-too-large'],
  ])('%s cannot be used: %s', async (name, code) => {
    const heard = await calendar('preview', name)
    expect([heard.code, heard.out]).toEqual([2, ''])
    expect(heard.error).toContain(code)
  })
})
