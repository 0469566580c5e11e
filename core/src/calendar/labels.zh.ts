import type { ChangedDay, RecountEffect } from '../kernel/deadline-recount.ts'
import { dayReason, weekdayName } from '../kernel/work-calendar-labels.zh.ts'
import type { CalendarRefusal } from './calendar.ts'
import type { DeadlineList } from './moves.ts'
import type { SourceKind } from './source.ts'

/** Refusals that only the server can find. */
type CalendarServerRefusal = 'calendarVersion.not-found'

/** Why the answer is no and what to do instead. `{name}` stands for a fact. */
export const calendarSentences: Record<CalendarRefusal | CalendarServerRefusal, string> = {
  'calendar.not-allowed': '工作日历由营商办和系统管理员维护，当前岗位可以查看。',
  'calendar.founded-before': '工作日历已经建立。',
  'calendar.not-founded': '工作日历还没有建立，请稍候刷新。',
  'calendar.has-errors': '还有 {count} 个错误没有改正，请改好后再预览。',
  'calendar.warnings-unseen': '有 {count} 处需要核对，请逐条看过并勾选“已核对”。',
  'calendar.changed-meanwhile': '日历刚刚更新为第 {number} 版，请重新预览后再确认。',
  'calendar.nothing-new': '与现用的日历完全一致，不用采用。',
  'calendar.reason-missing': '请写明依据或原因。',
  'calendar.nothing-moves': '这些期限已经按现用的日历算过，请刷新清单。',
  'calendarVersion.not-found': '没有这个版本，请从版本列表里打开。',
}

export const sourceNames: Record<SourceKind, string> = {
  shipped: '随程序提供',
  file: '导入文件',
  notice: '粘贴通知',
  local: '本地安排',
  restored: '恢复旧版本',
}

export const deadlineListNames: Record<DeadlineList, string> = {
  taskParts: '任务清单中各单位的期限',
  cases: '线索投诉的期限',
}

export const effectNames: Record<RecountEffect, string> = {
  due: '到期日变动',
  alerts: '到期日不变，临期提醒日变动',
  certainty: '日期不变，暂定与否变动',
}

/** 「2022-10-12 周三：工作日 → 中元节（本地放假）」 */
export function changedDayLine({ day, before, after }: ChangedDay): string {
  return `${day} ${weekdayName(day)}：${dayReason(before)} → ${dayReason(after)}`
}
