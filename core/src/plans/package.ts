import { z } from 'zod'

/**
 * The plan package: everything the importer understood of a notice, with the lines it stands on. This is the shape that
 * `yingshang plan parse` prints; field names are a public format and do not change without a version.
 */
export const lineRange = z.tuple([z.number().int(), z.number().int()])
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

export const deadlineKinds = ['date', 'month', 'ongoing', 'recurring', 'none'] as const
export type DeadlineKind = (typeof deadlineKinds)[number]

export const printedDeadline = z.object({
  /** As printed, empty when the task has none. */
  text: z.string(),
  kind: z.enum(deadlineKinds),
  /** As understood; null when there is no single day. */
  due: isoDate.nullable(),
  /** How often a recurring duty returns, e.g. `quarter`, `month`, `halfYear`, `year`, `week`; null otherwise. */
  every: z.string().nullable(),
})

export const planTask = z.object({
  /** `lists[].id` of the list it stands in. */
  list: z.string(),
  /** The number as printed, without punctuation: `1`, `一`, `（一）`. */
  no: z.string(),
  /** Headings above it inside the list, outermost first. */
  section: z.array(z.string()),
  title: z.string(),
  text: z.string(),
  leadUnits: z.array(z.string()),
  responsibleUnits: z.array(z.string()),
  supportingUnits: z.array(z.string()),
  /** Closed groups that stand for many units: 各镇, 各开发园区. */
  groupUnits: z.array(z.string()),
  /** The open-ended rest: 县各相关单位按职责分工负责; empty when there is none. */
  catchAll: z.string(),
  deadline: printedDeadline,
  basis: z.array(z.string()),
  lines: lineRange,
  /** `clauses[].id` of the clause it stands under. */
  clause: z.string(),
})
export type PlanTask = z.infer<typeof planTask>

export const planIndicator = z.object({
  no: z.string(),
  name: z.string(),
  weight: z.number(),
  kind: z.enum(['indicator', 'satisfaction', 'innovation']),
  units: z.array(z.string()),
  children: z.array(z.object({ name: z.string(), weight: z.number(), units: z.array(z.string()) })),
})

const period = z.object({ days: z.number().int(), unit: z.enum(['working', 'calendar']), clause: z.string() })

export const diagnosticSeverities = ['error', 'warning', 'note'] as const
export const planDiagnostic = z.object({
  code: z.string(),
  severity: z.enum(diagnosticSeverities),
  message: z.string(),
  lines: z.array(z.number().int()),
})
export type PlanDiagnostic = z.infer<typeof planDiagnostic>

export const planPackage = z.object({
  document: z.object({
    title: z.string(),
    docNumber: z.string().nullable(),
    issuers: z.array(z.string()),
    addressees: z.string(),
    attachments: z.array(z.string()),
  }),
  clauses: z.array(
    z.object({ id: z.string(), number: z.string(), heading: z.string(), text: z.string(), lines: lineRange }),
  ),
  stages: z.array(
    z.object({
      no: z.number().int(),
      name: z.string(),
      periodText: z.string(),
      start: isoDate.nullable(),
      end: isoDate.nullable(),
    }),
  ),
  lists: z.array(z.object({ id: z.string(), title: z.string() })),
  tasks: z.array(planTask),
  indicators: z.array(planIndicator),
  categories: z.array(z.object({ group: z.string(), name: z.string() })),
  rules: z.object({
    complaint: z.object({
      handle: period.nullable(),
      extension: period.nullable(),
      feedback: period.nullable(),
      rework: period.nullable(),
    }),
  }),
  diagnostics: z.array(planDiagnostic),
})
export type PlanPackage = z.infer<typeof planPackage>
