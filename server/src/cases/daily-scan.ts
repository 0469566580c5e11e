import { createHash } from 'node:crypto'
import type { CaseCommand } from '@yingshang/core/cases/case-commands'
import { answerUntil } from '@yingshang/core/cases/clocks'
import type { ClockName } from '@yingshang/core/cases/case-words'
import { officeRoles, type Role } from '@yingshang/core/kernel/actor'
import { notifyItem } from '@yingshang/core/reminders/news'
import type { Services } from '../platform/capability.ts'
import type { Queryable } from '../platform/database/pools.ts'
import { Failure } from '../platform/http/failure.ts'
import { record, type OutboxItem } from '../platform/ledger/record.ts'
import { actOnCase } from './act-on-case.ts'
import { circumstancesOf } from './circumstances.ts'

const actor = { kind: 'system', job: 'daily-case-scan' } as const

export interface DailyCases {
  /** Supplements that never came: their cases ended. */
  readonly lapsed: number
  /** Submitters who said nothing within the period. */
  readonly silent: number
  /** Cases of which somebody was told that they are due soon or overdue. */
  readonly told: number
}

/**
 * Everything that a day brings to cases: supplements that never came lapse, silence becomes "no answer" (rule C-22), and units
 * and the office hear what turns urgent or overdue. Command ids are made from the day, so that running it again does nothing
 * twice; a case that moved on in between is left alone.
 */
export async function runDailyCaseScan(
  services: Pick<Services, 'databases' | 'clock' | 'calendars' | 'installation'>,
  day: string,
): Promise<DailyCases> {
  const now = services.clock.now()
  const db = services.databases.app
  const lapsed = await lapseAll(services, day, now, await overdueSupplements(db, day), { type: 'lapseSupplement' })
  const silent = await lapseAll(services, day, now, await silentSince(services, day, now), { type: 'lapseAnswer' })
  return { lapsed, silent, told: await tellWhatIsUrgent(db, day, now) }
}

async function overdueSupplements(db: Queryable, day: string): Promise<string[]> {
  const found = await db.query<{ id: string }>({
    name: 'cases:supplements-overdue',
    text: `select id from app.case where open and status = 'supplementAsked' and overdue_from <= $1 order by id`,
    values: [day],
  })
  return found.rows.map((row) => row.id)
}

/** Cases told so long ago that nobody is waited for any more. */
async function silentSince(
  services: Pick<Services, 'databases' | 'calendars' | 'installation'>,
  day: string,
  now: number,
): Promise<string[]> {
  const found = await services.databases.app.query<{ id: string; informed_on: string }>({
    name: 'cases:silent',
    text: `select id, informed_on from app.case where status = 'informed' and satisfaction is null and informed_on < $1 order by id`,
    values: [day],
  })
  const silent: string[] = []
  for (const { id, informed_on: informedOn } of found.rows) {
    const context = await circumstancesOf(services, { actor, businessDay: day, now }, id)
    if (day > answerUntil(context, informedOn)) silent.push(id)
  }
  return silent
}

async function lapseAll(
  services: Pick<Services, 'databases' | 'calendars' | 'installation'>,
  day: string,
  now: number,
  ids: readonly string[],
  command: CaseCommand,
): Promise<number> {
  let lapsed = 0
  for (const id of ids) {
    const occasion = { actor, businessDay: day, now, commandId: commandOf(`${command.type}:${id}:${day}`) }
    try {
      await actOnCase(services, occasion, id, () => ({ command }))
      lapsed++
    } catch (error) {
      // The submitter spoke, or an officer acted, between the look and the decision: nothing lapses then.
      if (!(error instanceof Failure) || error.status !== 409) throw error
    }
  }
  return lapsed
}

interface UrgentRow {
  readonly id: string
  readonly number: string
  readonly clock: ClockName
  readonly lead_unit_id: string | null
  readonly due_on: string
  readonly overdue: boolean
}

/** One message per unit, and one for the office about its own clocks, for each of: due soon, overdue. */
async function tellWhatIsUrgent(db: Queryable, day: string, now: number): Promise<number> {
  const found = await db.query<UrgentRow>({
    name: 'cases:urgent',
    text: `select id, number, clock, lead_unit_id, due_on, overdue_from = $1 as overdue from app.case
      where open and (overdue_from = $1 or yellow_from = $1 or blue_from = $1) order by due_on, year, serial`,
    values: [day],
  })
  const byReader = new Map<string, UrgentRow[]>()
  for (const row of found.rows) {
    // The submitter's own time is nobody's duty.
    if (row.clock === 'supplement') continue
    const reader = row.clock === 'handle' && row.lead_unit_id !== null ? row.lead_unit_id : 'office'
    byReader.set(reader, [...(byReader.get(reader) ?? []), row])
  }
  for (const [reader, rows] of byReader) {
    const outbox = [
      ...summary(
        'case.overdue',
        reader,
        rows.filter((row) => row.overdue),
      ),
      ...summary(
        'case.dueSoon',
        reader,
        rows.filter((row) => !row.overdue),
      ),
    ]
    const commandId = commandOf(`urgent:${day}:${reader}`)
    await record(db, { commandId, actor, businessDay: day, now, changes: [], outbox })
  }
  return found.rows.length
}

function summary(kind: 'case.overdue' | 'case.dueSoon', reader: string, rows: readonly UrgentRow[]): OutboxItem[] {
  const first = rows[0]
  if (!first) return []
  const inUnit: readonly Role[] = kind === 'case.overdue' ? ['unitLiaison', 'unitDeputy', 'unitHead'] : ['unitLiaison']
  const whom = reader === 'office' ? { roles: [...officeRoles] } : { unitId: reader, roles: [...inUnit] }
  const one = rows.length === 1
  return [
    notifyItem({
      kind,
      ...whom,
      subject: one ? { kind: 'case', id: first.id } : { kind: 'unit', id: reader },
      facts: one ? { no: first.number, dueOn: first.due_on } : { count: rows.length },
      items: rows.slice(0, 200).map((row) => ({ no: row.number, title: '', dueOn: row.due_on })),
    }),
  ]
}

/** A UUID made from a name (RFC 9562 version 8): the same day and thing give the same command. */
function commandOf(name: string): string {
  const hex = createHash('sha256').update(`yingshang:cases:${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-9${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
