import type { FastifyReply } from 'fastify'
import { sessionHours } from '@yingshang/core/units/access'
import { sessionCookie } from '../http/session.ts'
import type { Services } from '../capability.ts'

/** Lax: a link in a work chat opens the desk signed in; writes need our own origin anyway. */
export function cookieOptions(services: Services) {
  return {
    httpOnly: true,
    sameSite: 'lax',
    secure: services.config.tls,
    path: '/',
    maxAge: sessionHours * 3600,
  } as const
}

export function giveCookie(reply: FastifyReply, services: Services, token: string): void {
  void reply.setCookie(sessionCookie, token, cookieOptions(services))
}

export function takeCookie(reply: FastifyReply): void {
  void reply.clearCookie(sessionCookie, { path: '/' })
}
