import type { movingList } from '@yingshang/core/calendar/contract'
import { changedDayLine, deadlineListNames, effectNames } from '@yingshang/core/calendar/labels.zh'
import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import { dayText } from '../../ui/day.ts'
import { ListTable } from '../../ui/list-table.tsx'

export type MovingList = z.output<typeof movingList>
type Moving = MovingList['items'][number]

/** 「任务清单中各单位的期限 20 件：到期日变动 3 件，只变提醒日 17 件。」 */
export function movingSentence(list: MovingList): string {
  const parts = [
    list.due > 0 ? `到期日变动 ${list.due} 件` : '',
    list.alerts > 0 ? `只变临期提醒日 ${list.alerts} 件` : '',
    list.certainty > 0 ? `只变暂定与否 ${list.certainty} 件` : '',
  ].filter((part) => part !== '')
  return `${deadlineListNames[list.list]} ${list.total} 件：${parts.join('，')}。`
}

/** Old date, new date, and the days that are the reason. */
export function MovingTable({ list }: { list: MovingList }) {
  return (
    <ListTable<Moving>
      label={deadlineListNames[list.list]}
      rows={list.items}
      rowKey={(one) => one.id}
      columns={[
        {
          key: 'what',
          title: '事项',
          card: 'title',
          render: (one) => (
            <Link to={one.path as never} className="two-lines">
              {one.title}
            </Link>
          ),
        },
        { key: 'unit', title: '单位', width: '9rem', render: (one) => one.unit },
        {
          key: 'before',
          title: '现在',
          width: '13rem',
          render: (one) => <Dates of={one.before} effect={one.effect} />,
        },
        {
          key: 'after',
          title: '重算后',
          width: '13rem',
          render: (one) => (
            <b>
              <Dates of={one.after} effect={one.effect} />
            </b>
          ),
        },
        {
          key: 'because',
          title: '为什么',
          render: (one) => (
            <>
              <span>{effectNames[one.effect]}</span>
              {one.because.slice(0, 6).map((day) => (
                <p key={day.day} className="quiet small">
                  {changedDayLine(day)}
                </p>
              ))}
              {one.because.length > 6 && <p className="quiet small">共 {one.because.length} 天</p>}
            </>
          ),
        },
      ]}
    />
  )
}

function Dates({ of, effect }: { of: Moving['before']; effect: Moving['effect'] }) {
  const tentative = of.provisional ? '，暂定' : ''
  if (effect === 'alerts')
    return (
      <span className="keep">
        {of.blueFrom} 起临期
        <br />
        {of.yellowFrom} 起即将到期
      </span>
    )
  return (
    <span className="keep">
      {dayText(of.dueOn)}
      {tentative}
    </span>
  )
}
