import type { Dice } from './dice.ts'
import type { GoldTask } from './gold.ts'
import { numberValue, printNumber, type NumberForm } from './numbering.ts'
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

const pairs: Record<string, string> = { '（': '）', '(': ')', '〔': '〕', '【': '】', '[': ']' }

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

function replaced(from: Printed, change: (text: string) => string): Printed | null {
  const text = change(from.text)
  return text === from.text ? null : { text, gold: from.gold }
}

/** Moves the answers' lines: `at` maps each old line (1-based) to its new one. */
function moved(gold: AnyGold, at: (line: number) => number): AnyGold {
  return { ...gold, tasks: gold.tasks.map((t): GoldTask => ({ ...t, line: at(t.line) })) }
}

/** Rebuilds the text from groups of new lines per old line. */
function relined(from: Printed, change: (line: string, no: number) => string[]): Printed | null {
  const out: string[] = []
  const starts: number[] = []
  from.text.split('\n').forEach((line, i) => {
    starts[i + 1] = out.length + 1
    out.push(...change(line, i + 1))
  })
  const text = out.join('\n')
  return text === from.text ? null : { text, gold: moved(from.gold, (line) => starts[line] ?? line) }
}

function bracketsTo(open: string): Mutation {
  return {
    name: `brackets ${open}${pairs[open]}`,
    apply: (from) =>
      replaced(from, (text) => {
        const chars = [...text]
        if (chars.length !== text.length) return text
        for (const [a, b] of dutyBrackets(text)) {
          chars[a] = open
          chars[b] = pairs[open] as string
        }
        return chars.join('')
      }),
  }
}

function words(name: string, list: readonly (readonly [RegExp, string])[]): Mutation {
  return {
    name,
    apply: (from) => replaced(from, (text) => list.reduce((t, [find, put]) => t.replace(find, put), text)),
  }
}

/** Gives every task's number another form; forms that stand for headings in the text are left alone. */
function numbersTo(form: NumberForm): Mutation {
  return {
    name: `numbers ${form}`,
    apply: (from) => {
      const starts = new Set(from.gold.tasks.map((t) => t.line))
      const number =
        /^(\s*)(?:(\d{1,3})[.．、]\s?|([一二三四五六七八九十]{1,3})、|[（(]([一二三四五六七八九十]{1,3})[）)])/
      return relined(from, (line, no) => {
        if (!starts.has(no)) return [line]
        return [
          line.replace(
            number,
            (_, space: string, arabic?: string, chinese?: string, inner?: string) =>
              space + printNumber(numberValue(arabic ?? chinese ?? inner ?? ''), form),
          ),
        ]
      })
    },
  }
}

const dutyOnOwnLine: Mutation = {
  name: 'duty on a line of its own',
  apply: (from) => {
    const opens = new Set(dutyBrackets(from.text).map(([a]) => a))
    let at = 0
    return relined(from, (line) => {
      const start = at
      at += line.length + 1
      const cut = [...line].findIndex((_, i) => i > 8 && opens.has(start + i))
      return cut > 0 && !/^[一二三四五六七八九十]+、/.test(line) ? [line.slice(0, cut), line.slice(cut)] : [line]
    })
  },
}

/** Paragraphs begin with two full-width spaces; what goes on after a page break does not. */
const indented: Mutation = {
  name: 'indented',
  apply: (from) => {
    let before = ''
    return relined(from, (line) => {
      if (line.trim() === '') return [line]
      const goesOn = before.length > 20 && !/[。：；！？）)〕\]]$/.test(before)
      before = line
      return [goesOn || line.includes('\t') ? line : `　　${line}`]
    })
  },
}

