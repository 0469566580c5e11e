import { z } from 'zod'
import { route } from '../kernel/route.ts'
import { caseHead, offeredAction, shownAlert, timeLeft, unitRef } from './contract-parts.ts'

/** A case in a unit's inbox: what to do, by when, and why. */
export const unitCase = caseHead.extend({
  role: z.enum(['lead', 'supporting', 'firstContact']),
  leadUnit: unitRef.nullable(),
  /** The lead's due day; for a supporting unit its inner day; null for the body asked first. */
  dueOn: z.string().nullable(),
  alert: shownAlert,
  timeLeft: timeLeft.nullable(),
  assignedOn: z.string().nullable(),
  /** Why it came back: the office's reason of the last return. */
  returned: z.string().nullable(),
  urgedOn: z.string().nullable(),
  extension: z.enum(['pending', 'granted', 'refused', 'lapsed']).nullable(),
  actions: z.array(offeredAction),
})
export type UnitCase = z.infer<typeof unitCase>

export const unitInbox = route({
  method: 'GET',
  path: '/api/my-unit/cases',
  summary: '本单位承办、配合的投诉（没有反映人身份）',
  query: z.object({
    unitId: z.uuid().optional(),
    /** `toDo`: the unit has it in hand; `open`: also what waits for the office; `done`: concluded. */
    show: z.enum(['toDo', 'open', 'done']).default('toDo'),
    page: z.coerce.number().int().min(1).max(500).default(1),
    size: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({
    units: z.array(unitRef),
    unit: unitRef.nullable(),
    cases: z.array(unitCase),
    counts: z.object({
      toSign: z.number(),
      toSignOff: z.number(),
      returned: z.number(),
      dueSoon: z.number(),
      overdue: z.number(),
      partsOwed: z.number(),
    }),
    page: z.number(),
    total: z.number(),
    more: z.boolean(),
  }),
})
