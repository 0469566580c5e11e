import type { z } from 'zod'
import type { PersonActor } from '@yingshang/core/kernel/actor'
import type { readOpenings } from '@yingshang/core/vault/opening-contract'
import { isShownToSubmitter } from '@yingshang/core/vault/opening'
import type { OpeningPart, OpeningReason, OpeningState } from '@yingshang/core/vault/opening-state'
import type { KeyHolder } from '@yingshang/core/vault/key-state'
import { mayUseKey } from '@yingshang/core/vault/policy'
import type { Queryable } from '../platform/database/pools.ts'
import { findSubjects, type VaultSubjects } from './subject.ts'

type Kept = Exclude<OpeningState, { kind: 'none' }>
type Log = z.input<typeof readOpenings.reply>
const pageSize = 50

/** The log of one holder, newest first; `waiting` only what needs a second person or may be used now. */
export async function openingLog(
  app: Queryable,
  subjects: readonly VaultSubjects[],
  actor: PersonActor,
  businessDay: string,
  { holder, waiting, page }: { holder: KeyHolder; waiting: boolean; page: number },
): Promise<Log> {
  const found = await app.query<{
    id: string
    state: Kept
    first_at: Date
    officer: string
    second: string | null
    total: number
  }>({
    name: 'vault-opening:log',
    text: `select o.id, o.state, d.name as officer, s.name as second, count(*) over () as total,
        (select e.recorded_at from ledger.entry e where e.stream_id = o.id and e.version = 1) as first_at
      from app.vault_opening o
      left join app.person_details d on d.person_id = o.officer_id
      left join app.person_details s on s.person_id = (o.state->>'secondId')::uuid
      where o.holder = $1 and (not $2 or o.kind = 'asked' or (o.kind = 'allowed' and o.state->>'usableUntil' >= $3))
      order by o.id desc limit $4 offset $5`,
    values: [holder, waiting, businessDay, pageSize, (page - 1) * pageSize],
  })
  const known =
    mayUseKey(actor, holder) === undefined
      ? await findSubjects(
          subjects,
          found.rows.map((row) => row.state.vaultId),
        )
      : new Map()
  return {
    total: found.rows[0]?.total ?? 0,
    lines: found.rows.map(({ id, state, first_at: firstAt, officer, second }) => {
      const mine = state.officerId === actor.personId
      return {
        openingId: id,
        kind: state.kind,
        part: state.part,
        reason: state.reason,
        note: state.note,
        officer: officer ?? '',
        second,
        because: state.kind === 'refused' ? state.because : null,
        at: state.kind === 'opened' ? state.openedAt : firstAt.toISOString(),
        caseNumber: known.get(state.vaultId)?.subject.number ?? null,
        mayDecide: state.kind === 'asked' && !mine && mayUseKey(actor, holder) === undefined,
        mayUse: state.kind === 'allowed' && mine && businessDay <= state.usableUntil,
      }
    }),
  }
}

/** What the submitter sees behind the receipt: who opened, by role; when; why. Never a person's name. */
export interface SeenOpening {
  readonly role: KeyHolder
  readonly part: OpeningPart
  readonly reason: OpeningReason
  readonly at: string
}

export async function openingsSeenBySubmitter(
  app: Queryable,
  vaultId: string,
  businessDay: string,
): Promise<SeenOpening[]> {
  const found = await app.query<{ state: Kept }>({
    name: 'vault-opening:seen',
    text: `select state from app.vault_opening where vault_id = $1 and kind = 'opened' and shown_from <= $2 order by opened_at, id`,
    values: [vaultId, businessDay],
  })
  return found.rows.flatMap(({ state }) =>
    state.kind === 'opened' && isShownToSubmitter(state, businessDay)
      ? [{ role: state.holder, part: state.part, reason: state.reason, at: state.openedAt }]
      : [],
  )
}
