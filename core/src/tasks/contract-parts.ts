import { z } from 'zod'
import { alertLevels } from '../kernel/alert-level-rule.ts'
import { roles } from '../kernel/actor.ts'
import { isIsoDate } from '../kernel/dates.ts'
import { deadlineRecord } from '../kernel/deadline-row.ts'
import { assignmentKinds, outcomes, partOrigins, partRoles } from './assignment-state.ts'
import { changeRequestKinds } from './change-request.ts'

/** Shapes that several task contracts share. */
export const isoDay = z.string().refine(isIsoDate, '日期不存在，请按“年-月-日”填写')
export const reason = z.string().trim().min(1, '请写明原因').max(500, '原因不超过 500 字')
export const longText = z.string().trim().min(1, '请填写内容').max(4000, '内容不超过 4000 字')
export const fileIds = z.array(z.uuid()).max(20, '一次最多附 20 个文件').default([])

export const unitRef = z.object({ id: z.string(), name: z.string() })
export const personRef = z.object({ id: z.string(), name: z.string() })
export const fileRef = z.object({ id: z.string(), name: z.string(), mediaType: z.string(), bytes: z.number() })

/** `none`: no clock runs (handed in, finished, or no date was set). */
export const shownAlerts = ['none', ...alertLevels] as const
export const shownAlert = z.enum(shownAlerts)

/** What a screen says about the time left: 「还剩 3 个工作日」「已超 2 个工作日」. */
export const timeLeft = z.union([
  z.object({ kind: z.enum(['workingDaysLeft', 'restDaysLeft', 'overdue']), days: z.number().int() }),
  z.object({ kind: z.enum(['dueToday', 'justOverdue']) }),
])

/** A date that explains itself: the record (start, thresholds, rule and calendar version) and what was there before. */
export const explainedDeadline = z.object({
  record: deadlineRecord,
  timeLeft,
  firstDueOn: z.string(),
  superseded: z.array(z.object({ dueOn: z.string(), reason: z.string() })),
})

/** An action that this state allows, with the same refusal the server would give. */
export const offeredAction = z.object({
  name: z.string(),
  allowed: z.boolean(),
  refusal: z
    .object({ code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])).optional() })
    .optional(),
})

export const publication = z.object({ place: z.string().trim().min(2, '请填写公布的网址或地点').max(500), on: isoDay })

export const givenResult = z.object({
  text: longText,
  fileIds,
  publication: publication.nullable().default(null),
  /** True when the result is knowingly given without parts that were not handed in. */
  withoutParts: z.boolean().default(false),
})

export const shownReport = z.object({
  reportId: z.string(),
  on: z.string(),
  by: personRef.nullable(),
  text: z.string(),
  percent: z.number().nullable(),
  files: z.array(fileRef),
  corrects: z.string().nullable(),
})

export const shownRequest = z.object({
  id: z.string(),
  status: z.enum(changeRequestKinds),
  assignmentId: z.string(),
  unit: unitRef,
  what: z.union([
    z.object({ kind: z.literal('date'), dueOn: z.string() }),
    z.object({ kind: z.literal('unit'), unit: unitRef }),
  ]),
  reason: z.string(),
  askedOn: z.string(),
  answeredOn: z.string().nullable(),
  answer: z.string().nullable(),
  actions: z.array(offeredAction),
})

/** A unit's part as the task page and "my unit" show it. */
export const shownPart = z.object({
  id: z.string(),
  version: z.number(),
  unit: unitRef,
  role: z.enum(partRoles),
  origin: z.enum(partOrigins),
  printedName: z.string(),
  status: z.enum(assignmentKinds),
  period: z.object({ key: z.string(), opens: z.string(), due: z.string(), stub: z.boolean() }).nullable(),
  /** Null: hands in to the office. */
  handsInTo: z.object({ kind: z.enum(['lead', 'parent']), assignmentId: z.string(), unit: unitRef }).nullable(),
  deadline: explainedDeadline.nullable(),
  alert: shownAlert,
  personsInCharge: z.array(personRef),
  formerUnits: z.array(z.object({ unit: unitRef, reason: z.string() })),
  latestReport: shownReport.nullable(),
  reports: z.number(),
  /** The drafted or handed-in result, with how many parts it was knowingly given without. */
  result: z
    .object({
      text: z.string(),
      files: z.array(fileRef),
      publication: z.object({ place: z.string(), on: z.string() }).nullable(),
      without: z.number(),
    })
    .nullable(),
  firstHandedInOn: z.string().nullable(),
  /** The hand-in that was confirmed; late when it is after the due day. */
  confirmedHandInOn: z.string().nullable(),
  confirmedOn: z.string().nullable(),
  outcome: z.enum(outcomes).nullable(),
  returns: z.number(),
  /** Why it was returned or withdrawn; null in other states. */
  reason: z.string().nullable(),
  withdrawnBecause: z.string().nullable(),
  /** Parts that owe to this one and were not accepted. */
  outstanding: z.number(),
  actions: z.array(offeredAction),
})
export type ShownPart = z.infer<typeof shownPart>

export const who = z.union([
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
