import type { DeadlineKind, PlanTask } from '../package.ts'
import { relativeDeadline } from './relative-deadlines.ts'
import { dateExists, datesIn, lastDayOf, type PrintedDate } from './printed-dates.ts'

/** What is known about the year of a date that prints none. */
export interface YearContext {
  /** The year of the list, the document's title or number; null when nothing says it. */
  readonly year: number | null
  /** The campaign's first and last day, when the text states them. */
  readonly start: string | null
  readonly end: string | null
  /** The day the document was signed, for deadlines that run from it; absent when it prints none. */
  readonly issuedOn?: string | null
}

export type Deadline = PlanTask['deadline']
export type DeadlineTrouble =
  | 'impossible-date'
  | 'deadline-unread'
  | 'year-assumed'
  | 'deadline-from-issue'
  | 'deadline-start-unknown'
  | 'deadline-in-working-days'

const ongoingWords = /动态|滚动|不懈|长期|常年|长年|持续|常态|全年|贯穿|始终|经常|日常|不断|年年|一直/
const every: readonly (readonly [RegExp, string])[] = [
  [/每(?:两|2|二)个?月/, 'twoMonths'],
  [/每(?:个)?半年|半年(?:度)?一次|每年两次/, 'halfYear'],
  [/每(?:个)?(?:季度|季)|季度末?(?:前)?(?:报|开展)|一季度一次|按季/, 'quarter'],
  [/每(?:个)?月|按月|逐月|月度/, 'month'],
  [/每(?:个)?(?:周|星期)|按周/, 'week'],
  [/每(?:个)?(?:年|年度)|按年|一年一次|年度一次/, 'year'],
  [/每(?:天|日)/, 'day'],
]

/**
 * Understands a deadline as printed. A day, or the end of a ten-day part, month, quarter, half year or
 * year, gives `date`; a bare month gives `month` with its last day due; what goes on gives `ongoing`; what returns gives `recurring` with `every`. Of several dates the last counts.
 */
export function understandDeadline(
  text: string,
  context: YearContext,
): { deadline: Deadline; troubles: { kind: DeadlineTrouble; year?: number }[] } {
  const printed = text.trim()
  const troubles: { kind: DeadlineTrouble; year?: number }[] = []
  const make = (
    kind: DeadlineKind,
    due: string | null = null,
    period: string | null = null,
  ): { deadline: Deadline; troubles: typeof troubles } => ({
    deadline: { text: printed, kind, due, every: period },
    troubles,
  })
  if (printed === '') return make('none')
  const relative = relativeDeadline(printed, context.issuedOn ?? null)
  if (relative) {
    if (relative.unit === 'working') troubles.push({ kind: 'deadline-in-working-days' })
    else if (relative.from === 'issue')
      troubles.push({ kind: relative.due === null ? 'deadline-start-unknown' : 'deadline-from-issue' })
    return make('date', relative.due)
  }
  const period = every.find(([pattern]) => pattern.test(printed))?.[1] ?? null
  const dates = datesIn(printed)
  const dated = dates.filter((date) => !/每年[^，。；]*$/.test(printed.slice(0, date.at)))
  if (period !== null && dated.every((date) => date.year === null && !/\d/.test(printed.slice(date.at, date.end)))) {
    return make('recurring', null, period)
  }
  const last = dated.at(-1)
  if (last === undefined || (/^(?:贯穿)?全年|^长[期年]|^常年|^持续/.test(printed) && !/\d/.test(printed))) {
    if (ongoingWords.test(printed)) return make('ongoing')
    if (last === undefined) {
      troubles.push({ kind: 'deadline-unread' })
      return make('none')
    }
  }
  const first = dated.find((date) => date.year !== null)
  let year = last!.year
  if (year === null && first) year = first.year! + (last!.month < first.fromMonth ? 1 : 0)
  if (year === null) {
    year = yearOf(last!, context)
    if (year !== null) troubles.push({ kind: 'year-assumed', year })
  }
  if (dated.some((date) => !dateExists(date, date.year ?? year ?? 2000))) troubles.push({ kind: 'impossible-date' })
  if (year === null) {
    troubles.push({ kind: 'deadline-unread' })
    return make(kindOf(last!, dated.length), null, period)
  }
  return make(kindOf(last!, dated.length), lastDayOf(last!, year), period)
}

