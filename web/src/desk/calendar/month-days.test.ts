import { shippedCalendarVersion } from '@yingshang/core/kernel/work-calendar-notices'
import { buildWorkCalendar } from '@yingshang/core/kernel/work-calendar'
import { expect, test } from 'vitest'
import { dayMarks, holidaysOf, monthsOf } from './month-days.ts'

const calendar = buildWorkCalendar(shippedCalendarVersion)
const months = monthsOf(calendar, 2022)

test('a year has its days once, in weeks from Monday, and the working days of the notice', () => {
  const days = months.flatMap((month) => month.weeks.flat()).filter((day) => day !== null)
  expect(days).toHaveLength(365)
  expect(months.map((month) => month.workingDays).reduce((a, b) => a + b)).toBe(249)
  const october = months[9]!
  expect(october.weeks[0]!.map((day) => day?.day.slice(8) ?? '')).toEqual(['', '', '', '', '', '01', '02'])
  expect(october.weeks[1]!.map((day) => dayMarks[day!.kind] ?? '')).toEqual(['休', '休', '休', '休', '休', '班', '班'])
})

test('the holidays read like the notice', () => {
  const rows = holidaysOf(months)
  expect(rows.find((row) => row.name === '国庆节')).toEqual({
    name: '国庆节',
    local: false,
    off: [{ from: '2022-10-01', to: '2022-10-07', days: 7 }],
    worked: ['2022-10-08', '2022-10-09'],
  })
  // The last day of the year belongs to the next 元旦.
  const newYear = rows.filter((row) => row.name.startsWith('元旦')).map((row) => [row.name, row.off[0]!.from])
  expect(newYear).toEqual([
    ['元旦', '2022-01-01'],
    ['元旦（下一年）', '2022-12-31'],
  ])
})
