import type { AssignmentContext } from '@yingshang/core/tasks/assignment'
import type { Assignment } from '@yingshang/core/tasks/assignment-state'
import type { Queryable } from '../platform/database/pools.ts'
import { notFound } from '../platform/http/failure.ts'
import type { Alongside } from '../platform/http/session.ts'
import type { Occasion } from '../platform/ledger/decide.ts'
import type { Loaded } from '../platform/ledger/table.ts'
import type { NewsAbout } from './notices.ts'

interface Row extends Loaded<Assignment> {
  path: string
  unit_name: string
  no: string
  title: string
  receiver: string | null
  receiver_open: boolean | null
  outstanding: number
  target_path: string | null
  target_name: string | null
  target_holds: boolean
}

/** What a decision about a part needs beside its own state, all read at the moment of the decision. */
export interface Circumstances extends AssignmentContext {
  readonly loaded: Loaded<Assignment>
  readonly about: NewsAbout
  /** Name of the unit the part might go to. */
  readonly targetName: string | null
}

const select = (assignment: string, target: string) => `
  select a.id, a.version, encode(a.head, 'hex') as head, a.state, u.path, u.short_name as unit_name, k.no, k.title,
    r.unit_id as receiver, r.open as receiver_open,
    (select count(*)::int from app.assignment c where c.hands_in_to = a.id and c.open and c.status <> 'accepted') as outstanding,
    t.path as target_path, t.short_name as target_name,
    t.id is not null and exists (select 1 from app.assignment o where o.task_id = a.task_id
      and o.period_key = a.period_key and o.unit_id = t.id and o.status <> 'withdrawn') as target_holds
  from app.assignment a
  join app.unit u on u.id = a.unit_id
  join app.task k on k.id = a.task_id
  left join app.assignment r on r.id = a.hands_in_to
  left join app.unit t on t.id = ${target} and t.active
  where a.id = ${assignment}`

const selectOne = select('$1', '$2')

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The same row, read together with the session: reporting progress then takes two round trips instead of three. */
export const partAlongside: Alongside = {
  name: 'part',
  sql: select('$5::uuid', 'null::uuid'),
  values(params) {
    const { assignmentId } = params as { assignmentId: string }
    return uuid.test(assignmentId) ? [assignmentId] : undefined
  },
}

/**
 * One part with where its unit stands in the tree, who takes its result, what is still owed to it, and the unit it might
 * go to: one query, because reporting progress goes through here. Throws 404.
 */
export async function circumstancesOf(
  db: Queryable,
  occasion: Pick<Occasion, 'actor' | 'businessDay'>,
  assignmentId: string,
  targetUnitId: string | null = null,
): Promise<Circumstances> {
  const values = [assignmentId, targetUnitId]
  const found = await db.query<Row>({ name: 'tasks:circumstances', text: selectOne, values })
  const row = found.rows[0]
  if (!row) throw notFound('assignment')
  return asCircumstances(occasion, row)
}

/** What was read with the session. Throws 404 when it found no part. */
export function circumstancesAlongside(
  occasion: Pick<Occasion, 'actor' | 'businessDay'>,
  alongside: unknown,
): Circumstances {
  if (alongside === null) throw notFound('assignment')
  return asCircumstances(occasion, alongside as Row)
}

function asCircumstances(occasion: Pick<Occasion, 'actor' | 'businessDay'>, row: Row): Circumstances {
  return {
    actor: occasion.actor,
    businessDay: occasion.businessDay,
    unitPath: row.path,
    receiver: row.receiver ? { unitId: row.receiver, open: row.receiver_open === true } : null,
    outstanding: row.outstanding,
    target: row.target_path ? { path: row.target_path, holdsPart: row.target_holds } : undefined,
    loaded: { id: row.id, version: row.version, head: row.head, state: row.state },
    about: { no: row.no, title: row.title, unit: row.unit_name },
    targetName: row.target_name,
  }
}
