import { environments, type Environment } from '@yingshang/core/cases/case-words'
import { environmentNames } from '@yingshang/core/cases/labels.zh'
import { ChoiceField, choicesOf, codeChoices } from './form-fields.tsx'
import type { ShownCase } from './use-case.ts'

export interface GivenClassification {
  readonly category: string | null
  readonly head: string | null
  readonly environment: Environment | null
  readonly tier: string | null
}

export function classificationOf(found: ShownCase): GivenClassification {
  return {
    category: found.category?.code ?? null,
    head: found.head?.code ?? null,
    environment: found.environment,
    tier: found.tier?.code ?? null,
  }
}

interface ClassificationFieldsProps {
  readonly found: ShownCase
  readonly value: GivenClassification
  readonly onChange: (part: Partial<GivenClassification>) => void
}

/** The five groups, the eight heads, the environment, and the tier where the rules know tiers. */
export function ClassificationFields({ found, value, onChange }: ClassificationFieldsProps) {
  const { categories, heads, tiers } = found.lists
  return (
    <>
      <ChoiceField
        label="问题大类"
        optional
        value={value.category}
        choices={codeChoices(categories)}
        onChange={(category) => onChange({ category })}
      />
      <ChoiceField
        label="问题事项"
        optional
        value={value.head}
        choices={codeChoices(heads)}
        onChange={(head) => onChange({ head })}
      />
      <ChoiceField
        label="营商环境"
        optional
        value={value.environment}
        choices={choicesOf(environments, environmentNames)}
        onChange={(environment) => onChange({ environment })}
      />
      {tiers.length > 0 && (
        <ChoiceField
          label="办件级别"
          hint="级别决定办理期限"
          value={value.tier}
          choices={codeChoices(tiers)}
          onChange={(tier) => onChange({ tier })}
        />
      )}
    </>
  )
}
