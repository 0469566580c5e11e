import { randomUUID } from 'node:crypto'
import { vaultKey, type VaultKeyCommand } from '@yingshang/core/vault/key'
import { keyHolders, type KeyHolder, type VaultKeyEvent } from '@yingshang/core/vault/key-state'
import { rolesOfHolder } from '@yingshang/core/vault/policy'
import { trialPassphrase } from '@yingshang/core/vault/trial'
import { replay } from '@yingshang/core/kernel/decider'
import type { Services } from '../platform/capability.ts'
import { decideAndRecord } from '../platform/ledger/decide-and-record.ts'
import { newChange, orRefuse } from '../platform/ledger/decide.ts'
import { newId } from '../platform/ledger/record.ts'
import type { Attachment } from '../platform/ledger/table.ts'
import { makeKeyPair } from './envelope.ts'
import { wrappedRow } from './make-key.ts'
import { vaultKeys } from './tables.ts'
import { wrapPrivateKey } from './wrapped-key.ts'

/**
 * The sample county's key pairs, one for the office and one for discipline inspection: everybody with the role has them,
 * under the passphrase the trial shows. Throws outside a trial: a passphrase everybody knows seals nothing.
 */
export async function makeTrialKeys(services: Services, businessDay: string): Promise<void> {
  if (services.installation.mode !== 'trial') throw new Error('keys with a known passphrase are for a trial only')
  for (const holder of keyHolders) {
    const officers = await officersOf(services, holder, businessDay)
    if (officers.length > 0) await makeFor(services, holder, officers, businessDay)
  }
}

async function makeFor(
  { databases, installation, clock }: Services,
  holder: KeyHolder,
  officers: readonly string[],
  businessDay: string,
): Promise<void> {
  const now = clock.now()
  const keyId = newId(now)
  const { publicKey, privateKey } = await makeKeyPair()
  const made = {
    type: 'makeKey',
    keyId,
    division: installation.division,
    holder,
    publicKey: publicKey.toString('hex'),
  } as const
  const [first, ...others] = officers
  const commands: VaultKeyCommand[] = [
    { ...made, officerId: first! },
    ...others.map((officerId) => ({ type: 'addOfficer', officerId, by: 'officer' }) as const),
  ]
  let events: readonly VaultKeyEvent[] = []
  for (const command of commands) events = [...events, ...orRefuse(vaultKey.decide(command, replay(vaultKey, events)))]
  const attachments: Attachment[] = []
  for (const personId of officers) {
    const about = { keyId, personId }
    attachments.push(wrappedRow(about, await wrapPrivateKey(privateKey, trialPassphrase, about), now))
  }
  privateKey.fill(0)
  const occasion = { actor: { kind: 'system', job: 'sample' } as const, businessDay, now, commandId: randomUUID() }
  await decideAndRecord(databases.app, occasion, async () => ({
    changes: [newChange(vaultKeys, vaultKey, keyId, events)],
    attachments,
    result: {},
  }))
}

async function officersOf({ databases }: Services, holder: KeyHolder, day: string): Promise<string[]> {
  const found = await databases.app.query<{ person_id: string }>(
    `select distinct person_id from app.post where role = any($1) and not cancelled and from_day <= $2 and (until_day is null or until_day >= $2)
     order by person_id`,
    [rolesOfHolder[holder], day],
  )
  return found.rows.map((row) => row.person_id)
}
