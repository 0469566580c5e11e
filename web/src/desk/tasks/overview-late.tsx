import { Link } from '@tanstack/react-router'
import type { Overview } from '@yingshang/core/tasks/overview-contract'
import { unitGroupWords } from '@yingshang/core/tasks/overview-labels.zh'
import { shareText } from '../../ui/day.ts'
import { ListTable, type Column } from '../../ui/list-table.tsx'
import { Section } from '../../ui/page.tsx'
import { comparedGroups, lateUnits, type ComparedGroup, type LateUnit } from './lateness.ts'
import { Late } from './overview-lists.tsx'

/** Only the units that are late; all others stand in the comparison of their groups. */
export function WhoIsLate({ board }: { board: Overview }) {
  const units = lateUnits(board)
  return (
    <Section title="谁慢了">
      <ListTable
        label="逾期的单位"
        columns={unitColumns}
        rows={units.slice(0, 12)}
        rowKey={(row) => row.unit.id}
        groupOf={(row) => unitGroupWords[row.group]}
        empty={<p className="quiet">今天没有单位逾期。</p>}
      />
      {units.length > 12 && (
        <p className="small" style={{ marginTop: 6 }}>
          <Link to="/tasks/overview">逾期的共 {units.length} 个单位，看全部</Link>
        </p>
      )}
    </Section>
  )
}

const unitColumns: readonly Column<LateUnit>[] = [
  {
    key: 'unit',
    title: '单位',
    card: 'title',
    render: (row) => (
      <Link to="/tasks" search={{ unit: row.unit.id, figure: 'overdue' } as never} className="unit">
        {row.unit.name}
      </Link>
    ),
  },
  {
    key: 'overdue',
    title: '逾期',
    align: 'number',
    render: (row) => <Late overdue={row.figures.overdue.parts} overdueBefore={row.overdueBefore} />,
  },
  { key: 'held', title: '承担', align: 'number', render: (row) => row.figures.held.parts },
  {
    key: 'onTime',
    title: '首次按期报送',
    align: 'number',
    render: (row) => <span className="keep">{rate(row)}</span>,
  },
]

/** Groups of units that may be compared, one row each. */
export function Groups({ board }: { board: Overview }) {
  return (
    <Section
      title="同类单位"
      more={
        <Link className="no-print" to="/tasks/overview">
          看各单位
        </Link>
      }
    >
      <ListTable label="同类单位比较" columns={groupColumns} rows={comparedGroups(board)} rowKey={(row) => row.group} />
    </Section>
  )
}

const groupColumns: readonly Column<ComparedGroup>[] = [
  {
    key: 'group',
    title: '类别',
    card: 'title',
    render: (row) => `${unitGroupWords[row.group]}（${row.units}）`,
  },
  { key: 'held', title: '承担', align: 'number', render: (row) => row.figures.held.parts },
  {
    key: 'overdue',
    title: '逾期',
    align: 'number',
    render: (row) => <Late overdue={row.figures.overdue.parts} overdueBefore={row.overdueBefore} />,
  },
  {
    key: 'onTime',
    title: '首次按期报送',
    align: 'number',
    render: (row) => <span className="keep">{rate(row)}</span>,
  },
]

type Answered = Readonly<Record<'onTime' | 'late', { readonly parts: number }>>

function rate({ figures }: { readonly figures: Answered }): string {
  return shareText(figures.onTime.parts, figures.onTime.parts + figures.late.parts)
}
