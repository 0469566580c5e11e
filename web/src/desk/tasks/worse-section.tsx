import { Link } from '@tanstack/react-router'
import type { Overview } from '@yingshang/core/tasks/overview-contract'
import { figureWords } from '@yingshang/core/tasks/overview-labels.zh'
import { dayText } from '../../ui/day.ts'
import { Section } from '../../ui/page.tsx'
import { worsened, type Worsened } from './lateness.ts'
import { byTask, worseLines } from './worse-lines.ts'

/** What changed for the worse in seven days, each line opening to its cases. */
export function WorseSection({ board }: { board: Overview }) {
  const { units, lists } = worsened(board)
  const lines: Worsened[] = worseLines(board).map(({ figure, now, before }) => ({
    key: figure,
    name: figureWords[figure],
    now,
    before,
    search: { figure },
  }))
  const fresh = byTask(board.newlyOverdue)
  const nothing = lines.length + units.length + lists.length + fresh.length === 0
  return (
    <Section title="什么在变差" more={<span className="quiet small">和 {board.since} 相比</span>}>
      {nothing && <p className="quiet">和一周前相比，没有变差的。</p>}
      <Lines title="" lines={lines} />
      <Lines title="逾期变多的单位" lines={units.slice(0, 6)} />
      <Lines title="逾期变多的清单" lines={lists} />
      {fresh.length > 0 && <h3 className="worse-title">近 7 天新逾期的任务</h3>}
      {fresh.slice(0, 8).map((one) => (
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
      {board.oldestRequest && (
        <p className="quiet small" style={{ marginTop: 8 }}>
          等批最久的申请：
          <Link to={`/tasks/${board.oldestRequest.task.id}`}>
            {board.oldestRequest.task.no}　{board.oldestRequest.task.title}
          </Link>
          {'　'}
          {board.oldestRequest.unit.name}，等了 {board.oldestRequest.workingDays} 个工作日
        </p>
      )}
    </Section>
  )
}

function Lines({ title, lines }: { title: string; lines: readonly Worsened[] }) {
  if (lines.length === 0) return null
  return (
    <>
      {title !== '' && <h3 className="worse-title">{title}</h3>}
      {lines.map((line) => (
        <p key={line.key} className="worse-line">
          <Link to="/tasks" search={line.search as never}>
            {line.name}
          </Link>
          <span>
            {line.before} → <b className="official">{line.now}</b>
            <span className="quiet small">　多 {line.now - line.before}</span>
          </span>
        </p>
      ))}
    </>
  )
}
