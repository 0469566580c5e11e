import { periodUnits, type PeriodUnit } from '@yingshang/core/kernel/deadline-rule'
import type { Period } from '@yingshang/core/rules/setting'
import Checkbox from 'antd/es/checkbox'
import Input from 'antd/es/input'
import Select from 'antd/es/select'

/** What an editor of one setting gets; `label` names its controls for readers of the screen. */
export interface EditorProps<Value> {
  readonly label: string
  readonly value: Value
  readonly onChange: (value: Value) => void
}

const unitNames: Record<PeriodUnit, string> = {
  working: '个工作日',
  calendar: '日（自然日）',
  month: '个月',
  year: '年',
}

export function PeriodControl({ label, value, onChange }: EditorProps<Period>) {
  return (
    <span className="row">
      <CountControl label={`${label}：多少`} value={value.days} onChange={(days) => onChange({ ...value, days })} />
      <PickControl
        label={`${label}：单位`}
        words={unitNames}
        value={value.unit}
        onChange={(unit) => onChange({ ...value, unit })}
        keys={periodUnits}
      />
    </span>
  )
}

interface CountProps extends EditorProps<number> {
  /** What is counted, after the box. */
  readonly unit?: string
  readonly least?: number
}

/** A whole number. An emptied box is no number: the preview says that it is missing. */
export function CountControl({ label, value, onChange, unit, least = 0 }: CountProps) {
  return (
    <span className="row">
      <Input
        type="number"
        className="rule-days"
        inputMode="numeric"
        min={least}
        step={1}
        aria-label={label}
        value={Number.isFinite(value) ? value : ''}
        onChange={(event) => onChange(event.target.value === '' ? Number.NaN : Number(event.target.value))}
      />
      {unit}
    </span>
  )
}

interface PickProps<Choice extends string> extends EditorProps<Choice> {
  readonly words: Readonly<Record<Choice, string>>
  readonly keys?: readonly Choice[]
}

export function PickControl<Choice extends string>({ label, value, onChange, words, keys }: PickProps<Choice>) {
  const choices = keys ?? (Object.keys(words) as Choice[])
  return (
    <Select
      aria-label={label}
      value={value}
      onChange={onChange}
      style={{ minWidth: '9rem' }}
      popupMatchSelectWidth={false}
      options={choices.map((one) => ({ value: one, label: words[one] }))}
    />
  )
}

interface FlagProps extends EditorProps<boolean> {
  readonly yes: string
  readonly no: string
}

export function FlagControl({ label, value, onChange, yes, no }: FlagProps) {
  return (
    <PickControl
      label={label}
      words={{ yes, no }}
      value={value ? 'yes' : 'no'}
      onChange={(picked) => onChange(picked === 'yes')}
    />
  )
}

interface ManyProps<Choice extends string> extends EditorProps<readonly Choice[]> {
  readonly words: Readonly<Record<Choice, string>>
}

/** Several of a fixed list, kept in the order of the list. */
export function ManyControl<Choice extends string>({ label, value, onChange, words }: ManyProps<Choice>) {
  const all = Object.keys(words) as Choice[]
  return (
    <Checkbox.Group
      aria-label={label}
      value={[...value]}
      onChange={(picked) => onChange(all.filter((one) => picked.includes(one)))}
      options={all.map((one) => ({ value: one, label: words[one] }))}
    />
  )
}

export function TimeControl({ label, value, onChange }: EditorProps<string>) {
  return (
    <Input
      type="time"
      style={{ width: '8rem' }}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
