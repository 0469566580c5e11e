import { Link, useNavigate } from '@tanstack/react-router'
import { listPlans } from '@yingshang/core/plans/contract'
import type { z } from 'zod'
import { useRead } from '../../api/use-read.ts'
import { dayText } from '../../ui/day.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { ListTable, type Column } from '../../ui/list-table.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Loaded } from '../../ui/problem-notice.tsx'
import { useSession } from '../frame/session.tsx'
import { PlanTabs } from '../rules/plan-tabs.tsx'

type PlanRow = z.output<typeof listPlans.reply>['plans'][number]

const stateWords = { draft: '待发布', published: '已发布', discarded: '已作废' } as const
const purposeWords = { campaign: '新行动', moreLists: '补充清单', revision: '修订方案' } as const

const columns: readonly Column<PlanRow>[] = [
  {
    key: 'title',
    title: '方案',
    card: 'title',
    render: (plan) => (
      <Link to={`/plans/${plan.id}`}>
        <span className="two-lines">{plan.title === '' ? plan.fileName : plan.title}</span>
      </Link>
    ),
  },
  { key: 'docNumber', title: '发文字号', render: (plan) => <span className="keep">{plan.docNumber ?? '—'}</span> },
  { key: 'purpose', title: '用途', render: (plan) => purposeWords[plan.purpose.kind] },
  { key: 'state', title: '状态', render: (plan) => <span className="tag">{stateWords[plan.state]}</span> },
  { key: 'tasks', title: '任务', align: 'number', render: (plan) => plan.tasks },
  { key: 'importedOn', title: '导入日期', render: (plan) => <span className="keep">{dayText(plan.importedOn)}</span> },
]

/** 方案与规则: the campaigns that run, and the notices they came from. */
export function PlansPage() {
  const { campaigns, office, is } = useSession()
  const mayRead = office || is('auditor', 'leader')
  const plans = useRead(listPlans, {}, { enabled: mayRead })
  const navigate = useNavigate()
  const start = office && (
    <LinkButton to="/plans/import" primary>
      导入方案文件
    </LinkButton>
  )
  return (
    <Page title="方案与规则" state="行动按方案运行：每项任务、期限和分值都能找到定它的条款。" actions={start}>
      <PlanTabs here="/plans" />
      {campaigns.length > 0 && (
        <Section title="行动">
          <ul className="plain stack tight">
            {campaigns.map((campaign) => (
              <li key={campaign.id} className="row">
                <Link to={`/campaigns/${campaign.id}`} className="strong">
                  {campaign.name}
                </Link>
                <span className="quiet">
                  {campaign.docNumber} · {campaign.start} 至 {campaign.end}
                  {campaign.state === 'closed' ? ' · 已结束' : ''}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {mayRead && (
        <Section title="导入的文件">
          <Loaded query={plans}>
            {(found) => (
              <ListTable
                label="导入的方案文件"
                columns={columns}
                rows={found.plans}
                rowKey={(plan) => plan.id}
                open={(plan) => void navigate({ to: `/plans/${plan.id}` })}
                empty={
                  <EmptyState title="还没有导入方案" action={start}>
                    把印发的通知（Word、PDF、文本或者 Excel
                    清单）放进来，读出的任务、单位、期限会和原文并排显示，核对后再发布。
                  </EmptyState>
                }
              />
            )}
          </Loaded>
        </Section>
      )}
    </Page>
  )
}
