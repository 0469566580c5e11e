import { createPrivateKey, createPublicKey, randomInt } from 'node:crypto'
import type { KeyHolder } from '@yingshang/core/vault/key-state'
import { vaultKey, type VaultKeyCommand } from '@yingshang/core/vault/key'
import { rolesOfHolder } from '@yingshang/core/vault/policy'
import { readRecoveryCode } from '@yingshang/core/vault/recovery-code'
import type { Role } from '@yingshang/core/kernel/actor'
import type { Services } from '../platform/capability.ts'
import { notFound, refused } from '../platform/http/failure.ts'
import { decideAndRecord } from '../platform/ledger/decide-and-record.ts'
import { changeBy, orRefuse, type Occasion } from '../platform/ledger/decide.ts'
import { loadMany } from '../platform/ledger/load.ts'
import type { Attachment } from '../platform/ledger/table.ts'
import { wrappedRow } from './make-key.ts'
import { dropWrapped, keysOf, tryVaultSecret, withBareKeys, type KeyRow } from './passphrase.ts'
import { vaultKeys } from './tables.ts'
import { wrapPrivateKey } from './wrapped-key.ts'

/** Decides one command per pair and writes all with the rows that belong to them. */
async function changeKeys(
  services: Services,
  occasion: Occasion,
  commands: ReadonlyMap<string, VaultKeyCommand>,
  attachments: readonly Attachment[],
): Promise<void> {
  const { app } = services.databases
  await decideAndRecord(app, occasion, async () => {
    const loaded = await loadMany(app, vaultKeys, [...commands.keys()])
    if (loaded.length < commands.size) throw notFound('vaultKey')
    return {
      changes: loaded.map((one) =>
        changeBy(vaultKeys, vaultKey, one, orRefuse(vaultKey.decide(commands.get(one.id)!, one.state))),
      ),
      attachments,
      result: {},
    }
  })
}

/** A new passphrase for every pair the current one opens; what was wrapped before is removed. */
export async function changeOwnPassphrase(
  services: Services,
  occasion: Occasion,
  personId: string,
  holder: KeyHolder,
  current: string,
  passphrase: string,
): Promise<void> {
  const given = await keysOf(services, holder, personId)
  await withBareKeys(services, personId, given, current, occasion.now, async (bare) => {
    const attachments: Attachment[] = []
    for (const { key, privateKey } of bare) {
      const about = { keyId: key.id, personId }
      attachments.push(wrappedRow(about, await wrapPrivateKey(privateKey, passphrase, about), occasion.now))
    }
    const command = { type: 'changePassphrase', officerId: personId } as const
    await changeKeys(services, occasion, new Map(bare.map(({ key }) => [key.id, command])), attachments)
    await dropWrapped(
      services,
      personId,
      bare.map(({ key }) => key.id),
      idsOf(attachments),
    )
  })
}

/**
 * Gives a colleague the pair: wrapped under a code of twenty digits that is told to them in person and that opens nothing
 * but the choice of their own passphrase. Needs the passphrase of the one who gives.
 */
export async function addOfficer(
  services: Services,
  occasion: Occasion,
  wanted: { keyId: string; holder: KeyHolder; from: string; to: string; passphrase: string },
): Promise<{ handOverCode: string }> {
  const { keyId, holder, from, to, passphrase } = wanted
  if (!(await holdsRole(services, to, rolesOfHolder[holder], occasion.businessDay)))
    throw refused({ code: 'vault.not-in-role' })
  const given = (await keysOf(services, holder, from)).filter((key) => key.id === keyId)
  const handOverCode = Array.from({ length: 5 }, () => String(randomInt(10_000)).padStart(4, '0')).join(' ')
  await withBareKeys(services, from, given, passphrase, occasion.now, async ([bare]) => {
    const about = { keyId, personId: to }
    const wrapped = await wrapPrivateKey(bare!.privateKey, handOverCode, about)
    const command = { type: 'addOfficer', officerId: to, by: 'officer' } as const
    await changeKeys(services, occasion, new Map([[keyId, command]]), [
      wrappedRow(about, wrapped, occasion.now, 'handOver'),
    ])
  })
  return { handOverCode }
}

export async function removeOfficer(
  services: Services,
  occasion: Occasion,
  keyId: string,
  officerId: string,
): Promise<void> {
  await changeKeys(services, occasion, new Map([[keyId, { type: 'removeOfficer', officerId }]]), [])
  await dropWrapped(services, officerId, [keyId], [])
}

/** A new passphrase by the code of the printed sheet; whoever has no part in the pair yet gets one. */
export async function recoverByCode(
  services: Services,
  occasion: Occasion,
  wanted: { personId: string; holder: KeyHolder; recoveryCode: string; passphrase: string },
): Promise<void> {
  const { personId, holder, recoveryCode, passphrase } = wanted
  const { app } = services.databases
  const pairs = await app.query<KeyRow & { officers: string[] }>(
    `select id, public_key, kind, state->'officers' as officers from app.vault_key where division = $1 and holder = $2`,
    [services.installation.division, holder],
  )
  const check = async () => {
    const privateKey = readRecoveryCode(recoveryCode)
    const publicKey = privateKey && publicHalf(privateKey)
    const pair = publicKey && pairs.rows.find((one) => one.public_key.equals(publicKey))
    return pair && { pair, privateKey }
  }
  const { pair, privateKey } = await tryVaultSecret(
    services,
    personId,
    occasion.now,
    check,
    'vault.wrong-recovery-code',
  )
  try {
    const about = { keyId: pair.id, personId }
    const wrapped = await wrapPrivateKey(privateKey, passphrase, about)
    const isOfficer = pair.officers.includes(personId)
    const command: VaultKeyCommand = isOfficer
      ? { type: 'changePassphrase', officerId: personId }
      : { type: 'addOfficer', officerId: personId, by: 'recoverySheet' }
    const attachments = [wrappedRow(about, wrapped, occasion.now)]
    await changeKeys(services, occasion, new Map([[pair.id, command]]), attachments)
    await dropWrapped(services, personId, [pair.id], idsOf(attachments))
  } finally {
    privateKey.fill(0)
  }
}

function idsOf(attachments: readonly Attachment[]): string[] {
  return attachments.flatMap(({ rows }) => rows.map((row) => (row as { id: string }).id))
}

/** PKCS 8 of an X25519 key up to its 32 bytes (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b656e04220420', 'hex')

function publicHalf(privateKey: Uint8Array): Buffer {
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, privateKey]), format: 'der', type: 'pkcs8' })
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32)
}

async function holdsRole(
  { databases }: Services,
  personId: string,
  roles: readonly Role[],
  day: string,
): Promise<boolean> {
  const found = await databases.app.query(
    `select 1 from app.post where person_id = $1 and role = any($2) and not cancelled and from_day <= $3
       and (until_day is null or until_day >= $3)`,
    [personId, roles, day],
  )
  return found.rows.length > 0
}
