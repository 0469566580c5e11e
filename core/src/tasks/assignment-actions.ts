import type { Assignment } from './assignment-state.ts'

export const assignmentActions = [
  'assign',
  'sign',
  'report',
  'draft',
  'sendDraftBack',
  'handIn',
  'accept',
  'return',
  'confirm',
  'pass',
  'namePersons',
  'askChange',
  'settleChange',
  'changeDate',
  'handToUnit',
  'moveWithUnit',
  'changeRole',
  'withdraw',
  'settle',
] as const
export type AssignmentAction = (typeof assignmentActions)[number]

const always = ['changeDate', 'settleChange', 'moveWithUnit', 'changeRole', 'withdraw'] as const

/**
 * What may happen next to a unit's part: complete by type, the primary action first. The server refuses by it, the
 * screen draws its buttons from it. Reports are taken as long as the part is open; nothing follows a confirmed or
 * withdrawn part.
 */
export const assignmentActionsNow: Readonly<Record<Assignment['kind'], readonly AssignmentAction[]>> = {
  none: ['assign'],
  assigned: ['sign', 'report', 'pass', 'namePersons', 'askChange', 'handToUnit', ...always],
  signed: ['handIn', 'draft', 'report', 'pass', 'namePersons', 'askChange', 'handToUnit', ...always],
  drafted: ['handIn', 'sendDraftBack', 'draft', 'report', 'pass', 'namePersons', 'askChange', 'handToUnit', ...always],
  handedIn: ['confirm', 'accept', 'return', 'report', 'namePersons', ...always],
  accepted: ['return', 'settle', 'settleChange', 'moveWithUnit', 'changeRole', 'withdraw'],
  returned: ['handIn', 'draft', 'report', 'pass', 'namePersons', 'askChange', 'handToUnit', ...always],
  confirmed: [],
  withdrawn: [],
}

/** Those a person starts from the part itself; the others follow from a request, a merger, the task or the calendar. */
export const offeredAssignmentActions = [
  'sign',
  'handIn',
  'draft',
  'sendDraftBack',
  'report',
  'confirm',
  'accept',
  'return',
  'pass',
  'namePersons',
  'askChange',
  'changeDate',
  'handToUnit',
  'withdraw',
] as const
export type OfferedAssignmentAction = (typeof offeredAssignmentActions)[number]
