import type { GoldTask } from './gold.ts'
import { dutyBrackets, pairs, relined, replaced, type Mutation } from './mutate.ts'
import { numberValue, printNumber, type NumberForm } from './numbering.ts'

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

/** Other notations for the same duties. */
export const reprintMutations: readonly Mutation[] = [
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
  words('verbs for roles', [[/牵头单位[：:]([^，；：]+)[，；]配合单位[：:]([^：]*?)(?=）|\n)/g, '$1牵头，$2配合']]),
  words('names only', [[/（((?:[^（）《》，。；：]|（[^（）]*）)+?)负责）/g, '（$1）']]),
  words('deadline first', [
    [
      /（(责任单位[：:][^\n]*?)[。；，]依据[：:]([^\n]*?)，完成时限[：:]([^\n（）]*)）/g,
      '（完成时限：$3；$1；依据：$2）',
    ],
  ]),
  words('labels in brackets of their own', [[/[。；，](?=(?:依据|完成时限|配合单位)[：:])/g, '）（']]),
  words('stop behind the bracket', [[/。([（(〔[](?:责任单位|牵头单位)[^\n]*[）)〕\]])$/gm, '$1。']]),
  numbersTo('1．'),
  numbersTo('1、'),
  numbersTo('（1）'),
  numbersTo('第一条'),
  dutyOnOwnLine,
  asTable,
]
