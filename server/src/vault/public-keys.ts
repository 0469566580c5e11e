import type { Queryable } from '../platform/database/pools.ts'
import { Failure } from '../platform/http/failure.ts'
import { Sealer, type PublicKey } from './envelope.ts'

/** Who can open: the coordination office's vault officers, or discipline inspection's (tips). */
export type Holder = 'office' | 'discipline'

const trusted = 5_000

/**
 * The sealers of one division. A public key is read again after five seconds: contents sealed to a key that was replaced
 * meanwhile still open with it, and after a trial was begun anew the old key is soon forgotten.
 */
export class Sealers {
  readonly #app: Queryable
  readonly #division: string
  readonly #known = new Map<Holder, { sealer: Sealer; readAt: number }>()

  constructor(app: Queryable, division: string) {
    this.#app = app
    this.#division = division
  }

  /** Refuses with `vault.not-set-up` while nobody has made the key pair: nothing is ever kept unsealed instead. */
  async of(holder: Holder, now: number): Promise<Sealer> {
    const known = this.#known.get(holder)
    if (known && Math.abs(now - known.readAt) < trusted) return known.sealer
    const key = await activeKey(this.#app, this.#division, holder)
    if (!key) throw new Failure(409, { code: 'vault.not-set-up' })
    const sealer = known?.sealer.keyId === key.keyId ? known.sealer : new Sealer(key)
    this.#known.set(holder, { sealer, readAt: now })
    return sealer
  }
}

export async function activeKey(app: Queryable, division: string, holder: Holder): Promise<PublicKey | undefined> {
  const found = await app.query<{ id: string; public_key: Buffer }>({
    name: 'vault-key:active',
    text: `select id, public_key from app.vault_key where division = $1 and holder = $2 and kind = 'active'`,
    values: [division, holder],
  })
  const row = found.rows[0]
  return row && { keyId: row.id, publicKey: row.public_key }
}
