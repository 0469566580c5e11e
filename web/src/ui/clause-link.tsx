import { readClause } from '@yingshang/core/plans/contract'
import Drawer from 'antd/es/drawer'
import { useState, type ReactNode } from 'react'
import { useRead } from '../api/use-read.ts'
import { Loaded } from './problem-notice.tsx'

interface ClauseLinkProps {
  readonly campaignId: string
  readonly clauseId: string
  readonly children?: ReactNode
}

/** One tap shows the clause that set a task, a period or a weight. */
export function ClauseLink({ campaignId, clauseId, children }: ClauseLinkProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="as-link no-print" onClick={() => setOpen(true)}>
        {children ?? '看条款'}
      </button>
      <Drawer open={open} onClose={() => setOpen(false)} title="条款原文" size={520}>
        {open && (
          <div tabIndex={0} role="region" aria-label="条款原文">
            <ClauseText campaignId={campaignId} clauseId={clauseId} />
          </div>
        )}
      </Drawer>
    </>
  )
}

/** The clause with the headings it stands under. */
export function ClauseText({ campaignId, clauseId }: { campaignId: string; clauseId: string }) {
  const clause = useRead(readClause, { params: { campaignId, clauseId } })
  return (
    <Loaded query={clause}>
      {(found) => (
        <div className="stack tight">
          {found.above.map((one) => (
            <p key={one.id} className="quiet small">
              {one.number} {one.heading}
            </p>
          ))}
          <h3>
            {found.number} {found.heading}
          </h3>
          <div className="clause">{found.text}</div>
        </div>
      )}
    </Loaded>
  )
}
