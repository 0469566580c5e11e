/**
 * Calendar days without `Date`: an ISO day string and its number (days since 1970-01-01). The day number form is what
 * the work calendar counts with; the algorithms are the civil-day formulas of the proleptic Gregorian calendar.
 */
export type IsoDate = string

/** Days since 1970-01-01 of a day string `YYYY-MM-DD`. The string must be valid; see `isIsoDate`. */
export function dayNumber(iso: IsoDate): number {
  const year = +iso.slice(0, 4)
  const month = +iso.slice(5, 7)
  const day = +iso.slice(8, 10)
  return civilDay(year, month, day)
}

/** Days since 1970-01-01 of a civil day; month 1–12. */
export function civilDay(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** The day string of a day number. */
export function isoDay(number: number): IsoDate {
  const z = number + 719468
  const era = Math.floor(z / 146097)
  const doe = z - era * 146097
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365)
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const day = doy - Math.floor((153 * mp + 2) / 5) + 1
  const month = mp < 10 ? mp + 3 : mp - 9
  const year = yoe + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`
}

/** True for an existing day of the years 1900–2199, written `YYYY-MM-DD`. */
export function isIsoDate(text: string): text is IsoDate {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false
  return isoDay(dayNumber(text)) === text
}

export function addDays(iso: IsoDate, days: number): IsoDate {
  return isoDay(dayNumber(iso) + days)
}

/** The corresponding day of a later month, or that month's last day where it has none (民法典 202). `months` ≥ 0. */
export function addMonths(iso: IsoDate, months: number): IsoDate {
  const month = +iso.slice(0, 4) * 12 + +iso.slice(5, 7) - 1 + months
  const last = lastDayOfMonth(Math.floor(month / 12), (month % 12) + 1)
  const same = `${last.slice(0, 8)}${iso.slice(8, 10)}`
  return same < last ? same : last
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(iso: IsoDate): number {
  return ((((dayNumber(iso) + 3) % 7) + 7) % 7) + 1
}

/** The last day of a month; month 1–12. */
export function lastDayOfMonth(year: number, month: number): IsoDate {
  return isoDay(month === 12 ? civilDay(year + 1, 1, 1) - 1 : civilDay(year, month + 1, 1) - 1)
}

/** Midnight at the start of a day in China Standard Time, the product's only zone, as epoch milliseconds. */
export function startOfDayInChina(iso: IsoDate): number {
  return dayNumber(iso) * 86_400_000 - 8 * 3_600_000
}

/** The day in China Standard Time of an instant in epoch milliseconds. */
export function dayInChina(epochMs: number): IsoDate {
  return isoDay(Math.floor((epochMs + 8 * 3_600_000) / 86_400_000))
}
