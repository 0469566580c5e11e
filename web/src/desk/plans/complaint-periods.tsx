import { periodText } from '@yingshang/core/kernel/deadline-labels.zh'
import { selfSetMark } from '@yingshang/core/rules/labels.zh'
import { ClauseLink } from '../../ui/clause-link.tsx'
import type { Campaign } from './read-campaign.ts'

const rows = [
  ['handle', '责任单位反馈结果'],
  ['extension', '特殊情况延长，最多'],
  ['feedback', '核查后反馈投诉人'],
  ['rework', '不满意且有新证据和理由，再次办理'],
] as const

/** The four periods of a complaint by the rules in force, each with what set it. */
export function ComplaintPeriods({ campaign }: { campaign: Campaign }) {
  return (
    <dl className="facts">
      {rows.map(([key, label]) => {
        const { value, source } = campaign.periods[key]
        return (
          <div key={key} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>
              <span className="row">
                <span>{periodText(value)}</span>
                {source.kind === 'clause' && <ClauseLink campaignId={campaign.id} clauseId={source.clause} />}
                {source.kind === 'document' && <span className="quiet">{source.document}</span>}
                {source.kind === 'selfSet' && <span className="quiet">{selfSetMark}</span>}
              </span>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
