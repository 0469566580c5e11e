import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** A form may lie open for a day: somebody writes at lunch and sends in the evening. */
const longestOpen = 24 * 60 * 60 * 1000
/** Nobody reads and fills the form faster; a program does. */
const fastestPerson = 3_000

export type TokenAnswer = 'ok' | 'too-fast' | 'too-old' | 'not-ours'

/**
 * A form's token: when it was given out, chance, and our signature. It keeps nothing on the server; the receipt code and the
 * command id are made from it, so a form sent twice is one submission.
 */
export function newFormToken(siteKey: string, now: number): string {
  const body = `${now.toString(36)}.${randomBytes(18).toString('base64url')}`
  return `${body}.${signature(siteKey, body)}`
}

export function judgeFormToken(siteKey: string, token: string, now: number): TokenAnswer {
  const parts = token.split('.')
  if (parts.length !== 3) return 'not-ours'
  const body = `${parts[0]}.${parts[1]}`
  const expected = Buffer.from(signature(siteKey, body))
  const given = Buffer.from(parts[2]!)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'not-ours'
  const age = now - Number.parseInt(parts[0]!, 36)
  if (age < fastestPerson) return 'too-fast'
  return age > longestOpen ? 'too-old' : 'ok'
}

function signature(siteKey: string, body: string): string {
  return createHmac('sha256', Buffer.from(siteKey, 'hex')).update(`form token\n${body}`).digest('base64url')
}
