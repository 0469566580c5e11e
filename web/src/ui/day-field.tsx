import { isIsoDate } from '@yingshang/core/kernel/dates'
import { dayText } from './day.ts'

interface DayFieldProps {
  readonly id?: string
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
  readonly min?: string
  readonly max?: string
  readonly label?: string
}

/** The browser's own day control (works by keyboard and on phones), with the day written out beside it. */
export function DayField({ id, value, onChange, min, max, label }: DayFieldProps) {
  return (
    <span className="row">
      <input
        className="day-input"
        type="date"
        id={id}
        aria-label={label}
        value={value ?? ''}
        min={min}
        max={max}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      />
      {value && isIsoDate(value) && <span className="quiet">{dayText(value)}</span>}
    </span>
  )
}
