import type { CheckedPlan } from './checked-plan.ts'
import type { Findings } from './findings.ts'
import { dateExists, datesIn } from './printed-dates.ts'

/** Impossible dates, and targets of another year. */
export function checkDates(checked: CheckedPlan, findings: Findings): void {
  for (const { text, from, row } of checked.paragraphs) {
    if (row || !/月/.test(text)) continue
    for (const date of datesIn(text)) {
      const printed = text.slice(date.at, date.end)
      if (/月/.test(printed) && !dateExists(date, date.year ?? checked.year ?? 2000))
        findings.add('impossible-date', from, `“${printed}”`)
    }
  }
  checkOtherYears(checked, findings)
}

const target = /达到|新增|完成|实现|力争|压缩|建成|提升到|增长|降至|不低于|不少于/

function checkOtherYears({ plan, year }: CheckedPlan, findings: Findings): void {
  if (year === null) return
  for (const task of plan.tasks) {
    for (const m of task.text.matchAll(/((?:19|20)\d{2})年(?!度?版)([^。；]{0,30})/g)) {
      const named = Number(m[1])
      // A year of a document's name or number, or one to come, is no stale target.
      if (
        named >= year ||
        named < year - 4 ||
        !target.test(m[2]!) ||
        /[〔(（《]$/.test(task.text.slice(0, m.index)) ||
        inName(task.text, m.index)
      )
        continue
      findings.add('target-of-other-year', task.lines[0], `第${task.no}项“${m[0].slice(0, 20)}”`)
    }
  }
}

function inName(text: string, at: number): boolean {
  return text.lastIndexOf('《', at) > text.lastIndexOf('》', at)
}
