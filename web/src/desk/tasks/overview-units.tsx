import { Link } from '@tanstack/react-router'
import type { Overview } from '@yingshang/core/tasks/overview-contract'
import { unitGroupWords } from '@yingshang/core/tasks/overview-labels.zh'
import Button from 'antd/es/button'
import { useState } from 'react'
import { shareText } from '../../ui/day.ts'
import { ListTable, type Column } from '../../ui/list-table.tsx'
import { Section } from '../../ui/page.tsx'
import { Late } from './overview-lists.tsx'

type Group = Overview['groups'][number]
type UnitLine = Group['units'][number]

const few = 8

/** Who is late, in groups of units that may be compared; the count stands beside every rate. */
export function OverviewUnits({ board }: { board: Overview }) {
  return (
    <>
      {board.groups.map((group) => (
        <UnitGroup key={group.group} group={group} />
      ))}
    </>
  )
}

function UnitGroup({ group }: { group: Group }) {
  const [all, setAll] = useState(false)
  const units = [...group.units].sort(
    (a, b) => b.figures.overdue.parts - a.figures.overdue.parts || b.figures.dueSoon.parts - a.figures.dueSoon.parts,
  )
  return (
    <Section title={`谁慢了：${unitGroupWords[group.group]}（${units.length}）`}>
      <ListTable
        label={unitGroupWords[group.group]}
        columns={columns}
        rows={all ? units : units.slice(0, few)}
        rowKey={(row) => row.unit.id}
      />
      {units.length > few && (
        <p className="no-print" style={{ marginTop: 8 }}>
          <Button size="small" onClick={() => setAll(!all)}>
            {all ? '只看前几个' : `全部 ${units.length} 个`}
          </Button>
        </p>
      )}
    </Section>
  )
}

const columns: readonly Column<UnitLine>[] = [
  {
    key: 'unit',
    title: '单位',
    card: 'title',
    render: (row) => (
      <Link to="/tasks" search={{ unit: row.unit.id } as never} className="unit">
        {row.unit.name}
      </Link>
    ),
  },
  { key: 'held', title: '承担', align: 'number', render: (row) => row.figures.held.parts },
  {
    key: 'overdue',
    title: '逾期',
    align: 'number',
    render: (row) => (
      <Link to="/tasks" search={{ unit: row.unit.id, figure: 'overdue' } as never}>
        <Late overdue={row.figures.overdue.parts} overdueBefore={row.overdueBefore} />
      </Link>
    ),
  },
  { key: 'soon', title: '临期', align: 'number', render: (row) => row.figures.dueSoon.parts },
  {
    key: 'onTime',
    title: '首次按期报送',
    align: 'number',
    render: (row) => {
      const { onTime, late } = row.figures
      return <span className="keep">{shareText(onTime.parts, onTime.parts + late.parts)}</span>
    },
  },
]
