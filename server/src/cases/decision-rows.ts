import type { CaseEvent } from '@yingshang/core/cases/case-events'
import type { CaseRules } from '@yingshang/core/cases/case-rules'
import type { Case, LiveCase } from '@yingshang/core/cases/case-state'
import type { Extension, Round } from '@yingshang/core/cases/round'
import type { Attachment } from '../platform/ledger/table.ts'

/**
 * Rows that follow a decision so that constraints of the database hold what two people at once could break: requests for
 * more time with their grants, and refusals of units.
 */
export function decisionRows(
  caseId: string,
  before: Case,
  after: LiveCase,
  events: readonly CaseEvent[],
  rules: Pick<CaseRules, 'extension'>,
): Attachment[] {
  return [...extensionRows(caseId, before, after, rules), ...declineRows(caseId, after, events)]
}

function extensionRows(
  caseId: string,
  before: Case,
  after: LiveCase,
  rules: Pick<CaseRules, 'extension'>,
): Attachment[] {
  const known = new Map<string, Extension>()
  if (before.kind !== 'none')
    for (const round of before.file.rounds) for (const one of round.extensions) known.set(one.extensionId, one)
  const rows = after.file.rounds.flatMap((round) =>
    round.extensions
      .filter((one) => known.get(one.extensionId)?.status !== one.status)
      .map((one) => extensionRow(caseId, round, one, rules)),
  )
  if (rows.length === 0) return []
  const columns = ['id', 'case_id', 'round', 'status', 'grant_no', 'grants_allowed', 'days', 'total_days', 'cap_days']
  return [{ table: 'app.case_extension', columns, rows, replaceBy: ['id'] }]
}

function extensionRow(caseId: string, round: Round, one: Extension, rules: Pick<CaseRules, 'extension'>) {
  const { grants, inRework, cap } = rules.extension
  const upTo = round.extensions.filter((other) => (other.grantNo ?? 0) <= (one.grantNo ?? Infinity))
  return {
    id: one.extensionId,
    case_id: caseId,
    round: round.no,
    status: one.status,
    grant_no: one.grantNo,
    grants_allowed: round.no === 1 || inRework ? grants : 0,
    days: one.days,
    total_days: upTo.reduce((sum, other) => sum + other.grantedDays, 0),
    cap_days: cap.days,
  }
}

function declineRows(caseId: string, after: LiveCase, events: readonly CaseEvent[]): Attachment[] {
  const rows = events.flatMap((event) =>
    event.type === 'declined'
      ? [{ case_id: caseId, round: after.file.rounds.length, unit_id: event.unitId, declined_on: event.on }]
      : [],
  )
  if (rows.length === 0) return []
  return [{ table: 'app.case_decline', columns: ['case_id', 'round', 'unit_id', 'declined_on'], rows }]
}
