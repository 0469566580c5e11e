import { z } from 'zod'
import { isIsoDate } from './dates.ts'

const isoDate = z.string().refine(isIsoDate, 'not a day of the calendar')

/**
 * What is known of a year. `published`: the State Council's notice is loaded. `provisional`: somebody entered the days
 * before the notice. `none`: nothing but the statutory holidays. Results that touch the last two are 暂定.
 */
export const yearStatuses = ['published', 'provisional', 'none'] as const
export type YearStatus = (typeof yearStatuses)[number]

/** One day that differs from the ordinary week, or is named by a notice: `off` 放假, `work` 调休上班. */
export const arrangedDay = z.object({ date: isoDate, kind: z.enum(['off', 'work']), name: z.string().min(1) })
export type ArrangedDay = z.infer<typeof arrangedDay>

/** Where the days of a year come from. */
export const calendarNotice = z.object({
  /** 发文字号 such as 国办发明电〔2021〕11号, or how the days came in when there is none. */
  number: z.string(),
  issuedOn: isoDate.nullable(),
  url: z.string(),
})
export type CalendarNotice = z.infer<typeof calendarNotice>

/**
 * The arrangements of one year, by the year of the notice's title. A notice may arrange the last days of the December
 * before it (rule D-05), so `days` may reach into `year - 1`.
 */
export const calendarYear = z.object({
  year: z.number().int(),
  status: z.enum(['published', 'provisional']),
  notices: z.array(calendarNotice),
  days: z.array(arrangedDay),
})
export type CalendarYear = z.infer<typeof calendarYear>

/** A day of the place's own: a local holiday or a local working day. It wins over the national arrangement (rule D-07). */
export const localDay = arrangedDay.extend({ basis: z.string().min(1) })
export type LocalDay = z.infer<typeof localDay>

/** One dated, immutable version of the whole calendar. A deadline keeps the id of the version it was counted with. */
export const calendarVersion = z.object({
  id: z.string().min(1),
  /** The day from which this version is used. */
  adoptedOn: isoDate,
  years: z.array(calendarYear),
  localDays: z.array(localDay),
})
export type CalendarVersion = z.infer<typeof calendarVersion>

/** The version that counts on a day: the newest adopted on or before it, otherwise the oldest; undefined for no version. */
export function calendarVersionOn(versions: readonly CalendarVersion[], day: string): CalendarVersion | undefined {
  const ordered = versions.toSorted((a, b) => (a.adoptedOn < b.adoptedOn ? -1 : a.adoptedOn > b.adoptedOn ? 1 : 0))
  return ordered.findLast((version) => version.adoptedOn <= day) ?? ordered[0]
}

/** A new version in which `year` replaces what was known of that year. The old version is not changed. */
export function withYear(
  version: CalendarVersion,
  year: CalendarYear,
  as: { readonly id: string; readonly adoptedOn: string },
): CalendarVersion {
  const others = version.years.filter((known) => known.year !== year.year)
  return { ...version, ...as, years: [...others, year].sort((a, b) => a.year - b.year) }
}

/** A new version with other local days. The old version is not changed. */
export function withLocalDays(
  version: CalendarVersion,
  localDays: readonly LocalDay[],
  as: { readonly id: string; readonly adoptedOn: string },
): CalendarVersion {
  return { ...version, ...as, localDays: [...localDays] }
}
