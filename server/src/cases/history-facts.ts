import type { CaseEvent } from '@yingshang/core/cases/case-events'
import type { KeptText } from '@yingshang/core/cases/round'

export interface CaseHistoryFacts {
  /** Facts for the sentence. */
  readonly values: Record<string, string | number>
  /** Facts that are units, shown by the unit's name. */
  readonly units: Record<string, string>
  /** Facts that are words, shown as long as they were not erased. */
  readonly texts: Record<string, KeptText>
  readonly files: readonly string[]
}

/** Events that units are not told of: what the office and the submitter have between themselves. */
export const officeOnlyEvents: readonly CaseEvent['type'][] = [
  'withdrawalAsked',
  'withdrawalSetAside',
  'messageAdded',
  'contactAttempted',
  'caseTakenIn',
  'followedUp',
  'maskedTextCorrected',
]

/** What the submitter wrote: the office reads it, units read what the office makes of it. */
const submittersWords: readonly CaseEvent['type'][] = ['rated', 'reworkAsked', 'messageAdded']

/** What a time line says about an event: its own facts, flat, without ids nobody reads. */
export function caseHistoryFacts(
  type: string,
  data: Record<string, unknown>,
  seenAs: 'office' | 'unit',
): CaseHistoryFacts {
  const event = { type, ...data } as CaseEvent
  const values: Record<string, string | number> = {}
  const units: Record<string, string> = {}
  const texts: Record<string, KeptText> = {}
  let files: readonly string[] = []
  const put = (name: string, value: string | number | null | undefined) => {
    if (value !== null && value !== undefined && value !== '') values[name] = value
  }
  const say = (name: string, kept: KeptText | null | undefined) => {
    if (kept) texts[name] = kept
  }
  switch (event.type) {
    case 'registered':
      put('dueOn', event.triage?.dueOn)
      put('source', event.facts.source)
      break
    case 'supplementAsked':
      say('text', event.what)
      put('dueOn', event.deadline.dueOn)
      put('way', event.telling.way)
      break
    case 'assigned':
    case 'handlingDecided':
    case 'reworkGranted':
      units['toUnit'] = event.units.leadUnitId
      put('supporting', event.units.supporting.length)
      put('dueOn', event.deadline?.dueOn)
      if (event.type === 'assigned') say('text', event.note)
      if (event.type === 'handlingDecided') say('reason', event.reason)
      if (event.type === 'reworkGranted') say('reason', event.why)
      break
    case 'signed':
      put('dueOn', event.deadline?.dueOn)
      break
    case 'declined':
      units['unit'] = event.unitId
      say('reason', event.reason)
      put('outcome', event.outcome)
      break
    case 'handedOver':
      units['toUnit'] = event.toUnitId
      put('dueOn', event.deadline?.dueOn)
      say('reason', event.reason)
      break
    case 'statutoryExit':
      put('kind', event.statutory.kind)
      put('statute', event.statutory.statute)
      put('article', event.statutory.article)
      put('dueOn', event.deadline.dueOn)
      say('reason', event.reason)
      break
    case 'partGiven':
      units['unit'] = event.unitId
      say('text', event.text)
      files = event.fileIds
      break
    case 'extensionAsked':
      put('days', event.extension.days)
      say('reason', event.extension.reason)
      break
    case 'extensionGranted':
      put('days', event.days)
      put('dueOn', event.deadline.dueOn)
      put('way', event.telling.way)
      break
    case 'drafted':
    case 'resultReported':
      say('text', event.result.text)
      put('outcome', event.result.outcome)
      put('without', event.result.without)
      files = event.result.fileIds
      break
    case 'urged':
      units['unit'] = event.unitId
      say('text', event.words)
      break
    case 'verified':
      put('outcome', event.outcome)
      put('dueOn', event.informDeadline?.dueOn)
      say('text', event.note)
      break
    case 'returnedForRevision':
      put('dueOn', event.deadline?.dueOn)
      break
    case 'contactAttempted':
      put('way', event.attempt.way)
      put('outcome', event.attempt.outcome)
      break
    case 'informed':
      if (seenAs === 'office') put('way', event.way)
      say('text', event.answer)
      break
    case 'rated':
      put('satisfaction', event.rating.satisfaction)
      put('by', event.rating.by)
      say('text', event.rating.words)
      break
    case 'reworkAsked':
      put('evidence', event.evidence)
      put('dueOn', event.judgeDeadline.dueOn)
      say('text', event.reason)
      break
    case 'reworkRefused':
      say('reason', event.why)
      break
    case 'concluded':
      put('conclusion', event.conclusion.kind)
      put('transferredTo', event.conclusion.transferredTo)
      if (seenAs === 'office') say('text', event.conclusion.words)
      break
    case 'followedUp':
      put('way', event.followUp.way)
      put('outcome', event.followUp.outcome)
      say('text', event.followUp.words)
      break
    case 'prominenceMarked':
      put('prominent', event.prominent ? 'yes' : 'no')
      break
    case 'messageAdded':
      put('from', event.from)
      say('text', event.masked)
      break
    case 'movedWithUnit':
      units['toUnit'] = event.toUnitId
      break
    case 'deadlineRecounted':
      put('clock', event.clock)
      put('dueOn', event.deadline.dueOn)
      break
    default:
      break
  }
  if ('reason' in event && typeof event.reason === 'object') say('reason', event.reason)
  return { values, units, texts: seenAs === 'unit' && submittersWords.includes(event.type) ? {} : texts, files }
}
