import type { Assignment, LivePart } from '@yingshang/core/tasks/assignment-state'
import { assignmentDecider, type AssignmentCommand, type AssignmentContext } from '@yingshang/core/tasks/assignment'
import type { Queryable } from '../platform/database/pools.ts'
import { notFound, refused } from '../platform/http/failure.ts'
import { filesBelong } from '../platform/files/for-decisions.ts'
import { changeBy, type Occasion } from '../platform/ledger/decide.ts'
import { load } from '../platform/ledger/load.ts'
import type { OutboxItem } from '../platform/ledger/record.ts'
import type { Loaded } from '../platform/ledger/table.ts'
import { circumstancesOf } from './circumstances.ts'
import { toReceiver, toUnit } from './notices.ts'
import { assignmentTable } from './tables.ts'
import { decideAndRecord, eventsOrRefuse } from './write.ts'

export interface Written {
  readonly id: string
  readonly status: string
}

/** Commands that change one part and nothing else. */
type OwnCommand = Extract<
  AssignmentCommand,
  { type: 'sign' | 'report' | 'draft' | 'sendDraftBack' | 'handIn' | 'accept' | 'return' | 'namePersons' }
>

/** Those that are decided on the part's own state: one load, one record. Reporting progress is among them. */
const byItself: readonly OwnCommand['type'][] = ['sign', 'report', 'sendDraftBack', 'namePersons']

/** A unit works on its part, or whoever takes it looks at it. Answers the state afterwards. */
export async function actOnPart(
  db: Queryable,
  occasion: Occasion,
  assignmentId: string,
  command: OwnCommand,
): Promise<Written> {
  return decideAndRecord(db, occasion, async () => {
    const [loaded, context] = await Promise.all([
      load(db, assignmentTable, assignmentId),
      byItself.includes(command.type) ? alone(occasion) : circumstancesOf(db, occasion, assignmentId),
    ])
    if (!loaded) throw notFound('assignment')
    await demandOwnFiles(db, occasion, command, loaded.state)
    const events = eventsOrRefuse(assignmentDecider.decide(command, loaded.state, context))
    const change = changeBy(assignmentTable, assignmentDecider, loaded, events)
    return {
      changes: [change],
      outbox: newsOf(command, loaded, context),
      result: { id: assignmentId, status: change.state.kind },
    }
  })
}

function alone(occasion: Occasion): AssignmentContext {
  return { actor: occasion.actor, businessDay: occasion.businessDay, receiver: null, outstanding: 0 }
}

/** A person attaches what they uploaded, or keeps what the draft already holds. */
async function demandOwnFiles(db: Queryable, occasion: Occasion, command: OwnCommand, state: Assignment): Promise<void> {
  const drafted = 'result' in state ? state.result.fileIds : []
  const added = filesOf(command).filter((id) => !drafted.includes(id))
  if (added.length === 0) return
  if (occasion.actor.kind !== 'person') throw new Error('only a person attaches files')
  if (!(await filesBelong(db, added, occasion.actor.personId))) throw refused({ code: 'assignment.files-not-yours' })
}

function filesOf(command: OwnCommand): readonly string[] {
  if (command.type === 'report') return command.report.fileIds
  if (command.type === 'draft' || command.type === 'handIn') return command.result?.fileIds ?? []
  return []
}

function newsOf(command: OwnCommand, loaded: Loaded<Assignment>, context: AssignmentContext): OutboxItem[] {
  const { part } = loaded.state as LivePart
  const receiver = context.receiver?.unitId ?? null
  switch (command.type) {
    case 'sign':
    case 'namePersons':
      return []
    case 'report':
      return part.handsInTo.kind === 'office' ? [toReceiver('task.progressReported', part, loaded.id, null)] : []
    case 'draft':
      return [toUnit('task.draftWaits', part, loaded.id)]
    case 'sendDraftBack':
      return [toUnit('task.draftSentBack', part, loaded.id, { reason: command.reason })]
    case 'handIn':
      return [toReceiver('task.handedIn', part, loaded.id, receiver)]
    case 'accept':
      return [toUnit('task.accepted', part, loaded.id)]
    case 'return':
      return [toUnit('task.returned', part, loaded.id, { reason: command.reason })]
  }
}
