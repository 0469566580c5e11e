import type { Refusal } from '@yingshang/core/kernel/refusal'

/**
 * A request that ends with something other than its reply. `refused` carries a rule's refusal; the others are what any
 * route may answer. Anything else thrown is a bug and answers 500 with an incident number.
 */
export class Failure extends Error {
  readonly status: number
  readonly refusal: Refusal
  readonly fields: readonly { path: string; message: string }[] | undefined

  constructor(status: number, refusal: Refusal, fields?: readonly { path: string; message: string }[]) {
    super(refusal.code)
    this.status = status
    this.refusal = refusal
    this.fields = fields
  }
}

/** A rule said no (409). */
export function refused(refusal: Refusal): Failure {
  return new Failure(409, refusal)
}

/** The policy said no (403). */
export function forbidden(refusal: Refusal = { code: 'access.not-allowed' }): Failure {
  return new Failure(403, refusal)
}

/** Nobody is signed in (401). */
export function signedOut(): Failure {
  return new Failure(401, { code: 'access.signed-out' })
}

/** There is no such thing, or the actor may not know of it (404). */
export function notFound(what: string): Failure {
  return new Failure(404, { code: `${what}.not-found` })
}
