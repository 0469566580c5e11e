import { randomBytes } from 'node:crypto'
import { triesBeforeLock } from '@yingshang/core/units/access'
import type { Queryable } from '../database/pools.ts'
import { Failure, refused } from '../http/failure.ts'
import type { Services } from '../capability.ts'
import { forgive, keyOf, lockWhenSpent, takeTry, tryLater } from './failures.ts'
import { note } from './occurrences.ts'
import { enrolment, makeRecoveryCodes, openSecret, recoveryHash, sealSecret, stepOf, useStep } from './totp.ts'

interface Kept {
  readonly totp_secret: Buffer | null
  readonly totp_confirmed_at: Date | null
}

async function kept(db: Queryable, personId: string): Promise<Kept> {
  const found = await db.query<Kept>({
    name: 'totp:kept',
    text: 'select totp_secret, totp_confirmed_at from access.credential where person_id = $1',
    values: [personId],
  })
  return found.rows[0] ?? { totp_secret: null, totp_confirmed_at: null }
}

/** Makes a new secret that counts only once a code of it was typed. Refused when one is confirmed already. */
export async function beginEnrolment(services: Services, personId: string, signInName: string) {
  const secret = randomBytes(20)
  const sealed = sealSecret(services.keys.siteKey, personId, secret)
  const begun = await services.databases.app.query({
    name: 'totp:begin',
    text: `insert into access.credential (person_id, totp_secret) values ($1, $2)
      on conflict (person_id) do update set totp_secret = $2, totp_last_step = 0 where access.credential.totp_confirmed_at is null`,
    values: [personId, sealed],
  })
  if (begun.rowCount === 0) throw refused({ code: 'access.second-factor-enrolled' })
  return enrolment(secret, signInName)
}

/** The first right code confirms the secret; answers ten recovery codes that are shown this once. */
export async function confirmEnrolment(
  services: Services,
  personId: string,
  code: string,
  now: number,
): Promise<string[]> {
  const db = services.databases.app
  const { totp_secret: sealed, totp_confirmed_at: confirmed } = await kept(db, personId)
  if (confirmed) throw refused({ code: 'access.second-factor-enrolled' })
  if (!sealed) throw refused({ code: 'access.second-factor-not-begun' })
  await withTries(services, personId, now, async () => {
    const step = stepOf(openSecret(services.keys.siteKey, personId, sealed), code, now)
    return step !== undefined && (await useStep(db, personId, step))
  })
  const codes = makeRecoveryCodes()
  const hashes = codes.map((one) => recoveryHash(services.keys.siteKey, personId, one))
  const done = await db.query({
    name: 'totp:confirm',
    text: `with confirmed as (update access.credential set totp_confirmed_at = $2
        where person_id = $1 and totp_confirmed_at is null and totp_secret = $3 returning person_id),
      gone as (delete from access.recovery_code where person_id in (select person_id from confirmed) and not code_hash = any($4::bytea[]))
      insert into access.recovery_code (person_id, code_hash) select person_id, unnest($4::bytea[]) from confirmed`,
    values: [personId, new Date(now), sealed, hashes],
  })
  if (done.rowCount === 0) throw refused({ code: 'access.second-factor-enrolled' })
  await note(db, 'secondFactorEnrolled', personId, now)
  return codes
}

/** A code of the authenticator. Right once: the same and older time steps are refused. */
export async function checkCode(services: Services, personId: string, code: string, now: number): Promise<void> {
  const db = services.databases.app
  const { totp_secret: sealed, totp_confirmed_at: confirmed } = await kept(db, personId)
  if (!sealed || !confirmed) throw refused({ code: 'access.second-factor-not-begun' })
  await withTries(services, personId, now, async () => {
    const step = stepOf(openSecret(services.keys.siteKey, personId, sealed), code, now)
    return step !== undefined && (await useStep(db, personId, step))
  })
  await note(db, 'secondFactorDone', personId, now)
}

/** One of the printed recovery codes, each good once. Answers how many are left. */
export async function checkRecoveryCode(
  services: Services,
  personId: string,
  code: string,
  now: number,
): Promise<number> {
  const db = services.databases.app
  await withTries(services, personId, now, async () => {
    const used = await db.query({
      name: 'recovery:use',
      text: 'update access.recovery_code set used_at = $3 where person_id = $1 and code_hash = $2 and used_at is null',
      values: [personId, recoveryHash(services.keys.siteKey, personId, code), new Date(now)],
    })
    return used.rowCount === 1
  })
  await note(db, 'recoveryCodeUsed', personId, now)
  const left = await db.query<{ left: number }>(
    'select count(*)::int as left from access.recovery_code where person_id = $1 and used_at is null',
    [personId],
  )
  return left.rows[0]!.left
}

async function withTries(
  services: Services,
  personId: string,
  now: number,
  check: () => Promise<boolean>,
): Promise<void> {
  const db = services.databases.app
  const counter = keyOf(services.keys.siteKey, 'second factor', personId)
  await takeTry(db, counter, triesBeforeLock, now)
  if (await check()) return forgive(db, counter)
  const lockedNow = await lockWhenSpent(db, counter, triesBeforeLock, now)
  await note(db, lockedNow ? 'locked' : 'secondFactorWrong', personId, now)
  if (lockedNow) throw tryLater('access.locked', lockedNow)
  throw new Failure(401, { code: 'access.code-wrong' })
}
