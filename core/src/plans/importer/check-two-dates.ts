import type { CheckedPlan } from './checked-plan.ts'
import type { Findings } from './findings.ts'
import type { PlanTask } from '../package.ts'
import { datesIn } from './printed-dates.ts'

interface DatedSentence {
  readonly line: number
  readonly start: string
  readonly end: string
  readonly printed: string
  readonly sentence: string
}

/** Words of matters that are held on a day: a name without one of them says nothing about two dates. */
const matterWords =
  '评选 表彰 案例 评议 申报 考核 评价 验收 培训 会议 调查 发布 上线 建成 投票 通报 表扬 总结 推广 论坛 大会 竞赛 测评 评估 座谈会'.split(
    ' ',
  )
const shortestName = 5
/** Words that stand in more tasks than this name no single matter. */
const mostTasks = 3

/**
 * One matter with two dates: a sentence of the body that prints a date, and a task about the same matter whose deadline lies
 * elsewhere. The matter is the same when both quote one name (“十佳”案例) and share a word of its kind, or when both print the
 * same words of five characters or more with such a word in them (年度十佳案例评选).
 */
export function checkTwoDates({ plan, read, year }: CheckedPlan, findings: Findings): void {
  const main = read[0]
  if (!main || year === null) return
  const sentences = main.outline.nodes.flatMap((node) =>
    node.blocks.flatMap(({ paragraph, body }) => datedSentences(body, paragraph.from)),
  )
  if (sentences.length === 0) return
  const texts = plan.tasks.map((task) => `${task.title}。${task.text}`)
  for (const [at, task] of plan.tasks.entries()) {
    const { due } = task.deadline
    if (due === null) continue
    for (const dated of sentences) {
      if (due >= dated.start && due <= dated.end) continue
      const name = quotedByBoth(task, dated) ?? (stands(task, dated) ? null : sharedName(texts, at, dated.sentence))
      if (name === null) continue
      findings.add(
        'two-dates-one-matter',
        [dated.line, task.lines[0]],
        `“${name}”：正文为${dated.printed}，第${task.no}项为${task.deadline.text}`,
      )
    }
  }
}

/** Sentences with one date, its year printed, that name a matter. A stage's period is no date of a matter. */
function datedSentences(body: string, line: number): DatedSentence[] {
  if (!/\d{4}年/.test(body) || !matterWords.some((word) => body.includes(word))) return []
  return body.split('。').flatMap((sentence) => {
    const dates = datesIn(sentence).filter(
      (date) => date.year !== null && /月|初|底|末|旬|季|上半|下半/.test(sentence.slice(date.at, date.end)),
    )
    const date = dates[0]
    if (!date || dates.length > 1) return []
    const start = iso(date.year!, date.fromMonth, date.fromDay)
    const end = iso(date.year!, date.month, date.day ?? 31)
    return [{ line, start, end, printed: sentence.slice(date.at, date.end), sentence }]
  })
}

function iso(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function quotedByBoth(task: PlanTask, { sentence }: DatedSentence): string | null {
  const quoted = new Set([...task.text.matchAll(/“([^“”]{2,12})”/g)].map((m) => m[1]!))
  if (quoted.size === 0) return null
  const words = matterWords.filter((word) => task.text.includes(word) && sentence.includes(word)).length
  if (words < 3) return null
  return [...sentence.matchAll(/“([^“”]{2,12})”/g)].map((m) => m[1]!).find((name) => quoted.has(name)) ?? null
}

/** The sentence is the task's own. */
function stands(task: PlanTask, { line }: DatedSentence): boolean {
  return line >= task.lines[0] && line <= task.lines[1]
}

/** The longest words of the sentence that the task prints too, if they name a matter of this task and hardly any other. */
function sharedName(texts: readonly string[], at: number, sentence: string): string | null {
  let best = ''
  for (const run of sentence.matchAll(/[\u4e00-\u9fff“”]+/g)) {
    const words = run[0]
    for (let from = 0; from + shortestName <= words.length; from++) {
      let to = from + Math.max(shortestName, best.length + 1)
      while (to <= words.length && texts[at]!.includes(words.slice(from, to))) {
        best = words.slice(from, to)
        to++
      }
    }
  }
  if (best.length < shortestName || !matterWords.some((word) => best.includes(word))) return null
  return texts.filter((text) => text.includes(best)).length > mostTasks ? null : best
}
