import { describe, expect, test } from 'vitest'
import { dayAndTimeText, dayText, momentText, shareText } from './day.ts'

describe('days and figures in words', () => {
  test('a day names its weekday', () => {
    expect(dayText('2022-10-24')).toBe('2022-10-24（周一）')
    expect(dayText('2022-10-08')).toBe('2022-10-08（周六）')
    expect(dayText('2023-01-01')).toBe('2023-01-01（周日）')
  })

  test('an instant is told in China, whatever the machine thinks', () => {
    expect(momentText('2022-09-27T16:30:00Z')).toBe('2022-09-28 00:30')
    expect(dayAndTimeText('2022-09-28', '2022-09-27T16:30:00Z')).toBe('2022-09-28（周三）00:30')
    expect(momentText('not a time')).toBe('')
  })

  test('a share always shows its count, also of nothing', () => {
    expect(shareText(48, 52)).toBe('92.3%（48/52）')
    expect(shareText(2, 3)).toBe('66.7%（2/3）')
    expect(shareText(5, 5)).toBe('100.0%（5/5）')
    expect(shareText(0, 0)).toBe('—（0/0）')
  })
})
