import { z } from 'zod'
import { roles } from '../kernel/actor.ts'

/**
 * What can be told. A `duty` is something the person has to act on: when no channel reaches them they are telephoned. An
 * `information` stays in the desk and goes out by mail or robot where one exists.
 */
export const newsWeights = {
  'task.assigned': 'duty',
  'task.passed': 'duty',
  'task.dueSoon': 'duty',
  'task.overdue': 'duty',
  'task.returned': 'duty',
  'task.urged': 'duty',
  'task.dateChanged': 'duty',
  'task.withdrawn': 'information',
  'task.reported': 'information',
  'task.draftWaits': 'duty',
  'task.handedIn': 'duty',
  'task.accepted': 'information',
  'task.confirmed': 'information',
  'task.concluded': 'information',
  'reportingRun.opened': 'duty',
  'reportingRun.dueSoon': 'duty',
  'reportingRun.closed': 'information',
  'changeRequest.asked': 'duty',
  'changeRequest.decided': 'duty',
  'plan.revised': 'information',
  'case.registered': 'information',
  'case.assigned': 'duty',
  'case.handlingDecided': 'duty',
  'case.supporting': 'duty',
  'case.withdrawn': 'information',
  'case.declined': 'duty',
  'case.extensionAsked': 'duty',
  'case.extensionDecided': 'duty',
  'case.dateChanged': 'duty',
  'case.partGiven': 'information',
  'case.draftWaits': 'duty',
  'case.returned': 'duty',
  'case.resultReported': 'duty',
  'case.urged': 'duty',
  'case.dueSoon': 'duty',
  'case.overdue': 'duty',
  'case.reworkAsked': 'duty',
  'case.supplementReceived': 'information',
  'case.withdrawalAsked': 'duty',
  'case.messageCame': 'information',
  'case.concluded': 'information',
} as const satisfies Record<string, 'duty' | 'information'>

export type NewsKind = keyof typeof newsWeights
export const newsKinds = Object.keys(newsWeights) as [NewsKind, ...NewsKind[]]

/** Earlier news of the same thing that nobody needs to be told any more once this has happened (rule N-13). */
export function supersededBy(kind: NewsKind): readonly NewsKind[] {
  switch (kind) {
    case 'task.confirmed':
    case 'task.concluded':
    case 'task.withdrawn':
      return newsKinds.filter((one) => one.startsWith('task.') && one !== kind)
    case 'task.overdue':
      return ['task.dueSoon', 'task.urged']
    case 'case.concluded':
      return newsKinds.filter((one) => one.startsWith('case.') && one !== kind)
    case 'case.overdue':
      return ['case.dueSoon', 'case.urged']
    case 'reportingRun.closed':
      return ['reportingRun.opened', 'reportingRun.dueSoon']
    default:
      return []
  }
}

/** Facts of a sentence. Known names: see `NewsFacts`. Never a person's name or number, never what a case says. */
export interface NewsFacts {
  /** Number of the task as printed. */
  readonly no?: string
  readonly title?: string
  /** ISO day. */
  readonly dueOn?: string
  /** Working days left; negative when overdue. */
  readonly daysLeft?: number
  /** How many things the news is about, when it is about several. */
  readonly count?: number
  readonly parts?: number
  /** Name of the unit that did it. */
  readonly unit?: string
  /** `changeRequest.decided`: what became of it. */
  readonly decision?: 'approved' | 'refused'
}

const fact = z.string().max(200)
const isoDay = z.string().regex(/^\d{4}-\d\d-\d\d$/)
const count = z.number().int()

export const newsItem = z.object({ no: fact, title: fact, dueOn: isoDay.nullable() })

/**
 * The payload of the outbox task `notify`: what happened and whom it concerns. Everything else that somebody put in is
 * dropped before it is stored. Either `personIds`, or `roles` (of one unit, or of the whole division without `unitId`), or
 * `unitId` alone, which means its liaison.
 */
export const newsPayload = z.object({
  kind: z.enum(newsKinds),
  unitId: z.uuid().optional(),
  roles: z.array(z.enum(roles)).max(roles.length).optional(),
  personIds: z.array(z.uuid()).max(500).optional(),
  /** What one tap opens, e.g. `{ kind: 'assignment', id }`. */
  subject: z.object({ kind: z.string().max(40), id: z.string().max(80) }).optional(),
  facts: z
    .object({
      no: fact,
      title: fact,
      dueOn: isoDay,
      daysLeft: count,
      count,
      parts: count,
      unit: fact,
      decision: z.enum(['approved', 'refused']),
    })
    .partial()
    .default({}),
  /** The things of a daily summary, at most as many as anybody reads. */
  items: z.array(newsItem).max(200).optional(),
})
export type News = z.input<typeof newsPayload>
export type StoredNews = z.output<typeof newsPayload>
export type NewsItem = z.output<typeof newsItem>

/** The outbox item for a piece of news, to be written in the same `record` as what it is about. */
export function notifyItem(news: News): { readonly task: 'notify'; readonly payload: News } {
  return { task: 'notify', payload: news }
}
