import type { CheckedPlan } from './checked-plan.ts'
import type { Findings } from './findings.ts'
import type { PlanTask } from '../package.ts'

const pieceLength = 6
/** A piece of text that stands in more tasks than this says nothing about any two of them. */
const commonPiece = 6

/** The same measure in two places: equal titles, or texts that share most of their pieces of six characters. */
export function checkSameMeasures({ plan }: CheckedPlan, findings: Findings): void {
  const byTitle = new Map<string, PlanTask[]>()
  const byPiece = new Map<string, number[]>()
  const sizes: number[] = []
  for (const [at, task] of plan.tasks.entries()) {
    const title = words(task.title)
    if (title.length >= 4) push(byTitle, title, task)
    const pieces = new Set<string>()
    const text = words(task.text).slice(0, 1200)
    for (let i = 0; i + pieceLength <= text.length; i++) pieces.add(text.slice(i, i + pieceLength))
    sizes.push(pieces.size)
    for (const piece of pieces) push(byPiece, piece, at)
  }
  const said = new Set<string>()
  const say = (a: PlanTask, b: PlanTask): void => {
    const key = `${a.lines[0]} ${b.lines[0]}`
    if (a === b || said.has(key) || a.lines[0] === b.lines[0]) return
    said.add(key)
    findings.add('measure-in-two-lists', [a.lines[0], b.lines[0]], a.title.slice(0, 20))
  }
  for (const same of byTitle.values()) for (let at = 1; at < Math.min(same.length, 5); at++) say(same[0]!, same[at]!)
  const shared = new Map<number, number>()
  for (const tasks of byPiece.values()) {
    if (tasks.length < 2 || tasks.length > commonPiece) continue
    for (let a = 0; a < tasks.length; a++)
      for (let b = a + 1; b < tasks.length; b++) {
        const pair = tasks[a]! * 100_000 + tasks[b]!
        shared.set(pair, (shared.get(pair) ?? 0) + 1)
      }
  }
  for (const [pair, count] of shared) {
    const [a, b] = [Math.floor(pair / 100_000), pair % 100_000]
    if (count >= 14 && count >= Math.min(sizes[a]!, sizes[b]!) * 0.5) say(plan.tasks[a]!, plan.tasks[b]!)
  }
}

function words(text: string): string {
  return text.replace(/[\s，,。.；;：:、“”"'‘’《》（）()]/g, '')
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
