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
  const places = placesOf(texts)
  const quoting = tasksByQuote(texts)
  for (const dated of sentences) {
    const near = tasksNear(dated.sentence, places)
    const quoted = quotedIn(dated.sentence)
    const candidates = new Set([...near, ...quoted.flatMap((name) => quoting.get(name) ?? [])])
    for (const at of [...candidates].sort((a, b) => a - b)) {
      const task = plan.tasks[at]!
      const { due } = task.deadline
      if (due === null || (due >= dated.start && due <= dated.end)) continue
      const name =
        quotedByBoth(task, dated, quoted) ??
        (near.has(at) && !stands(task, dated) ? sharedName(texts[at]!, dated.sentence, places) : null)
      if (name === null) continue
      findings.add(
        'two-dates-one-matter',
        [dated.line, task.lines[0]],
        `“${name}”：正文为${dated.printed}，第${task.no}项为${task.deadline.text}`,
      )
    }
  }
}

function quotedIn(text: string): string[] {
  return text.includes('“') ? [...text.matchAll(/“([^“”]{2,12})”/g)].map((m) => m[1]!) : []
}

function tasksByQuote(texts: readonly string[]): Map<string, number[]> {
  const quoting = new Map<string, number[]>()
  for (const [at, text] of texts.entries())
    for (const name of new Set(quotedIn(text))) {
      const tasks = quoting.get(name)
      if (tasks) tasks.push(at)
      else quoting.set(name, [at])
    }
  return quoting
}

/** In which tasks every piece of five characters stands; at most one more than a matter may have. */
function placesOf(texts: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [at, text] of texts.entries()) {
    for (let from = 0; from + shortestName <= text.length; from++) {
      const piece = text.slice(from, from + shortestName)
      const tasks = places.get(piece)
      if (tasks === undefined) places.set(piece, [at])
      else if (tasks.length <= mostTasks && tasks.at(-1) !== at) tasks.push(at)
    }
  }
  return places
}

/** Tasks that share a piece with the sentence that hardly any other task has. */
function tasksNear(sentence: string, places: ReadonlyMap<string, readonly number[]>): Set<number> {
  const near = new Set<number>()
  for (let from = 0; from + shortestName <= sentence.length; from++) {
    const tasks = places.get(sentence.slice(from, from + shortestName)) ?? []
    if (tasks.length <= mostTasks) for (const at of tasks) near.add(at)
  }
  return near
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

function quotedByBoth(task: PlanTask, { sentence }: DatedSentence, quoted: readonly string[]): string | null {
  const name = quoted.find((one) => task.text.includes(`“${one}”`))
  if (name === undefined) return null
  return matterWords.filter((word) => task.text.includes(word) && sentence.includes(word)).length >= 3 ? name : null
}

/** The sentence is the task's own. */
function stands(task: PlanTask, { line }: DatedSentence): boolean {
  return line >= task.lines[0] && line <= task.lines[1]
}

/** The longest words of the sentence that the task prints too, if they name a matter of this task and hardly any other. */
function sharedName(text: string, sentence: string, places: ReadonlyMap<string, readonly number[]>): string | null {
  let best = ''
  for (const run of sentence.matchAll(/[\u4e00-\u9fff“”]+/g)) {
    const words = run[0]
    for (let from = 0; from + shortestName <= words.length; from++) {
      let to = from + Math.max(shortestName, best.length + 1)
      while (to <= words.length && text.includes(words.slice(from, to))) {
        best = words.slice(from, to)
        to++
      }
    }
  }
  if (best.length < shortestName || !matterWords.some((word) => best.includes(word))) return null
  for (let from = 0; from + shortestName <= best.length; from++)
    if ((places.get(best.slice(from, from + shortestName))?.length ?? 0) <= mostTasks) return best
  return null
}
