import type { ReactNode } from 'react'
import { momentText } from './day.ts'

export interface TimeEntry {
  readonly key: string
  /** Unit and role, never only a name. */
  readonly who: string
  /** In past tense: 「报告了进展」. */
  readonly what: ReactNode
  readonly when: string | number
  readonly said?: string | undefined
  readonly evidence?: ReactNode
  /** The ledger has sealed this entry. */
  readonly sealed?: boolean
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
            {entry.sealed && (
              <span className="sealed" title="这一条已经写入留痕账并封存，改动会被查出">
                已封存
              </span>
            )}
          </div>
          <div className="who">
            {entry.who} · <span className="keep">{momentText(entry.when)}</span>
          </div>
          {entry.said && <p className="said">{entry.said}</p>}
          {entry.evidence}
        </li>
      ))}
    </ol>
  )
}
