import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber, isoDay } from '../kernel/dates.ts'
import { shippedCalendarVersion } from '../kernel/work-calendar-notices.ts'
import { buildWorkCalendar } from '../kernel/work-calendar.ts'
import { isQuiet, sendableFrom } from './quiet-hours.ts'

const calendar = buildWorkCalendar(shippedCalendarVersion)
const night = { from: '20:00', until: '08:00', restDays: true }
const noon = { from: '12:00', until: '14:00', restDays: false }

test.each([
  ['2022-09-28', '09:00', '2022-09-28', '09:00'],
  ['2022-09-28', '07:59', '2022-09-28', '08:00'],
  ['2022-09-28', '20:00', '2022-09-29', '08:00'],
  ['2022-09-28', '19:59', '2022-09-28', '19:59'],
  // Friday evening before National Day, and a day inside it, wait for the worked Saturday
  ['2022-09-30', '21:00', '2022-10-08', '08:00'],
  ['2022-10-03', '10:00', '2022-10-08', '08:00'],
])('a reminder of %s %s leaves on %s at %s', (day, at, sentOn, sentAt) => {
  expect(sendableFrom(night, { day, at }, calendar)).toEqual({ day: sentOn, at: sentAt })
})

test('quiet hours inside a day, without rest days', () => {
  expect(sendableFrom(noon, { day: '2022-10-01', at: '12:00' }, calendar)).toEqual({ day: '2022-10-01', at: '14:00' })
  expect(isQuiet(noon, { day: '2022-10-01', at: '14:00' }, calendar)).toBe(false)
  expect(isQuiet(noon, { day: '2022-10-01', at: '12:00' }, calendar)).toBe(true)
})

test('quiet hours over midnight begin with their first minute and end before their last', () => {
  const quietAt = (at: string) => isQuiet(night, { day: '2022-09-28', at }, calendar)
  expect(['19:59', '20:00', '00:00', '07:59', '08:00'].map(quietAt)).toEqual([false, true, true, true, false])
})

test('the moment found is never quiet, never earlier, and the moment itself when it was not quiet', () => {
  const minute = fc
    .integer({ min: 0, max: 1439 })
    .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`)
  const day = fc.integer({ min: dayNumber('2022-01-01'), max: dayNumber('2023-12-31') }).map(isoDay)
  fc.assert(
    fc.property(fc.record({ from: minute, until: minute, restDays: fc.boolean() }), day, minute, (quiet, on, at) => {
      const moment = { day: on, at }
      const sent = sendableFrom(quiet, moment, calendar)
      expect(isQuiet(quiet, sent, calendar)).toBe(false)
      expect(`${sent.day} ${sent.at}` >= `${on} ${at}`).toBe(true)
      if (!isQuiet(quiet, moment, calendar)) expect(sent).toEqual(moment)
    }),
  )
})
