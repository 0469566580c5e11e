import { holds, isOffice, type PersonActor } from '@yingshang/core/kernel/actor'
import { signInNameOf } from '@yingshang/core/units/access'
import { mayGivePost } from '@yingshang/core/units/policy'
import { fitsKind, isHeldOn } from '@yingshang/core/units/posts'
import {
  findPerson,
  readRosterRow,
  rowsTwice,
  type KnownPerson,
  type RosterCells,
  type RosterFault,
  type RosterFaultCode,
  type RosterRow,
  type UnitAnswer,
} from '@yingshang/core/units/roster'
import type { UnitState } from '@yingshang/core/units/unit'
import type { Queryable } from '../platform/database/pools.ts'
import { Failure } from '../platform/http/failure.ts'
import { loadMany } from '../platform/ledger/load.ts'
import { newId } from '../platform/ledger/record.ts'
import type { Loaded } from '../platform/ledger/table.ts'
import { guard } from './decided.ts'
import { matchUnits } from './for-others.ts'
import { draftPeople, type PeopleDraft } from './people-draft.ts'
import { nextNumber } from './people-store.ts'
import { unitTable } from './tables.ts'

export interface RosterPlan {
  readonly rows: number
  readonly newPeople: number
  readonly newPosts: number
  readonly corrected: number
  readonly unchanged: number
  readonly faults: RosterFault[]
  readonly draft: PeopleDraft
  readonly guards: ReturnType<typeof guard>[]
  readonly personIds: string[]
}

export interface RosterOrder {
  readonly actor: PersonActor
  readonly businessDay: string
  readonly now: number
}

/**
 * Decides a whole roster on a draft: nothing is written here. Every fault of every row is listed; a faulty row takes no
 * part. What is already so is unchanged, so the same file can come again.
 */
export async function planRoster(
  db: Queryable,
  sheet: readonly RosterCells[],
  order: RosterOrder,
): Promise<RosterPlan> {
  const answers = await unitAnswers(db, sheet)
  const faults: RosterFault[] = []
  const good: RosterRow[] = []
  for (const cells of sheet) {
    const read = readRosterRow(cells, (name) => answers.get(name)!)
    if ('row' in read) good.push(read.row)
    else faults.push(...read.faults)
  }
  faults.push(...rowsTwice(good))
  const twice = new Set(faults.map((fault) => fault.row))
  const rows = good.filter((row) => !twice.has(row.row))
  const units = new Map(
    (await loadMany(db, unitTable, [...new Set(rows.map((row) => row.unitId))])).map((unit) => [unit.id, unit]),
  )
  const known = await knownPeople(db, rows)
  const draft = draftPeople(db)
  await draft.preload(known.map((person) => person.personId))
  const counts = { newPeople: 0, newPosts: 0, corrected: 0, unchanged: 0 }
  const numbers = new Map<string, number>()
  const touched = new Set<string>()
  for (const row of rows) {
    const fault = (code: RosterFaultCode) => void faults.push({ row: row.row, column: columnOf(code), code })
    const person = findPerson(row, known)
    if (typeof person === 'string') {
      fault(person)
      continue
    }
    const unit = units.get(row.unitId)!
    try {
      const outcome = await place(db, draft, row, person, unit, order, numbers, known)
      if (typeof outcome === 'string') fault(outcome)
      else {
        counts.newPeople += outcome.fresh ? 1 : 0
        counts.newPosts += outcome.post ? 1 : 0
        counts.corrected += outcome.corrected ? 1 : 0
        if (!outcome.fresh && !outcome.post && !outcome.corrected) counts.unchanged++
        if (outcome.fresh || outcome.post || outcome.corrected) touched.add(outcome.personId)
      }
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      fault(error.refusal.code === 'post.incompatible-roles' ? 'roster.incompatible-roles' : 'roster.person-left')
    }
  }
  faults.sort((a, b) => a.row - b.row)
  const guards = [...units.values()].map((unit) => guard(unitTable, unit))
  return { rows: sheet.length, ...counts, faults, draft, guards, personIds: [...touched] }
}

