import type { CheckedPlan } from './checked-plan.ts'
import type { Findings } from './findings.ts'
import { dateExists, datesIn } from './printed-dates.ts'

/** Impossible dates, targets of another year, and one matter with two dates. */
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
  checkTwoDates(checked, findings)
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

interface DatedMatter {
  readonly line: number
  readonly start: string
  readonly end: string
  readonly printed: string
  readonly sentence: string
}

/**
 * One matter with two dates: a sentence of the body that prints a date and a quoted name (“十佳”案例), and a task about the
 * same quoted name whose deadline lies elsewhere.
 */
function checkTwoDates({ plan, read, year }: CheckedPlan, findings: Findings): void {
  const matters = new Map<string, DatedMatter[]>()
  const main = read[0]
  if (!main) return
  for (const node of main.outline.nodes) {
    for (const { paragraph, body } of node.blocks) {
      if (!body.includes('“')) continue
      for (const sentence of body.split('。')) {
        const dates = datesIn(sentence).filter(
          (date) => date.year !== null && /月|初|底|末|旬|季|上半|下半/.test(sentence.slice(date.at, date.end)),
        )
        const date = dates[0]
        if (!date || dates.length > 1) continue
        const window = {
          start: iso(date.year!, date.fromMonth, date.fromDay),
          end: iso(date.year!, date.month, date.day ?? 31),
        }
        for (const name of quotedNames(sentence)) {
          const list = matters.get(name) ?? []
          list.push({ line: paragraph.from, ...window, printed: sentence.slice(date.at, date.end), sentence })
          matters.set(name, list)
        }
      }
    }
  }
  if (matters.size === 0) return
  for (const task of plan.tasks) {
    const { due } = task.deadline
    if (due === null || year === null) continue
    for (const name of quotedNames(task.text)) {
      for (const matter of matters.get(name) ?? []) {
        if ((due >= matter.start && due <= matter.end) || shared(task.text, matter.sentence) < 3) continue
        findings.add(
          'two-dates-one-matter',
          [matter.line, task.lines[0]],
          `“${name}”：正文为${matter.printed}，第${task.no}项为${task.deadline.text}`,
        )
      }
    }
  }
}

function iso(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function quotedNames(text: string): Set<string> {
  return new Set([...text.matchAll(/“([^“”]{2,12})”/g)].map((m) => m[1]!))
}

const matterWords = [
  '评选',
  '表彰',
  '案例',
  '评议',
  '申报',
  '考核',
  '评价',
  '验收',
  '培训',
  '会议',
  '调查',
  '发布',
  '上线',
  '建成',
  '投票',
  '通报',
  '表扬',
  '总结',
  '推广',
]

function shared(a: string, b: string): number {
  return matterWords.filter((word) => a.includes(word) && b.includes(word)).length
}
