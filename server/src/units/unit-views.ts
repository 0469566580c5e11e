import type { Role } from '@yingshang/core/kernel/actor'
import type { PostKind } from '@yingshang/core/units/posts'
import type { UnitKind } from '@yingshang/core/units/unit'
import type { Queryable } from '../platform/database/pools.ts'

export interface UnitRow {
  readonly unitId: string
  readonly parentId: string | null
  readonly code: string
  readonly kind: UnitKind
  readonly name: string
  readonly shortName: string
  readonly active: boolean
  readonly mergedInto: string | null
  readonly people: number
  readonly hasHead: boolean
  readonly hasLiaison: boolean
}

const held = `not t.cancelled and t.from_day <= $1 and (t.until_day is null or t.until_day >= $1)`

const unitSelect = `select u.id as "unitId", u.parent_id as "parentId", u.code, u.kind, u.name, u.short_name as "shortName", u.active,
    u.merged_into as "mergedInto", coalesce(h.people, 0)::int as people, coalesce(h.head, false) as "hasHead", coalesce(h.liaison, false) as "hasLiaison"
  from app.unit u left join (
    select t.unit_id, count(distinct t.person_id) as people, bool_or(t.role = 'unitHead') as head, bool_or(t.role = 'unitLiaison') as liaison
    from app.post t where ${held} group by t.unit_id) h on h.unit_id = u.id`

/** Every unit in display order; the screen builds the tree from `parentId`. */
export async function listUnits(db: Queryable, day: string, withInactive: boolean): Promise<UnitRow[]> {
  const found = await db.query<UnitRow>({
    name: 'units:list',
    text: `${unitSelect} where u.active or $2 order by u.sort_order, u.code`,
    values: [day, withInactive],
  })
  return found.rows
}

export interface UnitPagePart {
  readonly unit: UnitRow
  readonly path: string
  readonly aliases: string[]
  readonly ancestors: { unitId: string; shortName: string }[]
  readonly children: UnitRow[]
}

/** One unit with the units above and directly below it. */
export async function unitWithSurroundings(
  db: Queryable,
  unitId: string,
  day: string,
): Promise<UnitPagePart | undefined> {
  const own = await db.query<UnitRow & { path: string; aliases: string[] }>({
    name: 'units:one',
    text: `${unitSelect.replace('select ', 'select u.path, u.aliases, ')} where u.id = $2`,
    values: [day, unitId],
  })
  if (!own.rows[0]) return undefined
  const { path, aliases, ...unit } = own.rows[0]
  const [above, below] = await Promise.all([
    db.query<{ unitId: string; shortName: string }>({
      name: 'units:above',
      text: `select id as "unitId", short_name as "shortName" from app.unit where $1 like path || '%' and id <> $2 order by length(path)`,
      values: [path, unitId],
    }),
    db.query<UnitRow>({
      name: 'units:below',
      text: `${unitSelect} where u.parent_id = $2 and u.active order by u.sort_order, u.code`,
      values: [day, unitId],
    }),
  ])
  return { unit, path, aliases, ancestors: above.rows, children: below.rows }
}

export interface UnitPersonRow {
  readonly personId: string
  readonly name: string
  readonly role: Role
  readonly kind: PostKind
  readonly postId: string
  readonly fromDay: string
  readonly untilDay: string | null
  readonly onBehalfOf: string | null
  readonly homeUnitName: string
  readonly mobile: string | null
  readonly officePhone: string | null
  readonly activated: boolean
}

/** Posts of a unit today and later, heads first; contacts are left out for those who may not see them. */
export async function peopleOfUnit(
  db: Queryable,
  unitId: string,
  day: string,
  contacts: boolean,
): Promise<UnitPersonRow[]> {
  const found = await db.query<UnitPersonRow>({
    name: 'units:people',
    text: `select p.id as "personId", d.name, t.role, t.kind, t.id as "postId", t.from_day as "fromDay", t.until_day as "untilDay",
        b.name as "onBehalfOf", hu.short_name as "homeUnitName", d.mobile, d.office_phone as "officePhone", c.password_hash is not null as activated
      from app.post t join app.person p on p.id = t.person_id join app.person_details d on d.person_id = p.id
        join app.unit hu on hu.id = p.home_unit_id left join app.person_details b on b.person_id = t.on_behalf_of
        left join access.credential c on c.person_id = p.id
      where t.unit_id = $1 and not t.cancelled and (t.until_day is null or t.until_day >= $2)
      order by array_position(array['coordinationDirector','coordinationOfficer','leader','unitHead','unitDeputy','unitLiaison','unitStaff'], t.role),
        t.from_day, p.sign_in_name`,
    values: [unitId, day],
  })
  return contacts ? found.rows : found.rows.map((row) => ({ ...row, mobile: null, officePhone: null }))
}

/** What happened to a unit, newest first: type, business day and the plain facts of the event. */
export async function unitHistory(db: Queryable, unitId: string) {
  const found = await db.query<{ type: string; business_day: string; body: string }>({
    name: 'units:history',
    text: 'select type, business_day, body from ledger.entry where stream_id = $1 order by version desc limit 50',
    values: [unitId],
  })
  return found.rows.map((row) => {
    const { data } = JSON.parse(row.body) as { data: Record<string, unknown> }
    const facts: Record<string, string> = {}
    for (const key of ['name', 'shortName', 'alias', 'mergedInto', 'on', 'parentId'])
      if (typeof data[key] === 'string') facts[key] = data[key]
    return { type: row.type, day: row.business_day, facts }
  })
}
