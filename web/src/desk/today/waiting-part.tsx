import { dutyPeriodName } from '@yingshang/core/kernel/deadline-labels.zh'
import type { waitingForOffice } from '@yingshang/core/tasks/assignment-contract'
import { useState } from 'react'
import type { z } from 'zod'
import { MyPart } from '../tasks/my-part.tsx'

type Waiting = z.output<typeof waitingForOffice.reply>['parts'][number]

/** One result that waits for the office: a line to read down, the whole card when it is opened. */
export function WaitingPart({ part }: { part: Waiting }) {
  const [open, setOpen] = useState(false)
  const dueOn = part.deadline?.record.dueOn
  const late = part.firstHandedInOn !== null && dueOn !== undefined && part.firstHandedInOn > dueOn
  const confirm = part.actions.find((action) => action.name === 'confirm')
  return (
    <details className="waiting-part" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="grow">
          {part.task.no}　{part.task.title}
          {part.period && <span className="quiet small">　{dutyPeriodName(part.period.key)}</span>}
        </span>
        <span className="unit">{part.unit.name}</span>
        <span className="quiet small keep">
          {part.returns > 0 ? `退回过 ${part.returns} 次` : `${part.firstHandedInOn ?? ''} 报送`}
        </span>
        {late && <span className="official small">首次超期</span>}
        {confirm && !confirm.allowed && <span className="tag">本人回避</span>}
      </summary>
      {open && <MyPart part={part} owing={[]} />}
    </details>
  )
}
