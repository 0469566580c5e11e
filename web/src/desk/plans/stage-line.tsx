import { dayNumber } from '@yingshang/core/kernel/dates'
import type { Campaign } from './read-campaign.ts'
import './stage-line.css'

const words = { before: '未开始', running: '进行中', over: '已结束', undated: '未定日期' } as const

/** Stages as bars on one scale of months; they overlap on purpose. A line marks today. */
export function StageLine({ campaign }: { campaign: Campaign }) {
  const first = dayNumber(campaign.start)
  const span = Math.max(1, dayNumber(campaign.end) - first + 1)
  const at = (iso: string) => `${(((dayNumber(iso) - first) / span) * 100).toFixed(2)}%`
  const today = campaign.businessDay
  const inside = today >= campaign.start && today <= campaign.end
  return (
    <div className="stage-line">
      <div className="stage-months" aria-hidden="true">
        {monthsOf(campaign.start, campaign.end).map((month) => (
          <span key={month} style={{ left: at(month < campaign.start ? campaign.start : month) }}>
            {month.slice(5, 7) === '01' ? `${month.slice(0, 4)} 年 1 月` : `${Number(month.slice(5, 7))} 月`}
          </span>
        ))}
      </div>
      <ol>
        {campaign.stages.map((stage) => (
          <li key={stage.no} className={stage.state}>
            <div className="stage-name">
              <span className="strong">{stage.name}</span>
              <span className="quiet small">
                {words[stage.state]} · {stage.start && stage.end ? `${stage.start} 至 ${stage.end}` : stage.periodText}
              </span>
            </div>
            <div className="stage-track" aria-hidden="true">
              {stage.start && stage.end && (
                <i
                  style={{
                    left: at(stage.start),
                    width: `${(((dayNumber(stage.end) - dayNumber(stage.start) + 1) / span) * 100).toFixed(2)}%`,
                  }}
                />
              )}
              {inside && <b style={{ left: at(today) }} />}
            </div>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** First days of all months from the start's to the end's. */
export function monthsOf(start: string, end: string): string[] {
  const months: string[] = []
  let year = Number(start.slice(0, 4))
  let month = Number(start.slice(5, 7))
  while (`${year}-${String(month).padStart(2, '0')}-01` <= end) {
    months.push(`${year}-${String(month).padStart(2, '0')}-01`)
    if (++month === 13) {
      month = 1
      year++
    }
  }
  return months
}
