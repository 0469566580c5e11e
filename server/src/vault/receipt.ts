import { createHash, createHmac } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'
import { readReceiptCode, withCheckDigit } from '@yingshang/core/vault/receipt-code'
import type { Queryable } from '../platform/database/pools.ts'
import { Failure } from '../platform/http/failure.ts'
import type { Attachment } from '../platform/ledger/table.ts'

/** Argon2id, 19 MiB, two passes (OWASP's floor): about 12 ms here, and only two run at a time. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 }
const atOnce = 2
const mostWaiting = 200

export type ReceiptSubject = { readonly kind: 'case' | 'tip'; readonly id: string }
export type ReceiptPurpose = 'receipt' | 'takeOver'

/**
 * The code of a form: fifteen digits of HMAC(site key, form token) and a check digit. The token is random, given out with
 * the form and never stored, so a repeated send shows the same code and nobody finds it later.
 */
export function receiptCodeOf(siteKey: string, formToken: string): string {
  const mac = createHmac('sha256', Buffer.from(siteKey, 'hex')).update(`receipt code\n${formToken}`).digest()
  const digits = BigInt(`0x${mac.subarray(0, 16).toString('hex')}`) % 10n ** 15n
  return withCheckDigit(String(digits).padStart(15, '0'))
}

/** The command id of a form: the same form sent twice is one command. */
export function commandOfForm(formToken: string): string {
  const hex = createHash('sha256').update(`form\n${formToken}`).digest('hex')
  // Version 8 (RFC 9562): made by the program's own rule.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Makes the keys of codes, at most two at a time; a long queue is refused with `receipt.busy`. */
export class ReceiptKeys {
  readonly #nonce: Buffer
  readonly #waiting: (() => void)[] = []
  #running = 0

  constructor(siteKey: string) {
    this.#nonce = createHmac('sha256', Buffer.from(siteKey, 'hex')).update('receipt').digest()
  }

  async of(code: string): Promise<Buffer> {
    if (this.#running >= atOnce) {
      if (this.#waiting.length >= mostWaiting) throw new Failure(503, { code: 'receipt.busy' })
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    } else this.#running++
    try {
      return await hashRaw(code, { ...cost, salt: this.#nonce })
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#running--
    }
  }
}

export interface ReceiptRow {
  readonly code: string
  readonly subject: ReceiptSubject
  readonly purpose?: ReceiptPurpose
  /** A code that becomes void by this one: a taken-over or reissued receipt. Only once. */
  readonly replaces?: string
  readonly now: number
}

/** The row that belongs into the write that registers the subject (or reissues its receipt). */
export async function receiptRow(keys: ReceiptKeys, receipt: ReceiptRow): Promise<Attachment> {
  const key = await keys.of(receipt.code)
  const replaced = receipt.replaces === undefined ? null : await keys.of(receipt.replaces)
  const row = {
    key: bytes(key),
    subject_kind: receipt.subject.kind,
    subject_id: receipt.subject.id,
    purpose: receipt.purpose ?? 'receipt',
    replaces: replaced && bytes(replaced),
    created_at: new Date(receipt.now).toISOString(),
  }
  return { table: 'vault.receipt', columns: Object.keys(row), rows: [row] }
}

/**
 * What a typed code belongs to. `undefined` for a slip of the finger (wrong check digit: costs nothing) and for a code
 * that was never given out or was replaced; the caller answers both alike and counts only the latter.
 */
export async function findReceipt(
  app: Queryable,
  keys: ReceiptKeys,
  typed: string,
): Promise<{ subject: ReceiptSubject; purpose: ReceiptPurpose } | undefined> {
  const code = readReceiptCode(typed)
  if (code === undefined) return undefined
  const found = await app.query<{ subject_kind: 'case' | 'tip'; subject_id: string; purpose: ReceiptPurpose }>({
    name: 'receipt:find',
    text: 'select subject_kind, subject_id, purpose from vault.find_receipt($1)',
    values: [await keys.of(code)],
  })
  const row = found.rows[0]
  return row && { subject: { kind: row.subject_kind, id: row.subject_id }, purpose: row.purpose }
}

function bytes(buffer: Buffer): string {
  return `\\x${buffer.toString('hex')}`
}
