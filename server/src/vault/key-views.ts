import type { z } from 'zod'
import type { PersonActor } from '@yingshang/core/kernel/actor'
import type { readVaultKeys } from '@yingshang/core/vault/contract'
import type { KeyHolder } from '@yingshang/core/vault/key-state'
import { mayKeepKey } from '@yingshang/core/vault/policy'
import type { Services } from '../platform/capability.ts'
import { digestOf } from './make-key.ts'

type Overview = z.input<typeof readVaultKeys.reply>['holders'][number]

/** One holder's pair as its officers see it. */
export async function keyOverview(
  { databases, installation }: Services,
  actor: PersonActor,
  holder: KeyHolder,
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
  return {
    holder,
    keyId: active?.id ?? null,
    digest: active ? digestOf(active.public_key) : null,
    officers: active?.officers ?? [],
    amOfficer: active?.officers.some((officer) => officer.personId === actor.personId) ?? false,
    mayKeep: mayKeepKey(actor, holder) === undefined,
    openUntil: openUntil === undefined ? null : new Date(openUntil).toISOString(),
    retired: found.rows.filter((row) => row.kind === 'retired').length,
  }
}
