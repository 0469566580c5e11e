import type { IsoDate } from '../kernel/dates.ts'
import type { DeadlineRecord } from '../kernel/deadline.ts'
import type { CaseContext } from './case-commands.ts'
import { caseActionsNow } from './case-actions.ts'
import { currentRound, type CaseFile, type LiveCase } from './case-state.ts'
import type { ConclusionKind, Outcome, Satisfaction } from './case-words.ts'
import { whyNoRework } from './reworking.ts'
import { ratingOf, type KeptText, type Round } from './round.ts'

/** What happened, as the submitter is told it. `texts` are ids of words to be fetched and shown. */
export type Step =
  | { readonly kind: 'received'; readonly on: IsoDate }
  | { readonly kind: 'supplementAsked'; readonly on: IsoDate; readonly until: IsoDate; readonly what: KeptText }
  | { readonly kind: 'supplementReceived'; readonly on: IsoDate }
  | { readonly kind: 'accepted'; readonly on: IsoDate }
  | { readonly kind: 'assigned'; readonly on: IsoDate; readonly round: number; readonly unitId: string | null }
  | { readonly kind: 'extended'; readonly on: IsoDate; readonly dueOn: IsoDate }
  | { readonly kind: 'statutory'; readonly on: IsoDate; readonly statute: string; readonly article: string }
  | { readonly kind: 'verified'; readonly on: IsoDate }
  | {
      readonly kind: 'informed'
      readonly on: IsoDate
      readonly outcome: Outcome | null
      readonly answer: KeptText | null
    }
  | { readonly kind: 'rated'; readonly on: IsoDate; readonly satisfaction: Satisfaction }
  | { readonly kind: 'reworkAsked'; readonly on: IsoDate }
  | { readonly kind: 'reworkRefused'; readonly on: IsoDate; readonly why: KeptText | null }
  | { readonly kind: 'followedUp'; readonly on: IsoDate }
  | {
      readonly kind: 'concluded'
      readonly on: IsoDate
      readonly conclusion: ConclusionKind
      readonly ground: string | null
      readonly transferredTo: string | null
      readonly words: KeptText | null
    }

/** What is awaited next, and until when, with the deadline that explains the day. */
export interface Awaited {
  readonly what:
    | 'triage'
    | 'supplement'
    | 'assignment'
    | 'result'
    | 'verification'
    | 'informing'
    | 'answer'
    | 'judgement'
  readonly deadline: DeadlineRecord | null
}

export type SubmitterAct = 'giveSupplement' | 'rate' | 'askRework' | 'askWithdrawal' | 'addMessage'

export interface SubmitterView {
  /** Oldest first. */
  readonly steps: readonly Step[]
  readonly awaited: Awaited | null
  readonly may: readonly SubmitterAct[]
  readonly round: number
}

/**
 * The case as its submitter sees it: what happened, what comes next, what they can do. Built from the state alone; nothing
 * here depends on whether a name was given.
 */
export function submitterView(state: LiveCase, context: Pick<CaseContext, 'rules' | 'businessDay'>): SubmitterView {
  return {
    steps: stepsOf(state),
    awaited: awaitedOf(state),
    may: actsOf(state, context),
    round: currentRound(state.file)?.no ?? 0,
  }
}

function stepsOf(state: LiveCase): Step[] {
  const { file } = state
  const steps: Step[] = [{ kind: 'received', on: file.facts.receivedOn }]
  for (const { askedOn, deadline, what, receivedOn } of file.supplements) {
    steps.push({ kind: 'supplementAsked', on: askedOn, until: deadline.dueOn, what })
    if (receivedOn) steps.push({ kind: 'supplementReceived', on: receivedOn })
  }
  if (file.acceptedOn) steps.push({ kind: 'accepted', on: file.acceptedOn })
  for (const round of file.rounds) steps.push(...stepsOfRound(round))
  if (state.kind === 'concluded') {
    const { on, kind: conclusion, ground, transferredTo, words } = state.conclusion
    steps.push({ kind: 'concluded', on, conclusion, ground, transferredTo, words })
  }
  for (const { on } of file.followUps) steps.push({ kind: 'followedUp', on })
  return steps
}

function stepsOfRound(round: Round): Step[] {
  const steps: Step[] = []
  if (round.assignedOn)
    steps.push({ kind: 'assigned', on: round.assignedOn, round: round.no, unitId: round.leadUnitId })
  const granted = round.extensions.filter((one) => one.status === 'granted')
  for (const one of granted)
    if (one.decidedOn && round.deadline)
      steps.push({ kind: 'extended', on: one.decidedOn, dueOn: round.deadline.dueOn })
  if (round.statutory) {
    const { on, statute, article } = round.statutory
    steps.push({ kind: 'statutory', on, statute, article })
  }
  if (round.verifiedOn) steps.push({ kind: 'verified', on: round.verifiedOn })
  if (round.informedOn)
    steps.push({ kind: 'informed', on: round.informedOn, outcome: round.outcome, answer: round.answer })
  for (const { on, satisfaction } of round.ratings) steps.push({ kind: 'rated', on, satisfaction })
  const asked = round.reworkRequest
  if (asked) steps.push({ kind: 'reworkAsked', on: asked.askedOn })
  if (asked?.judged === 'refused' && asked.judgedOn)
    steps.push({ kind: 'reworkRefused', on: asked.judgedOn, why: asked.why })
  return steps
}

function awaitedOf(state: LiveCase): Awaited | null {
  const round = currentRound(state.file)
  switch (state.kind) {
    case 'registered':
      return { what: 'triage', deadline: state.file.triage }
    case 'supplementAsked':
      return { what: 'supplement', deadline: state.file.supplements.at(-1)?.deadline ?? null }
    case 'accepted':
      return { what: 'assignment', deadline: null }
    case 'assigned':
    case 'signed':
    case 'drafted':
      return { what: 'result', deadline: round?.deadline ?? null }
    case 'resultReported':
      return { what: 'verification', deadline: round?.verifyDeadline ?? null }
    case 'verified':
      return { what: 'informing', deadline: round?.informDeadline ?? null }
    case 'informed':
      return { what: 'answer', deadline: round?.reworkWindow ?? null }
    case 'reworkAsked':
      return { what: 'judgement', deadline: round?.reworkJudge ?? null }
    case 'concluded':
      return null
  }
}

function actsOf(state: LiveCase, context: Pick<CaseContext, 'rules' | 'businessDay'>): SubmitterAct[] {
  const now = caseActionsNow[state.kind]
  const round = currentRound(state.file)
  const acts: SubmitterAct[] = []
  if (now.includes('receiveSupplement')) acts.push('giveSupplement')
  if (now.includes('rate') && round?.informedOn && mayRate(state, round)) acts.push('rate')
  if (now.includes('askRework') && round && whyNoRework(round, context) === null) acts.push('askRework')
  if (now.includes('addMessage')) acts.push('addMessage')
  if (now.includes('askWithdrawal') && mayWithdraw(state.file)) acts.push('askWithdrawal')
  return acts
}

function mayRate(state: LiveCase, round: Round): boolean {
  const known = ratingOf(round)
  return state.kind === 'concluded' ? known === null || known === 'noAnswer' : true
}

function mayWithdraw(file: CaseFile): boolean {
  return file.withdrawalAskedOn === null
}
