import { ruleSet as ruleSetSchema, type RuleSet } from './rule-set.ts'
import type { Setting } from './setting.ts'

/** The paths of all settings of type `Part`: a setting is an object with `value` and `source`, a group holds settings. */
type PathsOf<Part> = {
  [Key in keyof Part & string]: Part[Key] extends Setting<unknown>
    ? Key
    : Part[Key] extends object
      ? `${Key}.${PathsOf<Part[Key]>}`
      : never
}[keyof Part & string]

/** Where a setting stands in the rule set, e.g. `complaint.handle`. A new setting without a label does not compile. */
export type SettingPath = PathsOf<RuleSet>

export interface NamedSetting {
  readonly path: SettingPath
  readonly setting: Setting<unknown>
}

/** Every setting of a rule set with its path, in the order of the schema: for the screen, the print and the diff. */
export function settingsOf(ruleSet: RuleSet): NamedSetting[] {
  const named: NamedSetting[] = []
  const visit = (node: unknown, path: string[]) => {
    if (typeof node !== 'object' || node === null) return
    if ('value' in node && 'source' in node) {
      named.push({ path: path.join('.') as SettingPath, setting: node as Setting<unknown> })
      return
    }
    for (const [key, inner] of Object.entries(node)) visit(inner, [...path, key])
  }
  visit(ruleSet, [])
  return named
}

/** The settings the office chose itself because the notice is silent: 本办自定. */
export function selfSetSettings(ruleSet: RuleSet): NamedSetting[] {
  return settingsOf(ruleSet).filter(({ setting }) => setting.source.kind === 'selfSet')
}

/** The settings whose value or source two versions see differently, for the preview of the next version. */
export function changedSettings(
  before: RuleSet,
  after: RuleSet,
): { path: SettingPath; before: Setting<unknown>; after: Setting<unknown> }[] {
  const earlier = new Map(settingsOf(before).map(({ path, setting }) => [path, setting]))
  return settingsOf(after).flatMap(({ path, setting }) => {
    const was = earlier.get(path)
    // Both come out of the same schema, which writes fields in one order.
    return was === undefined || JSON.stringify(was) === JSON.stringify(setting)
      ? []
      : [{ path, before: was, after: setting }]
  })
}

/** Every path, in the order of the schema. */
export const settingPaths: readonly SettingPath[] = pathsIn(ruleSetSchema, []) as SettingPath[]

function pathsIn(schema: unknown, path: readonly string[]): string[] {
  const shape = (schema as { shape?: Record<string, unknown> }).shape
  if (!shape) return []
  if ('value' in shape && 'source' in shape) return [path.join('.')]
  return Object.entries(shape).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))
}
