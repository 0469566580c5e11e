import { randomUUID } from 'node:crypto'
import { keyHolders } from '@yingshang/core/vault/key-state'
import { trialPassphrase } from '@yingshang/core/vault/trial'
import type { Services } from '../platform/capability.ts'
import { changeOwnPassphrase, addOfficer } from './keep-key.ts'
import { makeVaultKey } from './make-key.ts'

/**
 * The sample county's key pairs: of the office (director and first officer) and of discipline inspection, with the
 * passphrase the trial shows. Throws outside a trial: a passphrase everybody knows seals nothing.
 */
export async function makeTrialKeys(services: Services, businessDay: string): Promise<void> {
  if (services.installation.mode !== 'trial') throw new Error('keys with a known passphrase are for a trial only')
  const { app } = services.databases
  const occasion = () => ({ actor: { kind: 'system', job: 'sample' } as const, businessDay, now: services.clock.now(), commandId: randomUUID() })
  const { division } = services.installation
  for (const holder of keyHolders) {
    const [first, second] = await officersOf(services, holder === 'office' ? ['coordinationDirector', 'coordinationOfficer'] : ['disciplineInspection'], businessDay)
    if (!first) continue
    const { keyId } = await makeVaultKey(app, occasion(), { division, holder, officerId: first, passphrase: trialPassphrase })
    if (!second) continue
    const given = await addOfficer(services, occasion(), { keyId, holder, from: first, to: second, passphrase: trialPassphrase })
    await changeOwnPassphrase(services, occasion(), second, holder, given.handOverCode, trialPassphrase)
  }
}

/** The first person of each role. */
async function officersOf({ databases }: Services, roles: readonly string[], day: string): Promise<(string | undefined)[]> {
  const found = await databases.app.query<{ role: string; person_id: string }>(
    `select distinct on (role) role, person_id from app.post where role = any($1) and not cancelled and from_day <= $2 order by role, id`,
    [roles, day],
  )
  return roles.map((role) => found.rows.find((row) => row.role === role)?.person_id)
}
