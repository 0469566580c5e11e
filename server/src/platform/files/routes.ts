import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import type { PersonActor } from '@yingshang/core/kernel/actor'
import { mayReadAnyway, mayUpload } from '@yingshang/core/kernel/file-policy'
import { uploadFile } from '@yingshang/core/plans/contract'
import { z } from 'zod'
import { route } from '@yingshang/core/kernel/route'
import { Failure, forbidden, notFound } from '../http/failure.ts'
import { serve } from '../http/register.ts'
import type { Services } from '../capability.ts'
import { cleanUpload } from './clean.ts'
import { demandRoom, findFile, storeFile, streamContent, type StoredFile } from './store.ts'
import { inUploadTurn } from './upload-turns.ts'

export const uploadLimit = 20 * 1024 * 1024

/** Says whether an actor may read a file because of what it is attached to; each capability brings its own. */
export type FileReader = (actor: PersonActor, file: StoredFile) => Promise<boolean>

const downloadFile = route({
  method: 'GET',
  path: '/api/files/:fileId',
  summary: '下载附件',
  params: z.object({ fileId: z.uuid() }),
  reply: z.any(),
})

/** A form that is none, was cut off or is too large. The parser's own errors carry a status; what it throws else is bad input. */
function brokenOff(error: Error & { statusCode?: number; code?: string }): never {
  if (error.code === 'FST_REQ_FILE_TOO_LARGE')
    throw new Failure(413, { code: 'file.too-large', facts: { megabytes: uploadLimit / 1024 / 1024 } })
  if (error.statusCode !== undefined) throw error
  throw new Failure(400, { code: 'file.missing' })
}

/** Upload and download. Files are always sent as attachments, never shown inside our own pages. */
export async function fileRoutes(
  app: FastifyInstance,
  services: Services,
  readers: readonly FileReader[],
): Promise<void> {
  const db = services.databases.app
  await app.register(multipart, { limits: { fileSize: uploadLimit, files: 1, fields: 0, parts: 1 } })

  serve(app, uploadFile, async (call) => {
    const { purpose } = call.query
    const no = mayUpload(call.actor, purpose)
    if (no) throw forbidden(no)
    // Before anything is read, and again when the size is known.
    await demandRoom(db, call.actor.personId, call.now, 0)
    return inUploadTurn(async () => {
      const part = await call.request.file().catch(brokenOff)
      if (!part) throw new Failure(400, { code: 'file.missing' })
      const raw = await part.toBuffer().catch(brokenOff)
      const { kind, content } = await cleanUpload(raw, purpose, part.filename)
      await demandRoom(db, call.actor.personId, call.now, content.length)
      const file = { name: part.filename, kind, content, purpose, actor: call.actor, now: call.now }
      return { fileId: await storeFile(db, file), name: part.filename, bytes: content.length, kind }
    })
  })

  serve(app, downloadFile, async (call) => {
    const file = await findFile(db, call.params.fileId)
    if (!file) throw notFound('file')
    if (!(await mayRead(call.actor, file, readers))) throw forbidden({ code: 'file.not-yours' })
    void call.reply.headers({
      'content-type': file.mediaType,
      'content-length': file.bytes,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'content-security-policy': "sandbox; default-src 'none'",
    })
    return call.reply.send(streamContent(db, file.id))
  })
}

async function mayRead(actor: PersonActor, file: StoredFile, readers: readonly FileReader[]): Promise<boolean> {
  if (mayReadAnyway(actor, file)) return true
  for (const reader of readers) if (await reader(actor, file)) return true
  return false
}
