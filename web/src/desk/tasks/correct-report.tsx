import type { ShownPart } from '@yingshang/core/tasks/contract-parts'
import { useState } from 'react'
import { ReportForm } from './report-form.tsx'

/** Offered while the part may still be reported on: a new report that says which one it puts right. */
export function CorrectReport({ part }: { part: ShownPart }) {
  const [correcting, setCorrecting] = useState(false)
  const may = part.actions.some((action) => action.name === 'report' && action.allowed)
  if (!part.latestReport || !may) return null
  if (correcting) return <ReportForm part={part} corrects={part.latestReport} done={() => setCorrecting(false)} />
  return (
    <button type="button" className="as-link small no-print" onClick={() => setCorrecting(true)}>
      更正这条进展
    </button>
  )
}
