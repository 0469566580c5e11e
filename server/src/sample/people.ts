import { roles, type Role } from '@yingshang/core/kernel/actor'
import { signInNameOf } from '@yingshang/core/units/access'
import { roleNames } from '@yingshang/core/units/labels.zh'
import { taskForceDecider, type TaskForceState } from '@yingshang/core/units/task-force'
import { unitDecider, type UnitContext, type UnitState } from '@yingshang/core/units/unit'
import { makeSignInLink } from '../platform/auth/sign-in-link.ts'
import type { Services } from '../platform/capability.ts'
import { businessDayOf } from '../platform/clock.ts'
import { newId, record } from '../platform/ledger/record.ts'
import type { Change } from '../platform/ledger/table.ts'
import { decided, decidedAll, unborn } from '../units/decided.ts'
import { draftPeople, type PeopleDraft } from '../units/people-draft.ts'
import { taskForceTable, unitTable } from '../units/tables.ts'
import { sampleCounty, sampleOffice, sampleUnits } from './units.ts'

const firstDay = '2022-01-01'

/** Roles outside the ordinary units: which unit they stand in, and how many. */
const special: readonly { readonly unit: string; readonly role: Role; readonly count: number }[] = [
  { unit: sampleOffice, role: 'coordinationDirector', count: 1 },
  { unit: sampleOffice, role: 'coordinationOfficer', count: 4 },
  { unit: '县政府办', role: 'governmentSupervision', count: 2 },
  { unit: '县纪委监委机关', role: 'disciplineInspection', count: 2 },
  { unit: sampleCounty.name, role: 'leader', count: 2 },
  { unit: '县审计局', role: 'auditor', count: 1 },
  { unit: '县政务办', role: 'administrator', count: 1 },
  { unit: '县人大机关', role: 'delegate', count: 2 },
  { unit: '县工商联', role: 'panelMember', count: 2 },
]

interface Placed {
  readonly id: string
  readonly state: Extract<UnitState, { status: 'active' }>
}

/**
 * The sample county: its units and people called by role and number, in two writes. Does nothing in a database that
 * has units already. People have no password and no telephone: they sign in by trial links, or by slips printed for them.
 */
export async function prepareSamplePeople(services: Services): Promise<void> {
  const db = services.databases.app
  const known = await db.query('select 1 from app.unit limit 1')
  if (known.rowCount !== 0) return
  const now = services.clock.now()
  const write = {
    actor: { kind: 'system', job: 'sample' },
    businessDay: businessDayOf(services.installation, services.clock),
    now,
  } as const
  const units = makeUnits(services.installation.division, now)
  await record(db, { ...write, commandId: newId(now), changes: units.changes })

  const draft = draftPeople(db)
  const numbers = new Map<string, number>()
  for (const unit of units.placed.values()) {
    const { kind } = unit.state
    if (kind === 'county' || kind === 'coordinationOffice') continue
    const ordinary: Role[] =
      kind === 'section' || kind === 'subordinate'
        ? ['unitHead', 'unitStaff']
        : ['unitHead', 'unitDeputy', 'unitLiaison', 'unitStaff']
    for (const role of ordinary) await place(draft, unit, role, 1, numbers, now)
  }
  for (const { unit, role, count } of special)
    for (let number = 1; number <= count; number++)
      await place(draft, units.placed.get(unit)!, role, number, numbers, now)
  const force = await makeTaskForce(draft, units.placed, now)
  await record(db, {
    ...write,
    commandId: newId(now),
    changes: [...draft.changes(), force],
    attachments: draft.attachments(),
  })
}

function makeUnits(division: string, now: number): { changes: Change[]; placed: Map<string, Placed> } {
  const changes: Change[] = []
  const placed = new Map<string, Placed>()
  const all = [{ ...sampleCounty, aliases: undefined, under: undefined }, ...sampleUnits]
  all.forEach(({ name, kind, aliases, under }, index) => {
    const id = newId(now)
    const parent = index === 0 ? undefined : placed.get(under ?? sampleCounty.name)!
    const facts = {
      division,
      code: String(100 + index),
      parentId: parent?.id ?? null,
      kind,
      name,
      shortName: name,
      aliases: aliases ?? [],
      sortOrder: index,
    }
    const context: UnitContext = {
      activeChildren: 0,
      people: 0,
      standingTaskForces: 0,
      rootExists: index > 0,
      today: firstDay,
      ...(parent ? { other: parent.state } : {}),
    }
    const change = decided(
      unitTable,
      unitDecider,
      unborn<UnitState>(id, unitDecider.initial),
      { type: 'register', id, facts },
      context,
    )
    changes.push(change)
    placed.set(name, { id, state: change.state as Placed['state'] })
  })
  return { changes, placed }
}

