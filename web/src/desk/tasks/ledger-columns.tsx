import { Link } from '@tanstack/react-router'
import type { TaskRow } from '@yingshang/core/tasks/contract'
import { AlertMark } from '../../ui/alert-mark.tsx'
import { dayText } from '../../ui/day.ts'
import type { Column } from '../../ui/list-table.tsx'
import { urgentPart } from './urgent-part.ts'
import { kindNames, taskNames } from '@yingshang/core/tasks/labels.zh'

export const ledgerColumns: readonly Column<TaskRow>[] = [
  {
    key: 'no',
    title: '编号',
    width: '4rem',
    printWidth: '8%',
    sort: 'position',
    card: 'hidden',
    render: (task) => task.no,
  },
  {
    key: 'title',
    title: '任务',
    printWidth: '24%',
    sort: 'title',
    card: 'title',
    render: (task) => (
      <Link to={`/tasks/${task.id}`} className="two-lines" title={task.title}>
        <span className="only-narrow">{task.no}　</span>
        {task.title}
      </Link>
    ),
  },
  {
    key: 'units',
    yields: true,
    title: '责任单位',
    width: '17rem',
    printWidth: '20%',
    card: 'plain',
    render: (task) => <Units task={task} />,
  },
  {
    key: 'dueOn',
    title: '完成时限',
    width: '11rem',
    printWidth: '15%',
    sort: 'dueOn',
    card: 'plain',
    render: (task) => <Due task={task} />,
  },
  {
    key: 'alert',
    title: '红黄蓝灯',
    width: '12rem',
    printWidth: '11%',
    card: 'plain',
    render: (task) =>
      task.alert === 'none' ? (
        <span className="quiet">{taskNames[task.status]}</span>
      ) : (
        <AlertMark level={task.alert} left={task.timeLeft} />
      ),
  },
  {
    key: 'latest',
    yields: true,
    title: '最近进展',
    width: '18rem',
    printWidth: '22%',
    card: 'hidden',
    render: (task) =>
      task.latestReport ? (
        <span className="small two-lines" title={task.latestReport.text}>
          <span className="quiet keep">{task.latestReport.on}</span> {task.latestReport.text}
        </span>
      ) : (
        <span className="quiet small">没有报过</span>
      ),
  },
]

const fewUnits = 4

/** Lead first; more than four units are counted on the screen, all are there on hover, in the detail and in print. */
function Units({ task }: { task: TaskRow }) {
  const order = { lead: 0, responsible: 1, supporting: 2 } as const
  const parts = [...task.parts].sort((a, b) => order[a.role] - order[b.role])
  const names = [...new Set(parts.map((part) => (part.role === 'lead' ? `${part.unit.name}（牵头）` : part.unit.name)))]
  if (names.length === 0) return <span className="quiet">—</span>
  return (
    <span title={names.join('、')}>
      {names.map((name, place) => (
        <span key={name} className={place < fewUnits ? 'unit' : 'unit print-inline'}>
          {name}
          {place < names.length - 1 && (place === fewUnits - 1 ? <span className="print-inline">、</span> : '、')}
        </span>
      ))}
      {names.length > fewUnits && <span className="quiet no-print">等 {names.length} 个</span>}
    </span>
  )
}

function Due({ task }: { task: TaskRow }) {
  const urgent = urgentPart(task)
  return (
    <span>
      {task.dueOn ? <span className="keep">{dayText(task.dueOn)}</span> : kindNames[task.printed.kind]}
      {task.dueSetBy === 'office' && task.dueOn && <span className="quiet small keep own-date"> 本办自定</span>}
      {urgent !== undefined && urgent.dueOn !== task.dueOn && (
        <span className="quiet small" style={{ display: 'block' }}>
          最紧的一部分 {urgent.dueOn}
          {urgent.provisional && '（暂定）'}
        </span>
      )}
      {task.firstDueOn && task.dueOn && task.firstDueOn !== task.dueOn && (
        <span className="quiet small" style={{ display: 'block' }}>
          原定 {task.firstDueOn}
        </span>
      )}
    </span>
  )
}
