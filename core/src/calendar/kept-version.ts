import { z } from 'zod'
import { calendarVersion, calendarYear, localDay, type CalendarVersion } from '../kernel/work-calendar-year.ts'

/** Six digits of GB/T 2260. A code that ends in zeros stands for everything inside: 320000 for the whole province. */
export const divisionCode = z.string().regex(/^[1-9]\d{5}$/, '行政区划代码是六位数字')

/** A place's own day (地方安排, rule D-07): it counts in this division and in every division inside it. */
export const overlayDay = localDay.extend({ division: divisionCode })
export type OverlayDay = z.infer<typeof overlayDay>

/**
 * One version of the calendar as an installation keeps it: what the State Council arranges for everybody, and the local
 * days of each division on top. Versions are numbered from 1 and never change.
 */
export const keptVersion = z.object({
  number: z.number().int().min(1),
  id: z.string().min(1),
  adoptedOn: calendarVersion.shape.adoptedOn,
  years: z.array(calendarYear),
  overlay: z.array(overlayDay),
})
export type KeptVersion = z.infer<typeof keptVersion>

/** The id that deadlines keep. The first version has the id of the calendar the program came with. */
export function versionIdOf(number: number): string {
  return `work-calendar-${number}`
}

/** True when `division` is `code` itself or lies inside it. */
export function divisionCovers(code: string, division: string): boolean {
  return division.startsWith(significant(code))
}

// Pairs of digits: province, city, county. 320700 covers 320724, 320000 covers both.
function significant(code: string): string {
  return code.endsWith('0000') ? code.slice(0, 2) : code.endsWith('00') ? code.slice(0, 4) : code
}

/** The calendar of one division, ready for `buildWorkCalendar`. Where two local days name one day, the nearer place wins. */
export function calendarOfDivision(version: KeptVersion, division: string): CalendarVersion {
  const local = version.overlay
    .filter((day) => divisionCovers(day.division, division))
    .toSorted((a, b) => significant(a.division).length - significant(b.division).length)
  return {
    id: version.id,
    adoptedOn: version.adoptedOn,
    years: version.years,
    localDays: local.map(({ date, kind, name, basis }) => ({ date, kind, name, basis })),
  }
}
