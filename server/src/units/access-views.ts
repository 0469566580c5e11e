import {
  refusedOccurrences,
  usualAccessRules,
  type AccessRules,
  type OccurrenceKind,
} from '@yingshang/core/units/access'
import type { Queryable } from '../platform/database/pools.ts'
import { load } from '../platform/ledger/load.ts'
import { newId } from '../platform/ledger/record.ts'
import type { Change } from '../platform/ledger/table.ts'
import { accessRulesTable, type AccessRulesState } from './tables.ts'

export async function slipHolder(db: Queryable, personId: string) {
  const found = await db.query<{ name: string; unitName: string; signInName: string }>(
    `select d.name, u.short_name as "unitName", p.sign_in_name as "signInName"
     from app.person p join app.person_details d on d.person_id = p.id join app.unit u on u.id = p.home_unit_id where p.id = $1`,
    [personId],
  )
  return found.rows[0]
}

export async function readRules(db: Queryable): Promise<AccessRules> {
  const found = await db.query<{ state: AccessRulesState }>('select state from app.access_rules limit 1')
  const { idleMinutes, passwordDays, warnDays } = found.rows[0]?.state ?? usualAccessRules
  return { idleMinutes, passwordDays, warnDays }
}

/** The change that sets the division's sign-in rules; the first one makes the row. */
export async function ruleChange(db: Queryable, rules: AccessRules, now: number): Promise<Change<AccessRulesState>> {
  const found = await db.query<{ id: string | null; division: string }>(
    'select (select id from app.access_rules limit 1) as id, division from app.installation',
  )
  const { id, division } = found.rows[0]!
  const known = id === null ? undefined : await load(db, accessRulesTable, id)
  const { idleMinutes, passwordDays, warnDays } = rules
  const event = { type: 'accessRulesSet', idleMinutes, passwordDays, warnDays }
  const from = known ?? { id: newId(now), version: 0, head: '' }
  return { table: accessRulesTable, ...from, state: { division, idleMinutes, passwordDays, warnDays }, events: [event] }
}

const entriesAtOnce = 100

interface LogQuery {
  readonly before?: string | undefined
  readonly personId?: string | undefined
  readonly only: 'all' | 'refused'
}

/** A hundred entries of the sign-in log, newest first, before an entry. */
export async function readSignInLog(db: Queryable, { before, personId, only }: LogQuery) {
  const found = await db.query<{
    id: string
    at: Date
    kind: OccurrenceKind
    person_id: string | null
    name: string | null
    unit: string | null
    by: string | null
  }>(
    `select o.id, o.at, o.kind, o.person_id, d.name, u.short_name as unit, b.name as by
     from access.occurrence o left join app.person p on p.id = o.person_id
       left join app.person_details d on d.person_id = o.person_id left join app.unit u on u.id = p.home_unit_id
       left join app.person_details b on b.person_id = o.by_person
     where ($1::uuid is null or o.id < $1) and ($2::uuid is null or o.person_id = $2) and ($3::text[] is null or o.kind = any($3))
     order by o.id desc limit ${entriesAtOnce + 1}`,
    [before ?? null, personId ?? null, only === 'refused' ? refusedOccurrences : null],
  )
  const occurrences = found.rows.slice(0, entriesAtOnce).map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    kind: row.kind,
    person:
      row.person_id === null
        ? null
        : { personId: row.person_id, name: row.name ?? '（已删除）', unitName: row.unit ?? '' },
    by: row.by,
  }))
  return { occurrences, more: found.rows.length > entriesAtOnce }
}
