import type { AlertLevel } from '@yingshang/core/kernel/alert-level-rule'
import type { TimeLeft } from '@yingshang/core/kernel/alert-level'
import { alertLevelNames, timeLeftSentence } from '@yingshang/core/kernel/work-calendar-labels.zh'

interface AlertMarkProps {
  readonly level: AlertLevel
  /** The time left or over; left out where nothing is counted. */
  readonly left?: TimeLeft | null | undefined
  /** Said instead of the lamp's own word, where the mark is not about a date. */
  readonly word?: string | undefined
}

/** Shape + word + colour, never colour alone: ● 正常, ◐ 临期, ▲ 逾期, with the days left or over. */
export function AlertMark({ level, left, word }: AlertMarkProps) {
  return (
    <span className={`mark ${level}`}>
      <Shape level={level} />
      <b>{word ?? alertLevelNames[level]}</b>
      {left && <span className="left">{timeLeftSentence(left)}</span>}
    </span>
  )
}

function Shape({ level }: { level: AlertLevel }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {level === 'red' ? (
        <path d="M8 1.5 15.2 14.5H.8Z" fill="currentColor" />
      ) : level === 'normal' ? (
        <circle cx="8" cy="8" r="6" fill="currentColor" />
      ) : (
        <>
          <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" />
          <path d="M8 2a6 6 0 0 1 0 12Z" fill="currentColor" />
        </>
      )}
    </svg>
  )
}
