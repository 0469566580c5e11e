import { caseRulesOf } from '@yingshang/core/cases/rules-of-cases'
import type { CaseContext, UnitPlace } from '@yingshang/core/cases/case-commands'
import type { CaseRules } from '@yingshang/core/cases/case-rules'
import type { Case, CaseFile, LiveCase } from '@yingshang/core/cases/case-state'
import { mayReadCase } from '@yingshang/core/cases/policy'
import { holds, type Actor } from '@yingshang/core/kernel/actor'
import { dayInChina, startOfDayInChina } from '@yingshang/core/kernel/dates'
import type { RuleSet } from '@yingshang/core/rules/rule-set'
import { independentKinds, type UnitKind } from '@yingshang/core/units/unit'
import type { Services } from '../platform/capability.ts'
import type { Queryable } from '../platform/database/pools.ts'
import { notFound } from '../platform/http/failure.ts'
import type { Occasion } from '../platform/ledger/decide.ts'
import { load } from '../platform/ledger/load.ts'
import type { Loaded } from '../platform/ledger/table.ts'
import { ruleSetOfId } from '../rules/for-others.ts'
import { caseTable } from './tables.ts'

export type CaseServices = Pick<Services, 'databases' | 'calendars' | 'installation'>

/** What a decision about a case needs beside its own state, all read at the moment of the decision. */
export interface Circumstances extends CaseContext {
  readonly loaded: Loaded<Case>
  readonly state: LiveCase
}

/** Loads a case for a decision. Throws 404 also for who may not read it: that it exists is nobody else's business. */
export async function circumstancesOf(
  services: CaseServices,
  occasion: Pick<Occasion, 'actor' | 'businessDay' | 'now'>,
  caseId: string,
  named: readonly string[] = [],
): Promise<Circumstances> {
  const db = services.databases.app
  const loaded = await load(db, caseTable, caseId)
  if (!loaded || loaded.state.kind === 'none') throw notFound('case')
  const { state } = loaded
  const rules = await caseRules(db, state.file)
  if (!maySee(occasion.actor, state, rules)) throw notFound('case')
  const units = await unitPlaces(db, [...unitsOfFile(state.file), ...named])
  return { ...contextOf(services, occasion, state.file, rules, units), loaded, state }
}

/** The context of a decision about a case whose file, rules and units are at hand. */
export function contextOf(
  services: CaseServices,
  occasion: Pick<Occasion, 'actor' | 'businessDay' | 'now'>,
  file: Pick<CaseFile, 'facts'>,
  rules: CaseRules,
  units: ReadonlyMap<string, UnitPlace>,
): CaseContext {
  const at = timeInChina(occasion)
  return {
    actor: occasion.actor,
    businessDay: occasion.businessDay,
    ...(at === undefined ? {} : { at }),
    rules,
    calendar: services.calendars.current(file.facts.division),
    units,
  }
}

/** `HH:MM` of the moment; undefined while a trial stands on another day than the clock. */
export function timeInChina({ businessDay, now }: Pick<Occasion, 'businessDay' | 'now'>): string | undefined {
  const today = dayInChina(now)
  if (today !== businessDay) return undefined
  const minutes = Math.floor((now - startOfDayInChina(today)) / 60_000)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** Reads the masked text: the office, units with part in it, and the leader whom the rules let decide on more time. */
export function maySee(actor: Actor, state: LiveCase, rules: Pick<CaseRules, 'extension'>): boolean {
  if (actor.kind === 'system' || mayReadCase(actor, state.file)) return true
  const asked = state.file.rounds.at(-1)?.extensions.some((one) => one.status === 'pending')
  return asked === true && rules.extension.approver === 'leader' && holds(actor, 'leader')
}

const read = new WeakMap<RuleSet, CaseRules>()

/** The rules a case was registered under. */
export async function caseRules(db: Queryable, file: Pick<CaseFile, 'facts'>): Promise<CaseRules> {
  const ruleSet = await ruleSetOfId(db, file.facts.ruleVersion)
  if (!ruleSet) throw new Error(`the rule set ${file.facts.ruleVersion} of a case is not kept here`)
  return rulesOf(ruleSet)
}

/** A version never changes: it is read once. */
export function rulesOf(ruleSet: RuleSet): CaseRules {
  let rules = read.get(ruleSet)
  if (!rules) read.set(ruleSet, (rules = caseRulesOf(ruleSet)))
  return rules
}

/** Every unit that has to do with the current round. */
export function unitsOfFile(file: CaseFile): string[] {
  const round = file.rounds.at(-1)
  const { firstContactUnitId } = file.facts
  return [
    ...(firstContactUnitId === null ? [] : [firstContactUnitId]),
    ...(round?.leadUnitId ? [round.leadUnitId] : []),
    ...(round?.supporting.map((one) => one.unitId) ?? []),
    ...(round?.declines.map((one) => one.unitId) ?? []),
  ]
}

/** Where units stand; those that are merged or closed are left out. */
export async function unitPlaces(db: Queryable, ids: readonly string[]): Promise<Map<string, UnitPlace>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const found = await db.query<{ id: string; path: string; kind: UnitKind }>({
    name: 'cases:unit-places',
    text: 'select id, path, kind from app.unit where id = any($1::uuid[]) and active',
    values: [wanted],
  })
  return new Map(found.rows.map(({ id, path, kind }) => [id, { path, independent: independentKinds.includes(kind) }]))
}
