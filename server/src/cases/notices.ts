import type { CaseEvent } from '@yingshang/core/cases/case-events'
import { currentRound, type LiveCase } from '@yingshang/core/cases/case-state'
import { officeRoles, type Role } from '@yingshang/core/kernel/actor'
import { notifyItem, type NewsKind } from '@yingshang/core/reminders/news'
import type { OutboxItem } from '../platform/ledger/record.ts'

const liaison: readonly Role[] = ['unitLiaison']
const heads: readonly Role[] = ['unitHead', 'unitDeputy']
const liaisonAndHeads: readonly Role[] = ['unitLiaison', 'unitDeputy', 'unitHead']

/** Whom in a unit a piece of news is for: the liaison, and the heads where the unit's name is at stake. */
const rolesInUnit: Partial<Record<NewsKind, readonly Role[]>> = {
  'case.draftWaits': heads,
  'case.returned': liaisonAndHeads,
  'case.overdue': liaisonAndHeads,
  'case.handlingDecided': liaisonAndHeads,
}

/** News about a case say its number and date: never a word of what it says, nor of who sent it in. */
export function caseNewsToUnit(
  kind: NewsKind,
  unitId: string,
  caseId: string,
  facts: {
    readonly no: string
    readonly dueOn?: string
    readonly daysLeft?: number
    readonly decision?: 'approved' | 'refused'
  },
): OutboxItem {
  return notifyItem({
    kind,
    unitId,
    roles: [...(rolesInUnit[kind] ?? liaison)],
    subject: { kind: 'case', id: caseId },
    facts,
  })
}

export function caseNewsToOffice(
  kind: NewsKind,
  caseId: string,
  facts: { readonly no: string; readonly dueOn?: string },
): OutboxItem {
  return notifyItem({ kind, roles: [...officeRoles], subject: { kind: 'case', id: caseId }, facts })
}

/** Who hears of a decision. */
export function newsOf(
  caseId: string,
  events: readonly CaseEvent[],
  before: LiveCase | null,
  after: LiveCase,
): OutboxItem[] {
  const no = after.file.facts.number
  const round = currentRound(after.file)
  const dueOn = round?.deadline?.dueOn
  const facts = { no, ...(dueOn === undefined ? {} : { dueOn }) }
  const lead = round?.leadUnitId ?? null
  const toLead = (kind: NewsKind, more: object = {}) =>
    lead === null ? [] : [caseNewsToUnit(kind, lead, caseId, { ...facts, ...more })]
  const toOffice = (kind: NewsKind) => [caseNewsToOffice(kind, caseId, { no })]
  return events.flatMap((event): OutboxItem[] => {
    switch (event.type) {
      case 'registered':
        return toOffice('case.registered')
      case 'assigned':
      case 'handedOver':
      case 'handlingDecided':
      case 'reworkGranted': {
        const kind = event.type === 'handlingDecided' ? 'case.handlingDecided' : 'case.assigned'
        const supporting = event.type === 'handedOver' ? [] : event.units.supporting
        const left = event.type === 'handedOver' ? before && currentRound(before.file)?.leadUnitId : null
        return [
          ...toLead(kind),
          ...supporting.map((one) =>
            caseNewsToUnit('case.supporting', one.unitId, caseId, {
              no,
              ...(one.innerDueOn === null ? {} : { dueOn: one.innerDueOn }),
            }),
          ),
          ...(left ? [caseNewsToUnit('case.withdrawn', left, caseId, { no })] : []),
        ]
      }
      case 'declined':
        return toOffice('case.declined')
      case 'extensionAsked':
        return toOffice('case.extensionAsked')
      case 'extensionGranted':
        return toLead('case.extensionDecided', { decision: 'approved' })
      case 'extensionRefused':
        return toLead('case.extensionDecided', { decision: 'refused' })
      case 'movedWithUnit':
        return lead === event.toUnitId ? toLead('case.assigned') : []
      case 'statutoryExit':
      case 'deadlineRecounted':
        return event.type === 'statutoryExit' || event.clock === 'handle' ? toLead('case.dateChanged') : []
      case 'partGiven':
        return toLead('case.partGiven')
      case 'drafted':
        return toLead('case.draftWaits')
      case 'draftSentBack':
      case 'returnedForRevision':
        return toLead('case.returned')
      case 'resultReported':
        return toOffice('case.resultReported')
      case 'urged':
        return [caseNewsToUnit('case.urged', event.unitId, caseId, facts)]
      case 'reworkAsked':
        return toOffice('case.reworkAsked')
      case 'supplementReceived':
        return toOffice('case.supplementReceived')
      case 'withdrawalAsked':
        return event.by === 'submitter' ? toOffice('case.withdrawalAsked') : []
      case 'messageAdded':
        return event.from === 'submitter' ? toOffice('case.messageCame') : []
      case 'concluded': {
        const had = before && currentRound(before.file)?.leadUnitId
        return had ? [caseNewsToUnit('case.concluded', had, caseId, { no })] : []
      }
      default:
        return []
    }
  })
}
