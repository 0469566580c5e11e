import { cpus } from 'node:os'
import chineseDays from 'chinese-days'
import { defaultAlertRule } from '@yingshang/core/kernel/alert-level-rule'
import { addDays, dayNumber, isoDay, weekday } from '@yingshang/core/kernel/dates'
import { computeDeadline, recountDeadline } from '@yingshang/core/kernel/deadline'
import { defaultCountingRule, type DeadlineRule } from '@yingshang/core/kernel/deadline-rule'
import { publishedYears, shippedCalendarVersion } from '@yingshang/core/kernel/work-calendar-notices'
import { withLocalDays } from '@yingshang/core/kernel/work-calendar-year'
import {
  addWorkingDays,
  addWorkingDaysToMany,
  buildWorkCalendar,
  countWorkingDays,
} from '@yingshang/core/kernel/work-calendar'

// Figures of the work calendar, beside a day-by-day walk and a library: `node bench/work-calendar.ts`.
// Every figure is the median of five runs after one to warm up; every answer is also checked.

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

// Starts spread over the published years by a fixed step, so that runs compare.
const firstStart = dayNumber('2020-01-02')
const starts = Array.from({ length: 1_000_000 }, (_, i) => isoDay(firstStart + ((i * 7919) % 2400)))
const few = starts.slice(0, 20_000)

function median(work: () => void): number {
  const times = Array.from({ length: 6 }, () => {
    const begun = performance.now()
    work()
    return performance.now() - begun
  })
  return times.slice(1).sort((a, b) => a - b)[2]!
}

const rows: { what: string; value: string; wrong: string }[] = []
let sink = 0
function rate(what: string, from: readonly string[], run: (day: string) => string | number, wrong = '–') {
  const ms = median(() => {
    for (const day of from) sink += typeof run(day) === 'string' ? 1 : 2
  })
  const perSecond = Math.round((from.length / ms) * 1000)
  rows.push({ what, value: `${perSecond.toLocaleString('en')}/s`, wrong })
}
function time(what: string, run: () => void, wrong = '–') {
  rows.push({ what, value: `${median(run).toFixed(1)} ms`, wrong })
}
const wrongOf = (right: (day: string) => boolean) =>
  `${few.filter((day) => !right(day)).length} of ${few.length.toLocaleString('en')}`

const due = (day: string) => addWorkingDays(calendar, day, 15)
rate(
  'add 15 working days, ISO in and out',
  starts,
  due,
  wrongOf((day) => due(day) === walk(day, 15)),
)
rate(
  'count working days, ISO in',
  starts,
  (day) => countWorkingDays(calendar, '2020-01-01', day),
  wrongOf((day) => countWorkingDays(calendar, day, walk(day, 40)) === 40),
)
rate('day-by-day walk, 15 working days', few, (day) => walk(day, 15))
const library = (day: string) => chineseDays.findWorkday(15, day)
const hundred = few.slice(0, 2_000)
rate(
  'chinese-days findWorkday(15)',
  hundred,
  library,
  wrongOf((day) => library(day) === walk(day, 15)),
)

const changed = buildWorkCalendar(
  withLocalDays(shippedCalendarVersion, [{ date: '2022-10-12', kind: 'off', name: '本地放假', basis: 'bench' }], {
    id: 'changed',
    adoptedOn: '2022-10-01',
  }),
)
const from = Int32Array.from(starts, dayNumber)
const days = new Int32Array(starts.length).fill(15)
let bulk: Int32Array = new Int32Array()
time(
  '1,000,000 due days again with a new calendar (day numbers)',
  () => (bulk = addWorkingDaysToMany(changed, from, days)),
)
const bulkWrong = starts.filter((day, i) => i < 20_000 && isoDay(bulk[i]!) !== addWorkingDays(changed, day, 15)).length
rows.at(-1)!.wrong = `${bulkWrong} of 20,000`
let moved = 0
time('1,000,000 due days again (ISO in and out), moved ones listed', () => {
  moved = 0
  for (const day of starts) if (addWorkingDays(changed, day, 15) !== addWorkingDays(calendar, day, 15)) moved++
})
rows.at(-1)!.wrong = `${moved.toLocaleString('en')} moved`

const rule: DeadlineRule = {
  key: 'complaint.handle',
  ruleVersion: 'bench',
  days: 15,
  unit: 'working',
  counting: defaultCountingRule,
  alert: defaultAlertRule,
}
const records = starts.slice(0, 100_000).map((on) => computeDeadline(rule, { kind: 'assigned', on }, calendar))
time('100,000 whole deadline records recounted, alert thresholds included', () => {
  for (const record of records) sink += recountDeadline(record, rule, changed).countedDays
})
time('building a calendar of 27 years', () => void buildWorkCalendar(shippedCalendarVersion))

console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'} (${sink > 0 ? 'checked' : ''})`,
)
console.table(rows)
if (rows.some((row) => /^[1-9]\d* of/.test(row.wrong))) process.exitCode = 1
