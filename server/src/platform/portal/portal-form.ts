import type { FastifyRequest } from 'fastify'
import { Failure } from '../http/failure.ts'
import { uploadLimit } from '../files/routes.ts'

export interface PortalForm {
  /** Text fields; several values of one name are joined by commas. */
  readonly fields: Readonly<Record<string, string>>
  readonly files: readonly { readonly name: string; readonly content: Buffer }[]
  /** Names of files that were larger than a file may be. */
  readonly tooLarge: boolean
  readonly tooMany: boolean
}

/** NUL and halves of surrogate pairs: PostgreSQL keeps neither. */
const unkeepable = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** Reads a form with files. What is too much is left out and said, so that the words somebody typed are never lost. */
export async function readPortalForm(request: FastifyRequest, mostFiles: number): Promise<PortalForm> {
  const fields: Record<string, string> = {}
  const files: { name: string; content: Buffer }[] = []
  let tooLarge = false
  let tooMany = false
  const limits = { fileSize: uploadLimit, files: mostFiles + 4, fields: 60, parts: 80, fieldSize: 100_000 }
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') {
        const value = String(part.value).replaceAll(unkeepable, '').replaceAll('\r\n', '\n')
        fields[part.fieldname] = fields[part.fieldname] === undefined ? value : `${fields[part.fieldname]},${value}`
        continue
      }
      const content = await part.toBuffer().catch((error: { code?: string }) => {
        if (error.code !== 'FST_REQ_FILE_TOO_LARGE') throw error
        return undefined
      })
      if (content === undefined) tooLarge = true
      // A browser sends an empty file for a field nobody used.
      else if (part.filename === '' || content.length === 0) continue
      else if (files.length >= mostFiles) tooMany = true
      else files.push({ name: part.filename, content })
    }
  } catch (error) {
    const { statusCode } = error as { statusCode?: number }
    if (statusCode !== undefined && statusCode < 500) throw new Failure(statusCode, { code: 'input.invalid' })
    throw new Failure(400, { code: 'input.invalid' })
  }
  return { fields, files, tooLarge, tooMany }
}
