import { legsText, versionText } from '@yingshang/core/kernel/deadline-labels.zh'
import { dayReason } from '@yingshang/core/kernel/work-calendar-labels.zh'
import { explainPart } from '@yingshang/core/tasks/contract'
import type { ShownPart } from '@yingshang/core/tasks/contract-parts'
import Drawer from 'antd/es/drawer'
import { useState } from 'react'
import { useRead } from '../../api/use-read.ts'
import { dayText } from '../../ui/day.ts'
import { Loaded } from '../../ui/problem-notice.tsx'

type Day = Parameters<typeof dayReason>[0]

/** A part's due day; one tap opens how it was counted. */
export function DueText({ part }: { part: ShownPart }) {
  const [open, setOpen] = useState(false)
  const { deadline } = part
  if (!deadline) return <span className="quiet">没有期限</span>
  const moved = deadline.firstDueOn !== deadline.record.dueOn
  return (
    <>
      <button type="button" className="as-link keep" onClick={() => setOpen(true)} title="看这个日期是怎么算出来的">
        {dayText(deadline.record.dueOn)}
      </button>
      {moved && <span className="quiet small"> 原定 {deadline.firstDueOn}</span>}
      {deadline.record.provisional && <span className="quiet small"> 暂定</span>}
      <Drawer open={open} onClose={() => setOpen(false)} title="这个日期是怎么算出来的" size={460}>
        {open && (
          <div tabIndex={0} role="region" aria-label="计算过程">
            <Explanation assignmentId={part.id} />
          </div>
        )}
      </Drawer>
    </>
  )
}

function Explanation({ assignmentId }: { assignmentId: string }) {
  const explained = useRead(explainPart, { params: { assignmentId } })
  return (
    <Loaded query={explained}>
      {({ deadline, days, countedBack }) =>
        deadline === null ? (
          <p>这部分没有期限。</p>
        ) : (
          <div className="stack">
            <dl className="facts">
              <dt>起算</dt>
              <dd>
                {countedBack ? dayText(deadline.record.startOn) : `${dayText(deadline.record.startOn)}，当日不算`}
              </dd>
              <dt>到期</dt>
              <dd className="strong">
                {dayText(deadline.record.dueOn)}
                {deadline.record.provisional && '（暂定，其间有放假通知尚未发布的日子，发布后重算）'}
              </dd>
              <dt>最初定的</dt>
              <dd>{dayText(deadline.firstDueOn)}</dd>
              <dt>怎么定的</dt>
              <dd>
                {countedBack
                  ? `牵头单位的部分 ${dayText(countedBack.from)}到期，${countedBack.workingDays > 0 ? `提前 ${countedBack.workingDays} 个工作日` : '时间不够提前，起算当天就'}交给牵头单位。下面从这一天数到那一天。`
                  : deadline.record.legs.length === 0
                    ? '日期是写明的，不是数出来的。下面是这段时间里的工作日。'
                    : `${legsText(deadline.record.legs)}，逐日见下表。`}
              </dd>
              <dt>规则和日历版本</dt>
              <dd className="quiet small">
                {versionText('规则', deadline.record.ruleVersion)}，
                {versionText('工作日历', deadline.record.calendarVersion)}
              </dd>
            </dl>
            {deadline.superseded.length > 0 && (
              <div>
                <h3>改过的日期</h3>
                <ul className="plain">
                  {deadline.superseded.map((one) => (
                    <li key={one.dueOn + one.reason}>
                      {one.dueOn}：{one.reason}
                    </li>
                  ))}
                </ul>
              </div>
            )}
            {days.length > 0 && (
              <table className="list" aria-label="逐日说明">
                <thead>
                  <tr>
                    <th>日期</th>
                    <th>是什么日子</th>
                    <th className="number">第几个工作日</th>
                  </tr>
                </thead>
                <tbody>
                  {days.map((day) => (
                    <tr key={day.day} className={day.number === null ? 'quiet' : undefined}>
                      <td className="keep">{dayText(day.day)}</td>
                      <td>
                        {day.dayZero ? (countedBack ? '这部分到期，当日不算' : '起算日，不算') : dayReason(day as Day)}
                        {day.unsettled && '，暂定'}
                      </td>
                      <td className="number">{day.number ?? '—'}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </div>
        )
      }
    </Loaded>
  )
}
