import { hash, randomBytes } from 'node:crypto'
import type { Attachment } from '../platform/ledger/table.ts'
import { newId } from '../platform/ledger/record.ts'
import { sha256Mark } from '../platform/ledger/hash.ts'
import type { PrivateKey, Sealer } from './envelope.ts'
import { openSealed } from './envelope.ts'

export type SealedKind = 'original' | 'identity' | 'file' | 'message'

const saltLength = 32

/** A sealed content as it is kept, and what the ledger says about it. */
export interface SealedContent {
  readonly row: SealedRow
  /**
   * Hex of the algorithm byte and SHA-256 over salt and content. The salt lies inside the sealed row: without it nobody
   * can try out contents, and deleting the row leaves a number that means nothing.
   */
  readonly commitment: string
}

export interface SealedRow {
  readonly id: string
  readonly vault_id: string
  readonly kind: SealedKind
  readonly key_id: string
  /** PostgreSQL's hex form. */
  readonly content: string
  readonly created_at: string
}

/** Seals a JSON value for one row. `padTo`: the sealed size is a multiple of it and tells nothing about what is inside. */
export async function sealContent(
  sealer: Sealer,
  place: { readonly vaultId: string; readonly kind: SealedKind },
  value: unknown,
  now: number,
  { padTo = 1, id = newId(now) }: { padTo?: number; id?: string } = {},
): Promise<SealedContent> {
  const text = Buffer.from(JSON.stringify(value))
  const padding = Buffer.alloc((padTo - (text.length % padTo)) % padTo, ' ')
  const plain = Buffer.concat([randomBytes(saltLength), text, padding])
  const content = await sealer.seal(plain, aboutRow(id, place), now)
  return {
    commitment: commitmentOf(plain),
    row: {
      id,
      vault_id: place.vaultId,
      kind: place.kind,
      key_id: sealer.keyId,
      content: `\\x${content.toString('hex')}`,
      created_at: new Date(now).toISOString(),
    },
  }
}

/** Opens a row. `commitment` is what the ledger must have said about it. */
export async function openContent(
  key: PrivateKey,
  row: { readonly id: string; readonly vault_id: string; readonly kind: string; readonly content: Buffer },
): Promise<{ value: unknown; commitment: string }> {
  const place = { vaultId: row.vault_id, kind: row.kind as SealedKind }
  const plain = await openSealed(key, row.content, aboutRow(row.id, place))
  return { value: JSON.parse(plain.subarray(saltLength).toString('utf8')), commitment: commitmentOf(plain) }
}

export function sealedRows(rows: readonly SealedRow[]): Attachment {
  return { table: 'vault.sealed', columns: ['id', 'vault_id', 'kind', 'key_id', 'content', 'created_at'], rows }
}

function commitmentOf(plain: Buffer): string {
  return Buffer.concat([Buffer.of(sha256Mark), hash('sha256', plain, 'buffer')]).toString('hex')
}

function aboutRow(id: string, { vaultId, kind }: { vaultId: string; kind: SealedKind }): string {
  return `${kind} ${vaultId} ${id}`
}
