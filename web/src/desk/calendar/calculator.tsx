import { isCalendarDay, OutsideCalendar } from '@yingshang/core/kernel/work-calendar-days'
import { explainDays, explainTo, type ExplainedDay } from '@yingshang/core/kernel/work-calendar-explain'
import { dayReason } from '@yingshang/core/kernel/work-calendar-labels.zh'
import { countWorkingDays, type WorkCalendar } from '@yingshang/core/kernel/work-calendar'
import Input from 'antd/es/input'
import Radio from 'antd/es/radio'
import { useState } from 'react'
import { dayText } from '../../ui/day.ts'
import { DayField } from '../../ui/day-field.tsx'
import { Field } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'

type Way = 'add' | 'count'
const most = 500

interface Answer {
  readonly sentence: string
  readonly days: readonly ExplainedDay[]
}

/** 从…起第 n 个工作日, or how many lie between two days, with every day and its reason. */
export function Calculator({ calendar, today }: { calendar: WorkCalendar; today: string }) {
  const [way, setWay] = useState<Way>('add')
  const [from, setFrom] = useState<string | undefined>(today)
  const [number, setNumber] = useState('15')
  const [to, setTo] = useState<string>()
  const wrongNumber = /^[1-9]\d{0,2}$/.test(number) && +number <= most ? undefined : `请填 1 到 ${most} 之间的整数`
  const answer = from === undefined ? undefined : answerOf(calendar, way, from, wrongNumber ? 0 : +number, to)
  return (
    <Section title="工作日推算">
      <div className="calculator">
        <div className="form no-print">
          <Radio.Group value={way} onChange={(event) => setWay(event.target.value as Way)} aria-label="怎么算">
            <Radio value="add">算到期日</Radio>
            <Radio value="count">算两天之间</Radio>
          </Radio.Group>
          <Field label="从哪天起" hint="这一天是起算日，不计在内。">
            {({ id }) => <DayField id={id} value={from} min={calendar.first} max={calendar.last} onChange={setFrom} />}
          </Field>
          {way === 'add' ? (
            <Field label="第几个工作日" wrong={wrongNumber}>
              {(ids) => (
                <Input
                  {...ids}
                  inputMode="numeric"
                  style={{ width: '8rem' }}
                  value={number}
                  onChange={(event) => setNumber(event.target.value.trim())}
                />
              )}
            </Field>
          ) : (
            <Field label="到哪天" hint="这一天计在内。">
              {({ id }) => <DayField id={id} value={to} min={calendar.first} max={calendar.last} onChange={setTo} />}
            </Field>
          )}
        </div>
        <div className="answer" aria-live="polite">
          <p className="strong">{answer?.sentence ?? '填好日期以后，结果显示在这里。'}</p>
          {answer && answer.days.length > 0 && <Days days={answer.days} />}
        </div>
      </div>
    </Section>
  )
}

function answerOf(
  calendar: WorkCalendar,
  way: Way,
  from: string,
  number: number,
  to: string | undefined,
): Answer | undefined {
  if (!isCalendarDay(from) || (way === 'add' && number === 0)) return undefined
  try {
    if (way === 'add') {
      const days = explainDays(calendar, from, number)
      return { sentence: `第 ${number} 个工作日是 ${dayText(days.at(-1)!.day)}${tentative(days)}。`, days }
    }
    if (to === undefined || !isCalendarDay(to)) return undefined
    if (to < from) return { sentence: '“到哪天”早于“从哪天起”，请换一下。', days: [] }
    const days = explainTo(calendar, from, to)
    return { sentence: `其间有 ${countWorkingDays(calendar, from, to)} 个工作日${tentative(days)}。`, days }
  } catch (error) {
    if (!(error instanceof OutsideCalendar)) throw error
    return { sentence: `结果超出工作日历的范围（到 ${calendar.last} 为止），请减少天数。`, days: [] }
  }
}

function tentative(days: readonly ExplainedDay[]): string {
  return days.some((day) => day.unsettled) ? '（暂定，其间有放假通知尚未发布的日子）' : ''
}

function Days({ days }: { days: readonly ExplainedDay[] }) {
  return (
    <div className="explained" tabIndex={0} role="region" aria-label="逐日说明">
      <table className="list" aria-label="逐日说明">
        <thead>
          <tr>
            <th scope="col">日期</th>
            <th scope="col">是什么日子</th>
            <th scope="col" className="number">
              第几个工作日
            </th>
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.day} className={day.number === null ? 'quiet' : undefined}>
              <td className="keep">{dayText(day.day)}</td>
              <td>
                {day.dayZero ? `起算日，不算（${dayReason(day)}）` : dayReason(day)}
                {day.unsettled && '，暂定'}
              </td>
              <td className="number">{day.number ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
