import { Navigate } from '@tanstack/react-router'
import { useSession } from '../frame/session.tsx'
import { QueuePage } from './queue-page.tsx'

/** 线索投诉 opens where the person's work is: the office's queue, the unit's own cases, or where cases stand. */
export function FirstPage() {
  const { office, inUnit } = useSession()
  if (office) return <QueuePage />
  return <Navigate to={inUnit ? '/cases/mine' : '/cases/supervision'} replace />
}
