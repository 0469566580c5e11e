import { canonical } from '../kernel/canonical.ts'
import { nextRuleSet, nextVersionId, type RuleSetAnswer, type RuleSetProblem } from './rule-set-version.ts'
import type { RuleSet } from './rule-set.ts'
import { settingsOf, type SettingPath } from './settings.ts'
import type { Setting, SettingSource } from './setting.ts'

/** One setting of the next version that is to differ from the newest. */
export interface SettingEdit {
  readonly path: SettingPath
  readonly value: unknown
  /** The law or higher rule that sets the value; without one the office sets it itself. */
  readonly document?: string | undefined
}

export interface Proposal {
  readonly validFrom: string
  readonly edits: readonly SettingEdit[]
}

/**
 * The next version as proposed: the newest with the edits (rule D-31). A clause of the notice is the source only of what it says: a
 * value that some version took from the notice takes its clause back with it, every other new value is 本办自定 or stands on
 * the document that is named. All versions of the series, in the order of publication.
 */
export function proposedRuleSet(versions: readonly RuleSet[], proposal: Proposal): RuleSetAnswer {
  const newest = versions.at(-1)
  if (!newest) throw new RangeError('a proposal changes a version that is there')
  const id = nextVersionId(versions, newest.series)
  const next = withEdits({ ...newest, id, validFrom: proposal.validFrom }, proposal.edits, versions)
  const answer = nextRuleSet(versions, next)
  if (answer.ok && unchanged(newest, answer.ruleSet))
    return { ok: false, problems: [{ code: 'rules.nothing-changed', path: '' }] satisfies RuleSetProblem[] }
  return answer
}

/** A rule set with other settings, not yet checked: see `readRuleSet`. `versions` are asked for what a clause said. */
export function withEdits(
  ruleSet: RuleSet,
  edits: readonly SettingEdit[],
  versions: readonly RuleSet[] = [ruleSet],
): unknown {
  const byPath = new Map(edits.map((edit) => [edit.path, edit]))
  return replaceSettings(ruleSet, (path, now) => {
    const edit = byPath.get(path)
    if (!edit || (edit.document === undefined && same(edit.value, now.value))) return now
    return { value: edit.value, source: sourceOf(edit, versions) }
  })
}

function sourceOf(edit: SettingEdit, versions: readonly RuleSet[]): SettingSource {
  if (edit.document !== undefined) return { kind: 'document', document: edit.document }
  const printed = versions
    .map((version) => settingsOf(version).find(({ path }) => path === edit.path)!.setting)
    .find(({ value, source }) => source.kind === 'clause' && same(value, edit.value))
  return printed?.source ?? { kind: 'selfSet' }
}

function unchanged(before: RuleSet, after: RuleSet): boolean {
  return canonical(settingsOf(before)) === canonical(settingsOf(after))
}

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

/** A copy in which every setting is what `change` makes of it. */
function replaceSettings(
  ruleSet: RuleSet,
  change: (path: SettingPath, now: Setting<unknown>) => Setting<unknown>,
): unknown {
  const visit = (node: unknown, path: string[]): unknown => {
    if (typeof node !== 'object' || node === null) return node
    if ('value' in node && 'source' in node) return change(path.join('.') as SettingPath, node as Setting<unknown>)
    return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, visit(inner, [...path, key])]))
  }
  return visit(ruleSet, [])
}
