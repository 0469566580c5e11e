import { Link } from '@tanstack/react-router'
import { waitingForOffice } from '@yingshang/core/tasks/assignment-contract'
import { taskFacets } from '@yingshang/core/tasks/contract'
import { useRead } from '../../api/use-read.ts'
import { Section } from '../../ui/page.tsx'
import { Loaded } from '../../ui/problem-notice.tsx'
import type { CampaignHead } from '../frame/session.tsx'
import { MyPart } from '../tasks/my-part.tsx'
import { RequestCard } from '../tasks/request-card.tsx'
import { Figures } from '../../ui/figures.tsx'

/** What waits for the office: results to verify, requests to decide; and the board's figures. */
export function OfficeToday({ campaign }: { campaign: CampaignHead }) {
  const campaignId = campaign.id
  const facets = useRead(taskFacets, { query: { campaignId } })
  const waiting = useRead(waitingForOffice, { query: { campaignId } })
  return (
    <>
      <Loaded query={facets}>
        {({ alerts, parts }) => {
          const count = (of: typeof alerts, value: string) => of.find((one) => one.value === value)?.count ?? 0
          return (
            <Figures
              figures={[
                { label: '等着核查', value: count(parts, 'handedIn'), to: '/tasks', search: { part: 'handedIn' } },
                {
                  label: '逾期',
                  value: count(alerts, 'red'),
                  to: '/tasks',
                  search: { alert: 'red', sort: 'dueOn' },
                  late: true,
                },
                {
                  label: '临期',
                  value: count(alerts, 'yellow') + count(alerts, 'blue'),
                  to: '/tasks',
                  search: { alert: 'yellow,blue', sort: 'dueOn' },
                },
                { label: '还没签收', value: count(parts, 'assigned'), to: '/tasks', search: { part: 'assigned' } },
                { label: '退回在改', value: count(parts, 'returned'), to: '/tasks', search: { part: 'returned' } },
                { label: '已确认', value: count(parts, 'confirmed'), to: '/tasks', search: { part: 'confirmed' } },
              ]}
            />
          )
        }}
      </Loaded>
      <Loaded query={waiting}>
        {(found) => (
          <div className="today-columns">
            <Section title={`等着核查（${found.parts.length}${found.more ? '+' : ''}）`}>
              {found.parts.length === 0 && <p className="quiet">没有等着核查的。各单位报送的完成情况会出现在这里。</p>}
              {found.parts.map((part) => (
                <MyPart key={part.id} part={part} owing={[]} />
              ))}
            </Section>
            <Section title={`等着批的申请（${found.requests.length}）`}>
              {found.requests.length === 0 && <p className="quiet">没有等着批的申请。</p>}
              {found.requests.map((request) => (
                <RequestCard
                  key={request.id}
                  request={request}
                  about={
                    <Link to={`/tasks/${request.task.id}`}>
                      {request.task.no}　{request.task.title}
                    </Link>
                  }
                />
              ))}
            </Section>
          </div>
        )}
      </Loaded>
    </>
  )
}
