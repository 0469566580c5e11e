import type { z } from 'zod'
import { totalWorkingDays } from '@yingshang/core/cases/clocks'
import type { caseLists, casePage } from '@yingshang/core/cases/contract'
import type { CaseRules } from '@yingshang/core/cases/case-rules'
import type { LiveCase } from '@yingshang/core/cases/case-state'
import { offeredOnCase } from '@yingshang/core/cases/offered'
import { formsOf } from '@yingshang/core/cases/printed-forms'
import { readsAllCases } from '@yingshang/core/cases/policy'
import { holds } from '@yingshang/core/kernel/actor'
import { unitRoles } from '@yingshang/core/kernel/own-unit'
import type { Queryable } from '../platform/database/pools.ts'
import { circumstancesOf, type CaseServices } from './circumstances.ts'
import { showClocks } from './clocks-view.ts'
import { namesOf } from './names.ts'
import { mergedIds, neededOf, showConclusion, showResult, showRound, type RoundShowing } from './shown-round.ts'
import { textsOf } from './texts.ts'
import { viewerOf, type Viewer } from './viewer.ts'

type Page = z.infer<typeof casePage.reply>

/**
 * One case as the office or a unit sees it. Nothing here differs by whether the submitter gave a name. Throws 404 for who may
 * not read it.
 */
export async function casePageOf(
  services: CaseServices,
  call: Parameters<typeof viewerOf>[1],
  caseId: string,
): Promise<Page> {
  const db = services.databases.app
  const circumstances = await circumstancesOf(services, call, caseId)
  const { state, loaded, rules } = circumstances
  const viewer = viewerOf(services, call)
  const seenAs = readsAllCases(call.actor) ? 'office' : 'unit'
  const needed = neededOf(state)
  const [names, texts, merged] = await Promise.all([
    namesOf(db, needed),
    textsOf(db, needed.texts),
    numbersOf(db, mergedIds(state)),
  ])
  const showing: RoundShowing = { names, texts, rules, seenAs }
  const { file } = state
  const office = seenAs === 'office'
  return {
    ...headOfCase(caseId, loaded.version, state, rules, texts.masked(file.masked).title),
    campaignId: file.facts.campaignId,
    vaultId: office ? file.facts.vaultId : null,
    text: texts.masked(file.masked).text,
    object: texts.masked(file.masked).object,
    files: [],
    firstContactUnit: file.facts.firstContactUnitId === null ? null : names.unit(file.facts.firstContactUnitId),
    acceptedOn: file.acceptedOn,
    supplements: file.supplements.map((one) => ({
      what: texts.wordsOf(one.what),
      askedOn: one.askedOn,
      dueOn: one.deadline.dueOn,
      receivedOn: one.receivedOn,
    })),
    rounds: file.rounds.map((round) => showRound(round, showing)),
    draft: state.kind === 'drafted' && seesDraft(viewer, state) ? showResult(state.draft, names, texts) : null,
    clocks: showClocks(state, viewer, names),
    totalWorkingDays: totalWorkingDays(file, viewer.businessDay, viewer.calendar),
    handOvers: file.rounds.reduce((sum, round) => sum + round.handOvers.length, 0),
    tellings: office ? file.tellings.map((one) => ({ ...one, by: names.person(one.by) })) : [],
    followUps: office
      ? file.followUps.map((one) => ({ ...one, by: names.person(one.by), words: texts.wordsOf(one.words) }))
      : [],
    urges: file.urges.map((one) => ({ unit: names.unit(one.unitId), on: one.on })),
    messages: office ? file.messages : null,
    withdrawalAskedOn: office ? file.withdrawalAskedOn : null,
    mergedCases: office ? file.mergedCaseIds.map((id) => ({ id, number: merged.get(id) ?? '' })) : [],
    conclusion: showConclusion(
      state,
      showing,
      state.kind === 'concluded' ? (merged.get(state.conclusion.intoCaseId ?? '') ?? null) : null,
    ),
    awaits: state.kind === 'accepted' ? state.awaits : null,
    seenAs,
    lists: listsOf(rules),
    forms: formsOf(state, seenAs),
    actions: offeredOnCase(state, circumstances),
  }
}

/** What a unit says to itself before it signs: its own people see it, nobody else. */
function seesDraft(viewer: Pick<Viewer, 'actor'>, state: LiveCase): boolean {
  const lead = state.file.rounds.at(-1)?.leadUnitId
  return lead != null && holds(viewer.actor, unitRoles, lead)
}

function headOfCase(id: string, version: number, state: LiveCase, rules: CaseRules, title: string) {
  const { facts, classification, prominent, rounds } = state.file
  const named = (list: readonly { code: string; name: string }[], code: string | null) =>
    code === null ? null : { code, name: list.find((one) => one.code === code)?.name ?? code }
  return {
    id,
    version,
    number: facts.number,
    kind: facts.kind,
    source: facts.source,
    status: state.kind,
    title,
    receivedOn: facts.receivedOn,
    submitterKind: facts.submitterKind,
    category: named(rules.categories, classification.category),
    head: named(rules.heads, classification.head),
    environment: classification.environment,
    tier: named(rules.tiers, classification.tier),
    prominent,
    round: rounds.length,
  }
}

/** The lists of the rules, for forms: what a case is sorted, refused and rated by. */
export function listsOf(rules: CaseRules): z.infer<typeof caseLists> {
  const plain = (list: readonly { code: string; name: string }[]) => list.map(({ code, name }) => ({ code, name }))
  return {
    ruleVersion: rules.version,
    categories: plain(rules.categories),
    heads: plain(rules.heads),
    tiers: rules.tiers.map(({ code, name, period }) => ({ code, name, ...period })),
    refuseGrounds: plain(rules.refuseGrounds),
    satisfactionOptions: rules.satisfactionOptions.map(({ code, name, meaning }) => ({ code, name, meaning })),
    concludingKinds: [...rules.concludingKinds],
    dissatisfactionReasons: rules.dissatisfactionReasons.map(({ code, name, leadsTo }) => ({ code, name, leadsTo })),
    extension: {
      grants: rules.extension.grants,
      capDays: rules.extension.cap.days,
      unit: rules.extension.cap.unit,
      inRework: rules.extension.inRework,
    },
    needsNewEvidence: rules.rework.needsNewEvidence,
  }
}

async function numbersOf(db: Queryable, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const found = await db.query<{ id: string; number: string }>({
    name: 'cases:numbers',
    text: 'select id, number from app.case where id = any($1::uuid[])',
    values: [[...ids]],
  })
  return new Map(found.rows.map((row) => [row.id, row.number]))
}
