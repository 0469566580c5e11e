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

/**
 * The browser's own day control (works by keyboard and on phones). Browsers write days in the order of their own
 * language; until one types, the day stands over it as everywhere else on the desk.
 */
export function DayField({ id, value, onChange, min, max, label }: DayFieldProps) {
  return (
    <span className="day-field">
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
      <span className={value ? 'day-shown' : 'day-shown quiet'} aria-hidden="true">
        {value && isIsoDate(value) ? dayText(value) : '选择日期'}
      </span>
    </span>
  )
}
