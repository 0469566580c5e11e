import type { FastifyReply } from 'fastify'
import type { Readable } from 'node:stream'

/** Sends a workbook as it is written. The reply's type is void: what travels is a file, not JSON. */
export function sendWorkbook(
  reply: FastifyReply,
  { name, stream }: { readonly name: string; readonly stream: Readable },
): never {
  void reply.headers({
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`,
    'cache-control': 'no-store',
  })
  return stream as never
}
