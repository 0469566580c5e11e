import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { PersonActor } from '@yingshang/core/kernel/actor'
import type { UploadPurpose } from '@yingshang/core/kernel/file-policy'
import type { Queryable } from '../database/pools.ts'
import { Failure } from '../http/failure.ts'
import { newId } from '../ledger/record.ts'
import { mediaTypes, type FileKind } from './sniff.ts'

export type FilePurpose = UploadPurpose

export interface StoredFile {
  readonly id: string
  readonly name: string
  readonly kind: FileKind
  readonly mediaType: string
  readonly bytes: number
  readonly purpose: FilePurpose
  readonly uploadedBy: string
  readonly unitId: string
}

const chunkBytes = 256 * 1024

/** Keeps a file: one row and its chunks in one statement. Returns its id. */
export async function storeFile(
  db: Queryable,
  file: { name: string; kind: FileKind; content: Buffer; purpose: FilePurpose; actor: PersonActor; now: number },
): Promise<string> {
  const id = newId(file.now)
  const chunks: Buffer[] = []
  for (let at = 0; at < file.content.length; at += chunkBytes) chunks.push(file.content.subarray(at, at + chunkBytes))
  await db.query(
    `with kept as (
       insert into app.file (id, name, kind, media_type, bytes, sha256, purpose, uploaded_by, unit_id, uploaded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))
     insert into app.file_chunk (file_id, no, data)
     select $1, n - 1, d from unnest($11::bytea[]) with ordinality as c (d, n)`,
    [
      id,
      neutralName(file.name),
      file.kind,
      mediaTypes[file.kind],
      file.content.length,
      createHash('sha256').update(file.content).digest(),
      file.purpose,
      file.actor.personId,
      file.actor.homeUnitId,
      new Date(file.now),
      chunks,
    ],
  )
  return id
}

/** What one person may bring within 24 hours: twenty-five of the largest files, hundreds of usual ones. */
export const dayLimit = 500 * 1024 * 1024

/**
 * Refuses a person whose uploads of the last 24 hours and `bytes` together pass the limit (429). Uploads that run at the same
 * moment do not see one another; there are eight turns, so the limit is passed by a few files at most.
 */
export async function demandRoom(db: Queryable, personId: string, now: number, bytes: number): Promise<void> {
  const found = await db.query<{ bytes: number }>({
    name: 'files:of-day',
    text: `select coalesce(sum(bytes), 0)::bigint as bytes from app.file where uploaded_by = $1 and uploaded_at > $2`,
    values: [personId, new Date(now - 86_400_000)],
  })
  if (found.rows[0]!.bytes + bytes > dayLimit)
    throw new Failure(429, { code: 'file.day-full', facts: { megabytes: dayLimit / 1024 / 1024 } })
}

export async function findFile(db: Queryable, id: string): Promise<StoredFile | undefined> {
  const found = await db.query<StoredFile>(
    `select id, name, kind, media_type as "mediaType", bytes, purpose, uploaded_by as "uploadedBy", unit_id as "unitId"
     from app.file where id = $1`,
    [id],
  )
  return found.rows[0]
}

export async function readContent(db: Queryable, id: string): Promise<Buffer> {
  const chunks = await db.query<{ data: Buffer }>('select data from app.file_chunk where file_id = $1 order by no', [
    id,
  ])
  return Buffer.concat(chunks.rows.map((row) => row.data))
}

/** The content piece by piece, each read when the one before was taken: a slow download holds one piece in memory. */
export function streamContent(db: Queryable, id: string): Readable {
  async function* pieces() {
    for (let no = 0; ; no++) {
      const found = await db.query<{ data: Buffer }>('select data from app.file_chunk where file_id = $1 and no = $2', [id, no])
      if (!found.rows[0]) return
      yield found.rows[0].data
    }
  }
  return Readable.from(pieces(), { objectMode: false })
}

/** A name without path, control characters or direction marks, at most 120 characters; never empty. */
export function neutralName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  // eslint-disable-next-line no-control-regex
  const clean = last.replace(/[\u0000-\u001f\u007f<>:"|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim()
  const short = clean.length > 120 ? clean.slice(0, 60) + clean.slice(-60) : clean
  return short === '' ? '附件' : short
}
