import { addDays } from '@yingshang/core/kernel/dates'
import { unitDecider } from '@yingshang/core/units/unit'
import type { Queryable } from '../platform/database/pools.ts'
import type { Occasion } from '../platform/ledger/decide.ts'
import { newId, type Attachment, type OutboxItem } from '../platform/ledger/record.ts'
import type { Change } from '../platform/ledger/table.ts'
import { decided, guard } from './decided.ts'
import type { UnitLinks } from './links.ts'
import { draftPeople } from './people-draft.ts'
import { unitTable } from './tables.ts'
import { contextOf, loadUnit } from './unit-store.ts'

export interface Merger {
  readonly unitId: string
  readonly into: string
  readonly on: string
  readonly occasion: Occasion
}

export interface Merged {
  readonly changes: Change[]
  readonly attachments: Attachment[]
  readonly outbox: readonly OutboxItem[]
  readonly peopleMoved: number
  /** Heads whose post ended; the office settles what they become. */
  readonly heads: string[]
}

/**
 * A unit is merged into another, mid-year or not: it stays findable by its names, its people belong to the other unit
 * from that day with the posts they had, the post of its head ends, and what other capabilities hold for it (open
 * parts of tasks) goes over in the same write.
 */
export async function mergeUnits(db: Queryable, merger: Merger, links: UnitLinks): Promise<Merged> {
  const unit = await loadUnit(db, merger.unitId)
  const target = await loadUnit(db, merger.into)
  const command = { type: 'merge', id: merger.unitId, into: merger.into, on: merger.on } as const
  const context = await contextOf(db, merger.unitId, merger.occasion.businessDay, target.state)
  const merged = decided(unitTable, unitDecider, unit, command, context)
  const people = await db.query<{ id: string }>(
    `select p.id from app.person p where p.active and (p.home_unit_id = $1 or exists (select 1 from app.post t
       where t.person_id = p.id and t.unit_id = $1 and not t.cancelled and (t.until_day is null or t.until_day >= $2))) order by p.id`,
    [merger.unitId, merger.on],
  )
  const draft = draftPeople(db)
  const at = { unit: target.state, homeUnitPath: target.state.path }
  const lastDay = addDays(merger.on, -1)
  const heads: string[] = []
  for (const { id } of people.rows) {
    const before = await draft.state(id)
    if (before.status !== 'active') continue
    if (before.homeUnitId === merger.unitId)
      await draft.apply(id, { type: 'changeHomeUnit', homeUnitId: merger.into, on: merger.on }, at)
    for (const post of before.posts) {
      const open =
        !post.cancelled && post.unitId === merger.unitId && (post.untilDay === null || post.untilDay > lastDay)
      if (!open || post.kind !== 'post') continue
      await draft.apply(id, { type: 'endPost', postId: post.id, lastDay })
      if (post.role === 'unitHead') {
        heads.push(id)
        continue
      }
      const now = await draft.state(id)
      const has =
        now.status === 'active' &&
        now.posts.some(
          (one) =>
            !one.cancelled &&
            one.unitId === merger.into &&
            one.role === post.role &&
            (one.untilDay === null || one.untilDay >= merger.on),
        )
      if (has) continue
      const fromDay = post.fromDay > merger.on ? post.fromDay : merger.on
      const next = {
        id: newId(merger.occasion.now),
        kind: 'post',
        role: post.role,
        unitId: merger.into,
        fromDay,
        untilDay: post.untilDay,
      } as const
      await draft.apply(id, { type: 'openPost', post: next }, at)
    }
  }
  const others = await links.mergeUnits?.(db, merger.occasion, {
    fromUnitId: merger.unitId,
    toUnitId: merger.into,
    reason: `${unit.state.shortName}并入${target.state.shortName}`,
  })
  return {
    changes: [merged, guard(unitTable, target), ...draft.changes(), ...(others?.changes ?? [])],
    attachments: [...draft.attachments(), ...(others?.attachments ?? [])],
    outbox: others?.outbox ?? [],
    peopleMoved: people.rows.length,
    heads,
  }
}
