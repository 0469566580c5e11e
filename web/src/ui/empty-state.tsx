import type { ReactNode } from 'react'

/** An empty page says what will appear here and offers the first step. */
export function EmptyState({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p className="quiet">{children}</p>
      {action && <div className="actions no-print">{action}</div>}
    </div>
  )
}
