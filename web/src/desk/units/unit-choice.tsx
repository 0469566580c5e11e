import Select from 'antd/es/select'
import { useUnits } from './use-units.ts'

interface UnitChoiceProps {
  readonly id?: string
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (unitId: string | undefined) => void
  /** Shown first, for instance what the program supposes. */
  readonly first?: readonly string[]
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly width?: string
}

/** One unit of the division, found by typing a part of its name. */
export function UnitChoice({ id, label, value, onChange, first = [], placeholder, disabled, width }: UnitChoiceProps) {
  const { choices, query } = useUnits()
  const order = (unitId: string) => (first.includes(unitId) ? first.indexOf(unitId) : first.length)
  return (
    <Select
      id={id}
      aria-label={label}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      loading={query.isPending}
      disabled={disabled ?? false}
      placeholder={placeholder ?? '选单位'}
      style={{ width: width ?? '15rem', maxWidth: '100%' }}
      value={value}
      onChange={(next: string | undefined) => onChange(next)}
      options={[...choices].sort((a, b) => order(a.value) - order(b.value))}
    />
  )
}

interface UnitsChoiceProps {
  readonly label: string
  readonly value: readonly string[]
  readonly onChange: (unitIds: string[]) => void
  readonly disabled?: boolean
}

/** Several units. */
export function UnitsChoice({ label, value, onChange, disabled }: UnitsChoiceProps) {
  const { choices, query } = useUnits()
  return (
    <Select
      aria-label={label}
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      loading={query.isPending}
      disabled={disabled ?? false}
      placeholder="选一个或几个单位"
      maxTagCount={8}
      style={{ width: '100%', maxWidth: '44rem' }}
      value={[...value]}
      onChange={onChange}
      options={[...choices]}
    />
  )
}
