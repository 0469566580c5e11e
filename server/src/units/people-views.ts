import type { Role } from '@yingshang/core/kernel/actor'
import type { Queryable } from '../platform/database/pools.ts'
import { postViewSql, type PostView } from './session-views.ts'

export async function namesOfPeople(db: Queryable, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const found = await db.query<{ person_id: string; name: string }>(
    'select person_id, name from app.person_details where person_id = any($1::uuid[])',
    [ids],
  )
  return new Map(found.rows.map((row) => [row.person_id, row.name]))
}

export interface FoundPerson {
  readonly personId: string
  readonly name: string
  readonly signInName: string
  readonly homeUnitName: string
  readonly roles: { role: Role; unitName: string }[]
  readonly activated: boolean
  readonly left: boolean
}

/** People by part of their name, sign-in name or unit; at most 100, one more tells that there are more. */
export async function findPeople(
  db: Queryable,
  wanted: { text: string; unitId?: string | undefined; withLeft: boolean },
  day: string,
): Promise<{ people: FoundPerson[]; more: boolean }> {
  const found = await db.query<FoundPerson>({
    name: 'people:find',
    text: `select p.id as "personId", d.name, p.sign_in_name as "signInName", u.short_name as "homeUnitName", c.password_hash is not null as activated,
        (p.last_day is not null and p.last_day < $4) as left,
        coalesce((select json_agg(json_build_object('role', t.role, 'unitName', pu.short_name) order by t.from_day, t.id)
          from app.post t join app.unit pu on pu.id = t.unit_id
          where t.person_id = p.id and not t.cancelled and t.from_day <= $4 and (t.until_day is null or t.until_day >= $4)), '[]') as roles
      from app.person p join app.person_details d on d.person_id = p.id join app.unit u on u.id = p.home_unit_id
        left join access.credential c on c.person_id = p.id
      where ($1 = '' or strpos(d.name, $1) > 0 or strpos(p.sign_in_name, lower($1)) = 1 or strpos(u.name, $1) > 0 or strpos(u.short_name, $1) > 0)
        and ($2::uuid is null or u.path like (select path || '%' from app.unit where id = $2))
        and ($3 or p.last_day is null or p.last_day >= $4)
      order by u.sort_order, p.sign_in_name limit 101`,
    values: [wanted.text, wanted.unitId ?? null, wanted.withLeft, day],
  })
  return { people: found.rows.slice(0, 100), more: found.rows.length > 100 }
}

export interface PersonHead {
  readonly personId: string
  readonly name: string
  readonly signInName: string
  readonly homeUnit: { readonly unitId: string; readonly shortName: string }
  readonly homeUnitPath: string
  readonly contacts: {
    readonly mobile: string | null
    readonly officePhone: string | null
    readonly email: string | null
  }
  readonly lastDay: string | null
  readonly access: {
    activated: boolean
    secondFactor: boolean
    slipValidUntil: string | null
    lastSignIn: string | null
  }
}

export async function personHead(db: Queryable, personId: string, now: number): Promise<PersonHead | undefined> {
  const found = await db.query<{
    id: string
    name: string
    sign_in_name: string
    unit_id: string
    short_name: string
    path: string
    mobile: string | null
    office_phone: string | null
    email: string | null
    last_day: string | null
    activated: boolean
    enrolled: boolean
    slip: Date | null
    last: Date | null
  }>({
    name: 'person:head',
    text: `select p.id, d.name, p.sign_in_name, u.id as unit_id, u.short_name, u.path, d.mobile, d.office_phone, d.email, p.last_day,
        c.password_hash is not null as activated, c.totp_confirmed_at is not null as enrolled,
        (select max(a.expires_at) from access.activation a where a.person_id = p.id and a.used_at is null and a.expires_at > $2) as slip,
        (select max(o.at) from access.occurrence o where o.person_id = p.id and o.kind in ('signedIn', 'signedInByLink')) as last
      from app.person p join app.person_details d on d.person_id = p.id join app.unit u on u.id = p.home_unit_id
        left join access.credential c on c.person_id = p.id
      where p.id = $1`,
    values: [personId, new Date(now)],
  })
  const row = found.rows[0]
  if (!row) return undefined
  return {
    personId: row.id,
    name: row.name,
    signInName: row.sign_in_name,
    homeUnit: { unitId: row.unit_id, shortName: row.short_name },
    homeUnitPath: row.path,
    contacts: { mobile: row.mobile, officePhone: row.office_phone, email: row.email },
    lastDay: row.last_day,
    access: {
      activated: row.activated,
      secondFactor: row.enrolled,
      slipValidUntil: row.slip?.toISOString() ?? null,
      lastSignIn: row.last?.toISOString() ?? null,
    },
  }
}

/** All posts of a person, the newest first, each with whether it is held today. */
export async function postsOf(
  db: Queryable,
  personId: string,
  day: string,
): Promise<(PostView & { today: boolean })[]> {
  const found = await db.query<{ post: PostView; today: boolean }>({
    name: 'person:posts',
    text: `select ${postViewSql} as post, (t.from_day <= $2 and (t.until_day is null or t.until_day >= $2)) as today
      from app.post t join app.unit pu on pu.id = t.unit_id left join app.person_details bd on bd.person_id = t.on_behalf_of
      where t.person_id = $1 and not t.cancelled order by t.from_day desc, t.id`,
    values: [personId, day],
  })
  return found.rows.map(({ post, today }) => ({ ...post, today }))
}

/** Delegations a person has given that are not over. */
export async function givenBy(db: Queryable, personId: string, day: string) {
  const found = await db.query<{
    delegationId: string
    to_id: string
    to_name: string
    role: Role
    unitName: string
    fromDay: string
    untilDay: string
  }>({
    name: 'person:given',
    text: `select t.id as "delegationId", t.person_id as to_id, d.name as to_name, t.role, u.short_name as "unitName", t.from_day as "fromDay", t.until_day as "untilDay"
      from app.post t join app.unit u on u.id = t.unit_id join app.person_details d on d.person_id = t.person_id
      where t.on_behalf_of = $1 and not t.cancelled and t.until_day >= $2 order by t.from_day`,
    values: [personId, day],
  })
  return found.rows.map(({ to_id, to_name, ...row }) => ({ ...row, to: { personId: to_id, name: to_name } }))
}

/** What happened to a person's posts and account, newest first, and who did it. */
export async function personHistory(db: Queryable, personId: string) {
  const found = await db.query<{ type: string; day: string; by: string | null }>({
    name: 'person:history',
    text: `select e.type, e.business_day as day, d.name as by from ledger.entry e left join app.person_details d on d.person_id = e.actor_person
      where e.stream_id = $1 order by e.version desc limit 50`,
    values: [personId],
  })
  return found.rows
}
