import type { IsoDate } from '../kernel/dates.ts'
import type { DeadlineRecord } from '../kernel/deadline.ts'
import type { CaseEvent, NamedUnits } from './case-events.ts'
import type { Extension, HandOver, Round, SupersededReason } from './round.ts'

/** The next state of the current round; events that do not concern a round leave it as it is. */
export function evolveRound(round: Round, event: CaseEvent): Round {
  switch (event.type) {
    case 'assigned':
      return given(round, event.units, event.on, event.deadline, 'declined')
    case 'handlingDecided':
      return {
        ...given(round, event.units, event.on, event.deadline, 'decision'),
        binding: true,
        decideDeadline: null,
        declines: round.declines.map((one) => (one.outcome === 'contested' ? { ...one, outcome: 'overruled' } : one)),
      }
    case 'handedOver': {
      // Parts that supporting units have given stay given.
      const supporting = round.supporting.filter((one) => one.unitId !== event.toUnitId)
      const left = leave(round, event.on, 'handedOver')
      const units = { leadUnitId: event.toUnitId, supporting }
      return given({ ...left, extensions: lapsed(left) }, units, event.on, event.deadline, 'handedOver')
    }
    case 'signed':
      return { ...clock(round, event.deadline ?? round.deadline), signedOn: event.on }
    case 'declined': {
      const left = leave(round, event.on, 'declined')
      const { on, unitId, reason, outcome } = event
      return {
        ...left,
        extensions: lapsed(left),
        declines: [...round.declines, { on, unitId, reason, outcome }],
        decideDeadline: event.decideDeadline,
      }
    }
    case 'statutoryExit':
      return {
        ...replaced(round, event.deadline, event.statutory.on, 'statutory'),
        extensions: lapsed(round),
        statutory: event.statutory,
      }
    case 'partGiven':
      return {
        ...round,
        supporting: round.supporting.map((one) =>
          one.unitId === event.unitId
            ? { ...one, givenOn: event.on, part: { text: event.text, fileIds: event.fileIds } }
            : one,
        ),
      }
    case 'extensionAsked':
      return { ...round, extensions: [...round.extensions, asked(event.extension)] }
    case 'extensionGranted':
      return {
        ...replaced(round, event.deadline, event.on, 'extended'),
        extensions: settled(round, event.extensionId, {
          status: 'granted',
          grantNo: event.grantNo,
          grantedDays: event.days,
          decidedBy: event.by,
          decidedOn: event.on,
        }),
      }
    case 'extensionRefused':
      return {
        ...round,
        extensions: settled(round, event.extensionId, {
          status: 'refused',
          decidedBy: event.by,
          decidedOn: event.on,
        }),
      }
    case 'resultReported':
      return {
        ...round,
        result: event.result,
        paused: event.paused,
        extensions: lapsed(round),
        firstResultOn: round.firstResultOn ?? event.on,
        firstAnswerDueOn: round.firstResultOn ? round.firstAnswerDueOn : (round.deadline?.dueOn ?? null),
        lastResultOn: event.on,
        lastReturn: null,
        verifyDeadline: event.verifyDeadline,
      }
    case 'returnedForRevision':
      return {
        ...(event.deadline ? replaced(round, event.deadline, event.on, 'resumed') : round),
        paused: null,
        verifyDeadline: null,
        returns: round.returns + 1,
        lastReturn: event.reason,
      }
    case 'verified':
      return {
        ...round,
        paused: null,
        verifiedOn: event.on,
        outcome: event.outcome,
        informDeadline: event.informDeadline,
      }
    case 'contactAttempted':
      return { ...round, attempts: [...round.attempts, event.attempt] }
    case 'informed':
      return {
        ...round,
        informedOn: event.on,
        informedBy: event.way,
        answer: event.answer,
        reworkWindow: event.reworkWindow,
      }
    case 'rated':
      return { ...round, ratings: [...round.ratings, event.rating] }
    case 'reworkAsked': {
      const { on: askedOn, by, reason, evidence } = event
      const request = { askedOn, by, reason, evidence, judged: null, judgedOn: null, why: null }
      return { ...round, reworkRequest: request, reworkJudge: event.judgeDeadline }
    }
    case 'reworkGranted':
    case 'reworkRefused':
      return {
        ...round,
        reworkRequest: round.reworkRequest && {
          ...round.reworkRequest,
          judged: event.type === 'reworkGranted' ? 'granted' : 'refused',
          judgedOn: event.on,
          why: event.why,
        },
      }
    case 'concluded':
      return { ...round, extensions: lapsed(round) }
    case 'movedWithUnit': {
      const { fromUnitId, toUnitId } = event
      const heir = (id: string) => (id === fromUnitId ? toUnitId : id)
      const leadUnitId = round.leadUnitId === null ? null : heir(round.leadUnitId)
      const supporting = round.supporting
        .map((one) => ({ ...one, unitId: heir(one.unitId) }))
        .filter(
          (one, at, all) => one.unitId !== leadUnitId && all.findIndex((other) => other.unitId === one.unitId) === at,
        )
      return { ...round, leadUnitId, supporting }
    }
    case 'deadlineRecounted':
      return recounted(round, event)
    default:
      return round
  }
}

