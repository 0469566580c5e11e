import { ClauseLink } from '../../ui/clause-link.tsx'
import type { Campaign } from './read-campaign.ts'

const rows = [
  ['handle', '责任单位反馈结果'],
  ['extension', '特殊情况延长，最多'],
  ['feedback', '核查后反馈投诉人'],
  ['rework', '不满意且有新证据和理由，再次办理'],
] as const

/** The four periods of a complaint, each with the clause that set it. */
export function ComplaintPeriods({ campaign }: { campaign: Campaign }) {
  return (
    <dl className="facts">
      {rows.map(([key, label]) => {
        const period = campaign.rules.complaint[key]
        return (
          <div key={key} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>
              {period ? (
                <span className="row">
                  <span>
                    {period.days} {period.unit === 'working' ? '个工作日' : '天'}
                  </span>
                  {period.clause !== '' && <ClauseLink campaignId={campaign.id} clauseId={period.clause} />}
                </span>
              ) : (
                <span className="quiet">方案没有规定</span>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
