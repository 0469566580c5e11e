import { concludableFrom } from '@yingshang/core/cases/ending'
import { openClocks } from '@yingshang/core/cases/clocks'
import { currentRound, type Case, type LiveCase } from '@yingshang/core/cases/case-state'
import { readingUnits } from '@yingshang/core/cases/policy'
import { firstAnswerLate, grantsOf, pendingExtension, ratingOf, type Round } from '@yingshang/core/cases/round'
import type { Table } from '../platform/ledger/table.ts'

/** Cases: one row and one stream each. */
export const caseTable: Table<Case> = {
  name: 'app.case',
  stream: 'case',
  columns: [
    'division',
    'campaign_id',
    'year',
    'serial',
    'number',
    'rule_version',
    'kind',
    'source',
    'status',
    'awaits',
    'open',
    'received_on',
    'accepted_on',
    'category',
    'problem_head',
    'environment',
    'tier',
    'prominent',
    'text_id',
    'vault_id',
    'lead_unit_id',
    'unit_ids',
    'first_contact_unit_id',
    'round',
    'clock',
    'due_on',
    'blue_from',
    'yellow_from',
    'overdue_from',
    'unit_due_on',
    'first_due_on',
    'assigned_on',
    'first_result_on',
    'last_result_on',
    'verified_on',
    'informed_on',
    'answered_late',
    'satisfaction',
    'conclude_from',
    'concluded_on',
    'conclusion',
    'extension_pending',
    'message_waiting',
    'withdrawal_asked',
    'to_follow_up',
    'declines',
    'hand_overs',
    'returns',
    'extensions',
    'urges',
  ],
  row(state) {
    if (state.kind === 'none') throw new Error('a case that was never registered has no row')
    const { file } = state
    const { facts, classification } = file
    return {
      division: facts.division,
      campaign_id: facts.campaignId,
      ...numberParts(facts.number),
      number: facts.number,
      rule_version: facts.ruleVersion,
      kind: facts.kind,
      source: facts.source,
      status: state.kind,
      awaits: state.kind === 'accepted' ? state.awaits : null,
      open: state.kind !== 'concluded',
      received_on: facts.receivedOn,
      accepted_on: file.acceptedOn,
      category: classification.category,
      problem_head: classification.head,
      environment: classification.environment,
      tier: classification.tier,
      prominent: file.prominent,
      text_id: file.masked.textId,
      vault_id: facts.vaultId,
      lead_unit_id: currentRound(file)?.leadUnitId ?? null,
      unit_ids: readingUnits(file),
      first_contact_unit_id: facts.firstContactUnitId,
      ...clockColumns(state),
      ...roundColumns(currentRound(file)),
      round: file.rounds.length,
      answered_late: file.rounds.some(firstAnswerLate),
      conclude_from: concludableFrom(state),
      concluded_on: state.kind === 'concluded' ? state.conclusion.on : null,
      conclusion: state.kind === 'concluded' ? state.conclusion.kind : null,
      message_waiting: file.messages.waiting,
      withdrawal_asked: file.withdrawalAskedOn !== null,
      to_follow_up: isToFollowUp(state),
      ...counts(file.rounds),
      urges: file.urges.length,
    }
  },
}

/** `320724-2022-000123`: division, year, place in the year. */
function numberParts(number: string): { year: number; serial: number } {
  const [, year, serial] = number.split('-')
  return { year: Number(year), serial: Number(serial) }
}

/** The clock somebody has to keep now. The window in which the submitter may speak is nobody's duty. */
function clockColumns(state: LiveCase) {
  const running = openClocks(state).find(({ clock }) => clock !== 'reworkWindow')
  const thresholds = running?.deadline.thresholds
  return {
    clock: running?.clock ?? null,
    due_on: running?.deadline.dueOn ?? null,
    blue_from: thresholds?.blueFrom ?? null,
    yellow_from: thresholds?.yellowFrom ?? null,
    overdue_from: thresholds?.overdueFrom ?? null,
  }
}

function roundColumns(round: Round | undefined) {
  return {
    unit_due_on: round?.deadline?.dueOn ?? null,
    first_due_on: round?.firstDueOn ?? null,
    assigned_on: round?.assignedOn ?? null,
    first_result_on: round?.firstResultOn ?? null,
    last_result_on: round?.lastResultOn ?? null,
    verified_on: round?.verifiedOn ?? null,
    informed_on: round?.informedOn ?? null,
    satisfaction: round ? ratingOf(round) : null,
    extension_pending: round !== undefined && pendingExtension(round) !== undefined,
  }
}

function counts(rounds: readonly Round[]) {
  const sum = (of: (round: Round) => number) => rounds.reduce((total, round) => total + of(round), 0)
  return {
    declines: sum((round) => round.declines.length),
    hand_overs: sum((round) => round.handOvers.length),
    returns: sum((round) => round.returns),
    extensions: sum(grantsOf),
  }
}

/** A prominent case that was handled to the end is visited once afterwards. */
function isToFollowUp(state: LiveCase): boolean {
  if (state.kind !== 'concluded' || !state.file.prominent) return false
  return state.file.rounds.length > 0 && state.file.followUps.length === 0
}
