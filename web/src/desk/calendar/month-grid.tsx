import { dayReason } from '@yingshang/core/kernel/work-calendar-labels.zh'
import { dayMarks, type ShownDay, type ShownMonth } from './month-days.ts'

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const

/** One month as a table of weeks. Every day that is not ordinary carries its word, a shape and a colour. */
export function MonthGrid({ year, month, today }: { year: number; month: ShownMonth; today: string }) {
  return (
    <table className="month">
      <caption>
        <b>{month.month} 月</b>
        <span className="only-read">{year} 年</span>
        <span className="quiet small">{month.workingDays} 个工作日</span>
      </caption>
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th key={name} scope="col">
              <span className="only-read">周</span>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map((week, at) => (
          <tr key={at}>
            {week.map((day, place) => (
              <td
                key={day?.day ?? place}
                className={day ? classOf(day, today) : undefined}
                title={day ? said(day) : undefined}
              >
                {day && <Day day={day} isToday={day.day === today} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Day({ day, isToday }: { day: ShownDay; isToday: boolean }) {
  const mark = dayMarks[day.kind]
  return (
    <>
      <span className="day-number">{+day.day.slice(8)}</span>
      {mark && <span className="day-word">{mark}</span>}
      {(day.name !== '' || day.unsettled || isToday) && (
        <span className="only-read">
          {isToday && '今天，'}
          {day.name !== '' && dayReason(day)}
          {day.unsettled && '，暂定'}
        </span>
      )}
    </>
  )
}

function said(day: ShownDay): string {
  return `${day.day} ${dayReason(day)}${day.unsettled ? '，暂定' : ''}`
}

function classOf(day: ShownDay, today: string): string {
  const local = day.kind === 'localHoliday' || day.kind === 'localWorkday'
  const named = dayMarks[day.kind] !== undefined
  return [
    named ? (day.working ? 'work' : 'rest') : day.working ? '' : 'weekend',
    local ? 'local' : '',
    day.unsettled ? 'unsettled' : '',
    day.day === today ? 'today' : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
}
