import { addDays } from '../kernel/dates.ts'
import { ruleSet, type RuleSet } from './rule-set.ts'

/** Why a new version cannot be used. `path` names the field for the form; the sentence is in `labels.zh.ts`. */
export interface RuleSetProblem {
  readonly code: RuleSetProblemCode
  readonly path: string
  readonly facts?: Readonly<Record<string, string | number>>
}
export const ruleSetProblemCodes = [
  'rules.invalid-value',
  'rules.code-repeats',
  'rules.ladder-not-rising',
  'rules.lamps-crossed',
  'rules.answers-missing',
  'rules.attempts-too-few',
  'rules.other-series',
  'rules.id-in-use',
  'rules.valid-from-not-later',
  'rules.nothing-changed',
] as const
export type RuleSetProblemCode = (typeof ruleSetProblemCodes)[number]

export type RuleSetAnswer =
  | { readonly ok: true; readonly ruleSet: RuleSet }
  | { readonly ok: false; readonly problems: readonly RuleSetProblem[] }

/** Checks a rule set that came from outside: a form, a file, the database. Extra fields are dropped. */
export function readRuleSet(input: unknown): RuleSetAnswer {
  const parsed = ruleSet.safeParse(input)
  if (parsed.success) return { ok: true, ruleSet: frozen(parsed.data) }
  const problems = parsed.error.issues.map((issue) => ({
    code: problemCode('params' in issue ? issue.params?.problem : undefined),
    path: issue.path.map(String).join('.'),
  }))
  return { ok: false, problems }
}

/** A rule of the schema says its own code (`params.problem`); everything else is a missing or wrong value. */
function problemCode(told: unknown): RuleSetProblemCode {
  return ruleSetProblemCodes.find((code) => code === told) ?? 'rules.invalid-value'
}

/**
 * Adds the next version of a series: valid, later than every version before it, under an id of its own. The versions
 * before it stay as they are (rule D-19).
 */
export function nextRuleSet(versions: readonly VersionDates[], input: unknown): RuleSetAnswer {
  const read = readRuleSet(input)
  if (!read.ok) return read
  const next = read.ruleSet
  const problems: RuleSetProblem[] = []
  const newest = newestOf(versions)
  if (newest && newest.series !== next.series) problems.push({ code: 'rules.other-series', path: 'series' })
  if (versions.some((version) => version.id === next.id)) problems.push({ code: 'rules.id-in-use', path: 'id' })
  if (newest && next.validFrom <= newest.validFrom)
    problems.push({ code: 'rules.valid-from-not-later', path: 'validFrom', facts: { newest: newest.validFrom } })
  return problems.length > 0 ? { ok: false, problems } : read
}

/**
 * The version valid on a day: the newest that starts on or before it; of two that start on one day the one published
 * later, so `versions` come in the order of their publication. Undefined before the first.
 */
export function ruleSetOn<Version extends VersionDates>(
  versions: readonly Version[],
  day: string,
): Version | undefined {
  return newestOf(versions.filter((version) => version.validFrom <= day))
}

/** The version with an id, for what was decided under it. */
export function ruleSetById<Version extends VersionDates>(
  versions: readonly Version[],
  id: string,
): Version | undefined {
  return versions.find((version) => version.id === id)
}

/** The first day from a day on that a next version may begin on. */
export function firstDayOfNext(versions: readonly VersionDates[], today: string): string {
  const newest = newestOf(versions)
  return newest && newest.validFrom >= today ? addDays(newest.validFrom, 1) : today
}

/** The id of the next version: the series and a running number. */
export function nextVersionId(versions: readonly VersionDates[], series: string): string {
  return `${series}-${versions.length + 1}`
}

type VersionDates = Pick<RuleSet, 'id' | 'series' | 'validFrom'>

function newestOf<Version extends VersionDates>(versions: readonly Version[]): Version | undefined {
  return versions.reduce<Version | undefined>(
    (newest, version) => (newest === undefined || version.validFrom >= newest.validFrom ? version : newest),
    undefined,
  )
}

/** Makes a version unchangeable all the way down, so that a mistake is an exception and not a silent edit of history. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) frozen(inner)
  return Object.freeze(value)
}
