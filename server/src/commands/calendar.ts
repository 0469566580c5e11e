import { isCalendarDay, OutsideCalendar } from '@yingshang/core/kernel/work-calendar-days'
import { explainDays } from '@yingshang/core/kernel/work-calendar-explain'
import { explainedDayLine } from '@yingshang/core/kernel/work-calendar-labels.zh'
import { shippedCalendarVersion } from '@yingshang/core/kernel/work-calendar-notices'
import {
  addWorkingDays,
  buildWorkCalendar,
  countWorkingDays,
  touchesUnpublished,
  type WorkCalendar,
} from '@yingshang/core/kernel/work-calendar'
import type { CommandPlace, CommandRun } from './command.ts'

/** Arguments that cannot be used: the sentence says which one and what to write instead. */
class Unusable extends Error {
  readonly code: string
  constructor(code: string, sentence: string) {
    super(sentence)
    this.code = code
  }
}

/** `calendar add FROM DAYS`: the day alone on standard output, 暂定 on standard error. */
export const runAdd: CommandRun = (args, place) =>
  answer(place, (calendar) => {
    const [from, days] = twoOf(args, 'calendar add', '起始日期 工作日数', '2022-09-28 15')
    const start = dayOf(calendar, from)
    const due = addWorkingDays(calendar, start, numberOf(days, -5000, 5000))
    place.print(`${due}\n`)
    warnUnpublished(calendar, place, start, due)
  })

/** `calendar count FROM TO`: the number alone; the first day does not count, the last does. */
export const runCount: CommandRun = (args, place) =>
  answer(place, (calendar) => {
    const [from, to] = twoOf(args, 'calendar count', '起始日期 截止日期', '2022-09-28 2022-10-24')
    const [start, end] = [dayOf(calendar, from), dayOf(calendar, to)]
    place.print(`${countWorkingDays(calendar, start, end)}\n`)
    warnUnpublished(calendar, place, start, end)
  })

/** `calendar explain FROM DAYS`: a line a day, from the day that does not count to the last counted one. */
export const runExplain: CommandRun = (args, place) =>
  answer(place, (calendar) => {
    const [from, days] = twoOf(args, 'calendar explain', '起始日期 工作日数', '2022-09-28 15')
    const start = dayOf(calendar, from)
    const explained = explainDays(calendar, start, numberOf(days, 1, 5000))
    place.print(explained.map((day) => `${explainedDayLine(day)}\n`).join(''))
    warnUnpublished(calendar, place, start, explained.at(-1)!.day)
  })

async function answer(place: CommandPlace, work: (calendar: WorkCalendar) => void): Promise<number> {
  const calendar = buildWorkCalendar(shippedCalendarVersion)
  try {
    work(calendar)
    return 0
  } catch (error) {
    if (error instanceof Unusable) place.complain(`${error.message}（${error.code}）\n`)
    else if (error instanceof OutsideCalendar)
      place.complain(`结果超出工作日历的范围（${calendar.first} 至 ${calendar.last}），请减少天数（${error.code}）\n`)
    else throw error
    return 2
  }
}

function twoOf(args: readonly string[], command: string, usage: string, example: string): [string, string] {
  const [first, second, ...rest] = args
  if (first === undefined || second === undefined || rest.length > 0)
    throw new Unusable('calendar.usage', `用法：yingshang ${command} ${usage}，例如 ${command} ${example}`)
  return [first, second]
}

function dayOf(calendar: WorkCalendar, text: string): string {
  if (isCalendarDay(text)) return text
  throw new Unusable(
    'calendar.day-invalid',
    `“${oneLine(text)}”不是可用的日期，请写成 2022-09-28 这样，范围是 ${calendar.first} 至 ${calendar.last}`,
  )
}

function numberOf(text: string, least: number, most: number): number {
  if (/^-?\d{1,4}$/.test(text) && +text >= least && +text <= most) return +text
  throw new Unusable('calendar.days-invalid', `“${oneLine(text)}”不是可用的天数，请写 ${least} 到 ${most} 之间的整数`)
}

function warnUnpublished(calendar: WorkCalendar, place: CommandPlace, from: string, to: string): void {
  if (!touchesUnpublished(calendar, from, to)) return
  place.complain('暂定：期间有放假通知未发布的日子，通知发布后需要重算\n')
}

const oneLine = (text: string) => text.replace(/\p{Cc}/gu, ' ').slice(0, 40)
