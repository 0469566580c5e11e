import { randomBytes, randomUUID } from 'node:crypto'
import type { PersonActor, Role } from '@yingshang/core/kernel/actor'
import { buildWorkCalendar } from '@yingshang/core/kernel/work-calendar'
import { shippedCalendarVersion } from '@yingshang/core/kernel/work-calendar-notices'
import { ruleSetFromPlan } from '@yingshang/core/rules/from-plan'
import type { Databases } from '../src/platform/database/pools.ts'
import { newId, record } from '../src/platform/ledger/record.ts'
import { taskChanges, type PublishingInput, type TaskToPublish } from '../src/tasks/for-others.ts'

/** The calendar and the day that every task test starts on: the Monday after the campaign of 2022 began. */
export const calendar = buildWorkCalendar(shippedCalendarVersion)
export const startDay = '2022-07-04'
export const now = Date.UTC(2022, 6, 4, 2)
export const division = '320724'
export const ruleSet = ruleSetFromPlan(
  { rules: { complaint: { handle: null, extension: null, feedback: null, rework: null } } },
  { id: 'rules-1', series: 'rules', title: '试验用规则', divisionCode: division, validFrom: '2022-06-01' },
)

export interface TestUnit {
  readonly id: string
  readonly path: string
  readonly name: string
}

/** A unit of the tree; the root when no parent is given. */
export async function makeUnit(databases: Databases, name: string, parent?: TestUnit): Promise<TestUnit> {
  const id = randomUUID()
  const path = `${parent?.path ?? '/'}${id}/`
  await databases.owner.query(
    `insert into app.unit (id, version, head, state, division, code, parent_id, path, kind, name, short_name, aliases, sort_order, active)
     select $1, 1, '\\x', '{}', $2, (coalesce(max(code::int), 100) + 1)::text, $3, $4, 'department', $5, $5, '{}', count(*), true
     from app.unit`,
    [id, division, parent?.id ?? null, path, name],
  )
  return { id, path, name }
}

/** A member of staff of a unit with one post there (or in another unit: a secondment). */
export async function makePerson(
  databases: Databases,
  role: Role,
  home: TestUnit,
  postIn: TestUnit = home,
): Promise<PersonActor> {
  const personId = randomUUID()
  const { owner } = databases
  await owner.query(
    `insert into app.person (id, version, head, state, division, home_unit_id, sign_in_name, active)
     values ($1, 1, '\\x', '{}', $2, $3, $4, true)`,
    [personId, division, home.id, personId.slice(0, 8)],
  )
  await owner.query('insert into app.person_details (person_id, name, salt) values ($1, $2, $3)', [
    personId,
    `${role}一号`,
    randomBytes(16),
  ])
  await owner.query(
    `insert into app.post (id, person_id, unit_id, role, kind, from_day, cancelled) values ($1, $2, $3, $4, 'post', '2020-01-01', false)`,
    [randomUUID(), personId, postIn.id, role],
  )
  const posts = [{ role, unitId: postIn.id, unitPath: postIn.path }]
  return { kind: 'person', personId, homeUnitId: home.id, homeUnitPath: home.path, posts }
}

/** One task to publish: a dated one of one responsible unit unless told otherwise. */
export function aTask(units: readonly TestUnit[], part: Partial<TaskToPublish> = {}): TaskToPublish {
  return {
    listId: 'list-1',
    listTitle: '县级任务清单',
    no: '1',
    title: '压缩企业开办时间',
    text: '推行企业开办全流程网上办理。',
    section: ['开办企业'],
    clauseId: 'c-1',
    clauseNumber: '二（一）',
    basis: ['省优化营商环境条例'],
    catchAll: '',
    groupUnits: [],
    printed: { text: '2022年9月底前', kind: 'date', due: '2022-09-30', every: null },
    dueOn: '2022-09-30',
    dueSetBy: 'notice',
    mustPublish: false,
    lines: [10, 12],
    parts: units.map((unit) => ({
      unitId: unit.id,
      unitPath: unit.path,
      role: 'responsible',
      origin: 'named',
      printedName: unit.name,
    })),
    ...part,
  }
}

/** A campaign row and its tasks, published as the publishing step does. Answers the ids. */
export async function publishTasks(
  databases: Databases,
  tasks: readonly TaskToPublish[],
  part: Partial<PublishingInput['campaign']> & { readonly businessDay?: string } = {},
): Promise<{ campaignId: string; taskIds: string[]; assignmentIds: string[] }> {
  const { businessDay = startDay, ...given } = part
  const campaign: PublishingInput['campaign'] = {
    id: randomUUID(),
    division,
    planId: randomUUID(),
    start: '2022-06-01',
    end: '2023-02-28',
    settings: { headSigns: true, supportingLeadDays: 5, stubPeriods: 'count', yearlyConclusionOn: '12-31' },
    ...given,
  }
  await databases.owner.query(
    `insert into app.campaign (id, version, head, state, division, kind, name, start_day, end_day)
     values ($1, 1, '\\x', '{}', $2, 'running', '试验行动', $3, $4) on conflict do nothing`,
    [campaign.id, division, campaign.start, campaign.end],
  )
  const changes = taskChanges({ campaign, tasks, calendar, ruleSet, businessDay, newId: () => newId(now) })
  await record(databases.app, {
    commandId: randomUUID(),
    actor: { kind: 'system', job: 'publish' },
    businessDay,
    now,
    changes,
  })
  const ids = (stream: string) => changes.filter((change) => change.table.stream === stream).map((change) => change.id)
  return { campaignId: campaign.id, taskIds: ids('task'), assignmentIds: ids('assignment') }
}
