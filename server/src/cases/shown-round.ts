import type { z } from 'zod'
import type { CaseRules } from '@yingshang/core/cases/case-rules'
import type { LiveCase } from '@yingshang/core/cases/case-state'
import type { ShownRound, shownConclusion, shownResult } from '@yingshang/core/cases/contract-parts'
import { firstAnswerLate, type Result, type Round } from '@yingshang/core/cases/round'
import type { Names } from './names.ts'
import type { FoundTexts } from './texts.ts'

/** Ids of words, people, units and files that showing a case needs. */
export function neededOf(state: LiveCase): {
  readonly texts: (string | undefined)[]
  readonly units: (string | null)[]
  readonly persons: (string | null)[]
  readonly files: string[]
} {
  const { file } = state
  const needed = {
    texts: [file.masked.textId] as (string | undefined)[],
    units: [file.facts.firstContactUnitId, ...file.urges.map((one) => one.unitId)] as (string | null)[],
    persons: [...file.tellings, ...file.followUps].map((one) => one.by) as (string | null)[],
    files: [] as string[],
  }
  needed.texts.push(
    ...file.supplements.map((one) => one.what.textId),
    ...file.followUps.map((one) => one.words?.textId),
  )
  if (state.kind === 'drafted') {
    needed.texts.push(state.draft.text.textId)
    needed.files.push(...state.draft.fileIds)
  }
  if (state.kind === 'concluded') needed.texts.push(state.conclusion.words?.textId)
  for (const round of file.rounds) {
    needed.texts.push(
      round.result?.text.textId,
      round.answer?.textId,
      ...round.declines.map((one) => one.reason.textId),
      ...round.extensions.map((one) => one.reason.textId),
      ...round.supporting.map((one) => one.part?.text.textId),
      ...round.ratings.map((one) => one.words?.textId),
      round.reworkRequest?.reason.textId,
      round.reworkRequest?.why?.textId,
    )
    needed.units.push(
      round.leadUnitId,
      ...round.supporting.map((one) => one.unitId),
      ...round.declines.map((one) => one.unitId),
      ...round.handOvers.flatMap((one) => [one.from, one.to]),
      ...round.extensions.map((one) => one.unitId),
      ...round.superseded.map((one) => one.unitId),
    )
    needed.persons.push(...round.attempts.map((one) => one.by), ...round.extensions.map((one) => one.decidedBy))
    needed.files.push(
      ...(round.result?.fileIds ?? []),
      ...round.supporting.flatMap((one) => [...(one.part?.fileIds ?? [])]),
    )
  }
  return needed
}

/** What the submitter said and how it was told is the office's: a unit sees the words of its own work only. */
export interface RoundShowing {
  readonly names: Names
  readonly texts: FoundTexts
  readonly rules: CaseRules
  readonly seenAs: 'office' | 'unit'
}

export function showRound(round: Round, showing: RoundShowing): ShownRound {
  const { names, texts, rules, seenAs } = showing
  const unit = (id: string) => names.unit(id)
  const office = seenAs === 'office'
  const named = (list: readonly { code: string; name: string }[], code: string) => ({
    code,
    name: list.find((one) => one.code === code)?.name ?? code,
  })
  return {
    no: round.no,
    openedOn: round.openedOn,
    leadUnit: round.leadUnitId === null ? null : unit(round.leadUnitId),
    assignedOn: round.assignedOn,
    signedOn: round.signedOn,
    supporting: round.supporting.map((one) => ({
      unit: unit(one.unitId),
      innerDueOn: one.innerDueOn,
      givenOn: one.givenOn,
      text: texts.wordsOf(one.part?.text),
      files: names.files(one.part?.fileIds ?? []),
    })),
    dueOn: round.deadline?.dueOn ?? null,
    firstDueOn: round.firstDueOn,
    declines: round.declines.map((one) => ({
      unit: unit(one.unitId),
      on: one.on,
      reason: texts.wordsOf(one.reason),
      outcome: one.outcome,
    })),
    binding: round.binding,
    handOvers: round.handOvers.map((one) => ({ ...one, from: unit(one.from), to: unit(one.to) })),
    extensions: round.extensions.map((one) => ({
      id: one.extensionId,
      unit: unit(one.unitId),
      askedOn: one.askedOn,
      days: one.days,
      reason: texts.wordsOf(one.reason),
      status: one.status,
      grantedDays: one.grantedDays,
      decidedBy: one.decidedBy === null ? null : names.person(one.decidedBy),
      decidedOn: one.decidedOn,
    })),
    statutory: round.statutory && {
      kind: round.statutory.kind,
      statute: round.statutory.statute,
      article: round.statutory.article,
      on: round.statutory.on,
    },
    firstResultOn: round.firstResultOn,
    firstAnswerDueOn: round.firstAnswerDueOn,
    firstAnswerLate: firstAnswerLate(round),
    lastResultOn: round.lastResultOn,
    returns: round.returns,
    result: round.result && showResult(round.result, names, texts),
    verifiedOn: round.verifiedOn,
    outcome: round.outcome,
    attempts: office ? round.attempts.map((one) => ({ ...one, by: names.person(one.by) })) : [],
    informedOn: round.informedOn,
    informedBy: office ? round.informedBy : null,
    answer: texts.wordsOf(round.answer),
    ratings: round.ratings.map((one) => ({
      on: one.on,
      satisfaction: one.satisfaction,
      option: one.option === null ? null : named(rules.satisfactionOptions, one.option),
      reasons: one.reasons.map((code) => named(rules.dissatisfactionReasons, code)),
      words: office ? texts.wordsOf(one.words) : '',
      by: one.by,
    })),
    reworkRequest: round.reworkRequest && {
      askedOn: round.reworkRequest.askedOn,
      by: round.reworkRequest.by,
      reason: office ? texts.wordsOf(round.reworkRequest.reason) : '',
      evidence: round.reworkRequest.evidence,
      judged: round.reworkRequest.judged,
      judgedOn: round.reworkRequest.judgedOn,
      why: texts.wordsOf(round.reworkRequest.why),
    },
    reworkUntil: round.reworkWindow?.dueOn ?? null,
  }
}

export function showResult(result: Result, names: Names, texts: FoundTexts): z.infer<typeof shownResult> {
  const { outcome, without } = result
  return { text: texts.wordsOf(result.text), files: names.files(result.fileIds), outcome, without }
}

/** `intoNumber`: the number of the case it was merged into. */
export function showConclusion(
  state: LiveCase,
  { texts, rules, seenAs }: RoundShowing,
  intoNumber: string | null,
): z.infer<typeof shownConclusion> | null {
  if (state.kind !== 'concluded') return null
  const { kind, on, ground, intoCaseId, transferredTo, words } = state.conclusion
  return {
    kind,
    on,
    ground:
      ground === null
        ? null
        : (rules.refuseGrounds.find((one) => one.code === ground) ?? { code: ground, name: ground }),
    into: intoCaseId === null ? null : { id: intoCaseId, number: intoNumber ?? '' },
    transferredTo,
    words: seenAs === 'office' ? texts.wordsOf(words) : '',
  }
}

/** Cases that this one was merged with, on either side. */
export function mergedIds(state: LiveCase): string[] {
  const into = state.kind === 'concluded' ? state.conclusion.intoCaseId : null
  return [...state.file.mergedCaseIds, ...(into === null ? [] : [into])]
}
