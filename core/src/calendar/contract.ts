import { z } from 'zod'
import { recountEffects } from '../kernel/deadline-recount.ts'
import { route } from '../kernel/route.ts'
import { calendarProblemCodes } from '../kernel/work-calendar-proposal.ts'
import { arrangedDay, calendarNotice, yearStatuses } from '../kernel/work-calendar-year.ts'
import { dayKinds } from '../kernel/work-calendar.ts'
import { keptVersion } from './kept-version.ts'
import { deadlineLists } from './moves.ts'
import { calendarProposal } from './proposal.ts'
import { calendarSource } from './source.ts'

const facts = z.record(z.string(), z.union([z.string(), z.number()]))
const shownRefusal = z.object({ code: z.string(), facts: facts.optional() }).nullable()

/** One version in the list: what it changed, who adopted it, when and on what ground. */
export const shownVersion = z.object({
  number: z.number().int(),
  id: z.string(),
  adoptedOn: z.string(),
  /** The machine's instant, ISO. */
  recordedAt: z.string(),
  /** Null for the program itself, and for who may not see names. */
  by: z.object({ name: z.string(), unit: z.string() }).nullable(),
  source: calendarSource,
  changed: z.object({ kind: z.enum(['founded', 'year', 'overlay', 'restore']), year: z.number().int().nullable() }),
  reason: z.string(),
  /** Days whose kind or name differs from the version before, in the installation's division. */
  differentDays: z.number().int(),
})

export const shownYear = z.object({
  year: z.number().int(),
  status: z.enum(yearStatuses),
  notices: z.array(calendarNotice),
  workingDays: z.number().int(),
  /** True when the days from 25 December wait for the next year's notice. */
  decemberOpen: z.boolean(),
})

const dayFacts = z.object({ kind: z.enum(dayKinds), working: z.boolean(), name: z.string(), unsettled: z.boolean() })

const dates = z.object({
  dueOn: z.string(),
  blueFrom: z.string(),
  yellowFrom: z.string(),
  provisional: z.boolean(),
  calendarVersion: z.string(),
})

/** An open deadline that the version in force counts differently from its record: both, and why. */
export const movingDeadline = z.object({
  id: z.string(),
  title: z.string(),
  unit: z.string(),
  /** Address of its page in the desk. */
  path: z.string(),
  effect: z.enum(recountEffects),
  before: dates,
  after: dates,
  because: z.array(
    z.object({
      day: z.string(),
      before: z.object({ kind: z.enum(dayKinds), name: z.string() }),
      after: z.object({ kind: z.enum(dayKinds), name: z.string() }),
    }),
  ),
})
export type MovingDeadline = z.input<typeof movingDeadline>

/** One capability's list. `items` are the first ones, those whose last day moves before the others. */
export const movingList = z.object({
  list: z.enum(deadlineLists),
  total: z.number().int(),
  due: z.number().int(),
  alerts: z.number().int(),
  certainty: z.number().int(),
  items: z.array(movingDeadline),
})

export const readCalendar = route({
  method: 'GET',
  path: '/api/calendar',
  summary: '工作日历：现用版本、各年情况、版本沿革',
  reply: z.object({
    division: z.string(),
    current: keptVersion,
    years: z.array(shownYear),
    versions: z.array(shownVersion),
    /** Years that the program knows otherwise than the version in force. */
    shippedYears: z.array(z.number().int()),
    mayKeep: shownRefusal,
  }),
})

export const readCalendarVersion = route({
  method: 'GET',
  path: '/api/calendar/versions/:number',
  summary: '一个日历版本的全部内容和来源原文',
  params: z.object({ number: z.coerce.number().int().min(1) }),
  reply: z.object({ version: keptVersion, sourceText: z.string().nullable() }),
})

export const previewCalendar = route({
  method: 'POST',
  path: '/api/calendar/preview',
  summary: '预览日历改动：读出的日子、与现用版本的差别、问题、会变动的期限',
  body: z.object({ proposal: calendarProposal }),
  reply: z.object({
    basedOn: z.number().int(),
    /** The year read, null for local days, an earlier version, or when nothing could be read. */
    year: z.number().int().nullable(),
    days: z.array(arrangedDay),
    workingDays: z.object({ before: z.number().int(), after: z.number().int() }).nullable(),
    problems: z.array(
      z.object({ code: z.enum(calendarProblemCodes), severity: z.enum(['error', 'warning', 'note']), facts }),
    ),
    differences: z.array(z.object({ day: z.string(), before: dayFacts, after: dayFacts, moves: z.boolean() })),
    lists: z.array(movingList),
    /** Why it cannot be adopted as it stands, warnings aside; null when it can. */
    refusal: shownRefusal,
  }),
})

export const adoptCalendar = route({
  method: 'POST',
  path: '/api/calendar/versions',
  summary: '采用日历改动，成为新版本',
  body: z.object({
    proposal: calendarProposal,
    /** The version that the preview was made on. */
    basedOn: z.number().int().min(1),
    warningsSeen: z.boolean().default(false),
    reason: z.string().trim().max(500, '说明不超过 500 字').default(''),
  }),
  reply: z.object({ number: z.number().int(), id: z.string() }),
})

export const readMoves = route({
  method: 'GET',
  path: '/api/calendar/moves',
  summary: '按现用日历会变动的在办期限，逐类列出',
  reply: z.object({ number: z.number().int(), lists: z.array(movingList), mayConfirm: shownRefusal }),
})

export const confirmMoves = route({
  method: 'POST',
  path: '/api/calendar/moves/:list/confirm',
  summary: '确认一类在办期限按现用日历重算',
  params: z.object({ list: z.enum(deadlineLists) }),
  body: z.object({
    /** The version the list was shown for. */
    number: z.number().int().min(1),
    /** Those that were shown; what came into the list since waits for the next look. */
    ids: z.array(z.uuid()).min(1, '请先打开清单').max(5000),
  }),
  reply: z.object({ moved: z.number().int() }),
})
