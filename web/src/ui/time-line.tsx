import type { ReactNode } from 'react'
import { dayAndTimeText, momentText } from './day.ts'

export interface TimeEntry {
  readonly key: string
  /** Unit and role, never only a name. */
  readonly who: string
  /** In past tense: 「报告了进展」. */
  readonly what: ReactNode
  /** The instant it was recorded, and the day it counts for. */
  readonly when: string | number
  readonly day?: string
  readonly said?: string | undefined
  readonly evidence?: ReactNode
  /** First digits of the ledger entry: it is chained and cannot be changed unseen. */
  readonly mark?: string
  readonly official?: boolean
}

/** Newest first, downwards: who, what, when, evidence; a mark shows that the entry is sealed. */
export function TimeLine({ entries }: { entries: readonly TimeEntry[] }) {
  return (
    <ol className="time-line">
      {entries.map((entry) => (
        <li key={entry.key} className={entry.official ? 'official-step' : undefined}>
          <div className="row">
            <span className="strong">{entry.what}</span>
            {entry.mark && (
              <span className="sealed" title={`留痕号 ${entry.mark}。这一条已经写入留痕账，改动会被查出`}>
                已留痕
              </span>
            )}
          </div>
          <div className="who">
            {entry.who} ·{' '}
            <span className="keep">{entry.day ? dayAndTimeText(entry.day, entry.when) : momentText(entry.when)}</span>
          </div>
          {entry.said && <p className="said">{entry.said}</p>}
          {entry.evidence}
        </li>
      ))}
    </ol>
  )
}
