import { z } from 'zod'
import { route } from '../kernel/route.ts'
import { outcomes } from './assignment-state.ts'
import {
  fileIds,
  givenResult,
  isoDay,
  longText,
  reason,
  unitRef,
  shownPart,
  shownRequest,
  written,
} from './contract-parts.ts'
import { deadlineKinds } from './deadline-kind.ts'

const params = z.object({ assignmentId: z.uuid() })

function act<Body extends z.ZodType>(name: string, summary: string, body: Body) {
  return route({
    method: 'POST',
    path: `/api/assignments/:assignmentId/${name}`,
    summary,
    params,
    body,
    reply: written,
  })
}

export const sign = act('sign', '签收', z.object({}))
export const report = act(
  'report',
  '报送进展；更正时写明更正哪一条',
  z.object({
    text: longText,
    percent: z.number().int().min(0).max(100).nullable().default(null),
    fileIds,
    corrects: z.uuid().nullable().default(null),
  }),
)
export const draft = act('draft', '拟好完成情况，送负责人签发', givenResult)
export const sendDraftBack = act('send-draft-back', '负责人退回拟稿', z.object({ reason }))
/** `result` null: the draft is handed in as it is. */
export const handIn = act('hand-in', '报送完成情况', z.object({ result: givenResult.nullable() }))
export const accept = act('accept', '牵头单位（或上级单位）接收', z.object({}))
export const returnPart = act('return', '退回修改（到期日不变）', z.object({ reason }))
export const confirm = act('confirm', '核查确认：完成，或转入常态', z.object({ outcome: z.enum(outcomes) }))
export const pass = act(
  'pass',
  '转交内设机构或下属单位，期限早于本单位期限',
  z.object({ unitId: z.uuid(), innerDueOn: isoDay, note: z.string().trim().max(500).default('') }),
)
export const namePersons = act('persons', '明确具体负责人', z.object({ personIds: z.array(z.uuid()).max(20) }))
export const askChange = act(
  'ask-change',
  '申请调整期限或责任单位',
  z.object({
    what: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('date'), dueOn: isoDay }),
      z.object({ kind: z.literal('unit'), unitId: z.uuid() }),
    ]),
    reason,
  }),
)
export const changeDate = act('change-date', '直接调整本部分的期限', z.object({ dueOn: isoDay, reason }))
export const handToUnit = act('hand-to-unit', '改由其他单位办理', z.object({ unitId: z.uuid(), reason }))
export const withdrawPart = act('withdraw', '撤销这个单位的部分', z.object({ reason }))

/** Why a part is mine, in the words of the notice, and what counts as done. */
export const myPart = shownPart.extend({
  task: z.object({
    id: z.string(),
    campaignId: z.string(),
    no: z.string(),
    listTitle: z.string(),
    title: z.string(),
    text: z.string(),
    clause: z.object({ id: z.string(), number: z.string() }),
    deadlineKind: z.enum(deadlineKinds),
    printedDeadline: z.string(),
    dueSetBy: z.enum(['notice', 'office']),
    mustPublish: z.boolean(),
    catchAll: z.string(),
    groupUnits: z.array(z.string()),
  }),
  why: z.object({ origin: z.enum(['named', 'group', 'catchAll', 'added', 'passed']), printedName: z.string() }),
  /** What counts as done, as codes with words in `labels.zh.ts` (`doneWhenNames`). */
  doneWhen: z.array(
    z.enum([
      'resultConfirmed',
      'leadAccepts',
      'parentAccepts',
      'yearlyConclusion',
      'eachPeriod',
      'publication',
      'headSigns',
      'partsFirst',
    ]),
  ),
  /** Parts my unit passed on inside, or that owe to my unit as the lead. */
  owing: z.array(shownPart),
})

/** `open`: not confirmed; `toDo`: the unit has it in hand; `done`: confirmed; the others as the counts name them. */
export const partsToShow = ['open', 'toDo', 'done', 'toSign', 'toSignOff', 'returned', 'dueSoon', 'overdue'] as const

export const myUnit = route({
  method: 'GET',
  path: '/api/my-unit/parts',
  summary: '本单位的任务：哪些、为什么、什么时候、怎样算完成',
  query: z.object({
    unitId: z.uuid().optional(),
    campaignId: z.uuid().optional(),
    show: z.enum(partsToShow).default('open'),
    page: z.coerce.number().int().min(1).max(500).default(1),
    size: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({
    /** The units the person works in; the first is shown when none is asked for. */
    units: z.array(unitRef),
    unit: unitRef.nullable(),
    /** The person is the unit's head or deputy: what waits for a signature stands first, then what came back. */
    signs: z.boolean(),
    parts: z.array(myPart),
    /** Handed in to this unit by others and waiting for it. */
    toTake: z.array(myPart.omit({ owing: true })),
    counts: z.object({
      toSign: z.number(),
      toSignOff: z.number(),
      returned: z.number(),
      dueSoon: z.number(),
      overdue: z.number(),
      toTake: z.number(),
    }),
    page: z.number(),
    total: z.number(),
    more: z.boolean(),
  }),
})

export const waitingForOffice = route({
  method: 'GET',
  path: '/api/tasks/waiting',
  summary: '等营商办办理的：待核查的部分、待批的申请',
  query: z.object({ campaignId: z.uuid() }),
  reply: z.object({
    parts: z.array(myPart.omit({ owing: true })),
    requests: z.array(shownRequest.extend({ task: z.object({ id: z.string(), no: z.string(), title: z.string() }) })),
    more: z.boolean(),
  }),
})

/** Units merge in mid-year: every open part of one becomes the other's, with history and dates. */
export const moveParts = route({
  method: 'POST',
  path: '/api/assignments/move',
  summary: '单位撤并：未办结的部分整体划转',
  body: z.object({ fromUnitId: z.uuid(), toUnitId: z.uuid(), reason }),
  reply: z.object({ tasks: z.number(), moved: z.number(), ended: z.number() }),
})
