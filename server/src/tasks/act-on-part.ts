import type { Assignment, LivePart } from '@yingshang/core/tasks/assignment-state'
import { assignmentDecider, type AssignmentCommand } from '@yingshang/core/tasks/assignment'
import type { Queryable } from '../platform/database/pools.ts'
import { refused } from '../platform/http/failure.ts'
import { filesBelong } from '../platform/files/for-decisions.ts'
import { changeBy, type Occasion } from '../platform/ledger/decide.ts'
import type { Attachment, OutboxItem } from '../platform/ledger/record.ts'
import { circumstancesAlongside, circumstancesOf, type Circumstances } from './circumstances.ts'
import { toReceiver, toUnit } from './notices.ts'
import { assignmentTable } from './tables.ts'
import { decideAndRecord, eventsOrRefuse } from './write.ts'

export interface Written {
  readonly id: string
  readonly status: string
}

/** Commands that change one part and nothing else. */
export type OwnCommand = Extract<
  AssignmentCommand,
  { type: 'sign' | 'report' | 'draft' | 'sendDraftBack' | 'handIn' | 'accept' | 'return' | 'namePersons' }
>

/**
 * A unit works on its part, or whoever takes it looks at it. Answers the state afterwards. `alongside` is the part as it was
 * read with the session; when it has moved since, it is read again.
 */
export async function actOnPart(
  db: Queryable,
  occasion: Occasion,
  assignmentId: string,
  command: OwnCommand,
  alongside?: unknown,
): Promise<Written> {
  let known = alongside
  return decideAndRecord(db, occasion, async () => {
    const context =
      known === undefined
        ? await circumstancesOf(db, occasion, assignmentId)
        : circumstancesAlongside(occasion, known)
    known = undefined
    const { loaded } = context
    const corrects = command.type === 'report' ? command.report.corrects : null
    const correctsOwnReport = corrects !== null && (await isReportOf(db, assignmentId, corrects))
    const events = eventsOrRefuse(assignmentDecider.decide(command, loaded.state, { ...context, correctsOwnReport }))
    await demandOwnFiles(db, occasion, command, loaded.state)
    if (command.type === 'namePersons') await demandOwnPeople(db, command.personIds, context.unitPath!)
    const change = changeBy(assignmentTable, assignmentDecider, loaded, events)
    return {
      changes: [change],
      attachments: attachedFiles(command, assignmentId, occasion.businessDay),
      outbox: newsOf(command, context),
      result: { id: assignmentId, status: change.state.kind },
    }
  })
}

/** Reports stand in the part's own stream of the ledger. */
async function isReportOf(db: Queryable, assignmentId: string, reportId: string): Promise<boolean> {
  const found = await db.query({
    name: 'tasks:report-of',
    text: `select 1 from ledger.entry where stream_id = $1 and type = 'progressReported'
      and body::jsonb #>> '{data,report,reportId}' = $2`,
    values: [assignmentId, reportId],
  })
  return found.rows.length > 0
}

/** A person attaches what they uploaded, or keeps what the draft already holds. */
async function demandOwnFiles(
  db: Queryable,
  occasion: Occasion,
  command: OwnCommand,
  state: Assignment,
): Promise<void> {
  const drafted = 'result' in state ? state.result.fileIds : []
  const added = filesOf(command).filter((id) => !drafted.includes(id))
  if (added.length === 0) return
  if (occasion.actor.kind !== 'person') throw new Error('only a person attaches files')
  if (!(await filesBelong(db, added, occasion.actor.personId))) throw refused({ code: 'assignment.files-not-yours' })
}

/** A unit names its own people: naming an officer would keep them from verifying the part (rule T-11). */
async function demandOwnPeople(db: Queryable, personIds: readonly string[], unitPath: string): Promise<void> {
  const found = await db.query<{ n: number }>(
    `select count(*)::int as n from app.person p join app.unit h on h.id = p.home_unit_id
     where p.id = any($1::uuid[]) and p.active and (h.path like $2 or exists (select 1 from app.post t
       join app.unit u on u.id = t.unit_id where t.person_id = p.id and not t.cancelled and u.path like $2))`,
    [personIds, `${unitPath}%`],
  )
  if (found.rows[0]!.n < new Set(personIds).size) throw refused({ code: 'assignment.person-not-of-unit' })
}

function filesOf(command: OwnCommand): readonly string[] {
  if (command.type === 'report') return command.report.fileIds
  if (command.type === 'draft' || command.type === 'handIn') return command.result?.fileIds ?? []
  return []
}

function newsOf(command: OwnCommand, context: Circumstances): OutboxItem[] {
  const { loaded, about } = context
  const { part } = loaded.state as LivePart
  const receiver = context.receiver?.unitId ?? null
  switch (command.type) {
    case 'sign':
    case 'namePersons':
      return []
    case 'report':
      return [toReceiver('task.reported', loaded.id, receiver, about)]
    case 'draft':
      return [toUnit('task.draftWaits', part, loaded.id, about)]
    case 'sendDraftBack':
    case 'return':
      return [toUnit('task.returned', part, loaded.id, about)]
    case 'handIn':
      return [toReceiver('task.handedIn', loaded.id, receiver, about)]
    case 'accept':
      return [toUnit('task.accepted', part, loaded.id, about)]
  }
}

/** Which files were attached to which part: who may read the part may read them. */
function attachedFiles(command: OwnCommand, assignmentId: string, day: string): Attachment[] {
  const ids = [...new Set(filesOf(command))]
  if (ids.length === 0) return []
  return [
    {
      table: 'app.assignment_file',
      columns: ['assignment_id', 'file_id', 'attached_on'],
      rows: ids.map((id) => ({ assignment_id: assignmentId, file_id: id, attached_on: day })),
      replaceBy: ['assignment_id', 'file_id'],
    },
  ]
}
