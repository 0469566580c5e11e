import { Link } from '@tanstack/react-router'
import { overview, type Overview } from '@yingshang/core/tasks/overview-contract'
import type { FigureName } from '@yingshang/core/tasks/overview-figures'
import { figureWords } from '@yingshang/core/tasks/overview-labels.zh'
import { useRead } from '../../api/use-read.ts'
import { dayText } from '../../ui/day.ts'
import { Figures } from '../../ui/figures.tsx'
import { Section } from '../../ui/page.tsx'
import { Loaded } from '../../ui/problem-notice.tsx'
import type { CampaignHead } from '../frame/session.tsx'
import { OverviewLists } from './overview-lists.tsx'
import { OverviewUnits } from './overview-units.tsx'
import { byTask, worseLines } from './worse-lines.ts'

const shown: readonly FigureName[] = [
  'overdue',
  'newlyOverdue',
  'dueSoon',
  'unsigned',
  'toVerify',
  'returned',
  'confirmed',
]

/** Where we stand, who is late, what is getting worse; every figure opens down to its cases. */
export function OverviewBoard({ campaign }: { campaign: CampaignHead }) {
  const board = useRead(overview, { params: { campaignId: campaign.id } })
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
              late: name === 'overdue' || name === 'newlyOverdue',
            }))}
          />
          <p className="quiet small" style={{ marginTop: 6 }}>
            按各单位的部分计数：共 {found.total.figures.held.parts} 个部分，{found.tasks.all} 项任务，其中办结{' '}
            {found.tasks.concluded} 项、转入常态 {found.tasks.routine} 项。点数字看是哪些。
          </p>
          <div className="today-columns">
            <div>
              <Worse board={found} />
              <OverviewLists board={found} />
            </div>
            <div>
              <OverviewUnits board={found} />
            </div>
          </div>
        </>
      )}
    </Loaded>
  )
}

function Worse({ board }: { board: Overview }) {
  const lines = worseLines(board)
  return (
    <Section title="什么在变差">
      {lines.length === 0 && board.newlyOverdue.length === 0 && <p className="quiet">和一周前相比，没有变差的。</p>}
      <ul className="plain">
        {lines.map((line) => (
          <li key={line.figure} className="row" style={{ padding: '3px 0' }}>
            <Link to="/tasks" search={{ figure: line.figure } as never} className="strong">
              {figureWords[line.figure]} {line.now}
            </Link>
            <span>
              比一周前多 <b className="official">{line.now - line.before}</b>
            </span>
            <span className="quiet">
              （{board.since} 时 {line.before}）
            </span>
          </li>
        ))}
      </ul>
      {byTask(board.newlyOverdue)
        .slice(0, 8)
        .map((one) => (
          <p key={`${one.task.id}-${one.dueOn}`} className="worse-line">
            <Link to={`/tasks/${one.task.id}`}>
              {one.task.no}　{one.task.title}
            </Link>
            <span className="quiet small">
              {one.units.slice(0, 3).join('、')}
              {one.units.length > 3 && `等 ${one.units.length} 个单位`}　{dayText(one.dueOn)}到期
            </span>
          </p>
        ))}
      <Oldest title="等核查最久的" one={board.oldestToVerify} />
      <Oldest title="等批最久的申请" one={board.oldestRequest} />
    </Section>
  )
}

function Oldest({ title, one }: { title: string; one: Overview['oldestToVerify'] }) {
  if (!one) return null
  return (
    <p className="small" style={{ marginTop: 8 }}>
      <span className="quiet">{title}：</span>
      <Link to={`/tasks/${one.task.id}`}>
        {one.task.no}　{one.task.title}
      </Link>
      <span className="quiet">
        {' '}
        {one.unit.name}，等了 {one.workingDays} 个工作日
      </span>
    </p>
  )
}
