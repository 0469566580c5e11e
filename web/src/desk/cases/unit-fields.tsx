import Button from 'antd/es/button'
import { DayField } from '../../ui/day-field.tsx'
import { Field } from '../../ui/field.tsx'
import { UnitChoice } from '../units/unit-choice.tsx'

interface Supporting {
  readonly unitId: string | null
  readonly innerDueOn: string | null
}

export interface GivenUnits {
  readonly leadUnitId: string | null
  readonly supporting: readonly Supporting[]
}

export const noUnits: GivenUnits = { leadUnitId: null, supporting: [] }

export function unitsGiven(units: GivenUnits): boolean {
  return units.leadUnitId !== null && units.supporting.every((one) => one.unitId !== null)
}

/** As the contract takes it; only when `unitsGiven`. */
export function unitsBody({ leadUnitId, supporting }: GivenUnits) {
  return {
    leadUnitId: leadUnitId!,
    supporting: supporting.map((one) => ({ unitId: one.unitId!, innerDueOn: one.innerDueOn })),
  }
}

interface UnitFieldsProps {
  readonly value: GivenUnits
  readonly onChange: (value: GivenUnits) => void
  readonly wrong?: string | undefined
}

/** The unit that answers for it, and those that help with an inner day before its own. */
export function UnitFields({ value, onChange, wrong }: UnitFieldsProps) {
  const change = (place: number, part: Partial<Supporting>) =>
    onChange({ ...value, supporting: value.supporting.map((one, at) => (at === place ? { ...one, ...part } : one)) })
  return (
    <>
      <Field label="承办（牵头）单位" wrong={wrong}>
        {(ids) => (
          <UnitChoice
            id={ids.id}
            label="承办（牵头）单位"
            value={value.leadUnitId ?? undefined}
            onChange={(unitId) => onChange({ ...value, leadUnitId: unitId ?? null })}
          />
        )}
      </Field>
      {value.supporting.map((one, place) => (
        <div className="row" key={place} role="group" aria-label={`配合单位 ${place + 1}`}>
          <UnitChoice
            label={`配合单位 ${place + 1}`}
            placeholder="配合单位"
            value={one.unitId ?? undefined}
            onChange={(unitId) => change(place, { unitId: unitId ?? null })}
          />
          <DayField
            label={`配合单位 ${place + 1} 的内部期限`}
            value={one.innerDueOn ?? undefined}
            onChange={(day) => change(place, { innerDueOn: day ?? null })}
          />
          <Button
            size="small"
            onClick={() => onChange({ ...value, supporting: value.supporting.filter((_one, at) => at !== place) })}
          >
            去掉
          </Button>
        </div>
      ))}
      <div>
        <Button
          size="small"
          disabled={value.supporting.length >= 20}
          onClick={() => onChange({ ...value, supporting: [...value.supporting, { unitId: null, innerDueOn: null }] })}
        >
          增加配合单位
        </Button>
      </div>
    </>
  )
}
