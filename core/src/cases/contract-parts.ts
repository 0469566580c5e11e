import { z } from 'zod'
import { roles } from '../kernel/actor.ts'
import { alertLevels } from '../kernel/alert-level-rule.ts'
import { isIsoDate } from '../kernel/dates.ts'
import { deadlineRecord } from '../kernel/deadline-row.ts'
import { caseStatuses } from './case-state.ts'
import {
  attemptOutcomes,
  caseKinds,
  caseSources,
  clockNames,
  conclusionKinds,
  environments,
  extensionStatuses,
  followUpOutcomes,
  outcomes,
  satisfactions,
  speakers,
  statutoryKinds,
  submitterKinds,
  tellingSubjects,
  tellingWays,
} from './case-words.ts'
import { supersededReasons } from './round.ts'

/** Shapes that several case contracts share. */
export const isoDay = z.string().refine(isIsoDate, '日期不存在，请按“年-月-日”填写')
export const reason = z.string().trim().min(1, '请写明原因').max(500, '原因不超过 500 字')
export const longText = z.string().trim().min(1, '请填写内容').max(4000, '内容不超过 4000 字')
export const note = z.string().trim().max(1000, '说明不超过 1000 字').default('')
export const fileIds = z.array(z.uuid()).max(20, '一次最多附 20 个文件').default([])
export const code = z.string().trim().min(1).max(40)
export const way = z.enum(tellingWays)

export const unitRef = z.object({ id: z.string(), name: z.string() })
export const personRef = z.object({ id: z.string(), name: z.string() })
export const fileRef = z.object({ id: z.string(), name: z.string(), mediaType: z.string(), bytes: z.number() })
export const codeName = z.object({ code: z.string(), name: z.string() })

/** `none`: no clock runs. */
export const shownAlerts = ['none', ...alertLevels] as const
export const shownAlert = z.enum(shownAlerts)

export const timeLeft = z.union([
  z.object({ kind: z.enum(['workingDaysLeft', 'restDaysLeft', 'overdue']), days: z.number().int() }),
  z.object({ kind: z.enum(['dueToday', 'justOverdue']) }),
])

/** A clock that runs or ran, with the record that explains it. `endedOn`: the day it was kept or given up. */
export const shownClock = z.object({
  clock: z.enum(clockNames),
  record: deadlineRecord,
  alert: shownAlert,
  timeLeft: timeLeft.nullable(),
  running: z.boolean(),
  paused: z.object({ on: z.string(), daysLeft: z.number() }).nullable(),
  superseded: z.array(
    z.object({ dueOn: z.string(), unit: unitRef, on: z.string(), because: z.enum(supersededReasons) }),
  ),
})

export const offeredAction = z.object({
  name: z.string(),
  allowed: z.boolean(),
  refusal: z
    .object({ code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])).optional() })
    .optional(),
})

export const classification = z.object({
  category: code.nullable().default(null),
  head: code.nullable().default(null),
  environment: z.enum(environments).nullable().default(null),
  tier: code.nullable().default(null),
})

export const namedUnits = z.object({
  leadUnitId: z.uuid(),
  supporting: z
    .array(z.object({ unitId: z.uuid(), innerDueOn: isoDay.nullable().default(null) }))
    .max(20)
    .default([]),
})

export const givenResult = z.object({
  text: longText,
  fileIds,
  outcome: z.enum(outcomes),
  withoutParts: z.boolean().default(false),
})

export const shownResult = z.object({
  text: z.string(),
  files: z.array(fileRef),
  outcome: z.enum(outcomes),
  without: z.number(),
})

