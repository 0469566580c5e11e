import type { z } from 'zod'
import type { PersonActor } from '@yingshang/core/kernel/actor'
import type { readVaultKeys } from '@yingshang/core/vault/contract'
import type { KeyHolder } from '@yingshang/core/vault/key-state'
import { mayKeepKey, rolesOfHolder } from '@yingshang/core/vault/policy'
import type { Services } from '../platform/capability.ts'
import type { Queryable } from '../platform/database/pools.ts'
import { digestOf } from './make-key.ts'

type Overview = z.input<typeof readVaultKeys.reply>['holders'][number]

/** One holder's pair as its officers see it. */
export async function keyOverview(
  { databases, installation }: Services,
  actor: PersonActor,
  holder: KeyHolder,
  businessDay: string,
  openUntil: number | undefined,
): Promise<Overview> {
  const found = await databases.app.query<{
    id: string
    kind: string
    public_key: Buffer
    officers: { personId: string; name: string }[]
  }>({
    name: 'vault-key:overview',
    text: `select k.id, k.kind, k.public_key, coalesce((
        select json_agg(json_build_object('personId', d.person_id, 'name', d.name) order by o.place)
        from jsonb_array_elements_text(k.state->'officers') with ordinality as o (id, place)
        join app.person_details d on d.person_id = o.id::uuid), '[]') as officers
      from app.vault_key k where k.division = $1 and k.holder = $2 order by k.kind, k.id desc`,
    values: [installation.division, holder],
  })
  const active = found.rows.find((row) => row.kind === 'active')
  const mayKeep = mayKeepKey(actor, holder) === undefined
  return {
    holder,
    keyId: active?.id ?? null,
    digest: active ? digestOf(active.public_key) : null,
    officers: active?.officers ?? [],
    amOfficer: active?.officers.some((officer) => officer.personId === actor.personId) ?? false,
    candidates: mayKeep && active ? await candidates(databases.app, holder, businessDay, active.officers) : [],
    mayKeep,
    openUntil: openUntil === undefined ? null : new Date(openUntil).toISOString(),
    retired: found.rows.filter((row) => row.kind === 'retired').length,
  }
}

async function candidates(
  app: Queryable,
  holder: KeyHolder,
  day: string,
  officers: readonly { personId: string }[],
): Promise<{ personId: string; name: string }[]> {
  const found = await app.query<{ personId: string; name: string }>({
    name: 'vault-key:candidates',
    text: `select distinct d.person_id as "personId", d.name from app.post p join app.person_details d on d.person_id = p.person_id
      where p.role = any($1) and not p.cancelled and p.from_day <= $2 and (p.until_day is null or p.until_day >= $2)
        and not (p.person_id = any($3::uuid[])) order by d.name`,
    values: [rolesOfHolder[holder], day, officers.map((officer) => officer.personId)],
  })
  return found.rows
}
