import { Link } from '@tanstack/react-router'
import { addDays } from '@yingshang/core/kernel/dates'
import { readCampaign } from '@yingshang/core/plans/contract'
import { listTasks, taskFacets, type TaskRow } from '@yingshang/core/tasks/contract'
import { useRead } from '../../api/use-read.ts'
import { AlertMark } from '../../ui/alert-mark.tsx'
import { dayText, shareText } from '../../ui/day.ts'
import { ListTable } from '../../ui/list-table.tsx'
import { Section } from '../../ui/page.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { Loaded } from '../../ui/problem-notice.tsx'
import type { CampaignHead } from '../frame/session.tsx'
import { Figures } from './figures.tsx'
import { lateUnits } from './lateness.ts'

/** One page for a leader: where we stand, who is late, what is getting worse. */
export function LeaderToday({ campaign, day }: { campaign: CampaignHead; day: string }) {
  const campaignId = campaign.id
  const about = useRead(readCampaign, { params: { campaignId } })
  const facets = useRead(taskFacets, { query: { campaignId } })
  const late = useRead(listTasks, { query: { campaignId, alert: 'red', sort: 'dueOn', size: 100 } })
  const soon = useRead(listTasks, { query: { campaignId, alert: 'yellow,blue', sort: 'dueOn', size: 100 } })
  const rows = late.data?.rows ?? []
  const fresh = rows.filter((row) =>
    row.parts.some((part) => part.alert === 'red' && (part.dueOn ?? '') >= addDays(day, -7)),
  )
  const count = (value: string) => facets.data?.alerts.find((one) => one.value === value)?.count ?? 0
  const tasks = about.data?.lists.reduce((sum, list) => sum + list.tasks, 0) ?? 0
  const concluded = about.data?.lists.reduce((sum, list) => sum + list.concluded, 0) ?? 0
  const overdue = about.data?.lists.reduce((sum, list) => sum + list.overdue, 0) ?? 0
  const more = late.data?.more ?? false
  return (
    <>
      <Figures
        figures={[
          { label: '任务', value: tasks, to: '/tasks' },
          { label: '已办结', value: concluded, to: '/tasks', search: { status: 'concluded' } },
          { label: '逾期任务', value: overdue, to: '/tasks', search: { alert: 'red', sort: 'dueOn' }, late: true },
          {
            label: '逾期的单位部分',
            value: count('red'),
            to: '/tasks',
            search: { alert: 'red', sort: 'dueOn' },
            late: true,
          },
          {
            label: '近 7 天新逾期的任务',
            value: fresh.length,
            to: '/tasks',
            search: { alert: 'red', sort: '-dueOn' },
            late: true,
          },
          {
            label: '临期的单位部分',
            value: count('yellow') + count('blue'),
            to: '/tasks',
            search: { alert: 'yellow,blue', sort: 'dueOn' },
          },
        ]}
      />
      <div className="today-columns">
        <div>
          <Section title="办到哪里了" more={<PrintButton />}>
            <Loaded query={about}>
              {(found) => (
                <ListTable
                  label="各清单进度"
                  rows={found.lists}
                  rowKey={(list) => list.id}
                  columns={[
                    {
                      key: 'title',
                      title: '清单',
                      card: 'title',
                      render: (list) => (
                        <Link to="/tasks" search={{ list: list.id } as never}>
                          {list.title}
                        </Link>
                      ),
                    },
                    {
                      key: 'done',
                      title: '已办结',
                      width: '15rem',
                      render: (list) => (
                        <span className="share-bar">
                          <span className="bar" aria-hidden="true">
                            <i style={{ width: `${list.tasks === 0 ? 0 : (list.concluded / list.tasks) * 100}%` }} />
                          </span>
                          <span className="keep">{shareText(list.concluded, list.tasks)}</span>
                        </span>
                      ),
                    },
                    {
                      key: 'late',
                      title: '逾期',
                      align: 'number',
                      width: '4rem',
                      render: (list) => (
                        <span className={list.overdue > 0 ? 'official strong' : 'quiet'}>{list.overdue}</span>
                      ),
                    },
                  ]}
                />
              )}
            </Loaded>
          </Section>
          <Section title="近 7 天新逾期的">
            <TaskLines rows={fresh.slice(0, 10)} none="近 7 天没有新的逾期。" />
          </Section>
          <Section title="接下来要到期的">
            <TaskLines rows={(soon.data?.rows ?? []).slice(0, 10)} none="没有临期的任务。" />
          </Section>
        </div>
        <Section title="谁慢了">
          <Loaded query={late}>
            {() => (
              <ListTable
                label="逾期的单位"
                rows={lateUnits(rows, day).slice(0, 12)}
                rowKey={(unit) => unit.unitId}
                empty={<p className="quiet">没有单位逾期。</p>}
                columns={[
                  {
                    key: 'unit',
                    title: '单位',
                    card: 'title',
                    render: (unit) => (
                      <Link to="/tasks" search={{ unit: unit.unitId, alert: 'red' } as never}>
                        {unit.name}
                      </Link>
                    ),
                  },
                  {
                    key: 'late',
                    title: '逾期',
                    align: 'number',
                    render: (unit) => <b className="official">{unit.late}</b>,
                  },
                  { key: 'fresh', title: '其中近 7 天新增', align: 'number', render: (unit) => unit.fresh },
                ]}
              />
            )}
          </Loaded>
          {more && <p className="quiet small">只统计了最早到期的 100 项。</p>}
        </Section>
      </div>
    </>
  )
}

function TaskLines({ rows, none }: { rows: readonly TaskRow[]; none: string }) {
  if (rows.length === 0) return <p className="quiet">{none}</p>
  return (
    <ul className="plain">
      {rows.map((row) => (
        <li key={row.id} style={{ borderBottom: 'var(--rule)', padding: '6px 0' }}>
          <div className="row spread">
            <Link to={`/tasks/${row.id}`} className="grow">
              {row.no}　{row.title}
            </Link>
            {row.alert !== 'none' && <AlertMark level={row.alert} left={row.timeLeft} />}
          </div>
          <p className="quiet small">
            {[...new Set(row.parts.map((part) => part.unit.name))].slice(0, 4).join('、')}
            {row.dueOn && `　${dayText(row.dueOn)}到期`}
          </p>
        </li>
      ))}
    </ul>
  )
}
