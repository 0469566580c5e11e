import { expect, test } from 'vitest'
import { inboxFigures, inboxSentence } from './inbox-words.ts'

const none = { toSign: 0, toSignOff: 0, returned: 0, dueSoon: 0, overdue: 0, partsOwed: 0 }

test('an empty inbox says so', () => {
  expect(inboxSentence(none)).toBe('没有等着办的投诉。')
})

test('the sentence leaves out what is nothing, the figures leave out nothing', () => {
  const counts = { ...none, toSign: 2, overdue: 1 }
  expect(inboxSentence(counts)).toBe('待签收 2 件，逾期 1 件。')
  expect(inboxFigures(counts)).toHaveLength(6)
  expect(inboxFigures(counts).filter((one) => one.late)).toEqual([{ label: '逾期', value: 1, late: true }])
})