async function place(
  db: Queryable,
  draft: PeopleDraft,
  row: RosterRow,
  person: KnownPerson | undefined,
  unit: Loaded<UnitState>,
  order: RosterOrder,
  numbers: Map<string, number>,
  known: KnownPerson[],
): Promise<RosterFaultCode | { personId: string; fresh: boolean; post: boolean; corrected: boolean }> {
  const { state } = unit
  if (state.status !== 'active') return 'roster.unit-unknown'
  if (!fitsKind(row.role, state.kind)) return 'roster.role-not-in-this-unit'
  const fromDay = row.fromDay ?? order.businessDay
  const personId = person?.personId ?? newId(order.now)
  const before = person ? await draft.state(personId) : undefined
  // A post that begins today or earlier and is held today is there already, whatever day the row says.
  const held =
    before?.status === 'active' &&
    before.posts.some(
      (post) =>
        post.role === row.role &&
        post.unitId === row.unitId &&
        (isHeldOn(post, fromDay) || isHeldOn(post, order.businessDay)),
    )
  if (!held && mayGivePost(order.actor, { role: row.role, unitPath: state.path, personId }))
    return 'roster.role-not-yours'
  const context = { unit: state, homeUnitPath: state.path }
  let corrected = false
  if (!person) {
    const number = numbers.get(unit.id) ?? (await nextNumber(db, state.code))
    numbers.set(unit.id, number + 1)
    const { name, mobile, officePhone, email } = row
    const detailsCommitment = draft.details(personId, { name, mobile, officePhone, email })
    const signInName = signInNameOf(state.code, number)
    await draft.apply(
      personId,
      { type: 'register', division: state.division, signInName, homeUnitId: unit.id, detailsCommitment },
      context,
    )
    known.push({ personId, signInName, name, mobile, officePhone, email, homeUnitId: unit.id, left: false })
  } else {
    const wanted = {
      name: row.name,
      mobile: row.mobile ?? person.mobile,
      officePhone: row.officePhone ?? person.officePhone,
      email: row.email ?? person.email,
    }
    corrected = (['name', 'mobile', 'officePhone', 'email'] as const).some((key) => wanted[key] !== person[key])
    if (corrected) {
      if (!isOffice(order.actor) && !holds(order.actor, 'administrator')) return 'roster.role-not-yours'
      await draft.apply(personId, { type: 'correctDetails', detailsCommitment: draft.details(personId, wanted) })
      known[known.indexOf(person)] = { ...person, ...wanted }
    }
  }
  if (!held) {
    const post = {
      id: newId(order.now),
      kind: 'post',
      role: row.role,
      unitId: unit.id,
      fromDay,
      untilDay: null,
    } as const
    await draft.apply(personId, { type: 'openPost', post }, context)
  }
  return { personId, fresh: !person, post: !held, corrected }
}

async function unitAnswers(db: Queryable, sheet: readonly RosterCells[]): Promise<Map<string, UnitAnswer>> {
  const names = [...new Set(sheet.map((cells) => cells.unit))].filter((name) => name !== '')
  const matches = await matchUnits(db, names)
  return new Map(
    matches.map((match) => [
      match.name,
      match.unitId === undefined
        ? { choices: match.candidates.map((candidate) => candidate.name) }
        : { unitId: match.unitId },
    ]),
  )
}

async function knownPeople(db: Queryable, rows: readonly RosterRow[]): Promise<KnownPerson[]> {
  const found = await db.query<KnownPerson>(
    `select p.id as "personId", p.sign_in_name as "signInName", d.name, d.mobile, d.office_phone as "officePhone", d.email,
       p.home_unit_id as "homeUnitId", not p.active as left
     from app.person p join app.person_details d on d.person_id = p.id
     where d.mobile = any($1::text[]) or p.sign_in_name = any($2::text[]) or d.name = any($3::text[]) order by p.id`,
    [rows.flatMap((row) => row.mobile ?? []), rows.flatMap((row) => row.signInName ?? []), rows.map((row) => row.name)],
  )
  return found.rows
}

function columnOf(code: RosterFaultCode): RosterFault['column'] {
  if (code === 'roster.sign-in-name-unknown') return 'signInName'
  if (code === 'roster.unit-unknown') return 'unit'
  return code.startsWith('roster.role') || code === 'roster.incompatible-roles' ? 'role' : 'name'
}