async function place(
  draft: PeopleDraft,
  unit: Placed,
  role: Role,
  number: number,
  numbers: Map<string, number>,
  now: number,
): Promise<string> {
  const personId = newId(now)
  const next = (numbers.get(unit.id) ?? 0) + 1
  numbers.set(unit.id, next)
  const { division, code, shortName } = unit.state
  const title =
    roleNames[role].startsWith('营商办') || role === 'leader' ? roleNames[role] : `${shortName}${roleNames[role]}`
  const name = `${title}${number}`
  const detailsCommitment = draft.details(personId, { name, mobile: null, officePhone: null, email: null })
  const context = { unit: unit.state, homeUnitPath: unit.state.path }
  const signInName = signInNameOf(code, next)
  await draft.apply(
    personId,
    { type: 'register', division, signInName, homeUnitId: unit.id, detailsCommitment },
    context,
  )
  const post = { id: newId(now), kind: 'post', role, unitId: unit.id, fromDay: firstDay, untilDay: null } as const
  await draft.apply(personId, { type: 'openPost', post }, context)
  return personId
}

/** Two members of staff of other units, seconded to the office for the campaign. */
async function makeTaskForce(draft: PeopleDraft, placed: ReadonlyMap<string, Placed>, now: number): Promise<Change> {
  const office = placed.get(sampleOffice)!
  const id = newId(now)
  const [fromDay, untilDay] = ['2022-06-01', '2023-02-28']
  const seconded = []
  for (const home of ['县发改委', '县市场监管局']) {
    const personId = await personOf(draft, placed.get(home)!.id)
    const post = {
      id: newId(now),
      kind: 'secondment',
      role: 'coordinationOfficer',
      unitId: office.id,
      fromDay,
      untilDay,
      taskForceId: id,
    } as const
    await draft.apply(
      personId,
      { type: 'openPost', post },
      { unit: office.state, homeUnitPath: placed.get(home)!.state.path },
    )
    seconded.push({ type: 'second', secondment: { id: post.id, personId, fromDay, untilDay } } as const)
  }
  const setUp = {
    type: 'setUp',
    division: office.state.division,
    unitId: office.id,
    name: '攻坚年专班',
    fromDay,
    untilDay,
  } as const
  return decidedAll(
    taskForceTable,
    taskForceDecider,
    unborn<TaskForceState>(id, taskForceDecider.initial),
    [setUp, ...seconded],
    undefined,
  )
}

async function personOf(draft: PeopleDraft, unitId: string): Promise<string> {
  for (const change of draft.changes()) {
    const state = await draft.state(change.id)
    if (
      state.status === 'active' &&
      state.homeUnitId === unitId &&
      state.posts.some((post) => post.role === 'unitStaff')
    )
      return change.id
  }
  throw new Error('the sample has no staff in this unit')
}

/** A fresh one-time link for one person of each role, in the order of the roles. Trial only. */
export async function signInLinksForRoles(services: Services): Promise<{ role: Role; label: string; path: string }[]> {
  if (services.installation.mode !== 'trial') throw new Error('links are printed in trial mode only')
  const db = services.databases.app
  const day = await db.query<{ day: string }>('select trial_day as day from app.installation')
  const found = await db.query<{ role: Role; id: string; name: string }>(
    `select distinct on (t.role) t.role, p.id, d.name
     from app.post t join app.person p on p.id = t.person_id and p.active join app.person_details d on d.person_id = p.id
     where t.kind = 'post' and not t.cancelled and t.from_day <= $1 and (t.until_day is null or t.until_day >= $1)
     order by t.role, p.sign_in_name`,
    [day.rows[0]!.day],
  )
  const links = []
  for (const role of roles) {
    const person = found.rows.find((row) => row.role === role)
    if (!person) continue
    links.push({
      role,
      label: `${roleNames[role]}：${person.name}`,
      path: await makeSignInLink(db, person.id, services.clock.now()),
    })
  }
  return links
}
