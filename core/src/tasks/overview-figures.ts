/**
 * The figures of the overview: each counts units' parts and is, at the same time, a filter of the ledger that opens the
 * cases behind it. Parts of withdrawn tasks, withdrawn parts and parts passed on inside a unit are in none of them.
 */
export const figureNames = [
  /** Every part a unit holds. */
  'held',
  /** Assigned and not signed for. */
  'unsigned',
  /** The unit has it in hand and its day has passed. */
  'overdue',
  /** Of these, overdue for less than seven days. */
  'newlyOverdue',
  'dueSoon',
  'dueToday',
  /** Handed in to the office and waiting there. */
  'toVerify',
  'returned',
  /** With an open request for another date or unit. */
  'requested',
  'confirmed',
  /** First handed in on or before the day it was due then. */
  'onTime',
  /** First handed in after that day, or overdue and never handed in. A late first answer stays late. */
  'late',
] as const
export type FigureName = (typeof figureNames)[number]

/** How far back "getting worse" looks, in days. */
export const lookBackDays = 7

/** Kinds of units that may be compared with one another; a rate stands only beside rates of its own group. */
export const unitGroups = ['departments', 'towns', 'parks', 'stationed', 'others'] as const
export type UnitGroup = (typeof unitGroups)[number]

const groupOfKind: Readonly<Record<string, UnitGroup>> = {
  department: 'departments',
  coordinationOffice: 'departments',
  town: 'towns',
  park: 'parks',
  stationed: 'stationed',
  court: 'stationed',
  procuratorate: 'stationed',
}

export function groupOf(unitKind: string): UnitGroup {
  return groupOfKind[unitKind] ?? 'others'
}
