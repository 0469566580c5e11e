import type { Dice } from './dice.ts'
import type { GoldTask } from './gold.ts'
import type { AnyGold } from './score.ts'

/** A text with its answers; a mutation changes how the text is printed and never what it says. */
export interface Printed {
  text: string
  gold: AnyGold
}
export interface Mutation {
  name: string
  /** The changed text with the answers' lines moved along, or null where the text offers nothing to change. */
  apply(from: Printed, dice: Dice): Printed | null
}

export const pairs: Record<string, string> = { '（': '）', '(': ')', '〔': '〕', '【': '】', '[': ']' }

/** Start and end (of the closing bracket) of every outermost bracket that names who does a task. */
export function dutyBrackets(text: string): [number, number][] {
  const out: [number, number][] = []
  for (let i = 0; i < text.length; i++) {
    if (!pairs[text[i] as string]) continue
    const stack = [text[i] as string]
    let end = i + 1
    for (; end < text.length && stack.length > 0; end++) {
      const c = text[end] as string
      if (pairs[c]) stack.push(c)
      else if (Object.values(pairs).includes(c)) stack.pop()
      if (
        c === '\n' &&
        text[end + 1] !== '\n' &&
        !/^(《|完成时限|依据)/.test(text.slice(end + 1)) &&
        stack.length > 0 &&
        !/[\u4e00-\u9fff，、：。]$/.test(text.slice(0, end))
      )
        break
    }
    const inner = text.slice(i + 1, end - 1)
    if (stack.length > 0 || inner.length > 600) continue
    if (/^(责任单位|责任部门|牵头单位|牵头部门)[：:]|负责$|负责，/.test(inner)) out.push([i, end - 1])
    i = end - 1
  }
  return out
}

export function replaced(from: Printed, change: (text: string) => string): Printed | null {
  const text = change(from.text)
  return text === from.text ? null : { text, gold: from.gold }
}

/** Moves the answers' lines: `at` maps each old line (1-based) to its new one. */
function moved(gold: AnyGold, at: (line: number) => number): AnyGold {
  return { ...gold, tasks: gold.tasks.map((t): GoldTask => ({ ...t, line: at(t.line) })) }
}

/** Rebuilds the text from groups of new lines per old line. */
export function relined(from: Printed, change: (line: string, no: number) => string[]): Printed | null {
  const out: string[] = []
  const starts: number[] = []
  from.text.split('\n').forEach((line, i) => {
    starts[i + 1] = out.length + 1
    out.push(...change(line, i + 1))
  })
  const text = out.join('\n')
  return text === from.text ? null : { text, gold: moved(from.gold, (line) => starts[line] ?? line) }
}
