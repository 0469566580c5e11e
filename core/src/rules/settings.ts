import type { RuleSet, Setting } from './rule-set.ts'

export interface NamedSetting {
  /** Where it stands in the rule set, e.g. `complaint.handle`. */
  readonly path: string
  readonly setting: Setting<unknown>
}

/** Every setting of a rule set with its path, in the order of the schema: for the screen, the print and the diff. */
export function settingsOf(ruleSet: RuleSet): NamedSetting[] {
  const named: NamedSetting[] = []
  const visit = (node: unknown, path: string[]) => {
    if (typeof node !== 'object' || node === null) return
    if ('value' in node && 'source' in node) {
      named.push({ path: path.join('.'), setting: node as Setting<unknown> })
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