/** One round as the case page shows it. Erased words come as empty strings. */
export const shownRound = z.object({
  no: z.number(),
  openedOn: z.string(),
  leadUnit: unitRef.nullable(),
  assignedOn: z.string().nullable(),
  signedOn: z.string().nullable(),
  supporting: z.array(
    z.object({
      unit: unitRef,
      innerDueOn: z.string().nullable(),
      givenOn: z.string().nullable(),
      text: z.string(),
      files: z.array(fileRef),
    }),
  ),
  dueOn: z.string().nullable(),
  firstDueOn: z.string().nullable(),
  declines: z.array(
    z.object({
      unit: unitRef,
      on: z.string(),
      reason: z.string(),
      outcome: z.enum(['taken', 'contested', 'overruled']),
    }),
  ),
  binding: z.boolean(),
  handOvers: z.array(
    z.object({ from: unitRef, to: unitRef, on: z.string(), because: z.enum(['declined', 'decision', 'handedOver']) }),
  ),
  extensions: z.array(
    z.object({
      id: z.string(),
      unit: unitRef,
      askedOn: z.string(),
      days: z.number(),
      reason: z.string(),
      status: z.enum(extensionStatuses),
      grantedDays: z.number(),
      decidedBy: personRef.nullable(),
      decidedOn: z.string().nullable(),
    }),
  ),
  statutory: z
    .object({ kind: z.enum(statutoryKinds), statute: z.string(), article: z.string(), on: z.string() })
    .nullable(),
  firstResultOn: z.string().nullable(),
  firstAnswerDueOn: z.string().nullable(),
  firstAnswerLate: z.boolean(),
  lastResultOn: z.string().nullable(),
  returns: z.number(),
  result: shownResult.nullable(),
  verifiedOn: z.string().nullable(),
  outcome: z.enum(outcomes).nullable(),
  attempts: z.array(z.object({ on: z.string(), way, outcome: z.enum(attemptOutcomes), by: personRef.nullable() })),
  informedOn: z.string().nullable(),
  informedBy: way.nullable(),
  answer: z.string(),
  ratings: z.array(
    z.object({
      on: z.string(),
      satisfaction: z.enum(satisfactions),
      option: codeName.nullable(),
      reasons: z.array(codeName),
      words: z.string(),
      by: z.enum(speakers),
    }),
  ),
  reworkRequest: z
    .object({
      askedOn: z.string(),
      by: z.enum(speakers),
      reason: z.string(),
      evidence: z.number(),
      judged: z.enum(['granted', 'refused']).nullable(),
      judgedOn: z.string().nullable(),
      why: z.string(),
    })
    .nullable(),
  reworkUntil: z.string().nullable(),
})
export type ShownRound = z.infer<typeof shownRound>

export const shownConclusion = z.object({
  kind: z.enum(conclusionKinds),
  on: z.string(),
  ground: codeName.nullable(),
  into: z.object({ id: z.string(), number: z.string() }).nullable(),
  transferredTo: z.string().nullable(),
  words: z.string(),
})

/** What every view of a case begins with. Never whether the submitter gave a name. */
export const caseHead = z.object({
  id: z.string(),
  version: z.number(),
  number: z.string(),
  kind: z.enum(caseKinds),
  source: z.enum(caseSources),
  status: z.enum(caseStatuses),
  title: z.string(),
  receivedOn: z.string(),
  submitterKind: z.enum(submitterKinds),
  category: codeName.nullable(),
  head: codeName.nullable(),
  environment: z.enum(environments).nullable(),
  tier: codeName.nullable(),
  prominent: z.boolean(),
  round: z.number(),
})

export const shownTelling = z.object({
  about: z.enum(tellingSubjects),
  way,
  on: z.string(),
  by: personRef.nullable(),
})

export const shownFollowUp = z.object({
  on: z.string(),
  by: personRef.nullable(),
  way,
  outcome: z.enum(followUpOutcomes),
  words: z.string(),
})

export const who = z.union([
  z.object({ kind: z.literal('submitter') }),
  z.object({
    kind: z.literal('person'),
    person: personRef,
    unit: unitRef.nullable(),
    role: z.enum(roles).nullable(),
    onBehalfOf: personRef.nullable(),
  }),
  z.object({ kind: z.literal('system'), job: z.string() }),
])

/** What every write answers. */
export const written = z.object({ id: z.string(), status: z.string() })
