import type { CaseRow } from '@yingshang/core/cases/contract'
import { clockLabels } from '@yingshang/core/cases/labels.zh'
import { AlertMark } from '../../ui/alert-mark.tsx'
import { dayText } from '../../ui/day.ts'

/** The lamp of a case by shape, word and colour; nothing where no clock runs. */
export function Lamp({ of }: { of: Pick<CaseRow, 'alert' | 'timeLeft'> }) {
  if (of.alert === 'none') return <span className="quiet">不计时</span>
  return <AlertMark level={of.alert} left={of.timeLeft} />
}

/** The day somebody has to keep now, and which period it belongs to. */
export function DueDay({ of }: { of: Pick<CaseRow, 'dueOn' | 'clock'> }) {
  if (of.dueOn === null) return <span className="quiet">—</span>
  return (
    <span>
      <span className="keep">{dayText(of.dueOn)}</span>
      {of.clock && <span className="quiet small below">{clockLabels[of.clock]}</span>}
    </span>
  )
}
