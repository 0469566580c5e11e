import { partDutyName, partNames } from '@yingshang/core/tasks/labels.zh'
import type { ShownPart } from '@yingshang/core/tasks/contract-parts'
import type { ReactNode } from 'react'
import { AlertMark } from '../../ui/alert-mark.tsx'
import { isWork } from './part-card.tsx'
import { dutyPeriodName } from '@yingshang/core/kernel/deadline-labels.zh'

/** One line of a long list of parts; open where this person can move the work on. */
export function PartFold({ part, children }: { part: ShownPart; children: ReactNode }) {
  const mine = part.actions.some((action) => action.allowed && isWork(action.name))
  return (
    <details className="part-fold" open={mine}>
      <summary>
        <span className="strong">{part.unit.name}</span>
        <span className="quiet">{partDutyName(part)}</span>
        {part.period && <span className="quiet">{dutyPeriodName(part.period.key)}</span>}
        <span className="end">{partNames[part.status]}</span>
        {part.alert === 'none' ? (
          part.deadline && <span className="quiet">{part.deadline.record.dueOn}</span>
        ) : (
          <AlertMark level={part.alert} left={part.deadline?.timeLeft} />
        )}
      </summary>
      {children}
    </details>
  )
}
