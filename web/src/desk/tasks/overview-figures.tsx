import { Link } from '@tanstack/react-router'
import type { Overview } from '@yingshang/core/tasks/overview-contract'
import { shareText } from '../../ui/day.ts'
import '../../ui/styles/figures.css'

interface Large {
  readonly label: string
  readonly value: string
  readonly note: string
  readonly search: Readonly<Record<string, string>>
  readonly late?: boolean
}

/** Where we stand in six figures, each with its count and its way down to the cases. */
export function OverviewFigures({ board }: { board: Overview }) {
  return (
    <div className="figures large">
      {figuresOf(board).map(({ label, value, note, search, late }) => (
        <Link key={label} to="/tasks" search={search as never}>
          <span>{label}</span>
          <b className={late ? 'late' : undefined}>{value}</b>
          <span>{note}</span>
        </Link>
      ))}
    </div>
  )
}

function figuresOf({ tasks, total, groups, oldestToVerify }: Overview): Large[] {
  const { overdue, newlyOverdue, dueSoon, toVerify, onTime, late } = total.figures
  const done = tasks.concluded + tasks.routine
  const lateUnits = groups.flatMap((group) => group.units).filter((row) => row.figures.overdue.parts > 0).length
  const answered = onTime.parts + late.parts
  const [rate = '—', count = ''] = shareText(onTime.parts, answered).split(/(?=（)/)
  return [
    {
      label: '办结和转入常态',
      value: String(done),
      note: `共 ${tasks.all} 项，${shareText(done, tasks.all)}`,
      search: { status: 'concluded,routine' },
    },
    {
      label: '逾期',
      value: String(overdue.parts),
      note: overdue.parts === 0 ? '没有单位逾期' : `${lateUnits} 个单位，${overdue.tasks} 项任务`,
      search: { figure: 'overdue' },
      late: overdue.parts > 0,
    },
    {
      label: '近 7 天新逾期',
      value: String(newlyOverdue.parts),
      note: `${newlyOverdue.tasks} 项任务`,
      search: { figure: 'newlyOverdue' },
      late: newlyOverdue.parts > 0,
    },
    { label: '临期', value: String(dueSoon.parts), note: `${dueSoon.tasks} 项任务`, search: { figure: 'dueSoon' } },
    {
      label: '等营商办核查',
      value: String(toVerify.parts),
      note: oldestToVerify ? `最久的等了 ${oldestToVerify.workingDays} 个工作日` : '没有等着核查的',
      search: { figure: 'toVerify' },
    },
    {
      label: '首次按期报送',
      value: rate,
      note: `${count.slice(1, -1)}，超期 ${late.parts} 个`,
      search: { figure: 'late' },
    },
  ]
}
