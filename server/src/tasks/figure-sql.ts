import { lookBackDays, type FigureName } from '@yingshang/core/tasks/overview-figures'

/**
 * Which parts a figure counts, as conditions over `a` (app.assignment); `day` gives the
 * parameter of the business day where it is needed. The
 * overview counts by them and the ledger filters by them, so that a figure always opens to exactly its own cases.
 */
const conditions: Readonly<Record<FigureName, (day: () => string) => string>> = {
  held: () => 'true',
  unsigned: () => `a.status = 'assigned'`,
  overdue: (day) => `a.running and a.overdue_from <= ${day()}::date`,
  newlyOverdue: (day) =>
    `a.running and a.overdue_from <= ${day()}::date and a.overdue_from > ${day()}::date - ${lookBackDays}`,
  dueSoon: (day) => `a.running and a.blue_from <= ${day()}::date and a.overdue_from > ${day()}::date`,
  dueToday: (day) => `a.running and a.due_on = ${day()}::date`,
  toVerify: () => `a.status = 'handedIn' and a.hands_in_to is null`,
  returned: () => `a.status = 'returned'`,
  requested: () => 'a.change_request_id is not null',
  confirmed: () => `a.status = 'confirmed'`,
  // rule T-03
  onTime: () => 'a.first_handed_in_on <= a.first_answer_due_on',
  late: (day) =>
    `(a.first_handed_in_on > a.first_answer_due_on or (a.first_handed_in_on is null and a.running and a.overdue_from <= ${day()}::date))`,
}

export function figureSql(figure: FigureName, day: () => string): string {
  return `a.status <> 'withdrawn' and not a.passed_inside and ${conditions[figure](day)}`
}

/** SQL over `a`: the part's unit lies in the trees the person may read. `parameter` holds the path patterns. */
export function heldBySql(parameter: string): string {
  return `exists (select 1 from app.unit hu where hu.id = a.unit_id and hu.path like any(${parameter}::text[]))`
}
