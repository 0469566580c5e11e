import { caseDecider } from '@yingshang/core/cases/case'
import type { TellingWay } from '@yingshang/core/cases/case-words'
import { refused } from '../platform/http/failure.ts'
import { changeBy, type Occasion } from '../platform/ledger/decide.ts'
import { actOnCase, type Written } from './act-on-case.ts'
import { circumstancesOf, type CaseServices } from './circumstances.ts'
import { caseTable } from './tables.ts'
import { eventsOrRefuse } from './write.ts'

/** 并案: one case ends in another that takes it in; both change in one write, and every submitter keeps the receipt (rule C-09). */
export function mergeInto(
  services: CaseServices,
  occasion: Occasion,
  caseId: string,
  body: { readonly intoCaseId: string; readonly tell: TellingWay },
): Promise<Written> {
  const { intoCaseId, tell } = body
  return actOnCase(services, occasion, caseId, async () => {
    if (intoCaseId === caseId) throw refused({ code: 'case.merge-with-itself' })
    const into = await circumstancesOf(services, occasion, intoCaseId)
    if (into.state.kind === 'concluded') throw refused({ code: 'case.into-not-open' })
    const events = eventsOrRefuse(caseDecider.decide({ type: 'takeIn', caseId }, into.state, into))
    return {
      command: { type: 'merge', intoCaseId, tell },
      changes: [changeBy(caseTable, caseDecider, into.loaded, events)],
    }
  })
}
