import type { CaseEvent } from './case-events.ts'
import type { Case, CaseFacts, CaseFile, Classification, LiveCase, Telling } from './case-state.ts'
import type { DeadlineRecord } from '../kernel/deadline.ts'
import { evolveRound, given } from './evolve-round.ts'
import { newRound, type Round } from './round.ts'

/** The next state of a case; nothing else makes one. Rounds before the current one never change (rule C-26). */
export function evolveCase(state: Case, event: CaseEvent): Case {
  if (event.type === 'registered')
    return { kind: 'registered', file: newFile(event.facts, event.classification, event.triage) }
  if (state.kind === 'none') return state
  return nextState(state, withFile(state.file, event), event)
}

function nextState(state: LiveCase, file: CaseFile, event: CaseEvent): Case {
  switch (event.type) {
    case 'accepted':
      return { kind: 'accepted', file, awaits: 'assignment' }
    case 'supplementAsked':
      return { kind: 'supplementAsked', file }
    case 'supplementReceived':
      return { kind: 'registered', file }
    case 'assigned':
    case 'handlingDecided':
    case 'handedOver':
    case 'reworkGranted':
      return { kind: 'assigned', file }
    case 'signed':
    case 'draftSentBack':
    case 'returnedForRevision':
      return { kind: 'signed', file }
    case 'declined':
      return { kind: 'accepted', file, awaits: event.outcome === 'contested' ? 'decision' : 'reassignment' }
    case 'drafted':
      return { kind: 'drafted', file, draft: event.result, draftedBy: event.by }
    case 'resultReported':
      return {
        kind: 'resultReported',
        file,
        by: event.by,
        draftedBy: state.kind === 'drafted' ? state.draftedBy : null,
      }
    case 'verified':
      return { kind: 'verified', file }
    case 'informed':
    case 'reworkRefused':
      return { kind: 'informed', file }
    case 'reworkAsked':
      return { kind: 'reworkAsked', file }
    case 'concluded':
      return { kind: 'concluded', file, conclusion: event.conclusion }
    default:
      return { ...state, file }
  }
}

function newFile(facts: CaseFacts, classification: Classification, triage: DeadlineRecord | null): CaseFile {
  return {
    facts,
    masked: facts.masked,
    classification,
    prominent: false,
    triage,
    acceptedOn: null,
    supplements: [],
    rounds: [],
    tellings: [],
    urges: [],
    followUps: [],
    messages: { fromSubmitter: 0, fromOffice: 0, waiting: false },
    withdrawalAskedOn: null,
    mergedCaseIds: [],
  }
}

/** What an event changes in the file: its own field, its telling, and the current round. */
function withFile(file: CaseFile, event: CaseEvent): CaseFile {
  const told = 'telling' in event && event.telling ? tell(file, event.telling) : file
  return { ...told, ...ownField(told, event), rounds: rounds(file, event) }
}

function ownField(file: CaseFile, event: CaseEvent): Partial<CaseFile> {
  switch (event.type) {
    case 'accepted':
      return { acceptedOn: event.on, classification: event.classification }
    case 'classified':
      return { classification: event.classification }
    case 'supplementAsked':
      return {
        supplements: [
          ...file.supplements,
          { what: event.what, askedOn: event.on, deadline: event.deadline, receivedOn: null },
        ],
      }
    case 'supplementReceived':
      return {
        supplements: file.supplements.map((one, place) =>
          place === file.supplements.length - 1 ? { ...one, receivedOn: event.on } : one,
        ),
        triage: event.triage,
        masked: event.masked ?? file.masked,
      }
    case 'caseTakenIn':
      return { mergedCaseIds: [...file.mergedCaseIds, event.caseId] }
    case 'maskedTextCorrected':
      return { masked: event.masked }
    case 'prominenceMarked':
      return { prominent: event.prominent }
    case 'urged':
      return { urges: [...file.urges, { unitId: event.unitId, on: event.on }] }
    case 'informed':
      return tell(file, { about: 'result', way: event.way, on: event.on, by: event.by })
    case 'followedUp':
      return { followUps: [...file.followUps, event.followUp] }
    case 'movedWithUnit': {
      const { facts } = file
      const first = facts.firstContactUnitId === event.fromUnitId ? event.toUnitId : facts.firstContactUnitId
      return { facts: { ...facts, firstContactUnitId: first } }
    }
    case 'withdrawalAsked':
      return { withdrawalAskedOn: event.on }
    case 'withdrawalSetAside':
    case 'concluded':
      return { withdrawalAskedOn: null }
    case 'messageAdded': {
      const { fromSubmitter, fromOffice } = file.messages
      return event.from === 'submitter'
        ? { messages: { fromSubmitter: fromSubmitter + 1, fromOffice, waiting: true } }
        : { messages: { fromSubmitter, fromOffice: fromOffice + 1, waiting: false } }
    }
    case 'deadlineRecounted':
      if (event.clock === 'triage') return { triage: event.deadline }
      if (event.clock !== 'supplement') return {}
      return {
        supplements: file.supplements.map((one, place) =>
          place === file.supplements.length - 1 ? { ...one, deadline: event.deadline } : one,
        ),
      }
    default:
      return {}
  }
}

function tell(file: CaseFile, telling: Telling): CaseFile {
  return { ...file, tellings: [...file.tellings, telling] }
}

function rounds(file: CaseFile, event: CaseEvent): readonly Round[] {
  const current = file.rounds.at(-1)
  if (!current) return event.type === 'assigned' ? [evolveRound(newRound(1, event.on), event)] : file.rounds
  const next = evolveRound(current, event)
  const kept = next === current ? file.rounds : [...file.rounds.slice(0, -1), next]
  if (event.type !== 'reworkGranted') return kept
  return [...kept, given(newRound(current.no + 1, event.on), event.units, event.on, event.deadline, 'decision')]
}
