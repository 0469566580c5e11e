import { EmptyState } from '../../ui/empty-state.tsx'
import { dayText } from '../../ui/day.ts'
import { ListTable } from '../../ui/list-table.tsx'
import { holidaysOf, type HolidayRow, type ShownMonth } from './month-days.ts'

/** The year as a notice says it: each holiday, its days off, the weekend days worked for it. */
export function HolidayTable({ months }: { months: readonly ShownMonth[] }) {
  return (
    <ListTable<HolidayRow>
      label="放假和调休"
      rows={holidaysOf(months)}
      rowKey={(row) => `${row.name} ${row.off[0]?.from ?? row.worked[0]}`}
      empty={<EmptyState title="没有放假安排">这一年还没有任何安排。</EmptyState>}
      columns={[
        {
          key: 'name',
          title: '节日',
          width: '12rem',
          card: 'title',
          render: (row) => (row.local ? `${row.name}（本地安排）` : row.name),
        },
        {
          key: 'off',
          title: '放假',
          render: (row) =>
            row.off.length === 0
              ? '—'
              : row.off
                  .map(({ from, to, days }) =>
                    days === 1 ? dayText(from) : `${dayText(from)}至 ${dayText(to)}，共 ${days} 天`,
                  )
                  .join('；'),
        },
        { key: 'worked', title: '调休上班', render: (row) => row.worked.map(dayText).join('、') || '—' },
      ]}
    />
  )
}
