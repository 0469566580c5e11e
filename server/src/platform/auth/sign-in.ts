import { dayInChina } from '@yingshang/core/kernel/dates'
import { triesBeforeBrake, triesBeforeLock } from '@yingshang/core/units/access'
import type { Queryable } from '../database/pools.ts'
import { Failure } from '../http/failure.ts'
import type { Services } from '../capability.ts'
import {
  countFailure,
  forgetOldFailures,
  forgive,
  keyOf,
  lockWhenSpent,
  takeTry,
  tryLater,
  waitFor,
} from './failures.ts'
import { note } from './occurrences.ts'
import { verifyPassword } from './password-hash.ts'
import { openSession } from './sessions.ts'

export interface SignInAttempt {
  readonly name: string
  readonly password: string
  readonly address: string
  readonly browser: string
  readonly now: number
}

interface Account {
  readonly id: string
  readonly sign_in_name: string
  readonly password_hash: string | null
}

/** Full-width figures and spaces as people type them; sign-in names are kept in lower case. */
export function tidySignInName(name: string): string {
  return name.normalize('NFKC').replace(/[\s-]/g, '').toLowerCase()
}

/**
 * The account of a sign-in name, or of a mobile number that exactly one active person has. People whose last day has
 * passed are not found.
 */
async function findAccount(db: Queryable, name: string, now: number): Promise<Account | undefined> {
  const found = await db.query<Account>({
    name: 'account:find',
    text: `select p.id, p.sign_in_name, c.password_hash
      from app.person p left join access.credential c on c.person_id = p.id
      where (p.sign_in_name = $1 or p.id in (select person_id from app.person_details where mobile = $1))
        and (p.last_day is null or p.last_day >= (select coalesce(trial_day, $2::date) from app.installation))
      order by p.sign_in_name = $1 desc limit 2`,
    values: [name, dayInChina(now)],
  })
  const [first] = found.rows
  return found.rows.length === 1 || first?.sign_in_name === name ? first : undefined
}

/**
 * Name and password. Refusals never tell whether an account exists: unknown names are counted, locked and hashed like
 * known ones. Opens a session (second factor still owed) and answers its token. Throws 401, 429 or 503.
 */
export async function signInWithPassword(
  services: Services,
  attempt: SignInAttempt,
): Promise<{ token: string; personId: string }> {
  const db = services.databases.app
  const { siteKey } = services.keys
  const { now } = attempt
  const name = tidySignInName(attempt.name)
  const account = await findAccount(db, name, now)
  const counter = account ? keyOf(siteKey, 'account', account.id) : keyOf(siteKey, 'unknown', name)
  const address = keyOf(siteKey, 'address', attempt.address)

  const wait = await waitFor(db, address, triesBeforeBrake, now)
  if (wait !== undefined && !(await isKnownAt(db, account?.id, address))) throw tryLater('access.try-later', wait)
  await takeTry(db, counter, triesBeforeLock, now)

  const right = await verifyPassword(account?.password_hash, attempt.password)
  if (!right || !account) {
    await countFailure(db, address, now)
    const lockedNow = await lockWhenSpent(db, counter, triesBeforeLock, now)
    await note(db, lockedNow ? 'locked' : 'wrongPassword', account?.id ?? null, now)
    if (lockedNow) throw tryLater('access.locked', lockedNow)
    throw new Failure(401, { code: 'access.wrong-credentials' })
  }
  await forgive(db, counter)
  await remember(db, account.id, address, now)
  await forgetOldFailures(db, now)
  await note(db, 'signedIn', account.id, now)
  const token = await openSession(db, {
    personId: account.id,
    now,
    secondFactor: false,
    byLink: false,
    browser: attempt.browser,
  })
  return { token, personId: account.id }
}

/** A shared office address: whoever got in from it before is not stopped by what others type wrong there. */
async function isKnownAt(db: Queryable, personId: string | undefined, address: Buffer): Promise<boolean> {
  const found = await db.query({
    name: 'address:known',
    text: 'select 1 from access.known_address where person_id = $1 and address = $2',
    values: [personId ?? null, address],
  })
  return found.rowCount === 1
}

export async function remember(db: Queryable, personId: string, address: Buffer, now: number): Promise<void> {
  await db.query({
    name: 'address:remember',
    text: `insert into access.known_address (person_id, address, seen_at) values ($1, $2, $3)
      on conflict (person_id, address) do update set seen_at = excluded.seen_at`,
    values: [personId, address, new Date(now)],
  })
}
