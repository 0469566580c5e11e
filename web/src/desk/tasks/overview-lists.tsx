import { Link } from '@tanstack/react-router'
import type { Overview } from '@yingshang/core/tasks/overview-contract'
import type { ReactNode } from 'react'
import { shareText } from '../../ui/day.ts'
import { ListTable, type Column } from '../../ui/list-table.tsx'
import { Section } from '../../ui/page.tsx'

interface Line {
  readonly key: string
  readonly name: string
  readonly note?: string
  readonly search: Readonly<Record<string, string>>
  readonly tasks: Overview['tasks']
  readonly overdue: number
  readonly overdueBefore: number
}

/** Progress by list and by stage. */
export function OverviewLists({ board }: { board: Overview }) {
  const lists = board.lists.map((row): Line => ({
    key: row.list.id,
    name: row.list.title,
    search: { list: row.list.id },
    tasks: row.tasks,
    overdue: row.figures.overdue.parts,
    overdueBefore: row.overdueBefore,
  }))
  const stages = board.stages.map((row): Line => ({
    key: String(row.stage.no),
    name: row.stage.name,
    note: `${row.stage.start} 至 ${row.stage.end}`,
    search: { stage: String(row.stage.no) },
    tasks: row.tasks,
    overdue: row.figures.overdue.parts,
    overdueBefore: row.overdueBefore,
  }))
  return (
    <>
      <Section title="办到哪里了：按清单">
        <ListTable label="按清单的进度" rows={lists} rowKey={(line) => line.key} columns={columns('清单')} />
      </Section>
      {stages.length > 0 && (
        <Section title="按阶段">
          <ListTable label="按阶段的进度" rows={stages} rowKey={(line) => line.key} columns={columns('阶段')} />
          <p className="quiet small" style={{ marginTop: 6 }}>
            阶段有交叉，各行不能相加；只算有日期的任务。
          </p>
        </Section>
      )}
    </>
  )
}

function columns(what: string): Column<Line>[] {
  return [
    {
      key: 'name',
      title: what,
      card: 'title',
      render: (line) => (
        <>
          <Link to="/tasks" search={line.search as never}>
            {line.name}
          </Link>
          {line.note && (
            <span className="quiet small" style={{ display: 'block' }}>
              {line.note}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'done',
      title: '办结和转入常态',
      width: '15rem',
      render: ({ tasks }) => <Share part={tasks.concluded + tasks.routine} whole={tasks.all} />,
    },
    { key: 'late', title: '逾期', align: 'number', width: '4.5rem', render: (line) => <Late {...line} /> },
  ]
}

function Share({ part, whole }: { part: number; whole: number }) {
  if (whole === 0) return <span className="quiet">没有在这一段到期的任务</span>
  return (
    <span className="share-bar">
      <span className="bar" aria-hidden="true">
        <i style={{ width: `${whole === 0 ? 0 : (part / whole) * 100}%` }} />
      </span>
      <span className="keep">{shareText(part, whole)}</span>
    </span>
  )
}

/** 「12 ▲2」: now, and how many more or fewer than a week ago. */
export function Late({ overdue, overdueBefore }: { overdue: number; overdueBefore: number }): ReactNode {
  const change = overdue - overdueBefore
  return (
    <span className="keep" title={`一周前 ${overdueBefore}`}>
      <span className={overdue > 0 ? 'official strong' : 'quiet'}>{overdue}</span>
      {change !== 0 && (
        <span className="quiet small">
          {' '}
          {change > 0 ? '多' : '少'} {Math.abs(change)}
        </span>
      )}
    </span>
  )
}
