import { caseDecider } from '@yingshang/core/cases/case'
import { caseStatusNames } from '@yingshang/core/cases/labels.zh'
import type { CaseStatus } from '@yingshang/core/cases/case-state'
import type { Queryable } from '../platform/database/pools.ts'
import { changeBy, type Occasion } from '../platform/ledger/decide.ts'
import type { Change, OutboxItem } from '../platform/ledger/table.ts'
import { circumstancesOf, type CaseServices } from './circumstances.ts'
import { newsOf } from './notices.ts'
import { caseTable } from './tables.ts'
import { eventsOrRefuse } from './write.ts'

/** A case that a unit has part in, as a hand-over of a post lists it. */
export interface OpenCaseItem {
  readonly kind: string
  readonly label: string
  readonly path: string
  readonly dueOn: string | null
}

/** The open cases of a unit, by number: what they say is on their own pages. */
export async function openCasesOf(db: Queryable, _personId: string, unitId: string): Promise<OpenCaseItem[]> {
  const found = await db.query<{ id: string; number: string; status: CaseStatus; due_on: string | null }>({
    name: 'cases:open-of-unit',
    text: `select id, number, status, due_on from app.case where open and unit_ids @> array[$1::uuid]
      order by overdue_from nulls last, id limit 500`,
    values: [unitId],
  })
  return found.rows.map((row) => ({
    kind: 'unit',
    label: `投诉 ${row.number}（${caseStatusNames[row.status]}）`,
    path: `/cases/${row.id}`,
    dueOn: row.due_on,
  }))
}

/** The changes of a merger: what was the one unit's in open cases is the other's, with its dates. */
export async function caseMoves(
  services: CaseServices,
  occasion: Occasion,
  move: { readonly fromUnitId: string; readonly toUnitId: string },
): Promise<{ readonly changes: readonly Change[]; readonly outbox: readonly OutboxItem[] }> {
  const { fromUnitId, toUnitId } = move
  const db = services.databases.app
  const found = await db.query<{ id: string }>({
    name: 'cases:to-move',
    text: 'select id from app.case where open and unit_ids @> array[$1::uuid] order by id',
    values: [fromUnitId],
  })
  const changes: Change[] = []
  const outbox: OutboxItem[] = []
  const actor = { kind: 'system', job: 'unit-merger' } as const
  for (const { id } of found.rows) {
    const circumstances = await circumstancesOf(services, { ...occasion, actor }, id)
    const { loaded, state } = circumstances
    const command = { type: 'moveWithUnit', fromUnitId, toUnitId } as const
    const events = eventsOrRefuse(caseDecider.decide(command, state, circumstances))
    const change = changeBy(caseTable, caseDecider, loaded, events)
    changes.push(change)
    if (change.state.kind !== 'none') outbox.push(...newsOf(id, events, state, change.state))
  }
  return { changes, outbox }
}
