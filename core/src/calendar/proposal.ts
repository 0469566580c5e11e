import { z } from 'zod'
import { readHolidayFile } from '../kernel/work-calendar-file.ts'
import { readHolidayNotice } from '../kernel/work-calendar-notice.ts'
import type { CalendarProblem } from '../kernel/work-calendar-proposal.ts'
import type { CalendarYear } from '../kernel/work-calendar-year.ts'
import { changeProblems, type CalendarChange } from './change.ts'
import { overlayDay, type KeptVersion } from './kept-version.ts'
import type { CalendarSource } from './source.ts'

/** A year's file has some 5,000 characters and a notice 2,000; a saved web page around a notice fits as well. */
export const longestText = 400_000
const text = z.string().min(1, '请先选文件或者粘贴文字').max(longestText, '内容太长，请只放一年的放假安排')
const address = z.string().trim().max(500).default('')

/** What a person brings to make a new version of. Read again when it is adopted: nothing computed comes back from a screen. */
export const calendarProposal = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('file'),
    text,
    name: z.string().trim().max(200).default(''),
    url: address,
    /** `provisional`: entered before the notice came out. */
    status: z.enum(['published', 'provisional']).default('published'),
  }),
  z.object({ kind: z.literal('notice'), text, url: address, number: z.string().trim().max(60).default('') }),
  z.object({ kind: z.literal('shipped'), year: z.number().int() }),
  z.object({ kind: z.literal('overlay'), days: z.array(overlayDay).max(1000) }),
  z.object({ kind: z.literal('restore'), number: z.number().int().min(1) }),
])
export type CalendarProposalInput = z.output<typeof calendarProposal>

export interface ReadChange {
  /** Null when nothing could be read. */
  readonly change: CalendarChange | null
  readonly problems: readonly CalendarProblem[]
  readonly source: Omit<CalendarSource, 'digest'>
}

/**
 * Reads what a person brought against the version in force: the change, everything wrong with it at once, and where it
 * comes from. `shipped` are the years the program knows, `earlier` the version to take up again (null: there is none).
 */
export function readChange(
  proposal: CalendarProposalInput,
  at: {
    readonly current: KeptVersion
    readonly shipped: readonly CalendarYear[]
    readonly earlier: KeptVersion | null
    readonly division: string
    readonly businessDay: string
  },
): ReadChange {
  const { current } = at
  const read = ((): ReadChange => {
    switch (proposal.kind) {
      case 'file':
        return ofFile(proposal)
      case 'notice':
        return ofNotice(proposal, current)
      case 'shipped': {
        const year = at.shipped.find((one) => one.year === proposal.year)
        return {
          change: year ? { kind: 'year', year } : null,
          problems: year ? [] : [{ code: 'calendar.year-empty', severity: 'error', facts: { year: proposal.year } }],
          source: sourceOf('shipped', '', year?.notices[0]?.url ?? ''),
        }
      }
      case 'overlay':
        return { change: { kind: 'overlay', days: proposal.days }, problems: [], source: sourceOf('local', '', '') }
      case 'restore':
        return {
          change: at.earlier && { kind: 'restore', version: at.earlier },
          problems: at.earlier
            ? []
            : [{ code: 'calendar.version-unknown', severity: 'error', facts: { number: proposal.number } }],
          source: { ...sourceOf('restored', '', ''), fromVersion: proposal.number },
        }
    }
  })()
  if (read.change === null) return read
  return { ...read, problems: [...read.problems, ...changeProblems(current, read.change, at)] }
}

function sourceOf(kind: CalendarSource['kind'], title: string, url: string): Omit<CalendarSource, 'digest'> {
  return { kind, title, url, fromVersion: null }
}

function ofFile({ text: given, name, url, status }: Extract<CalendarProposalInput, { kind: 'file' }>): ReadChange {
  const { year, problems } = readHolidayFile(given)
  const added = url === '' || year?.notices.some((notice) => notice.url === url) ? [] : [url]
  const notices = [...(year?.notices ?? []), ...added.map((one) => ({ number: '', issuedOn: null, url: one }))]
  const unsourced: CalendarProblem[] =
    year && status === 'published' && notices.length === 0
      ? [{ code: 'calendar.source-missing', severity: 'warning', facts: { year: year.year } }]
      : []
  return {
    change: year && { kind: 'year', year: { ...year, status, notices } },
    problems: [...problems, ...unsourced],
    source: sourceOf('file', name, notices[0]?.url ?? ''),
  }
}

function ofNotice(
  { text: given, url, number }: Extract<CalendarProposalInput, { kind: 'notice' }>,
  current: KeptVersion,
): ReadChange {
  const { year, problems } = readHolidayNotice(given, { url, known: current.years })
  const last = year?.notices.at(-1)
  const named = year && last && last.number === '' && number !== '' ? { ...last, number } : last
  const filled = named !== last
  return {
    change: year && {
      kind: 'year',
      year: { ...year, notices: named ? [...year.notices.slice(0, -1), named] : year.notices },
    },
    problems: filled ? problems.filter(({ code }) => code !== 'calendar.notice-no-number') : problems,
    source: sourceOf('notice', named?.number ?? '', url),
  }
}
