import { roles, type Role } from '@yingshang/core/kernel/actor'
import { roleNames } from '@yingshang/core/units/labels.zh'
import { dropUnusedLinks, makeSignInLink } from '../platform/auth/sign-in-link.ts'
import type { Services } from '../platform/capability.ts'
import { businessDayOf } from '../platform/clock.ts'
import { foundCounty } from '../units/for-others.ts'
import { sampleCounty, sampleOffice, sampleUnits } from './units.ts'

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

/**
 * The sample county: its units, people called by role and number, and a task force of two. Does nothing in a database
 * that has units already. People have no password and no telephone: they sign in by trial links, or by printed slips.
 */
export async function prepareSamplePeople(services: Services): Promise<void> {
  const db = services.databases.app
  const known = await db.query('select 1 from app.unit limit 1')
  if (known.rowCount !== 0) return
  const people = [...ordinaryPeople(), ...special.flatMap(({ unit, role, count }) => numbered(unit, role, count))]
  const members = ['县发改委', '县市场监管局'].map((unit) => nameOf(unit, 'unitStaff', 1))
  await foundCounty(
    db,
    {
      actor: { kind: 'system', job: 'sample' },
      businessDay: businessDayOf(services.installation, services.clock),
      now: services.clock.now(),
    },
    {
      division: services.installation.division,
      units: [sampleCounty, ...sampleUnits],
      people,
      fromDay: '2022-01-01',
      taskForces: [{ unit: sampleOffice, name: '攻坚年专班', fromDay: '2022-06-01', untilDay: '2023-02-28', members }],
    },
  )
}

function ordinaryPeople() {
  return sampleUnits.flatMap((unit) => {
    if (unit.kind === 'coordinationOffice') return []
    const small = unit.kind === 'section' || unit.kind === 'subordinate'
    const held: Role[] = small ? ['unitHead', 'unitStaff'] : ['unitHead', 'unitDeputy', 'unitLiaison', 'unitStaff']
    return held.flatMap((role) => numbered(unit.name, role, 1))
  })
}

function numbered(unit: string, role: Role, count: number) {
  return Array.from({ length: count }, (_, index) => ({ unit, role, name: nameOf(unit, role, index + 1) }))
}

/** 县政务办联络员1, 营商办主任1, 县领导2: roles that name their body stand alone. */
function nameOf(unit: string, role: Role, number: number): string {
  const title = roleNames[role]
  return `${role === 'leader' || title.startsWith('营商办') ? '' : unit}${title}${number}`
}

export interface SampleLink {
  readonly role: Role
  readonly unit: string
  readonly person: string
  readonly label: string
  readonly path: string
}

/** Two further units with liaison and head, so that one can see what is hidden from whom. */
const furtherUnits = ['县市场监管局', '县住建局']

/**
 * Fresh one-time links for one person of each role, in the order of the roles, and for head and liaison of two further
 * units. Links from before that nobody has used die. Trial only.
 */
export async function signInLinksForRoles(services: Services): Promise<SampleLink[]> {
  const held = (await heldToday(services)).filter((one) => one.kind === 'post')
  const chosen = roles.flatMap(
    (role) =>
      held.find((one) => one.role === role && !furtherUnits.includes(one.unit)) ??
      held.find((one) => one.role === role) ??
      [],
  )
  for (const unit of furtherUnits)
    for (const role of ['unitHead', 'unitLiaison'] as const)
      chosen.push(...held.filter((one) => one.role === role && one.unit === unit).slice(0, 1))
  await dropUnusedLinks(services.databases.app)
  return makeLinks(services, chosen)
}

/** A link for every post and secondment of today, handed to a program that started this one. Trial only. */
export async function signInLinksForPosts(services: Services): Promise<SampleLink[]> {
  return makeLinks(services, await heldToday(services))
}

interface Held {
  readonly kind: 'post' | 'secondment'
  readonly role: Role
  readonly id: string
  readonly name: string
  readonly unit: string
}

async function heldToday({ installation, databases }: Services): Promise<Held[]> {
  if (installation.mode !== 'trial') throw new Error('sign-in links are made in trial mode only')
  const found = await databases.app.query<Held>(
    `select t.kind, t.role, p.id, d.name, u.name as unit
     from app.post t join app.person p on p.id = t.person_id and p.active join app.person_details d on d.person_id = p.id
       join app.unit u on u.id = t.unit_id cross join app.installation i
     where t.kind <> 'delegation' and not t.cancelled and t.from_day <= i.trial_day and (t.until_day is null or t.until_day >= i.trial_day)
     order by t.role, t.kind, p.sign_in_name`,
  )
  return found.rows
}

async function makeLinks({ databases, clock }: Services, held: readonly Held[]): Promise<SampleLink[]> {
  const links = []
  for (const { id, role, unit, name } of held) {
    const path = await makeSignInLink(databases.app, id, clock.now())
    links.push({ role, unit, person: name, label: `${roleNames[role]}：${name}`, path })
  }
  return links
}
