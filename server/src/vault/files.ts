import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { Queryable } from '../platform/database/pools.ts'
import { cleanUpload } from '../platform/files/clean.ts'
import { mediaTypes, type FileKind } from '../platform/files/sniff.ts'
import { newId } from '../platform/ledger/record.ts'
import type { SealedFile } from './read-sealed.ts'

const chunkBytes = 256 * 1024
const [nonceLength, tagLength] = [12, 16]

const endings: Partial<Record<FileKind, string>> = {
  jpeg: 'jpg',
  png: 'png',
  webp: 'webp',
  pdf: 'pdf',
  docx: 'docx',
  xlsx: 'xlsx',
  pptx: 'pptx',
  text: 'txt',
}

/**
 * Takes a submitter's file: all metadata out, a neutral name (附件1.jpg), marks of secrecy refused, then its pieces are
 * sealed under a key of its own and kept. The key goes into the sealed description that the submission's write carries
 * (`Submission.files`); pieces without one are swept away after a day. Throws the refusals of `cleanUpload`.
 */
export async function takeFile(
  app: Queryable,
  upload: {
    readonly name: string
    readonly content: Buffer
    /** Counted from 1 within the submission. */ readonly no: number
  },
  now: number,
): Promise<SealedFile> {
  const { kind, content } = await cleanUpload(upload.content, 'evidence', upload.name)
  const fileId = newId(now)
  const key = randomBytes(32)
  const chunks = Math.max(1, Math.ceil(content.length / chunkBytes))
  const pieces: Buffer[] = []
  for (let no = 0; no < chunks; no++) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(no)).setAAD(aboutChunk(fileId, no, chunks))
    const piece = content.subarray(no * chunkBytes, (no + 1) * chunkBytes)
    pieces.push(Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]))
  }
  await app.query(
    `insert into vault.sealed_chunk (file_id, no, content, created_at)
     select $1, n - 1, c, $3 from unnest($2::bytea[]) with ordinality as p (c, n)`,
    [fileId, pieces, new Date(now)],
  )
  const name = `附件${upload.no}.${endings[kind] ?? 'bin'}`
  return { fileId, name, mediaType: mediaTypes[kind], bytes: content.length, chunks, key: key.toString('base64') }
}

/** Sends a file as an attachment, piece by piece. A piece that was changed, moved or cut off ends the download. */
export async function sendSealedFile(vault: Queryable, file: SealedFile, reply: FastifyReply): Promise<void> {
  void reply.headers({
    'content-type': file.mediaType,
    'content-length': file.bytes,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'content-security-policy': "sandbox; default-src 'none'",
  })
  await reply.send(Readable.from(openPieces(vault, file), { objectMode: false }))
}

export async function* openPieces(vault: Queryable, file: SealedFile): AsyncGenerator<Buffer> {
  const key = Buffer.from(file.key, 'base64')
  for (let no = 0; no < file.chunks; no++) {
    const found = await vault.query<{ content: Buffer }>({
      name: 'sealed-chunk:read',
      text: 'select content from vault.sealed_chunk where file_id = $1 and no = $2',
      values: [file.fileId, no],
    })
    const sealed = found.rows[0]?.content
    if (!sealed) throw new Error('a piece of a sealed file is missing')
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(no)).setAAD(aboutChunk(file.fileId, no, file.chunks))
    decipher.setAuthTag(sealed.subarray(-tagLength))
    const piece = Buffer.concat([decipher.update(sealed.subarray(0, -tagLength)), decipher.final()])
    if (piece.length > 0) yield piece
  }
}

/** The key is used for one file only, so the number of the piece is a nonce that never comes twice. */
function nonceOf(no: number): Buffer {
  const nonce = Buffer.alloc(nonceLength)
  nonce.writeUInt32BE(no, nonceLength - 4)
  return nonce
}

function aboutChunk(fileId: string, no: number, chunks: number): Buffer {
  return Buffer.from(`${fileId} ${no} ${chunks}`)
}
