import type { FastifyReply, FastifyRequest } from 'fastify'
import { openSecret, sealSecret } from '../sealed-secret.ts'

/** What a receipt code opened. */
export interface VisitSubject {
  readonly kind: 'case' | 'tip'
  readonly id: string
}

const cookieName = 'yingshang_receipt'
/** Long enough to read and answer, short enough for a shared computer. */
const visitLength = 30 * 60 * 1000

/**
 * A visit to the receipt page: what the code opened, sealed into a cookie, so that no code and no id stands in an address, a
 * log or a table. It ends after half an hour, with the browser, or by leaving.
 */
export function beginVisit(
  reply: FastifyReply,
  siteKey: string,
  subject: VisitSubject,
  now: number,
  secure: boolean,
): void {
  const sealed = sealSecret(
    siteKey,
    'receipt visit',
    cookieName,
    JSON.stringify({ ...subject, until: now + visitLength }),
  )
  void reply.setCookie(cookieName, sealed.toString('base64url'), {
    path: '/receipt',
    httpOnly: true,
    sameSite: 'strict',
    secure,
  })
}

export function readVisit(request: FastifyRequest, siteKey: string, now: number): VisitSubject | undefined {
  const cookie = request.cookies[cookieName]
  if (!cookie) return undefined
  try {
    const opened = openSecret(siteKey, 'receipt visit', cookieName, Buffer.from(cookie, 'base64url'))
    const { kind, id, until } = JSON.parse(opened) as VisitSubject & { until: number }
    return until > now ? { kind, id } : undefined
  } catch {
    return undefined
  }
}

export function endVisit(reply: FastifyReply): void {
  void reply.clearCookie(cookieName, { path: '/receipt' })
}
