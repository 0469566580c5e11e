import { addDays, addMonths, civilDay, isoDay, isIsoDate } from '../../kernel/dates.ts'
import { countOf } from './numbering.ts'
import { datesIn } from './printed-dates.ts'

/** A deadline counted from a day: that of the document, or one that is printed with it. */
export interface RelativeDeadline {
  /** The last day; null when the day to count from is not known, or working days are counted. */
  readonly due: string | null
  /** `issue` when it runs from the day of the document, `printed` from a day named beside it. */
  readonly from: 'issue' | 'printed'
  readonly unit: 'calendar' | 'working'
}

const amount = '(?<amount>\\d{1,3}|[一二两三四五六七八九十]{1,3}|半)'
const measure = '(?<measure>个?工作日|日|天|个?月|个?季度|个?星期|周|年)(?<half>半)?'
const within = '(?:之内|以内|内|前)?'
const document =
  '(?:本|该)?(?:通知|方案|文件|意见|办法|清单|措施|细则|计划|要点|规定|政策|决定|行动方案|实施方案|实施意见|若干措施|工作方案)?'
const issue = new RegExp(
  `(?:自|从|在|于)?${document}(?:正式)?(?:发文|行文|印发|发布|公布|下发|发出|签发|出台|实施|施行|印制|发放|部署)(?:之日|当日|之后|日|以)?(?:起|后|算起|起算)?[，,]?(?:的)?${amount}${measure}${within}`,
)
const printedDay = new RegExp(`^(?:起|后|起算|算起|之后)[，,]?${amount}${measure}${within}`)

/** 自发文之日起3个月内, 方案印发后30日内, 2024年6月1日起两个月内; null for every other deadline. */
export function relativeDeadline(text: string, issuedOn: string | null): RelativeDeadline | null {
  const plain = text.replace(/\s/g, '')
  const own = issue.exec(plain)
  if (own) return count(own, issuedOn, 'issue')
  for (const date of datesIn(plain)) {
    const after = printedDay.exec(plain.slice(date.end))
    if (!after || !date.exact || date.year === null) continue
    const day = isoDay(civilDay(date.year, date.month, date.day ?? 1))
    return count(after, isIsoDate(day) ? day : null, 'printed')
  }
  return null
}

function count(m: RegExpExecArray, start: string | null, from: RelativeDeadline['from']): RelativeDeadline {
  const { amount: printed = '', measure: unit = '', half } = m.groups ?? {}
  if (unit.includes('工作日')) return { due: null, from, unit: 'working' }
  const whole = printed === '半' ? 0 : printed === '两' ? 2 : countOf(printed)
  if (start === null || !Number.isFinite(whole)) return { due: null, from, unit: 'calendar' }
  const due = add(start, whole, unit, printed === '半' || half !== undefined)
  return { due, from, unit: 'calendar' }
}

/** Half a month is fifteen days, half a year six months. */
function add(start: string, whole: number, unit: string, half: boolean): string {
  if (unit.includes('季')) return addMonths(start, whole * 3)
  if (unit.includes('月')) return addDays(addMonths(start, whole), half ? 15 : 0)
  if (unit.includes('年')) return addMonths(start, whole * 12 + (half ? 6 : 0))
  return addDays(start, /周|星期/.test(unit) ? whole * 7 : whole)
}
