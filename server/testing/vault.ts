import { randomUUID } from 'node:crypto'
import type { KeyHolder } from '@yingshang/core/vault/key-state'
import { readRecoveryCode } from '@yingshang/core/vault/recovery-code'
import { usePrivateKey, type PrivateKey } from '../src/vault/envelope.ts'
import { makeVaultKey } from '../src/vault/make-key.ts'
import type { TestDatabase } from './database.ts'

export const vaultPassphrase = '密封件 测试 口令 一二三'

/** Gives a division its key pair; the private half as only a test has it. */
export async function setUpVault(
  database: TestDatabase,
  { holder = 'office' as KeyHolder, officerId = randomUUID() as string, division = '320724' } = {},
): Promise<{ keyId: string; officerId: string; key: PrivateKey; recoveryCode: string }> {
  const occasion = {
    actor: { kind: 'system', job: 'test' } as const,
    businessDay: '2022-07-04',
    now: Date.UTC(2022, 6, 4),
    commandId: randomUUID(),
  }
  const wanted = { division, holder, officerId, passphrase: vaultPassphrase }
  const { keyId, recoveryCode } = await makeVaultKey(database.databases.app, occasion, wanted)
  const found = await database.databases.app.query<{ public_key: Buffer }>(
    'select public_key from app.vault_key where id = $1',
    [keyId],
  )
  const key = await usePrivateKey(keyId, found.rows[0]!.public_key, readRecoveryCode(recoveryCode)!)
  return { keyId, officerId, key, recoveryCode }
}
