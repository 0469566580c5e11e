import { addDays, dayNumber, lastDayOfMonth, weekday, type IsoDate } from './dates.ts'

/** How often a recurring duty returns; the words of the plan package's `deadline.every`. */
export const recurrences = ['week', 'month', 'quarter', 'halfYear', 'year'] as const
export type Recurrence = (typeof recurrences)[number]

export function isRecurrence(text: string): text is Recurrence {
  return (recurrences as readonly string[]).includes(text)
}

/**
 * What becomes of a period that the campaign covers only in part: it counts as a period of its own, is merged with its
 * neighbour, or carries no duty.
 */
export const stubRules = ['count', 'merge', 'skip'] as const
export type StubRule = (typeof stubRules)[number]

/** One period of a recurring duty. */
export interface DutyPeriod {
  /** `2022-Q3`, `2022-07`, `2022-H2`, `2022`, `2022-W27`; a merged period has the key of its longer part. */
  readonly key: string
  /** First and last day of the period inside the campaign. */
  readonly opens: IsoDate
  readonly due: IsoDate
  /** True when the campaign covers only a part of the calendar's period. */
  readonly stub: boolean
}

interface Piece extends DutyPeriod {
  readonly days: number
}

/**
 * The periods of a recurring duty inside a campaign, both ends included, in order (rule D-23). They do not overlap; with
 * `count` and `merge` they cover the campaign without a gap. Empty when the campaign ends before it starts, or when every
 * period is a stub and stubs are skipped.
 */
export function periodsOf(
  every: Recurrence,
  campaignStart: IsoDate,
  campaignEnd: IsoDate,
  stubRule: StubRule,
): DutyPeriod[] {
  const pieces: Piece[] = []
  for (let first = periodStart(every, campaignStart); first <= campaignEnd;) {
    const last = periodEnd(every, first)
    const opens = first < campaignStart ? campaignStart : first
    const due = last > campaignEnd ? campaignEnd : last
    const days = dayNumber(due) - dayNumber(opens) + 1
    if (days > 0) pieces.push({ key: periodKey(every, first), opens, due, stub: opens !== first || due !== last, days })
    first = addDays(last, 1)
  }
  if (stubRule === 'skip') return pieces.filter((piece) => !piece.stub).map(asPeriod)
  return (stubRule === 'merge' ? mergeStubs(pieces) : pieces).map(asPeriod)
}

// Only the first and the last piece can be stubs. The last one goes first, so that two adjoining stubs become one period.
function mergeStubs(pieces: readonly Piece[]): Piece[] {
  const merged = [...pieces]
  if (merged.length > 1 && merged.at(-1)!.stub) merged.splice(-2, 2, join(merged.at(-2)!, merged.at(-1)!))
  if (merged.length > 1 && merged[0]!.stub) merged.splice(0, 2, join(merged[0]!, merged[1]!))
  return merged
}

function join(first: Piece, second: Piece): Piece {
  const longer = second.days > first.days ? second : first
  return {
    key: longer.key,
    opens: first.opens,
    due: second.due,
    stub: first.stub && second.stub,
    days: first.days + second.days,
  }
}

function asPeriod({ key, opens, due, stub }: Piece): DutyPeriod {
  return { key, opens, due, stub }
}

const monthsOf = { month: 1, quarter: 3, halfYear: 6, year: 12 } as const

/** The first day of the calendar's period that holds `day`; weeks begin on Monday. */
function periodStart(every: Recurrence, day: IsoDate): IsoDate {
  if (every === 'week') return addDays(day, 1 - weekday(day))
  const length = monthsOf[every]
  const month = Math.floor((+day.slice(5, 7) - 1) / length) * length + 1
  return `${day.slice(0, 4)}-${twoDigits(month)}-01`
}

function periodEnd(every: Recurrence, first: IsoDate): IsoDate {
  if (every === 'week') return addDays(first, 6)
  return lastDayOfMonth(+first.slice(0, 4), +first.slice(5, 7) + monthsOf[every] - 1)
}

function periodKey(every: Recurrence, first: IsoDate): string {
  const year = first.slice(0, 4)
  const month = +first.slice(5, 7)
  if (every === 'year') return year
  if (every === 'halfYear') return `${year}-H${month <= 6 ? 1 : 2}`
  if (every === 'quarter') return `${year}-Q${(month + 2) / 3}`
  if (every === 'month') return `${year}-${twoDigits(month)}`
  // ISO 8601: a week belongs to the year of its Thursday.
  const thursday = addDays(first, 3)
  const weekYear = thursday.slice(0, 4)
  return `${weekYear}-W${twoDigits(Math.floor((dayNumber(thursday) - dayNumber(`${weekYear}-01-01`)) / 7) + 1)}`
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}

/**
 * The days on which an ongoing task 长年坚持 owes its yearly conclusion (rule D-24): `monthDay` (`MM-DD`) of every year of
 * the campaign; the campaign's last day when none lies inside. It is never closed out.
 */
export function yearlyConclusions(campaignStart: IsoDate, campaignEnd: IsoDate, monthDay: string): IsoDate[] {
  const days: IsoDate[] = []
  for (let year = +campaignStart.slice(0, 4); year <= +campaignEnd.slice(0, 4); year++) {
    const day = `${year}-${monthDay}`
    if (day >= campaignStart && day <= campaignEnd) days.push(day)
  }
  return days.length > 0 ? days : [campaignEnd]
}
