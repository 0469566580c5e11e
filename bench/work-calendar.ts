import chineseDays from 'chinese-days'
import { defaultAlertRule } from '@yingshang/core/kernel/alert-level-rule'
import { addDays, dayNumber, isoDay, weekday } from '@yingshang/core/kernel/dates'
import { computeDeadline, recountDeadline } from '@yingshang/core/kernel/deadline'
import { recountEffect, touchedBetween } from '@yingshang/core/kernel/deadline-recount'
import { defaultCountingRule, type DeadlineRule } from '@yingshang/core/kernel/deadline-rule'
import { publishedYears, shippedCalendarVersion } from '@yingshang/core/kernel/work-calendar-notices'
import { withLocalDays } from '@yingshang/core/kernel/work-calendar-year'
import {
  addWorkingDays,
  addWorkingDaysToMany,
  buildWorkCalendar,
  countWorkingDays,
} from '@yingshang/core/kernel/work-calendar'
import { medianOf, report, type Figure } from './report.ts'

// Figures of the work calendar, beside a day-by-day walk and a library: `node bench/work-calendar.ts`. Every answer is
// also checked; a wrong one is a figure with the limit 0.

const calendar = buildWorkCalendar(shippedCalendarVersion)
const off = new Set<string>()
const worked = new Set<string>()
for (const { days } of publishedYears) for (const { date, kind } of days) (kind === 'off' ? off : worked).add(date)

/** The reference: one day at a time by the notices' lists and the day of the week. */
function walk(from: string, n: number): string {
  let day = from
  for (let left = n; left > 0;) {
    day = addDays(day, 1)
    if (worked.has(day) || (!off.has(day) && weekday(day) <= 5)) left--
  }
  return day
}

// A million starts spread over the published years by a fixed step, so that runs compare; every length from 1 to 60.
const million = 1_000_000
const firstStart = dayNumber('2020-01-02')
const starts = Array.from({ length: million }, (_, i) => isoDay(firstStart + ((i * 7919) % 2300)))
const lengths = Int32Array.from({ length: million }, (_, i) => 1 + (i % 60))
const few = starts.slice(0, 2_000)

const figures: Figure[] = []
let sink = 0
async function rate(
  what: string,
  days: readonly string[],
  run: (day: string, place: number) => string | number,
  limit?: number,
) {
  const ms = await medianOf(
    () => {
      for (let i = 0; i < days.length; i++) sink += typeof run(days[i]!, i) === 'string' ? 1 : 2
    },
    5,
    1,
  )
  const value = (days.length / ms) * 1000
  figures.push({ what, value, unit: '/s', ...(limit === undefined ? {} : { limit, good: 'more' }) })
}
async function time(what: string, run: () => void, limit?: number) {
  figures.push({ what, value: await medianOf(run, 5, 1), unit: 'ms', ...(limit === undefined ? {} : { limit }) })
}
function wrong(what: string, count: number) {
  figures.push({ what: `wrong: ${what}`, value: count, unit: '', limit: 0 })
}

const due = (day: string, i: number) => addWorkingDays(calendar, day, lengths[i]!)
await rate('add 1 to 60 working days, ISO in and out', starts, due, 1_000_000)
let different = 0
const seen = new Map<string, string>()
for (let i = 0; i < million; i++) {
  const key = `${starts[i]} ${lengths[i]}`
  let walked = seen.get(key)
  if (walked === undefined) seen.set(key, (walked = walk(starts[i]!, lengths[i]!)))
  if (due(starts[i]!, i) !== walked) different++
  if (countWorkingDays(calendar, starts[i]!, walked) !== lengths[i]) different++
}
wrong('a million additions and counts against the day-by-day walk', different)
await rate('count working days, ISO in', starts, (day) => countWorkingDays(calendar, '2020-01-01', day))
await rate('the day-by-day walk itself, 15 working days', few, (day) => walk(day, 15))
await rate('chinese-days findWorkday(15)', few, (day) => chineseDays.findWorkday(15, day))
wrong('chinese-days against the walk', few.filter((day) => chineseDays.findWorkday(15, day) !== walk(day, 15)).length)

const changed = buildWorkCalendar(
  withLocalDays(shippedCalendarVersion, [{ date: '2022-10-12', kind: 'off', name: '本地放假', basis: 'bench' }], {
    id: 'changed',
    adoptedOn: '2022-10-01',
  }),
)
const from = Int32Array.from(starts, dayNumber)
let bulk: Int32Array = new Int32Array()
await time(
  'a million due days again with a new calendar, day numbers',
  () => {
    bulk = addWorkingDaysToMany(changed, from, lengths)
  },
  200,
)
wrong(
  'the million day numbers against one by one',
  starts.filter((day, i) => isoDay(bulk[i]!) !== addWorkingDays(changed, day, lengths[i]!)).length,
)
let moved = 0
await time(
  'a million due days again, ISO in and out, the moved ones counted',
  () => {
    moved = 0
    for (let i = 0; i < million; i++)
      if (addWorkingDays(changed, starts[i]!, lengths[i]!) !== addWorkingDays(calendar, starts[i]!, lengths[i]!))
        moved++
  },
  200,
)

const rule: DeadlineRule = {
  key: 'complaint.handle',
  ruleVersion: 'bench',
  days: 15,
  unit: 'working',
  counting: defaultCountingRule,
  alert: defaultAlertRule,
}
const records = starts.map((on, i) =>
  computeDeadline({ ...rule, days: lengths[i]! }, { kind: 'assigned', on }, calendar),
)
let changedRecords = 0
await time(
  'a million deadline records: those that the changed day touches recounted, the moved ones listed',
  () => {
    changedRecords = 0
    const touches = touchedBetween(calendar, changed)
    for (const record of records)
      if (
        touches(record.dayZero, record.dueOn) &&
        recountEffect(record, recountDeadline(record, rule, changed)) !== null
      )
        changedRecords++
  },
  200,
)
const listed = changedRecords
await time('the same by recounting every record with its alert thresholds', () => {
  changedRecords = 0
  for (const record of records)
    if (recountEffect(record, recountDeadline(record, rule, changed)) !== null) changedRecords++
})
wrong('records that move but were not listed', Math.abs(changedRecords - listed))
await time('building a calendar of 27 years', () => void buildWorkCalendar(shippedCalendarVersion))

const volume = `a million starts from 2020 to 2026, periods of 1 to 60 working days; one day changed: ${moved.toLocaleString('en')} due days and ${changedRecords.toLocaleString('en')} records move; median of 5 runs${sink > 0 ? '' : ' (nothing ran)'}`
if (!report({ name: 'work-calendar', volume, figures })) process.exitCode = 1
