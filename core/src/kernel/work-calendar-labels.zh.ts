import type { TimeLeft } from './alert-level.ts'
import type { AlertLevel } from './alert-level-rule.ts'
import { weekday, type IsoDate } from './dates.ts'
import type { ExplainedDeadlineDay } from './deadline-explain.ts'
import type { ExplainedDay } from './work-calendar-explain.ts'
import type { CalendarProblem, CalendarProblemCode } from './work-calendar-proposal.ts'
import type { YearStatus } from './work-calendar-year.ts'
import type { DayKind } from './work-calendar.ts'

type Facts = CalendarProblem['facts']

/** 周三 */
export function weekdayName(day: IsoDate): string {
  return `周${'一二三四五六日'[weekday(day) - 1]}`
}

const dayKindReasons: Record<DayKind, (name: string) => string> = {
  workday: () => '工作日',
  weekend: () => '周末',
  holiday: (name) => `${name}放假`,
  makeUpWorkday: (name) => `${name}调休上班`,
  statutoryHoliday: (name) => `${name}（法定节假日）`,
  localHoliday: (name) => `${name}（本地放假）`,
  localWorkday: (name) => `${name}（本地上班）`,
}

/** Why a day is a working day or not: 国庆节放假, 周末, 国庆节调休上班. */
export function dayReason(day: { readonly kind: DayKind; readonly name: string }): string {
  return dayKindReasons[day.kind](day.name)
}

/** One line of an explanation: 「2022-10-08 周六 第 3 个工作日（国庆节调休上班）」. */
export function explainedDayLine(day: ExplainedDay): string {
  const reason = dayReason(day)
  const said =
    day.number === null
      ? day.dayZero
        ? `起算当日，不计（${reason}）`
        : `不计：${reason}`
      : day.kind === 'workday'
        ? `第 ${day.number} 个工作日`
        : `第 ${day.number} 个工作日（${reason}）`
  return `${day.day} ${weekdayName(day.day)} ${said}${day.unsettled ? ' 暂定' : ''}`
}

/** One line of a deadline's explanation: as above, with calendar days, moved ends and extensions. */
export function explainedDeadlineLine(day: ExplainedDeadlineDay): string {
  const inWorkingDays = day.unit === 'working' || day.unit === null
  if (day.dayZero || (inWorkingDays && (day.leg === 0 || day.number === null))) return explainedDayLine(day)
  const reason = dayReason(day)
  const aside = day.kind === 'workday' ? '' : `（${reason}）`
  const extension = day.leg > 0 ? '延长' : ''
  const said = day.endMoved
    ? day.kind === 'workday' || day.kind === 'makeUpWorkday' || day.kind === 'localWorkday'
      ? `顺延至此${aside}`
      : `顺延：${reason}`
    : day.number === null
      ? `${extension}期间内${aside}`
      : `${extension}第 ${day.number} ${inWorkingDays ? '个工作日' : '日'}${aside}`
  return `${day.day} ${weekdayName(day.day)} ${said}${day.unsettled ? ' 暂定' : ''}`
}

/** Words of the lamps; 临期 has two colours, blue first, then yellow. */
export const alertLevelNames: Record<AlertLevel, string> = {
  normal: '正常',
  blue: '临期',
  yellow: '临期',
  red: '逾期',
}

/** 还剩 3 个工作日, 今天到期, 已超 2 个工作日. */
export function timeLeftSentence(left: TimeLeft): string {
  switch (left.kind) {
    case 'workingDaysLeft':
      return `还剩 ${left.days} 个工作日`
    case 'restDaysLeft':
      return `还剩 ${left.days} 天（都是休息日）`
    case 'dueToday':
      return '今天到期'
    case 'overdue':
      return `已超 ${left.days} 个工作日`
    case 'justOverdue':
      return '已超期，之后还没有工作日'
  }
}

export const yearStatusNames: Record<YearStatus, string> = {
  published: '已发布',
  provisional: '预排（放假通知未发布）',
  none: '未发布',
}