/** A bare month is a month; everything else names a last day. */
function kindOf(date: PrintedDate, dates: number): DeadlineKind {
  return date.bareMonth && dates === 1 ? 'month' : 'date'
}

/** The year of a date that prints none: the one that puts it inside the campaign, otherwise the document's. */
function yearOf(date: ReturnType<typeof datesIn>[number], { year, start, end }: YearContext): number | null {
  if (date.yearOffset !== 0) return year === null ? null : year + date.yearOffset
  if (start !== null && end !== null) {
    const candidates: number[] = []
    for (let y = Number(start.slice(0, 4)); y <= Number(end.slice(0, 4)) && candidates.length < 20; y++) {
      const due = lastDayOf(date, y)
      if (due !== null && due >= start && due <= end) candidates.push(y)
    }
    if (candidates.length > 0) return year !== null && candidates.includes(year) ? year : candidates[0]!
  }
  return year
}

const opening = /^(?:力争|确保|争取|原则上|务必|必须|须|应当?|最迟|不晚于|于|在|截至|截止|到|至|全部|并|均|要|需)*/
const closing =
  /(?:(?:全部|基本|全面|初步|阶段性|分阶段|按时|如期|务必|要|须|应)*(?:完成|办结|落实到?位?|整改到位|到位|见效|出台|建成|启动|结束|取得[\u4e00-\u9fff]{0,8}|实现[\u4e00-\u9fff]{0,8}|见[\u4e00-\u9fff]{0,3}成效|投入使用|报送|上报|印发|制定|实施|开展))+$/
const dateOnly =
  /^(?:起|止|[—–\-~～－至到、，,及和与]|[上中下]旬|前|之前|以前|之内|以内|内|底|末|期间|分阶段|每|年|第?[一二三四]季度|度|\s)*$/
const ongoingPhrase =
  /^(?:(?:并|要)?(?:长期|常年|长年|持续|常态化?|全年|贯穿全年|始终|动态|滚动|常抓|立即|立行立改|即知即改|即时|马上|尽快|近期|随时)(?:性|化)?(?:坚持|推进|实施|开展|落实|进行|执行|有效|推动|整改|抓好|工作|任务|深化|完善|优化|办理|启动|调整|更新|管理|不懈)*|(?:按|逐)(?:季度?|月度?|周|年度?|半年)[\u4e00-\u9fff]{0,6}|每[\u4e00-\u9fff\d]{1,6}(?:不少于|至少)?[\u4e00-\u9fff\d]{0,4}[次轮回个]?(?:以上)?)$/
const relativePhrase =
  /^(?:自)?[\u4e00-\u9fff《》“”]{0,14}(?:之日起|日起|起|后|之后)?\s*[\d一二三四五六七八九十两半]+\s*(?:个)?(?:工作日|月|日|天|年|季度|周)(?:之内|以内|内)?$/

/** The deadline that a phrase without a label prints, as printed; null when the phrase is none. */
export function deadlinePhrase(phrase: string): string | null {
  const whole = phrase.trim()
  if (whole === '' || whole.length > 40) return null
  const plain = whole.replace(/[（(][^（）()]{1,14}[）)]$/, '')
  const core = plain.replace(opening, '').replace(closing, '').trim()
  if (core === '') return null
  if (ongoingPhrase.test(whole) || ongoingPhrase.test(core)) return whole
  const dates = datesIn(core)
  if (dates.length > 0) {
    let rest = core
    for (const date of dates.toReversed()) rest = rest.slice(0, date.at) + rest.slice(date.end)
    return dateOnly.test(rest) ? whole : null
  }
  return /内$|内完成/.test(whole) && relativePhrase.test(core) ? whole : null
}
