import type { KeyHolder } from '@yingshang/core/vault/key-state'
import { forgive, keyOf, lockWhenSpent, takeTry } from '../platform/auth/failures.ts'
import type { Services } from '../platform/capability.ts'
import { Failure, refused } from '../platform/http/failure.ts'
import { usePrivateKey, type PrivateKey } from './envelope.ts'
import { unwrapPrivateKey } from './wrapped-key.ts'

const mostTries = 5

export interface KeyRow {
  readonly id: string
  readonly public_key: Buffer
  readonly kind: 'active' | 'retired'
}

/** A private half in the clear, for wrapping it anew. Whoever gets it wipes it. */
interface Bare {
  readonly key: KeyRow
  readonly privateKey: Buffer
  /** The row it was wrapped in. */
  readonly rowId: string
  readonly purpose: 'own' | 'handOver'
}

/** The pairs of a holder that this person was given, the active one first. */
export async function keysOf(
  { databases, installation }: Services,
  holder: KeyHolder,
  personId: string,
): Promise<KeyRow[]> {
  const found = await databases.app.query<KeyRow>({
    name: 'vault-key:of-officer',
    text: `select id, public_key, kind from app.vault_key
      where division = $1 and holder = $2 and state->'officers' @> to_jsonb($3::text) order by kind, id desc`,
    values: [installation.division, holder, personId],
  })
  return found.rows
}

/**
 * Counts a try before the secret is looked at: five wrong ones, and this person's passphrase rests like a password does.
 * `check` answers nothing when the secret was wrong.
 */
export async function tryVaultSecret<Result>(
  { databases, keys }: Services,
  personId: string,
  now: number,
  check: () => Promise<Result | undefined>,
  wrong: 'vault.wrong-passphrase' | 'vault.wrong-recovery-code',
): Promise<Result> {
  const counter = keyOf(keys.siteKey, 'vault passphrase', personId)
  await takeTry(databases.app, counter, mostTries, now)
  const result = await check()
  if (result !== undefined) {
    await forgive(databases.app, counter)
    return result
  }
  const minutes = await lockWhenSpent(databases.app, counter, mostTries, now)
  throw minutes === undefined
    ? refused({ code: wrong })
    : new Failure(429, { code: 'access.locked', facts: { minutes } })
}

/** Runs with the private halves the passphrase opens, and wipes them whatever happens. */
export async function withBareKeys<Result>(
  services: Services,
  personId: string,
  given: readonly KeyRow[],
  passphrase: string,
  now: number,
  work: (bare: readonly Bare[]) => Promise<Result>,
): Promise<Result> {
  if (given.length === 0) throw refused({ code: 'vault.not-an-officer' })
  const bare = await tryVaultSecret(
    services,
    personId,
    now,
    () => unwrapAll(services, personId, given, passphrase),
    'vault.wrong-passphrase',
  )
  try {
    return await work(bare)
  } finally {
    for (const { privateKey } of bare) privateKey.fill(0)
  }
}

/**
 * What the passphrase opens of the pairs (an older one may have its own); nothing when it opens none. Rows are not told apart by time: a
 * clock may go back, and a change that was cut off leaves two rows, of which either passphrase opens its own.
 */
async function unwrapAll({ databases }: Services, personId: string, given: readonly KeyRow[], passphrase: string) {
  const found = await databases.vault.query<{
    id: string
    key_id: string
    content: Buffer
    purpose: 'own' | 'handOver'
  }>({
    name: 'wrapped-key:of-person',
    text: 'select id, key_id, content, purpose from vault.wrapped_key where person_id = $1 and key_id = any($2::uuid[])',
    values: [personId, given.map((key) => key.id)],
  })
  const bare: Bare[] = []
  for (const key of given) {
    for (const row of found.rows.filter((one) => one.key_id === key.id)) {
      const privateKey = await unwrapPrivateKey(row.content, passphrase, { keyId: key.id, personId })
      if (!privateKey) continue
      bare.push({ key, privateKey, rowId: row.id, purpose: row.purpose })
      break
    }
  }
  return bare.length === 0 ? undefined : bare
}

/** Takes the private halves into use; the bytes are wiped by `withBareKeys`. */
export async function intoUse(bare: readonly Bare[]): Promise<Map<string, PrivateKey>> {
  const keys = new Map<string, PrivateKey>()
  for (const { key, privateKey } of bare) keys.set(key.id, await usePrivateKey(key.id, key.public_key, privateKey))
  return keys
}

/** Removes a person's other wrappings of these pairs: what a newer one replaced, or (nothing kept) all of a removed officer. */
export async function dropWrapped(
  { databases }: Pick<Services, 'databases'>,
  personId: string,
  keyIds: readonly string[],
  kept: readonly string[],
): Promise<void> {
  await databases.vault.query(
    'delete from vault.wrapped_key where person_id = $1 and key_id = any($2::uuid[]) and not (id = any($3::uuid[]))',
    [personId, keyIds, kept],
  )
}
