import type { z } from 'zod'
import type { shownRequest } from '@yingshang/core/tasks/contract-parts'
import type { ChangeRequest } from '@yingshang/core/tasks/change-request'
import { offeredOnRequest } from '@yingshang/core/tasks/offered'
import type { Queryable } from '../platform/database/pools.ts'
import { namesOf } from './names.ts'
import type { Viewer } from './shown-parts.ts'

type Shown = z.infer<typeof shownRequest> & { task: { id: string; no: string; title: string } }

interface Row {
  id: string
  state: Exclude<ChangeRequest, { kind: 'none' }>
  path: string
  target_path: string | null
  /** The unit that holds the part now. */
  holding: string
  task_id: string
  no: string
  title: string
}

/** Requests newest first, with what this person may do about them. `find` continues a `where` over `q`. */
export async function showRequests(
  db: Queryable,
  viewer: Viewer,
  find: {
    readonly text: string
    readonly values: readonly unknown[]
    readonly limit?: number
    readonly offset?: number
  },
): Promise<Shown[]> {
  const found = await db.query<Row>(
    `select q.id, q.state, u.path, tu.path as target_path, h.unit_id as holding, t.id as task_id, t.no, t.title
     from app.change_request q join app.unit u on u.id = q.unit_id join app.task t on t.id = q.task_id
     join app.assignment h on h.id = q.assignment_id
     left join app.unit tu on tu.id = (q.state->'facts'->'what'->>'unitId')::uuid
     where ${find.text} order by q.asked_on desc, q.id desc limit ${find.limit ?? 100} offset ${find.offset ?? 0}`,
    [...find.values],
  )
  const names = await namesOf(db, {
    units: found.rows.flatMap(({ state: { facts } }) => [
      facts.unitId,
      ...(facts.what.kind === 'unit' ? [facts.what.unitId] : []),
    ]),
    persons: [],
    files: [],
  })
  return found.rows.map((row) => {
    const { state } = row
    const { facts } = state
    const unitPaths = [row.path, ...(row.target_path ? [row.target_path] : [])]
    return {
      id: row.id,
      status: state.kind,
      assignmentId: facts.assignmentId,
      unit: names.unit(facts.unitId),
      what: facts.what.kind === 'date' ? facts.what : { kind: 'unit', unit: names.unit(facts.what.unitId) },
      reason: facts.reason,
      askedOn: facts.askedOn,
      answeredOn: state.kind === 'asked' ? null : state.on,
      answer: state.kind === 'approved' ? state.note : state.kind === 'refused' ? state.reason : null,
      actions: offeredOnRequest(state, { ...viewer, unitPaths, holdingUnitId: row.holding }).map((action) => ({
        ...action,
        refusal: action.refusal as never,
      })),
      task: { id: row.task_id, no: row.no, title: row.title },
    }
  })
}
