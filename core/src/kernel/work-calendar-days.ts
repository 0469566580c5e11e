import { dayNumber, isoDay, type IsoDate } from './dates.ts'
import { firstCalendarYear, lastCalendarYear } from './work-calendar-statutory.ts'

/**
 * The days every work calendar covers, numbered from 0, as strings made once: so that counting neither builds nor
 * parses a date. 27 years are about 10,000 strings.
 */
export const firstCalendarDay: IsoDate = `${firstCalendarYear}-01-01`
export const lastCalendarDay: IsoDate = `${lastCalendarYear}-12-31`
/** The number of the first covered day, in days since 1970-01-01. */
export const firstDayNumber = dayNumber(firstCalendarDay)
export const calendarLength = dayNumber(lastCalendarDay) - firstDayNumber + 1

const isoOfIndex: readonly IsoDate[] = Array.from({ length: calendarLength }, (_, index) =>
  isoDay(firstDayNumber + index),
)
const indexOfMonth = Int32Array.from({ length: (lastCalendarYear - firstCalendarYear + 1) * 12 }, (_, month) => {
  const year = firstCalendarYear + Math.floor(month / 12)
  return dayNumber(`${year}-${String((month % 12) + 1).padStart(2, '0')}-01`) - firstDayNumber
})

/** Thrown for a day that does not exist or that no calendar covers. Check with `isCalendarDay` where people type. */
export class OutsideCalendar extends RangeError {
  readonly code = 'calendar.outside'
  readonly facts: Readonly<Record<string, string | number>>

  constructor(asked: string) {
    super(`${asked} is not a day between ${firstCalendarDay} and ${lastCalendarDay}`)
    this.facts = { asked, first: firstCalendarDay, last: lastCalendarDay }
  }
}

/** True for an existing day, written `YYYY-MM-DD`, of the covered years. */
export function isCalendarDay(text: string): text is IsoDate {
  return isoOfIndex[indexGuess(text)] === text
}

/** The index of a covered day. Throws `OutsideCalendar` for every other text. */
export function indexOfDay(iso: IsoDate): number {
  const index = indexGuess(iso)
  // One comparison with the stored string catches 30 February, a thirteenth month, letters and days out of range alike.
  if (isoOfIndex[index] !== iso) throw new OutsideCalendar(iso)
  return index
}

/** The day of an index; throws `OutsideCalendar` before the first and after the last day. */
export function dayOfIndex(index: number): IsoDate {
  const iso = isoOfIndex[index]
  if (iso === undefined) throw new OutsideCalendar(isoDay(firstDayNumber + index))
  return iso
}

function indexGuess(iso: string): number {
  const year = iso.charCodeAt(0) * 1000 + iso.charCodeAt(1) * 100 + iso.charCodeAt(2) * 10 + iso.charCodeAt(3) - 53328
  const month = iso.charCodeAt(5) * 10 + iso.charCodeAt(6) - 529
  return indexOfMonth[(year - firstCalendarYear) * 12 + month]! + iso.charCodeAt(8) * 10 + iso.charCodeAt(9) - 529
}