const problemSentences: Record<CalendarProblemCode, (facts: Facts) => string> = {
  'calendar.file-not-json': () => '这个文件不是 JSON 格式，请选择 holiday-cn 格式的年度放假文件',
  'calendar.file-shape': (f) => `文件里“${f.text}”这一项缺失或写法不对，请对照 holiday-cn 格式检查`,
  'calendar.year-empty': (f) => `${f.year} 年一天安排也没有，通知可能还没有发布，请等通知发布后再导入`,
  'calendar.year-not-covered': (f) => `${f.year} 年不在工作日历的范围（${f.first}—${f.last} 年）内，请检查年份`,
  'calendar.day-twice': (f) => `${f.date} 出现了两次，请只保留一条`,
  'calendar.day-of-other-year': (f) => `${f.date} 不属于 ${f.year} 年的安排，请检查日期`,
  'calendar.make-up-on-weekday': (f) => `${f.date}（${f.name}）本来就是周一至周五，不会是调休上班日，请检查日期`,
  'calendar.holiday-missing': (f) => `${f.year} 年没有看到：${f.names}，请确认是否漏了`,
  'calendar.statutory-day-not-off': (f) => `${f.date} 是法定节假日（${f.name}），但没有列为放假，请核对`,
  'calendar.notice-no-year': () => '没有找到通知标题（“关于××××年部分节假日安排的通知”），请连同标题一起粘贴',
  'calendar.notice-no-number': () => '没有找到发文字号（国办发明电〔××××〕×号），请在确认前补上',
  'calendar.notice-no-holidays': (f) => `没有读出 ${f.year} 年的任何放假安排，请粘贴通知全文`,
  'calendar.notice-date': (f) => `“${f.date}”不是有效的日期，请核对这一句：${f.text}`,
  'calendar.notice-weekday': (f) => `${f.date} 是周${f.found}，通知里写的是周${f.stated}，请核对这一句：${f.text}`,
  'calendar.notice-total': (f) => `写明共 ${f.stated} 天，按日期算是 ${f.found} 天，请核对这一句：${f.text}`,
  'calendar.notice-sentence': (f) => `这一句有日期但没有看懂，请人工核对：${f.text}`,
  'calendar.notice-advice': (f) => `这一句是鼓励性的，没有计为放假：${f.text}`,
  'calendar.notice-needs-year': (f) => `这是延长 ${f.year} 年假期的通知，请先导入 ${f.year} 年的放假安排`,
  'calendar.file-letters': () => '文件里有认不出的文字，多半不是 UTF-8 编码，请另存为 UTF-8 后再选',
  'calendar.reaches-back': (f) => `${f.year} 年的通知还安排了上一年 12 月的日子：${f.dates}`,
  'calendar.december-open': (f) =>
    `${f.year} 年 12 月 25 日以后的日子要等 ${f.next} 年的通知才能定，跨到那几天的期限仍是暂定`,
  'calendar.year-skipped': (f) =>
    `${f.newest} 年之后还有年份没有安排，现在直接载入 ${f.year} 年，请确认没有漏掉中间的年份`,
  'calendar.past-days': (f) =>
    `有 ${f.count} 天已经过去（最早 ${f.first}，今天 ${f.businessDay}），改动会影响正在办理的期限，请核对`,
  'calendar.local-day-outside': (f) => `${f.date} 不是工作日历范围内的日期，请检查`,
  'calendar.local-division': (f) => `${f.date} 的行政区划 ${f.division} 与本地（${f.own}）没有上下级关系，请检查代码`,
  'calendar.local-work-on-weekday': (f) => `${f.date}（${f.name}）是周一至周五，只有放假的日子才需要写成上班`,
  'calendar.source-missing': (f) => `${f.year} 年的安排没有写明出自哪个通知，请填写网址，或者标为“预排”`,
  'calendar.version-unknown': (f) => `没有第 ${f.number} 版日历，请从版本列表里选`,
}

/** What is wrong and what to do, in one sentence. */
export function calendarProblemSentence(problem: CalendarProblem): string {
  return problemSentences[problem.code](problem.facts)
}
