import { explainClock } from '@yingshang/core/cases/contract'
import { clockLabels, supersededNames } from '@yingshang/core/cases/labels.zh'
import { legsText, versionText } from '@yingshang/core/kernel/deadline-labels.zh'
import { dayReason } from '@yingshang/core/kernel/work-calendar-labels.zh'
import Drawer from 'antd/es/drawer'
import { useState } from 'react'
import { useRead } from '../../api/use-read.ts'
import { AlertMark } from '../../ui/alert-mark.tsx'
import { dayText } from '../../ui/day.ts'
import { Loaded } from '../../ui/problem-notice.tsx'
import type { ShownCase } from './use-case.ts'

type Clock = ShownCase['clocks'][number]
type Day = Parameters<typeof dayReason>[0]

/** The periods of a case: those that run with their lamp, those that are over with their date. Each opens how it was counted. */
export function CaseClocks({ found }: { found: ShownCase }) {
  const [open, setOpen] = useState<Clock>()
  if (found.clocks.length === 0) return <p className="quiet">还没有开始计时。</p>
  const order = [...found.clocks].sort((a, b) => Number(b.running) - Number(a.running))
  return (
    <>
      <ul className="plain clocks">
        {order.map((clock) => (
          <li key={clock.clock} className={clock.running ? undefined : 'quiet'}>
            <span className={clock.running ? 'strong' : undefined}>{clockLabels[clock.clock]}</span>
            <button
              type="button"
              className="as-link keep"
              title="看这个日期是怎么算出来的"
              onClick={() => setOpen(clock)}
            >
              {dayText(clock.record.dueOn)}
            </button>
            {clock.record.provisional && <span className="tag">暂定</span>}
            {clock.running && clock.alert !== 'none' && <AlertMark level={clock.alert} left={clock.timeLeft} />}
            {!clock.running && (
              <span className="small">
                {clock.paused ? `${clock.paused.on} 停表，剩 ${clock.paused.daysLeft} 天` : '不再计时'}
              </span>
            )}
            {clock.superseded.length > 0 && (
              <span className="quiet small below">
                改过：
                {clock.superseded
                  .map((one) => `${one.dueOn}（${one.unit.name}，${supersededNames[one.because]}）`)
                  .join('；')}
              </span>
            )}
          </li>
        ))}
      </ul>
      <Drawer
        open={open !== undefined}
        onClose={() => setOpen(undefined)}
        title={open && `${clockLabels[open.clock]}是怎么算出来的`}
        size={480}
      >
        {open && (
          <div tabIndex={0} role="region" aria-label="计算过程">
            <Explanation caseId={found.id} clock={open.clock} />
          </div>
        )}
      </Drawer>
    </>
  )
}

function Explanation({ caseId, clock }: { caseId: string; clock: Clock['clock'] }) {
  const explained = useRead(explainClock, { params: { caseId, clock } })
  return (
    <Loaded query={explained}>
      {({ clock: shown, days }) =>
        shown === null ? (
          <p>这个期限已经不用了。</p>
        ) : (
          <div className="stack">
            <dl className="facts">
              <dt>起算</dt>
              <dd>
                {dayText(shown.record.startOn)}
                {shown.record.startAt && ` ${shown.record.startAt}`}
                {shown.record.dayZero !== shown.record.startOn
                  ? `，从 ${dayText(shown.record.dayZero)}起算，当日不算`
                  : '，当日不算'}
              </dd>
              <dt>期限</dt>
              <dd>{shown.record.legs.length === 0 ? '日期是写明的，不是数出来的' : legsText(shown.record.legs)}</dd>
              <dt>到期</dt>
              <dd className="strong">
                {dayText(shown.record.dueOn)}
                {shown.record.provisional && '（暂定，其间有放假通知尚未发布的日子，发布后重算）'}
              </dd>
              <dt>规则和日历版本</dt>
              <dd className="quiet small">
                {versionText('规则', shown.record.ruleVersion)}，{versionText('工作日历', shown.record.calendarVersion)}
              </dd>
            </dl>
            {days.length > 0 && (
              <table className="list" aria-label="逐日说明">
                <thead>
                  <tr>
                    <th>日期</th>
                    <th>是什么日子</th>
                    <th className="number">第几天</th>
                  </tr>
                </thead>
                <tbody>
                  {days.map((day) => (
                    <tr key={`${day.leg}-${day.day}`} className={day.number === null ? 'quiet' : undefined}>
                      <td className="keep">{dayText(day.day)}</td>
                      <td>
                        {day.dayZero ? '起算日，不算' : dayReason(day as Day)}
                        {day.endMoved && '，顺延'}
                        {day.leg > 0 && !day.dayZero && '，延长期内'}
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
