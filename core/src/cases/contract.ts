import { z } from 'zod'
import { route } from '../kernel/route.ts'
import { boardFigures } from './board-figures.ts'
import { printedForms } from './printed-forms.ts'
import { caseStatuses } from './case-state.ts'
import {
  answers,
  caseKinds,
  caseSources,
  clockNames,
  conclusionKinds,
  environments,
  satisfactions,
} from './case-words.ts'
import {
  caseHead,
  codeName,
  fileRef,
  isoDay,
  offeredAction,
  shownAlert,
  shownAlerts,
  shownClock,
  shownConclusion,
  shownFollowUp,
  shownResult,
  shownRound,
  shownTelling,
  timeLeft,
  unitRef,
  who,
} from './contract-parts.ts'

const many = <Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(values)).min(1).max(values.length))
    .optional()
const flag = z.enum(['true', 'false']).optional()

/** The filters of the queue and the ledger, as they stand in the URL. Several values of one name are joined by commas. */
export const caseFilter = z.object({
  campaignId: z.uuid().optional(),
  /** Cases that a figure of the board counts. */
  figure: z.enum(boardFigures).optional(),
  /** Left out: open ones, unless `status`, `conclusion` or `figure` ask for others. */
  show: z.enum(['open', 'all']).optional(),
  status: many(caseStatuses),
  kind: many(caseKinds),
  source: many(caseSources),
  category: z.string().max(40).optional(),
  head: z.string().max(40).optional(),
  environment: many(environments),
  tier: z.string().max(40).optional(),
  /** Lead or supporting in the current round. */
  unit: z.uuid().optional(),
  alert: many(shownAlerts),
  satisfaction: many(satisfactions),
  conclusion: many(conclusionKinds),
  prominent: flag,
  /** In its second round or later. */
  reworked: flag,
  /** First answer of any round after its due day. */
  answeredLate: flag,
  receivedFrom: isoDay.optional(),
  receivedTo: isoDay.optional(),
  /** Two characters find any place in the masked title, text, object or the number. */
  q: z.string().max(60).optional(),
})
export type CaseFilter = z.output<typeof caseFilter>

/** `urgency`: what is late or due first; where ended cases are listed too, the newest first. */
export const caseSorts = ['urgency', 'received', 'number', 'dueOn'] as const
export const mostCases = 1000

export const caseRow = caseHead.extend({
  leadUnit: unitRef.nullable(),
  supporting: z.array(unitRef),
  /** The deadline that somebody has to keep now. */
  dueOn: z.string().nullable(),
  clock: z.enum(clockNames).nullable(),
  alert: shownAlert,
  timeLeft: timeLeft.nullable(),
  /** What waits besides the state itself. */
  waits: z.array(z.enum(['decision', 'extension', 'message', 'withdrawal'])),
  satisfaction: z.enum(satisfactions).nullable(),
  conclusion: z.enum(conclusionKinds).nullable(),
})
export type CaseRow = z.infer<typeof caseRow>

export const caseBoard = route({
  method: 'GET',
  path: '/api/cases/board',
  summary: '营商办看板：各项待办的件数（可逐项点开）',
  query: z.object({ campaignId: z.uuid().optional() }),
  reply: z.object({
    figures: z.array(z.object({ name: z.enum(boardFigures), count: z.number() })),
    /** Open cases by lamp. */
    alerts: z.array(z.object({ value: shownAlert, count: z.number() })),
    open: z.number(),
    /** What the ladder suggests today: nothing happens by itself. */
    suggestions: z.array(
      z.object({
        rung: codeName,
        case: z.object({ id: z.string(), number: z.string(), title: z.string() }),
        unit: unitRef,
        overdueDays: z.number(),
      }),
    ),
  }),
})

