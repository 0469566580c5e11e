import { Link, useParams } from '@tanstack/react-router'
import { readCampaign } from '@yingshang/core/plans/contract'
import { useRead } from '../../api/use-read.ts'
import { dayText, shareText } from '../../ui/day.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { ListTable } from '../../ui/list-table.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { Loaded } from '../../ui/problem-notice.tsx'
import { useSession } from '../frame/session.tsx'
import { ruleReaders } from '../rules/rule-readers.ts'
import { CampaignSettings } from './campaign-settings.tsx'
import { ComplaintPeriods } from './complaint-periods.tsx'
import { IndicatorTree } from './indicator-tree.tsx'
import type { Campaign } from './read-campaign.ts'
import { StageLine } from './stage-line.tsx'

/** The campaign: stages on a time line, lists with what is done and late, periods, weights, settings. */
export function CampaignPage() {
  const { chooseCampaign, is } = useSession()
  const { campaignId } = useParams({ strict: false }) as { campaignId: string }
  const campaign = useRead(readCampaign, { params: { campaignId } })
  return (
    <Loaded query={campaign}>
      {(found) => (
        <Page
          title={found.name}
          trail={<Link to="/plans">方案与规则</Link>}
          state={sentence(found)}
          actions={
            <>
              <LinkButton to="/plans/import" search={{ purpose: 'moreLists' } as never}>
                补充清单
              </LinkButton>
              <LinkButton to="/plans/import" search={{ purpose: 'revision' } as never}>
                修订方案
              </LinkButton>
              <PrintButton />
            </>
          }
        >
          <Section title="阶段">
            <StageLine campaign={found} />
          </Section>
          <Section title="清单">
            <ListTable
              label="任务清单"
              rows={found.lists}
              rowKey={(list) => list.id}
              columns={[
                {
                  key: 'title',
                  title: '清单',
                  card: 'title',
                  render: (list) => (
                    <Link
                      to="/tasks"
                      search={{ list: list.id } as never}
                      onClick={() => chooseCampaign(found.id)} // the ledger shows one campaign: this one
                    >
                      {list.title}
                    </Link>
                  ),
                },
                { key: 'tasks', title: '任务', align: 'number', render: (list) => list.tasks },
                {
                  key: 'done',
                  title: '办结和转入常态',
                  align: 'number',
                  render: (list) => shareText(list.concluded, list.tasks),
                },
                {
                  key: 'late',
                  title: '逾期任务',
                  align: 'number',
                  render: (list) => (
                    <span className={list.overdue > 0 ? 'official strong' : 'quiet'}>{list.overdue}</span>
                  ),
                },
              ]}
            />
          </Section>
          <Section
            title="投诉办理的期限"
            more={
              is(...ruleReaders) && (
                <Link to="/rules" onClick={() => chooseCampaign(found.id)}>
                  全部规则
                </Link>
              )
            }
          >
            <ComplaintPeriods campaign={found} />
          </Section>
          {found.indicators.length > 0 && (
            <Section title="考核指标">
              <IndicatorTree indicators={found.indicators} />
            </Section>
          )}
          <Section title="本行动的设置">
            <CampaignSettings campaign={found} />
          </Section>
          {found.planIds.length > 0 && (
            <p className="small quiet no-print" style={{ marginTop: 16 }}>
              依据文件：
              {found.planIds.map((id, place) => (
                <span key={id}>
                  {place > 0 && '、'}
                  <Link to={`/plans/${id}`}>{place === 0 ? '方案原文与读出的结构' : `第 ${place + 1} 份`}</Link>
                </span>
              ))}
            </p>
          )}
        </Page>
      )}
    </Loaded>
  )
}

function sentence(campaign: Campaign): string {
  const tasks = campaign.lists.reduce((sum, list) => sum + list.tasks, 0)
  const late = campaign.lists.reduce((sum, list) => sum + list.overdue, 0)
  const running = campaign.stages.filter((stage) => stage.state === 'running').map((stage) => stage.name)
  const where = running.length > 0 ? `正在${running.join('、')}` : '目前不在任何阶段内'
  return `${dayText(campaign.businessDay)}，${where}。共 ${tasks} 项任务，${late > 0 ? `其中 ${late} 项逾期` : '没有逾期'}。`
}
