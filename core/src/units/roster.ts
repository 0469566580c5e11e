import { isIsoDate, type IsoDate } from '../kernel/dates.ts'
import type { Role } from '../kernel/actor.ts'
import { roleNames } from './labels.zh.ts'

/** Rows of one upload; more are refused before anything is read. */
export const mostRosterRows = 2000

export const rosterColumns = [
  'unit',
  'name',
  'role',
  'mobile',
  'officePhone',
  'email',
  'fromDay',
  'signInName',
] as const
export type RosterColumn = (typeof rosterColumns)[number]

/** One row as text cells, trimmed; `row` is the row number in the sheet. */
export type RosterCells = Readonly<Record<RosterColumn, string>> & { readonly row: number }

export interface RosterRow {
  readonly row: number
  readonly unitId: string
  readonly name: string
  readonly role: Role
  readonly mobile: string | null
  readonly officePhone: string | null
  readonly email: string | null
  readonly fromDay: IsoDate | null
  readonly signInName: string | null
}

export const rosterFaults = [
  'roster.unit-empty',
  'roster.unit-unknown',
  'roster.unit-ambiguous',
  'roster.name-empty',
  'roster.name-too-long',
  'roster.role-empty',
  'roster.role-unknown',
  'roster.role-not-yours',
  'roster.role-not-in-this-unit',
  'roster.mobile-wrong',
  'roster.office-phone-wrong',
  'roster.email-wrong',
  'roster.from-day-wrong',
  'roster.sign-in-name-unknown',
  'roster.row-twice',
  'roster.person-ambiguous',
  'roster.incompatible-roles',
  'roster.person-left',
] as const
export type RosterFaultCode = (typeof rosterFaults)[number]

/** What is wrong with the file as a whole. */
export const rosterRefusals = [
  'roster.file-missing',
  'roster.file-unreadable',
  'roster.no-header',
  'roster.too-many-rows',
  'roster.empty',
  'roster.other-file',
  'roster.has-faults',
] as const
export type RosterRefusal = (typeof rosterRefusals)[number]

export interface RosterFault {
  readonly row: number
  readonly column: RosterColumn
  readonly code: RosterFaultCode
  /** Names of units to choose from, where that helps. Never a person's name or number. */
  readonly choices?: readonly string[]
}

/** How a row's unit name was understood; matching is done by the caller for all names at once. */
export type UnitAnswer = { readonly unitId: string } | { readonly choices: readonly string[] }

const rolesByName = new Map<string, Role>()
for (const [role, name] of Object.entries(roleNames)) rolesByName.set(name, role as Role)
// What offices write in that column beside the product's own words.
for (const [word, role] of [
  ['主要领导', 'unitHead'],
  ['单位负责人', 'unitHead'],
  ['一把手', 'unitHead'],
  ['分管领导', 'unitDeputy'],
  ['联系人', 'unitLiaison'],
  ['经办人', 'unitStaff'],
  ['工作人员', 'unitStaff'],
] as const)
  rolesByName.set(word, role)

/** Checks one row; all its faults at once. Days may be written 2022-07-04, 2022/7/4, 2022.7.4 or 2022年7月4日. */
export function readRosterRow(
  cells: RosterCells,
  unitOf: (name: string) => UnitAnswer,
): { readonly row: RosterRow } | { readonly faults: RosterFault[] } {
  const faults: RosterFault[] = []
  const fault = (column: RosterColumn, code: RosterFaultCode, choices?: readonly string[]) =>
    faults.push({ row: cells.row, column, code, ...(choices ? { choices } : {}) })

  let unitId = ''
  if (cells.unit === '') fault('unit', 'roster.unit-empty')
  else {
    const answer = unitOf(cells.unit)
    if ('unitId' in answer) unitId = answer.unitId
    else if (answer.choices.length > 0) fault('unit', 'roster.unit-ambiguous', answer.choices)
    else fault('unit', 'roster.unit-unknown')
  }
  const name = cells.name.replace(/[\s\u3000]+/g, /[a-z]/i.test(cells.name) ? ' ' : '')
  if (name === '') fault('name', 'roster.name-empty')
  if (name.length > 40) fault('name', 'roster.name-too-long')
  const role = rolesByName.get(cells.role.replace(/\s/g, ''))
  if (cells.role === '') fault('role', 'roster.role-empty')
  else if (!role) fault('role', 'roster.role-unknown')
  const mobile = cells.mobile.replace(/[\s-]/g, '').replace(/^(\+?86)(?=1\d{10}$)/, '')
  if (mobile !== '' && !/^1[3-9]\d{9}$/.test(mobile)) fault('mobile', 'roster.mobile-wrong')
  const officePhone = cells.officePhone.replace(/\s/g, '').replace(/[—－]/g, '-')
  if (officePhone !== '' && !/^(0\d{2,3}-?)?\d{7,8}(-\d{1,6})?$|^\d{3,6}$/.test(officePhone))
    fault('officePhone', 'roster.office-phone-wrong')
  if (cells.email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cells.email)) fault('email', 'roster.email-wrong')
  const fromDay = cells.fromDay === '' ? null : readDay(cells.fromDay)
  if (fromDay === undefined) fault('fromDay', 'roster.from-day-wrong')
  if (faults.length > 0) return { faults }
  return {
    row: {
      row: cells.row,
      unitId,
      name,
      role: role!,
      mobile: mobile || null,
      officePhone: officePhone || null,
      email: cells.email || null,
      fromDay: fromDay ?? null,
      signInName: cells.signInName.toLowerCase() || null,
    },
  }
}

function readDay(text: string): IsoDate | undefined {
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.replace(/\s/g, ''))
  if (!found) return undefined
  const day = `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}`
  return isIsoDate(day) ? day : undefined
}

/** Rows that say the same person, unit and role twice: every one after the first. */
export function rowsTwice(rows: readonly RosterRow[]): RosterFault[] {
  const seen = new Set<string>()
  const faults: RosterFault[] = []
  for (const row of rows) {
    const who = row.signInName ?? row.mobile ?? row.name
    const key = `${row.unitId} ${row.role} ${who}`
    if (seen.has(key)) faults.push({ row: row.row, column: 'name', code: 'roster.row-twice' })
    seen.add(key)
  }
  return faults
}

/** Who is known already, as far as the roster needs it. */
export interface KnownPerson {
  readonly personId: string
  readonly signInName: string
  readonly name: string
  readonly mobile: string | null
  readonly officePhone: string | null
  readonly email: string | null
  readonly homeUnitId: string
  readonly left: boolean
}

/**
 * The known person a row means: by sign-in name, else by mobile, else by name within the home unit. More than one
 * answer is a fault: the row must then say the sign-in name.
 */
export function findPerson(row: RosterRow, known: readonly KnownPerson[]): KnownPerson | RosterFaultCode | undefined {
  if (row.signInName !== null) {
    const found = known.find((person) => person.signInName === row.signInName)
    if (!found) return 'roster.sign-in-name-unknown'
    return found.left ? 'roster.person-left' : found
  }
  const active = known.filter((person) => !person.left)
  const byMobile = row.mobile === null ? [] : active.filter((person) => person.mobile === row.mobile)
  if (byMobile.length > 1) return 'roster.person-ambiguous'
  if (byMobile[0]) return byMobile[0]
  const byName = active.filter((person) => person.name === row.name && person.homeUnitId === row.unitId)
  // Two people of one name in one unit, told apart by their mobile numbers.
  const same = byName.filter((person) => person.mobile === null || row.mobile === null)
  if (same.length > 1) return 'roster.person-ambiguous'
  return same[0]
}
