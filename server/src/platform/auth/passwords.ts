import { triesBeforeLock } from '@yingshang/core/units/access'
import { judgePassword } from '@yingshang/core/units/password'
import type { Queryable } from '../database/pools.ts'
import { Failure, refused } from '../http/failure.ts'
import type { Services } from '../capability.ts'
import { forgive, keyOf, lockWhenSpent, takeTry, tryLater } from './failures.ts'
import { hashPassword, verifyPassword } from './password-hash.ts'

interface Known {
  readonly own: string[]
  readonly password_hash: string | null
  readonly earlier_hashes: string[] | null
}

async function knownOf(db: Queryable, personId: string): Promise<Known> {
  const found = await db.query<Known>({
    name: 'password:known',
    text: `select array_remove(array[p.sign_in_name, d.name, d.mobile, split_part(d.email, '@', 1), u.name, u.short_name], null) as own,
        c.password_hash, c.earlier_hashes
      from app.person p join app.person_details d on d.person_id = p.id join app.unit u on u.id = p.home_unit_id
        left join access.credential c on c.person_id = p.id
      where p.id = $1`,
    values: [personId],
  })
  if (!found.rows[0]) throw new Error('a person without details sets a password')
  return found.rows[0]
}

/** Judges a new password against the rules, the person's own names and their last three passwords; answers its hash. */
export async function hashNewPassword(db: Queryable, personId: string, password: string): Promise<string> {
  const known = await knownOf(db, personId)
  const judged = judgePassword(
    password,
    known.own.filter((text) => text !== ''),
  )
  if (!judged.ok) throw refused(judged.refusal)
  const before = [known.password_hash, ...(known.earlier_hashes ?? [])].filter((one) => one !== null).slice(0, 3)
  for (const earlier of before)
    if (await verifyPassword(earlier, password)) throw refused({ code: 'password.used-before' })
  return hashPassword(password)
}

/** Changes a password by its owner: the current one is asked again, and wrong tries are counted like at sign-in. */
export async function replacePassword(
  services: Services,
  personId: string,
  current: string,
  password: string,
  now: number,
): Promise<void> {
  const db = services.databases.app
  const counter = keyOf(services.keys.siteKey, 'account', personId)
  await takeTry(db, counter, triesBeforeLock, now)
  const { password_hash: stored } = await knownOf(db, personId)
  if (!(await verifyPassword(stored, current))) {
    const lockedNow = await lockWhenSpent(db, counter, triesBeforeLock, now)
    if (lockedNow) throw tryLater('access.locked', lockedNow)
    throw new Failure(409, { code: 'password.wrong' })
  }
  await forgive(db, counter)
  const hash = await hashNewPassword(db, personId, password)
  const changed = await db.query({
    name: 'password:replace',
    text: `update access.credential set earlier_hashes = (array_prepend(password_hash, earlier_hashes))[1:3], password_hash = $3, password_set_at = $4
      where person_id = $1 and password_hash = $2`,
    values: [personId, stored, hash, new Date(now)],
  })
  if (changed.rowCount !== 1) throw new Failure(409, { code: 'write.busy' })
}
