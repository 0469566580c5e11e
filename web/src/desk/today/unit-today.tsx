import { myUnit } from '@yingshang/core/tasks/assignment-contract'
import { Link } from '@tanstack/react-router'
import { useRead } from '../../api/use-read.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Section } from '../../ui/page.tsx'
import { Loaded } from '../../ui/problem-notice.tsx'
import type { CampaignHead } from '../frame/session.tsx'
import { MyPart } from '../tasks/my-part.tsx'
import { Figures } from '../../ui/figures.tsx'

/** Mine by date: what is urgent first, then what lies in the unit's hands. */
export function UnitToday({ campaign }: { campaign: CampaignHead }) {
  const mine = useRead(myUnit, { query: { campaignId: campaign.id, show: 'toDo', size: 20 } })
  return (
    <Loaded query={mine}>
      {(found) => (
        <>
          <Figures
            figures={[
              { label: '待签收', value: found.counts.toSign, to: '/tasks/mine' },
              { label: '待签发', value: found.counts.toSignOff, to: '/tasks/mine' },
              { label: '退回要改', value: found.counts.returned, to: '/tasks/mine' },
              { label: '临期', value: found.counts.dueSoon, to: '/tasks/mine' },
              { label: '逾期', value: found.counts.overdue, to: '/tasks/mine', late: true },
              { label: '等着接收', value: found.counts.toTake, to: '/tasks/mine' },
            ]}
          />
          {found.toTake.length > 0 && (
            <Section title={`交到本单位、等着接收的（${found.toTake.length}）`}>
              {found.toTake.map((part) => (
                <MyPart key={part.id} part={part} owing={[]} />
              ))}
            </Section>
          )}
          <Section title="在本单位手里的，按到期日" more={<Link to="/tasks/mine">全部 {found.total} 项</Link>}>
            {found.parts.length === 0 && <EmptyState title="手里没有任务">交办给本单位的任务会出现在这里。</EmptyState>}
            {found.parts.map((part) => (
              <MyPart key={part.id} part={part} owing={part.owing} mine />
            ))}
          </Section>
        </>
      )}
    </Loaded>
  )
}
