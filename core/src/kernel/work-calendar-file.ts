import { z } from 'zod'
import { isIsoDate } from './dates.ts'
import { checkYear, type CalendarProposal } from './work-calendar-proposal.ts'
import type { CalendarYear } from './work-calendar-year.ts'

/** The public format of the holiday-cn project; fields we do not use are ignored. */
const holidayFile = z.object({
  year: z.number().int(),
  papers: z.array(z.string()).default([]),
  days: z.array(
    z.object({ name: z.string().min(1), date: z.string().refine(isIsoDate, 'not a day'), isOffDay: z.boolean() }),
  ),
})

/** Reads a year in the holiday-cn format (rule D-27). Never throws; what is wrong is in `problems`. */
export function readHolidayFile(text: string): CalendarProposal {
  // What a browser puts in the place of bytes that are not UTF-8: names of holidays would come in mangled.
  if (text.includes('\u{FFFD}'))
    return { year: null, problems: [{ code: 'calendar.file-letters', severity: 'error', facts: {} }] }
  let json: unknown
  try {
    // A byte-order mark is common in files that went through a spreadsheet or an editor.
    json = JSON.parse(text.replace(/^\u{FEFF}/u, ''))
  } catch {
    return { year: null, problems: [{ code: 'calendar.file-not-json', severity: 'error', facts: {} }] }
  }
  const parsed = holidayFile.safeParse(json)
  if (!parsed.success) {
    const paths = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.') || 'year'))]
    return {
      year: null,
      problems: paths.map((path) => ({ code: 'calendar.file-shape', severity: 'error', facts: { text: path } })),
    }
  }
  const { year: number, papers, days } = parsed.data
  const year: CalendarYear = {
    year: number,
    status: 'published',
    notices: papers.map((url) => ({ number: '', issuedOn: null, url })),
    days: days
      .map(({ date, name, isOffDay }) => ({ date, kind: isOffDay ? ('off' as const) : ('work' as const), name }))
      .sort((a, b) => (a.date < b.date ? -1 : 1)),
  }
  return { year, problems: checkYear(year) }
}

/** The same format out, for another installation. */
export function writeHolidayFile(year: CalendarYear): string {
  const days = year.days.map(({ date, name, kind }) => ({ name, date, isOffDay: kind === 'off' }))
  return `${JSON.stringify({ year: year.year, papers: year.notices.map((notice) => notice.url), days }, null, 2)}\n`
}