const pageBreaks: Mutation = {
  name: 'page breaks',
  apply: (from, dice) =>
    relined(from, (line) => {
      if (line.length < 60 || line.includes('\t') || !dice.chance(0.2)) return [line]
      const at = dice.int(20, line.length - 10)
      if (
        /[\d一二三四五六七八九十第（(\s、.．]/.test(line[at] as string) ||
        line[at] === line[at - 1] ||
        /[\d\s]/.test(line[at - 1] as string)
      )
        return [line]
      return [line.slice(0, at), '', line.slice(at)]
    }),
}

/** A run of tasks under one heading becomes a table made from the answers; the texts of the tasks go with it. */
const asTable: Mutation = {
  name: 'tasks as a table',
  apply: (from) => {
    const { tasks } = from.gold
    if (tasks.length < 3) return null
    const lines = from.text.split('\n')
    const first = tasks[0]!.line
    const last = tasks.at(-1)!.line
    const between = lines
      .slice(first - 1, last)
      .filter((line, i) => line.trim() !== '' && !tasks.some((t) => t.line === first + i))
    if (between.some((line) => !/^[一二三四五六七八九十（(]/.test(line)) && from.gold.tasks.length > 40) return null
    const joined = (units: readonly string[] | undefined, task?: GoldTask) => {
      const all = [...(units ?? [])]
      const open = task?.catch_all ?? ''
      const glued = open.startsWith('等') || open.startsWith('会同')
      const parts = [
        all.join('、') + (glued ? open : ''),
        ...(task?.group_units ?? []),
        ...(glued || open === '' ? [] : [open]),
      ]
      return parts.filter(Boolean).join('，')
    }
    const withLead = tasks.some((t) => t.lead_units.length > 0 && !t.lead_by_rule)
    if (tasks.some((t) => t.lead_by_rule)) return null
    const rows = [
      ['序号', '重点领域', '工作任务', ...(withLead ? ['牵头单位', '配合单位'] : ['责任单位']), '完成时限'].join('\t'),
    ]
    let section = ''
    const newTasks = tasks.map((t, i): GoldTask => {
      const shown = t.section === section ? '' : (t.section ?? '').split(' / ').at(-1)
      section = t.section
      rows.push(
        [
          String(i + 1),
          shown,
          `${t.title_or_first_sentence}`,
          ...(withLead ? [joined(t.lead_units), joined(t.responsible_units, t)] : [joined(t.responsible_units, t)]),
          t.deadline_text,
        ].join('\t'),
      )
      return { ...t, no: String(i + 1), line: first + i + 1 }
    })
    return { text: [...lines.slice(0, first - 1), ...rows, ''].join('\n'), gold: { ...from.gold, tasks: newTasks } }
  },
}

/** Every way of printing the same notice differently that is tried on the texts with gold files. */
export const mutations: readonly Mutation[] = [
  { name: 'unchanged', apply: (from) => from },
  words('half-width punctuation', [
    [/，/g, ','],
    [/：/g, ':'],
    [/；/g, ';'],
    [/（/g, '('],
    [/）/g, ')'],
  ]),
  words('full-width punctuation', [
    [/(?<=[\u4e00-\u9fff）)》”]),/g, '，'],
    [/(?<=[\u4e00-\u9fff]):/g, '：'],
    [/(?<=[\u4e00-\u9fff）)]);/g, '；'],
    [/\((?=[\u4e00-\u9fff])/g, '（'],
    [/(?<=[\u4e00-\u9fff])\)/g, '）'],
  ]),
  bracketsTo('〔'),
  bracketsTo('【'),
  bracketsTo('['),
  bracketsTo('('),
  words('labels of office', [
    [/责任单位(?=[：:])/g, '责任部门'],
    [/牵头单位(?=[：:])/g, '牵头部门'],
    [/配合单位(?=[：:])/g, '参与部门'],
    [/完成时限(?=[：:])/g, '完成时间'],
    [/时限要求(?=[：:])/g, '时间节点'],
  ]),
  words('labels of duty', [
    [/责任单位(?=[：:])/g, '责任主体'],
    [/牵头单位(?=[：:])/g, '主办单位'],
    [/配合单位(?=[：:])/g, '协办单位'],
    [/(完成时限|时限要求)(?=[：:])/g, '办理时限'],
    [/依据(?=[：:])/g, '政策依据'],
  ]),
  words('semicolons between parts', [[/[。，](?=(依据|完成时限|责任单位|配合单位)[：:])/g, '；']]),
  words('commas between parts', [[/[。；](?=(依据|完成时限|责任单位|配合单位)[：:])/g, '，']]),
  words('no space after numbers', [[/^(\d{1,3}[.．])\s+/gm, '$1']]),
  words('spaces around figures', [[/(?<=[\u4e00-\u9fff])(\d+)(?=[\u4e00-\u9fff])/g, ' $1 ']]),
  words('labels for 负责', [[/（((?:[^（）《》，。；：]|（[^（）]*）)+?)负责）/g, '（责任单位：$1）']]),
  words('stop behind the bracket', [[/。([（(〔[](?:责任单位|牵头单位)[^\n]*[）)〕\]])$/gm, '$1。']]),
  numbersTo('1．'),
  numbersTo('1、'),
  numbersTo('（1）'),
  numbersTo('第一条'),
  indented,
  {
    name: 'blank lines between paragraphs',
    apply: (from) => relined(from, (line) => (line.includes('\t') ? [line] : [line, ''])),
  },
  dutyOnOwnLine,
  pageBreaks,
  asTable,
]