export const listCases = route({
  method: 'GET',
  path: '/api/cases',
  summary: '投诉台账、办理队列：筛选、排序、分页',
  query: caseFilter.extend({
    sort: z.enum(caseSorts).default('urgency'),
    descending: z.enum(['true', 'false']).default('false'),
    page: z.coerce.number().int().min(1).max(2000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({
    rows: z.array(caseRow),
    page: z.number(),
    size: z.number(),
    /** Exact up to 1000; `more` says that there are others beyond. */
    total: z.number(),
    more: z.boolean(),
  }),
})

export const exportCases = route({
  method: 'GET',
  path: '/api/cases.xlsx',
  summary: '按当前筛选导出投诉台账（Excel）',
  query: caseFilter,
  reply: z.void(),
})

/** The lists of the rule set in force: for forms and filters. */
export const caseLists = z.object({
  ruleVersion: z.string(),
  categories: z.array(codeName),
  heads: z.array(codeName),
  tiers: z.array(codeName.extend({ days: z.number(), unit: z.string() })),
  refuseGrounds: z.array(codeName),
  satisfactionOptions: z.array(codeName.extend({ meaning: z.enum(answers) })),
  concludingKinds: z.array(z.enum(conclusionKinds)),
  dissatisfactionReasons: z.array(codeName.extend({ leadsTo: z.enum(['rework', 'callBack', 'none']) })),
  extension: z.object({ grants: z.number(), capDays: z.number(), unit: z.string(), inRework: z.boolean() }),
  needsNewEvidence: z.boolean(),
})

export const caseSettings = route({
  method: 'GET',
  path: '/api/cases/settings',
  summary: '受理、分类、退回、评价用的清单（按现行规则集）',
  query: z.object({}),
  reply: caseLists,
})

const caseId = z.object({ caseId: z.uuid() })

export const casePage = route({
  method: 'GET',
  path: '/api/cases/:caseId',
  summary: '一件投诉的详情：脱敏内容、各轮办理、时限、可办理的事项',
  params: caseId,
  reply: caseHead.extend({
    campaignId: z.string().nullable(),
    /** For asking the vault to open what is sealed. The office only; null also when nothing is. */
    vaultId: z.string().nullable(),
    text: z.string(),
    object: z.string(),
    /** Files of the masked case that units may read: never the submitter's originals. */
    files: z.array(fileRef),
    firstContactUnit: unitRef.nullable(),
    acceptedOn: z.string().nullable(),
    supplements: z.array(
      z.object({
        what: z.string(),
        askedOn: z.string(),
        dueOn: z.string(),
        receivedOn: z.string().nullable(),
      }),
    ),
    /** Oldest first; the last one is the current. */
    rounds: z.array(shownRound),
    draft: shownResult.nullable(),
    clocks: z.array(shownClock),
    /** Working days since receipt, until the submitter was first told. */
    totalWorkingDays: z.number(),
    handOvers: z.number(),
    /** For the office only: empty for units. */
    tellings: z.array(shownTelling),
    followUps: z.array(shownFollowUp),
    urges: z.array(z.object({ unit: unitRef, on: z.string() })),
    messages: z.object({ fromSubmitter: z.number(), fromOffice: z.number(), waiting: z.boolean() }).nullable(),
    withdrawalAskedOn: z.string().nullable(),
    mergedCases: z.array(z.object({ id: z.string(), number: z.string() })),
    conclusion: shownConclusion.nullable(),
    awaits: z.enum(['assignment', 'reassignment', 'decision']).nullable(),
    /** `office` sees everything but the vault; `unit` sees what a unit needs. */
    seenAs: z.enum(['office', 'unit']),
    lists: caseLists,
    /** Papers that can be printed at `/print/cases/:caseId/:form`. */
    forms: z.array(z.enum(printedForms)),
    actions: z.array(offeredAction),
  }),
})

export const caseTimeLineEntry = z.object({
  id: z.string(),
  at: z.string(),
  businessDay: z.string(),
  who,
  /** Event type in the past tense; words in `labels.zh.ts` (`caseEventNames`). */
  what: z.string(),
  round: z.number().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  files: z.array(fileRef),
  mark: z.string(),
})

export const caseHistory = route({
  method: 'GET',
  path: '/api/cases/:caseId/history',
  summary: '一件投诉的办理过程（最新在前）',
  params: caseId,
  query: z.object({ before: z.uuid().optional(), size: z.coerce.number().int().min(1).max(100).default(50) }),
  reply: z.object({ entries: z.array(caseTimeLineEntry), next: z.string().nullable() }),
})

export const explainClock = route({
  method: 'GET',
  path: '/api/cases/:caseId/clocks/:clock',
  summary: '一个时限的说明：起算日、每一天、原定日期',
  params: z.object({ caseId: z.uuid(), clock: z.enum(clockNames) }),
  reply: z.object({
    clock: shownClock.nullable(),
    days: z.array(
      z.object({
        day: z.string(),
        number: z.number().nullable(),
        dayZero: z.boolean(),
        kind: z.string(),
        name: z.string(),
        unsettled: z.boolean(),
        leg: z.number(),
        endMoved: z.boolean(),
      }),
    ),
  }),
})
