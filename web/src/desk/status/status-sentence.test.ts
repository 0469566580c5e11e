import { expect, test } from 'vitest'
import { statusSentence } from './status-sentence.ts'

test('what fails is said before what needs a look, and what is not in use is not counted', () => {
  const checks = [
    { title: '数据库', level: 'fine' },
    { title: '备份', level: 'warning' },
    { title: '磁盘', level: 'failing' },
    { title: '电子邮件', level: 'off' },
    { title: '工作日历', level: 'warning' },
  ] as const
  expect(statusSentence(checks)).toBe('1 项有故障：磁盘；2 项请留意：备份、工作日历。')
})

test('nothing to do is said as such', () => {
  const checks = [
    { title: '数据库', level: 'fine' },
    { title: '电子邮件', level: 'off' },
  ] as const
  expect(statusSentence(checks)).toBe('启用的各项都正常。')
})