/** The round goes to a unit; from whom, when another had it before (the time between is nobody's). */
export function given(
  round: Round,
  units: NamedUnits,
  on: IsoDate,
  deadline: DeadlineRecord | null,
  because: HandOver['because'],
): Round {
  const before = round.leadUnitId ?? round.declines.at(-1)?.unitId
  const handOvers =
    before !== undefined && before !== units.leadUnitId
      ? [...round.handOvers, { from: before, to: units.leadUnitId, on, because }]
      : round.handOvers
  const kept = new Map(round.supporting.map((one) => [one.unitId, one]))
  return clock(
    {
      ...round,
      leadUnitId: units.leadUnitId,
      supporting: units.supporting.map(({ unitId, innerDueOn }) => {
        const known = kept.get(unitId)
        return known ? { ...known, innerDueOn } : { unitId, innerDueOn, givenOn: null, part: null }
      }),
      assignedOn: on,
      signedOn: null,
      handOvers,
    },
    deadline,
  )
}

function clock(round: Round, deadline: DeadlineRecord | null): Round {
  return { ...round, deadline, firstDueOn: round.firstDueOn ?? deadline?.dueOn ?? null }
}

/** The unit leaves the round: its clock is kept among the superseded ones. */
function leave(round: Round, on: IsoDate, because: SupersededReason): Round {
  const { deadline, leadUnitId } = round
  const superseded =
    deadline && leadUnitId !== null
      ? [...round.superseded, { deadline, unitId: leadUnitId, on, because }]
      : round.superseded
  return {
    ...round,
    superseded,
    deadline: null,
    signedOn: null,
    ...(because === 'declined' ? { leadUnitId: null } : {}),
  }
}

function replaced(round: Round, deadline: DeadlineRecord, on: IsoDate, because: SupersededReason): Round {
  if (round.deadline === null || round.leadUnitId === null) return clock(round, deadline)
  const superseded = [...round.superseded, { deadline: round.deadline, unitId: round.leadUnitId, on, because }]
  return clock({ ...round, superseded }, deadline)
}

function asked(extension: Pick<Extension, 'extensionId' | 'unitId' | 'askedOn' | 'by' | 'days' | 'reason'>): Extension {
  return { ...extension, status: 'pending', grantNo: null, grantedDays: 0, decidedBy: null, decidedOn: null }
}

function settled(round: Round, extensionId: string, change: Partial<Extension>): Extension[] {
  return round.extensions.map((one) => (one.extensionId === extensionId ? { ...one, ...change } : one))
}

/** What nobody has decided when the round moves on falls away. */
function lapsed(round: Round): Extension[] {
  return round.extensions.map((one) => (one.status === 'pending' ? { ...one, status: 'lapsed' } : one))
}

function recounted(round: Round, event: Extract<CaseEvent, { type: 'deadlineRecounted' }>): Round {
  switch (event.clock) {
    case 'handle':
      return replaced(round, event.deadline, event.on, 'recounted')
    case 'decide':
      return { ...round, decideDeadline: event.deadline }
    case 'verify':
      return { ...round, verifyDeadline: event.deadline }
    case 'inform':
      return { ...round, informDeadline: event.deadline }
    case 'reworkWindow':
      return { ...round, reworkWindow: event.deadline }
    case 'reworkJudge':
      return { ...round, reworkJudge: event.deadline }
    case 'triage':
    case 'supplement':
      return round
  }
}
