import { readMoves } from '@yingshang/core/calendar/contract'
import { firstCalendarYear, lastCalendarYear } from '@yingshang/core/kernel/work-calendar-statutory'
import { workingDaysOfYear } from '@yingshang/core/kernel/work-calendar'
import { yearStatusNames } from '@yingshang/core/kernel/work-calendar-labels.zh'
import { Link } from '@tanstack/react-router'
import Button from 'antd/es/button'
import { useRead } from '../../api/use-read.ts'
import { Page, Section } from '../../ui/page.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { Loaded } from '../../ui/problem-notice.tsx'
import { useUrlState } from '../../ui/use-url-state.ts'
import { useSession } from '../frame/session.tsx'
import { Calculator } from './calculator.tsx'
import { CalendarTabs } from './calendar-tabs.tsx'
import { HolidayTable } from './holiday-table.tsx'
import { monthsOf } from './month-days.ts'
import { MonthGrid } from './month-grid.tsx'
import { useKeptCalendar } from './use-kept-calendar.ts'
import './calendar.css'

/** A year at a glance: which days are worked, by word, shape and colour; and a small calculator. */
export function YearPage() {
  const { me } = useSession()
  const [url, change] = useUrlState({ year: 'text' })
  const { found, calendar } = useKeptCalendar()
  const asked = /^\d{4}$/.test(url.year ?? '') ? +url.year! : +me.businessDay.slice(0, 4)
  const year = Math.min(lastCalendarYear, Math.max(firstCalendarYear, asked))
  const go = (to: number) => change({ year: String(to) }, false)
  const status = calendar?.statusOfYear[year] ?? 'none'
  return (
    <Page
      title="工作日历"
      state={
        calendar &&
        `${year} 年：${yearStatusNames[status]}，工作日 ${workingDaysOfYear(calendar, year)} 天${status === 'published' ? '' : '（暂定）'}。现用第 ${found.data!.current.number} 版。`
      }
      actions={<PrintButton label="打印全年" />}
    >
      <CalendarTabs here="/calendar" />
      <Loaded query={found}>
        {({ years }) =>
          calendar && (
            <>
              <div className="year-choice no-print" role="group" aria-label="年份">
                <Button disabled={year <= firstCalendarYear} onClick={() => go(year - 1)}>
                  {year - 1} 年
                </Button>
                <b aria-live="polite">{year} 年</b>
                <Button disabled={year >= lastCalendarYear} onClick={() => go(year + 1)}>
                  {year + 1} 年
                </Button>
              </div>
              <Waiting />
              <YearNotice year={year} status={status} open={years.find((one) => one.year === year)?.decemberOpen} />
              <Legend />
              <div className="year-months">
                {monthsOf(calendar, year).map((month) => (
                  <MonthGrid key={month.month} year={year} month={month} today={me.businessDay} />
                ))}
              </div>
              <Section title={`${year} 年放假和调休`}>
                <HolidayTable months={monthsOf(calendar, year)} />
              </Section>
              <Calculator calendar={calendar} today={me.businessDay} />
            </>
          )
        }
      </Loaded>
    </Page>
  )
}

/** Deadlines that a version moved to and nobody has confirmed yet. */
function Waiting() {
  const { office, is } = useSession()
  const moves = useRead(readMoves, {}, { enabled: office || is('administrator') })
  const count = moves.data?.lists.reduce((sum, list) => sum + list.total, 0) ?? 0
  if (count === 0) return null
  return (
    <p className="notice caution no-print">
      有 {count} 件在办的期限按第 {moves.data!.number} 版日历会变动，还没有人确认。
      <Link to="/calendar/moves">看清单</Link>
    </p>
  )
}

function YearNotice({ year, status, open }: { year: number; status: string; open: boolean | undefined }) {
  const { office, is } = useSession()
  const keeps = office || is('administrator')
  if (status === 'published' && !open) return null
  const said =
    status === 'published'
      ? `${year} 年 12 月 25 日以后的日子要等 ${year + 1} 年的放假通知才能定，涉及的期限标为暂定。`
      : status === 'provisional'
        ? `${year} 年是预排的，放假通知发布前，涉及的期限都标为暂定。`
        : `${year} 年的放假通知还没有载入，下面只按双休日和法定节假日推算，涉及的期限都标为暂定。`
  return (
    <p className="notice caution">
      {said}
      {keeps && (
        <Link className="no-print" to="/calendar/change">
          载入放假通知
        </Link>
      )}
    </p>
  )
}

function Legend() {
  return (
    <ul className="plain day-legend" aria-label="图例">
      <li>
        <span className="day-mark rest">休</span>放假
      </li>
      <li>
        <span className="day-mark work">班</span>调休上班
      </li>
      <li>
        <span className="day-mark rest local">本地休</span>
        <span className="day-mark work local">本地班</span>本地安排
      </li>
      <li>
        <span className="weekend">6</span>双休日
      </li>
      <li>
        <span className="unsettled">28</span>暂定
      </li>
    </ul>
  )
}
