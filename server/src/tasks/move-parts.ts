import { afterMerging } from '@yingshang/core/tasks/merging'
import { isOffice } from '@yingshang/core/kernel/actor'
import { isOwnUnit } from '@yingshang/core/tasks/policy'
import type { Queryable } from '../platform/database/pools.ts'
import { forbidden, notFound, refused } from '../platform/http/failure.ts'
import type { Occasion } from '../platform/ledger/decide.ts'
import type { OutboxItem } from '../platform/ledger/record.ts'
import type { Change } from '../platform/ledger/table.ts'
import { FamilyWrite, loadFamily } from './family-store.ts'
import { toUnit } from './notices.ts'
import { decideAndRecord, type PreparedWrite } from './write.ts'

export interface Moved {
  readonly tasks: number
  readonly moved: number
  readonly ended: number
}

interface Move {
  readonly fromUnitId: string
  readonly toUnitId: string
  readonly reason: string
}

/** Units merge in mid-year: every open part of one becomes the other's, in one write. For the office, and not over its own. */
export function moveAssignments(db: Queryable, occasion: Occasion, move: Move): Promise<Moved> {
  return decideAndRecord(db, occasion, async () => {
    await demandMayMove(db, occasion, move)
    return assignmentMoves(db, occasion, move)
  })
}

/**
 * The changes of such a move, for the capability that records the merger of the units itself. Load and call again when
 * `record` answers `moved`.
 */
export async function assignmentMoves(db: Queryable, occasion: Occasion, move: Move): Promise<PreparedWrite<Moved>> {
  const { fromUnitId, toUnitId, reason } = move
  const found = await db.query<{ task_id: string }>({
    name: 'tasks:open-of-unit',
    // Also where its part is done already but the task goes on: the next period is led by whoever is named here.
    text: `select task_id from app.assignment where unit_id = $1 and open
      union select id from app.task where lead_unit_id = $1 and status = 'open'`,
    values: [fromUnitId],
  })
  if (found.rows.length > 0) await demandOthersUnits(db, occasion, move)
  const changes: Change[] = []
  const outbox: OutboxItem[] = []
  let moved = 0
  let ended = 0
  for (const { task_id: taskId } of found.rows) {
    const family = await loadFamily(db, taskId)
    const write = new FamilyWrite(family)
    const consequences = afterMerging(family.family(), fromUnitId, toUnitId, reason, occasion.businessDay)
    write.addAll(consequences)
    const { state } = family.task
    if (state.kind === 'open' && state.facts.leadUnitId === fromUnitId)
      write.addToTask([{ type: 'leadNamed', unitId: toUnitId, reason }])
    changes.push(...(await write.changes(db, occasion)))
    for (const { id, events } of consequences) {
      const type = events[0]?.type
      if (type === 'movedWithUnit') moved++
      if (type === 'partWithdrawn') ended++
      const { part } = family.family().find((one) => one.id === id)!.state
      if (type === 'movedWithUnit' && state.kind !== 'none')
        outbox.push(toUnit('task.assigned', { ...part, unitId: toUnitId }, id, state.facts))
    }
  }
  return { changes, outbox, result: { tasks: found.rows.length, moved, ended } }
}

/** Whoever merges units does not move the open work of their own, whichever way they came to the merger (rule T-11). */
async function demandOthersUnits(db: Queryable, { actor }: Occasion, { fromUnitId, toUnitId }: Move): Promise<void> {
  const units = await db.query<{ path: string }>('select path from app.unit where id = any($1::uuid[])', [
    [fromUnitId, toUnitId],
  ])
  if (units.rows.some((unit) => isOwnUnit(actor, unit.path))) throw forbidden({ code: 'assignment.own-unit' })
}

async function demandMayMove(db: Queryable, occasion: Occasion, { fromUnitId, toUnitId }: Move): Promise<void> {
  if (!isOffice(occasion.actor)) throw forbidden({ code: 'assignment.office-only' })
  if (fromUnitId === toUnitId) throw refused({ code: 'assignment.same-unit' })
  const units = await db.query<{ id: string; active: boolean }>(
    'select id, active from app.unit where id = any($1::uuid[])',
    [[fromUnitId, toUnitId]],
  )
  if (units.rows.length < 2 || !units.rows.some((unit) => unit.id === toUnitId && unit.active)) throw notFound('unit')
}
