import { createHmac } from 'node:crypto'
import { lockMinutes } from '@yingshang/core/units/access'
import type { Queryable } from '../database/pools.ts'
import { Failure } from '../http/failure.ts'

/** Key of a counter or an address: nothing readable is stored. */
export function keyOf(siteKey: string, kind: string, value: string): Buffer {
  return createHmac('sha256', Buffer.from(siteKey, 'hex')).update(`${kind}\n${value}`).digest()
}

const rest = lockMinutes * 60_000

/** 429: the account rests, or the address does. */
export function tryLater(code: 'access.locked' | 'access.try-later', minutes: number): Failure {
  return new Failure(429, { code, facts: { minutes } })
}

/**
 * Takes one try from a counter before the secret is looked at, so that a hundred requests at once get no more tries
 * than one after another. Throws when the counter is locked, or when all tries are taken by requests that are still
 * being answered; success gives them back (`forgive`).
 */
export async function takeTry(db: Queryable, key: Buffer, most: number, now: number): Promise<void> {
  const taken = await db.query<{ count: number; locked_until: Date | null }>({
    name: 'failure:take',
    text: `insert into access.failure as f (key, count, first_at) values ($1, 1, $2)
      on conflict (key) do update set
        count = case when f.locked_until <= $2 or (f.locked_until is null and f.first_at < $3) then 1 else f.count + 1 end,
        first_at = case when f.locked_until <= $2 or (f.locked_until is null and f.first_at < $3) then $2 else f.first_at end,
        locked_until = case when f.locked_until > $2 then f.locked_until end
      returning count, locked_until`,
    values: [key, new Date(now), new Date(now - rest)],
  })
  const { count, locked_until: until } = taken.rows[0]!
  if (until !== null) throw tryLater('access.locked', Math.ceil((until.getTime() - now) / 60_000))
  if (count > most) throw tryLater('access.try-later', 1)
}

/** After a wrong try: the last one allowed locks the counter at once. Answers the minutes of the rest that began. */
export async function lockWhenSpent(
  db: Queryable,
  key: Buffer,
  most: number,
  now: number,
): Promise<number | undefined> {
  const locked = await db.query({
    name: 'failure:lock',
    text: 'update access.failure set locked_until = $3 where key = $1 and count >= $2 and locked_until is null',
    values: [key, most, new Date(now + rest)],
  })
  return locked.rowCount === 1 ? lockMinutes : undefined
}

/** Minutes to wait when a counter is used up, without taking a try. */
export async function waitFor(db: Queryable, key: Buffer, most: number, now: number): Promise<number | undefined> {
  const found = await db.query<{ first_at: Date }>({
    name: 'failure:wait',
    text: 'select first_at from access.failure where key = $1 and count >= $2 and first_at > $3',
    values: [key, most, new Date(now - rest)],
  })
  const first = found.rows[0]?.first_at
  return first && Math.ceil((first.getTime() + rest - now) / 60_000)
}

/** Adds one to a counter that only slows (addresses). */
export async function countFailure(db: Queryable, key: Buffer, now: number): Promise<void> {
  await db.query({
    name: 'failure:count',
    text: `insert into access.failure as f (key, count, first_at) values ($1, 1, $2)
      on conflict (key) do update set count = case when f.first_at < $3 then 1 else f.count + 1 end,
        first_at = case when f.first_at < $3 then $2 else f.first_at end`,
    values: [key, new Date(now), new Date(now - rest)],
  })
}

export async function forgive(db: Queryable, key: Buffer): Promise<void> {
  await db.query({ name: 'failure:forgive', text: 'delete from access.failure where key = $1', values: [key] })
}

/** Removes counters that no longer matter; called with each sign-in's housekeeping. */
export async function forgetOldFailures(db: Queryable, now: number): Promise<void> {
  await db.query({
    name: 'failure:forget',
    text: 'delete from access.failure where first_at < $1 and (locked_until is null or locked_until < $1)',
    values: [new Date(now - 86_400_000)],
  })
}
