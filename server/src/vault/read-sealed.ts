import type { OpenedContent } from '@yingshang/core/vault/opening-contract'
import type { OpeningPart } from '@yingshang/core/vault/opening-state'
import type { Consent, Identity, Original } from '@yingshang/core/kernel/identity'
import type { KeyHolder } from '@yingshang/core/vault/key-state'
import type { Services } from '../platform/capability.ts'
import { refused } from '../platform/http/failure.ts'
import type { PrivateKey } from './envelope.ts'
import { openContent, type SealedKind } from './sealed-row.ts'

interface Row {
  readonly id: string
  readonly vault_id: string
  readonly kind: SealedKind
  readonly key_id: string
  readonly content: Buffer
  readonly created_at: Date
}

/** What a file row holds, sealed: its neutral name and the key of its pieces. */
export interface SealedFile {
  readonly fileId: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly chunks: number
  /** Base64, 32 bytes. */
  readonly key: string
}

export type Keys = ReadonlyMap<string, PrivateKey>

/** Whose key a submission is sealed to; nothing when there are no rows (unknown, or erased). */
export async function holderOf({ databases }: Services, vaultId: string): Promise<KeyHolder | undefined> {
  const sealed = await databases.vault.query<{ key_id: string }>({
    name: 'sealed:key',
    text: 'select key_id from vault.sealed where vault_id = $1 limit 1',
    values: [vaultId],
  })
  if (!sealed.rows[0]) return undefined
  const found = await databases.app.query<{ holder: KeyHolder }>({
    name: 'vault-key:holder',
    text: 'select holder from app.vault_key where id = $1',
    values: [sealed.rows[0].key_id],
  })
  return found.rows[0]?.holder
}

/** Reads and opens one part. Only after the opening was written down. */
export async function readPart(
  services: Services,
  keys: Keys,
  vaultId: string,
  part: OpeningPart,
): Promise<OpenedContent> {
  const kinds = part === 'identity' ? ['identity'] : ['original', 'message', 'file']
  const { opened, notReadable } = await openAll(keys, await rowsOf(services, vaultId, kinds))
  if (part === 'identity') {
    const who = opened[0]?.value as { identity: Identity | null; consent: Consent } | undefined
    if (!who) throw refused({ code: 'vault.other-key' })
    return { part, identity: who.identity, consent: who.consent }
  }
  const words = opened.find(({ row }) => row.kind === 'original')?.value as Required<Original> | undefined
  if (!words) throw refused({ code: 'vault.other-key' })
  return {
    part,
    title: words.title,
    text: words.text,
    object: words.object,
    messages: opened
      .filter(({ row }) => row.kind === 'message')
      .map(({ row, value }) => ({
        messageId: row.id,
        sentAt: row.created_at.toISOString(),
        text: (value as { text: string }).text,
      })),
    files: opened
      .filter(({ row }) => row.kind === 'file')
      .map(({ value }) => {
        const { fileId, name, mediaType, bytes } = value as SealedFile
        return { fileId, name, mediaType, bytes }
      })
      .toSorted((a, b) => a.name.length - b.name.length || (a.name < b.name ? -1 : 1)),
    notReadable,
  }
}

/** The description of one file of a submission, with its key. */
export async function readFileRow(
  services: Services,
  keys: Keys,
  vaultId: string,
  fileId: string,
): Promise<SealedFile | undefined> {
  const { opened } = await openAll(keys, await rowsOf(services, vaultId, ['file']))
  return opened.map(({ value }) => value as SealedFile).find((file) => file.fileId === fileId)
}

async function rowsOf({ databases }: Services, vaultId: string, kinds: readonly string[]): Promise<Row[]> {
  const found = await databases.vault.query<Row>({
    name: 'sealed:rows',
    text: `select id, vault_id, kind, key_id, content, created_at from vault.sealed
      where vault_id = $1 and kind = any($2) order by created_at, id`,
    values: [vaultId, kinds],
  })
  return found.rows
}

async function openAll(keys: Keys, rows: readonly Row[]) {
  const opened: { row: Row; value: unknown }[] = []
  let notReadable = 0
  for (const row of rows) {
    const key = keys.get(row.key_id)
    const value = key && (await openContent(key, row).catch(() => undefined))?.value
    if (value === undefined) notReadable++
    else opened.push({ row, value })
  }
  return { opened, notReadable }
}
