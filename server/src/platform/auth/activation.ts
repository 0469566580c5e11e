import { createHmac } from 'node:crypto'
import { slipDays, triesBeforeBrake } from '@yingshang/core/units/access'
import type { Queryable } from '../database/pools.ts'
import { refused } from '../http/failure.ts'
import { newId, type Attachment } from '../ledger/record.ts'
import type { Services } from '../capability.ts'
import { countFailure, keyOf, tryLater, waitFor } from './failures.ts'
import { paperAlphabet } from './totp.ts'

/**
 * The code on a slip: twelve letters and figures (59 bits) derived from the slip's id with the site key. It is stored
 * nowhere; the maker's page can print it again for a quarter of an hour.
 */
export function codeOf(siteKey: string, activationId: string): string {
  const digest = createHmac('sha256', Buffer.from(siteKey, 'hex'))
    .update(`activation slip\n${activationId}`)
    .digest('hex')
  let number = BigInt(`0x${digest}`)
  let code = ''
  for (let place = 0; place < 12; place++) {
    code += paperAlphabet[Number(number % 31n)]
    number /= 31n
  }
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

export function codeHash(siteKey: string, code: string): Buffer {
  const plain = code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
  return keyOf(siteKey, 'activation code', plain)
}

export interface SlipWish {
  readonly personId: string
  /** The person has set a password before: this is a reset. */
  readonly reset: boolean
}

export interface IssuedSlips {
  readonly batchId: string
  readonly expiresAt: string
  /** Rows for `record`: the slips follow the ledger entry that says who issued them. */
  readonly attachments: Attachment[]
}

/** The rows of new slips. `afterIssuing` then ends what they replace. */
export function slipRows(
  siteKey: string,
  wishes: readonly SlipWish[],
  madeBy: string | null,
  now: number,
): IssuedSlips {
  const batchId = newId(now)
  const expiresAt = new Date(now + slipDays * 86_400_000).toISOString()
  const rows = wishes.map((wish) => {
    const id = newId(now)
    return {
      id,
      batch: batchId,
      person_id: wish.personId,
      code_hash: `\\x${codeHash(siteKey, codeOf(siteKey, id)).toString('hex')}`,
      reset: wish.reset,
      made_by: madeBy,
      made_at: new Date(now).toISOString(),
      expires_at: expiresAt,
    }
  })
  const columns = ['id', 'batch', 'person_id', 'code_hash', 'reset', 'made_by', 'made_at', 'expires_at']
  return { batchId, expiresAt, attachments: [{ table: 'access.activation', rows, columns }] }
}

/** Older slips, the password and all sessions of these people end; the second factor too when asked for. */
export async function afterIssuing(
  db: Queryable,
  siteKey: string,
  personIds: readonly string[],
  batchId: string,
  forgetSecondFactor: boolean,
  now: number,
): Promise<void> {
  await db.query({
    name: 'activation:replace',
    text: `with older as (update access.activation set expires_at = $3 where person_id = any($1::uuid[]) and batch <> $2 and used_at is null and expires_at > $3),
      sessions as (delete from access.session where person_id = any($1::uuid[])),
      failures as (delete from access.failure where key = any($4::bytea[])),
      recovery as (delete from access.recovery_code where person_id = any($1::uuid[]) and $5)
      update access.credential set password_hash = null, password_set_at = null,
        earlier_hashes = case when password_hash is null then earlier_hashes else (array_prepend(password_hash, earlier_hashes))[1:3] end,
        totp_secret = case when $5 then null else totp_secret end,
        totp_confirmed_at = case when $5 then null else totp_confirmed_at end
      where person_id = any($1::uuid[])`,
    values: [
      personIds,
      batchId,
      new Date(now),
      personIds.flatMap((id) => [keyOf(siteKey, 'account', id), keyOf(siteKey, 'second factor', id)]),
      forgetSecondFactor,
    ],
  })
}

export interface OpenSlip {
  readonly personId: string
  readonly reset: boolean
}

/** Whose slip a code is, while it can be used. Wrong codes slow the address. Throws 409 or 429. */
export async function lookAtCode(services: Services, code: string, address: string, now: number): Promise<OpenSlip> {
  const db = services.databases.app
  const { siteKey } = services.keys
  const from = keyOf(siteKey, 'activation address', address)
  const wait = await waitFor(db, from, triesBeforeBrake, now)
  if (wait !== undefined) throw tryLater('access.try-later', wait)
  const found = await db.query<OpenSlip>({
    name: 'activation:look',
    text: `select a.person_id as "personId", a.reset from access.activation a join app.person p on p.id = a.person_id and p.active
      where a.code_hash = $1 and a.used_at is null and a.expires_at > $2`,
    values: [codeHash(siteKey, code), new Date(now)],
  })
  if (found.rows[0]) return found.rows[0]
  await countFailure(db, from, now)
  throw refused({ code: 'access.activation-unusable' })
}

/** Uses the slip and sets the password in one statement; false when somebody else used it first. */
export async function useCode(
  db: Queryable,
  siteKey: string,
  code: string,
  passwordHash: string,
  now: number,
): Promise<boolean> {
  const used = await db.query({
    name: 'activation:use',
    text: `with claimed as (update access.activation set used_at = $2 where code_hash = $1 and used_at is null and expires_at > $2 returning person_id),
      gone as (delete from access.session where person_id in (select person_id from claimed))
      insert into access.credential (person_id, password_hash, password_set_at) select person_id, $3, $2 from claimed
      on conflict (person_id) do update set password_hash = excluded.password_hash, password_set_at = excluded.password_set_at`,
    values: [codeHash(siteKey, code), new Date(now), passwordHash],
  })
  return used.rowCount === 1
}
