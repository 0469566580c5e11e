import type { Queryable } from '../platform/database/pools.ts'

export interface TaskForceRow {
  readonly taskForceId: string
  readonly name: string
  readonly unit: { readonly unitId: string; readonly shortName: string }
  readonly fromDay: string
  readonly untilDay: string
  readonly disbandedOn: string | null
  readonly members: {
    secondmentId: string
    personId: string
    name: string
    homeUnitName: string
    fromDay: string
    untilDay: string
    today: boolean
  }[]
}

/** Task forces, the newest first, with everybody who was or will be in them. */
export async function listTaskForces(db: Queryable, day: string): Promise<TaskForceRow[]> {
  const found = await db.query<TaskForceRow>({
    name: 'task-forces:list',
    text: `select f.id as "taskForceId", f.name, json_build_object('unitId', u.id, 'shortName', u.short_name) as unit,
        f.from_day as "fromDay", f.until_day as "untilDay", f.state->>'lastDay' as "disbandedOn",
        coalesce((select json_agg(json_build_object('secondmentId', t.id, 'personId', p.id, 'name', d.name, 'homeUnitName', hu.short_name,
            'fromDay', t.from_day, 'untilDay', t.until_day, 'today', t.from_day <= $1 and t.until_day >= $1) order by t.from_day, p.sign_in_name)
          from app.post t join app.person p on p.id = t.person_id join app.person_details d on d.person_id = p.id join app.unit hu on hu.id = p.home_unit_id
          where t.task_force_id = f.id and not t.cancelled), '[]') as members
      from app.task_force f join app.unit u on u.id = f.unit_id order by f.from_day desc, f.id`,
    values: [day],
  })
  return found.rows
}
