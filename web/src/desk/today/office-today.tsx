import { Link } from '@tanstack/react-router'
import { waitingForOffice } from '@yingshang/core/tasks/assignment-contract'
import { listTasks } from '@yingshang/core/tasks/contract'
import { overview, type Overview } from '@yingshang/core/tasks/overview-contract'
import type { FigureName } from '@yingshang/core/tasks/overview-figures'
import { figureWords } from '@yingshang/core/tasks/overview-labels.zh'
import { listRuns } from '@yingshang/core/tasks/reporting-run-contract'
import { useRead } from '../../api/use-read.ts'
import { dayText } from '../../ui/day.ts'
import { Figures } from '../../ui/figures.tsx'
import { Section } from '../../ui/page.tsx'
import { Loaded } from '../../ui/problem-notice.tsx'
import type { CampaignHead } from '../frame/session.tsx'
import { RequestCard } from '../tasks/request-card.tsx'
import { byTask } from '../tasks/worse-lines.ts'
import { WaitingPart } from './waiting-part.tsx'
import './office-today.css'

const shown: readonly FigureName[] = [
  'toVerify',
  'requested',
  'dueToday',
  'newlyOverdue',
  'overdue',
  'dueSoon',
  'unsigned',
  'returned',
]
const red: readonly FigureName[] = ['newlyOverdue', 'overdue']

/** What waits for the office this morning, and the figures of the day. */
export function OfficeToday({ campaign }: { campaign: CampaignHead }) {
  const campaignId = campaign.id
  const board = useRead(overview, { params: { campaignId } })
  const waiting = useRead(waitingForOffice, { query: { campaignId } })
  return (
    <Loaded query={board}>
      {(found) => (
        <>
          <Figures
            figures={shown.map((name) => ({
              label: figureWords[name],
              value: found.total.figures[name].parts,
              to: '/tasks',
              search: { figure: name },
              late: red.includes(name),
            }))}
          />
          <div className="today-columns">
            <Loaded query={waiting}>{(given) => <ToVerify board={found} waiting={given} />}</Loaded>
            <div>
              <Loaded query={waiting}>{(given) => <Requests requests={given.requests} />}</Loaded>
              <OpenRuns campaignId={campaignId} />
              <DueToday campaignId={campaignId} count={found.total.figures.dueToday.tasks} />
              <Fresh board={found} />
            </div>
          </div>
        </>
      )}
    </Loaded>
  )
}

type Waiting = ReturnType<typeof waitingForOffice.reply.parse>

function ToVerify({ board, waiting }: { board: Overview; waiting: Waiting }) {
  const { parts, more } = waiting
  const oldest = board.oldestToVerify
  return (
    <Section
      title={`等着核查（${parts.length}${more ? '+' : ''}）`}
      more={oldest && <span className="quiet small">最久的等了 {oldest.workingDays} 个工作日</span>}
    >
      {parts.length === 0 && <p className="quiet">没有等着核查的。各单位报送的完成情况会出现在这里。</p>}
      {parts.map((part) => (
        <WaitingPart key={part.id} part={part} />
      ))}
    </Section>
  )
}

function Requests({ requests }: { requests: Waiting['requests'] }) {
  return (
    <Section title={`等着批的申请（${requests.length}）`}>
      {requests.length === 0 && <p className="quiet">没有等着批的申请。</p>}
      {requests.map((request) => (
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
  )
}

function OpenRuns({ campaignId }: { campaignId: string }) {
  const runs = useRead(listRuns, { query: { campaignId } })
  const open = runs.data?.runs.filter((run) => run.status === 'open') ?? []
  if (open.length === 0) return null
  return (
    <Section title="正在调度" more={<Link to="/tasks/runs">历次调度</Link>}>
      {open.map((run) => (
        <p key={run.id} className="worse-line">
          <Link to={`/tasks/runs/${run.id}`}>{run.title}</Link>
          <span className="quiet small">
            {dayText(run.dueOn)}截止　应报 {run.counts.asked}，已报 {run.counts.reported}，未报{' '}
            <b className={run.counts.missing > 0 ? 'official' : undefined}>{run.counts.missing}</b>
          </span>
        </p>
      ))}
    </Section>
  )
}

function DueToday({ campaignId, count }: { campaignId: string; count: number }) {
  const due = useRead(listTasks, { query: { campaignId, figure: 'dueToday', size: 10 } }, { enabled: count > 0 })
  if (count === 0) return null
  return (
    <Section title={`今天到期（${count} 项任务）`}>
      {(due.data?.rows ?? []).map((row) => (
        <p key={row.id} className="worse-line">
          <Link to={`/tasks/${row.id}`}>
            {row.no}　{row.title}
          </Link>
          <span className="quiet small">{[...new Set(row.parts.map((part) => part.unit.name))].join('、')}</span>
        </p>
      ))}
    </Section>
  )
}

function Fresh({ board }: { board: Overview }) {
  const fresh = byTask(board.newlyOverdue)
  return (
    <Section title="近 7 天新逾期的">
      {fresh.length === 0 && <p className="quiet">近 7 天没有新的逾期。</p>}
      {fresh.map((one) => (
        <p key={`${one.task.id}-${one.dueOn}`} className="worse-line">
          <Link to={`/tasks/${one.task.id}`}>
            {one.task.no}　{one.task.title}
          </Link>
          <span className="quiet small">
            {one.units.slice(0, 4).join('、')}
            {one.units.length > 4 && `等 ${one.units.length} 个单位`}　{dayText(one.dueOn)}到期
          </span>
        </p>
      ))}
    </Section>
  )
}
