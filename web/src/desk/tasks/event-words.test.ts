import { describe, expect, test } from 'vitest'
import { correctedReports, eventText } from './event-words.ts'

describe('a corrected report', () => {
  const first = { what: 'progressReported', facts: { reportId: 'r1', text: '完成 30 户' } }
  const second = { what: 'progressReported', facts: { reportId: 'r2', corrects: 'r1', text: '完成 13 户' } }
  const other = { what: 'progressReported', facts: { reportId: 'r3', text: '完成 8 户' } }
  const corrected = correctedReports([second, other, first])
  const said = ({ what, facts }: typeof first) => eventText(what, facts, corrected)

  test('stays in the time line, marked', () => {
    expect(said(first)).toBe('报送了进展（已更正）')
  })

  test('is followed by the one that corrects it; others are as they were', () => {
    expect(said(second)).toBe('更正了进展')
    expect(said(other)).toBe('报送了进展')
  })
})

test('an event without a report is never taken for a corrected one', () => {
  expect(eventText('signed', {}, correctedReports([{ facts: {} }]))).not.toContain('已更正')
})
