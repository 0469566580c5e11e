import { createHmac, randomBytes } from 'node:crypto'
import { Failure } from '../platform/http/failure.ts'

const span = 10 * 60_000
const most = 20
const mostAddresses = 100_000

/**
 * Codes that were never given out, counted by address for ten minutes. A slip of the finger fails at the check digit and is
 * not counted, so a company or a town behind one address does not get here by typing; a guesser does after about two
 * hundred tries. In this process's memory only, under a key that is made at start: no address is kept, and none can be
 * joined to a case.
 */
export class ReceiptGuesses {
  readonly #key = randomBytes(32)
  readonly #wrong = new Map<string, { count: number; since: number }>()

  /** Throws 429 `receipt.too-many-guesses` while this address rests. */
  admit(address: string, now: number): void {
    const seen = this.#of(address, now)
    if (seen && seen.count >= most) {
      const minutes = Math.max(1, Math.ceil((seen.since + span - now) / 60_000))
      throw new Failure(429, { code: 'receipt.too-many-guesses', facts: { minutes } })
    }
  }

  count(address: string, now: number): void {
    const seen = this.#of(address, now)
    if (seen) seen.count++
    else {
      if (this.#wrong.size >= mostAddresses) this.#wrong.clear()
      this.#wrong.set(this.#name(address), { count: 1, since: now })
    }
  }

  #of(address: string, now: number) {
    const name = this.#name(address)
    const seen = this.#wrong.get(name)
    if (seen && Math.abs(now - seen.since) >= span) {
      this.#wrong.delete(name)
      return undefined
    }
    return seen
  }

  #name(address: string): string {
    return createHmac('sha256', this.#key).update(address).digest('base64')
  }
}
