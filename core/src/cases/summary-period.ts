import { addDays, dayNumber, type IsoDate } from '../kernel/dates.ts'

/** Two windows of the same length, one after the other: what is told and what it is compared with. */
export interface SummaryPeriod {
  readonly from: IsoDate
  readonly to: IsoDate
  readonly beforeFrom: IsoDate
  readonly beforeTo: IsoDate
}

/** Four whole weeks, so that no window has more weekends than the other. */
const usualDays = 28

/** The window asked for, or the last four weeks up to today, and the one of the same length before it. */
export function summaryPeriod(today: IsoDate, from: IsoDate | undefined, to: IsoDate | undefined): SummaryPeriod {
  const last = to ?? today
  const first = from !== undefined && from <= last ? from : addDays(last, 1 - usualDays)
  const length = dayNumber(last) - dayNumber(first) + 1
  return { from: first, to: last, beforeFrom: addDays(first, -length), beforeTo: addDays(first, -1) }
}

export interface Compared {
  readonly now: number
  readonly before: number
}

/** What got worse, the largest growth first, at most `most`; of equal growth the larger figure. Falling figures are left out. */
export function worseThanBefore<Item extends Compared>(items: readonly Item[], most: number): Item[] {
  return items
    .filter((one) => one.now > one.before)
    .toSorted((one, other) => other.now - other.before - (one.now - one.before) || other.now - one.now)
    .slice(0, most)
}
