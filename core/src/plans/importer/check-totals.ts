import type { CheckedPlan } from './checked-plan.ts'
import type { Findings } from './findings.ts'
import { countOf } from './numbering.ts'

const amount = '(\\d{1,4}|[一二三四五六七八九十百]{1,4})'

/** Stated totals against what was read, weights against their sums, lists and attachments that are not in the file. */
export function checkTotals(checked: CheckedPlan, findings: Findings): void {
  checkWeights(checked, findings)
  checkIndicatorTotals(checked, findings)
  checkTaskTotals(checked, findings)
  checkMissingLists(checked, findings)
}

function checkWeights({ indicators, paragraphs }: CheckedPlan, findings: Findings): void {
  if (indicators.length === 0) return
  let total = 0
  for (const { indicator, from, to } of indicators) {
    total += indicator.weight
    const children = indicator.children.reduce((sum, child) => sum + child.weight, 0)
    if (indicator.children.length > 0 && differs(children, indicator.weight)) {
      findings.add(
        'weights-mismatch',
        lines(from, to),
        `${indicator.name}为${indicator.weight}分，下级合计${rounded(children)}分`,
      )
    }
  }
  const first = indicators[0]!.from
  for (const paragraph of paragraphs) {
    const stated = /总分(?:为|：|:)?\s*(\d{2,4})\s*分/.exec(paragraph.text)
    if (!stated || paragraph.to < first - 12) continue
    if (differs(total, Number(stated[1])))
      findings.add('weights-mismatch', paragraph.from, `写明总分${stated[1]}分，合计${rounded(total)}分`)
    return
  }
  // Points are out of a hundred unless the document says otherwise.
  if (total > 50 && differs(total, 100))
    findings.add('weights-mismatch', first, `各项合计${rounded(total)}分，不是100分`)
}

function differs(a: number, b: number): boolean {
  return Math.abs(a - b) > 0.005
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

function lines(from: number, to: number): number[] {
  return Array.from({ length: Math.min(to - from + 1, 40) }, (_, at) => from + at)
}

const indicatorTotals: readonly (readonly [RegExp, 'first' | 'second' | 'satisfaction' | 'innovation', string])[] = [
  [new RegExp(`${amount}个?项?一级指标`), 'first', '一级指标'],
  [new RegExp(`${amount}个?项?二级指标`), 'second', '二级指标'],
  [new RegExp(`${amount}个?项?满意度(?:评价)?指标`), 'satisfaction', '满意度评价指标'],
  [new RegExp(`${amount}个?项?创新(?:事项|指标|项目)`), 'innovation', '创新事项'],
]

function checkIndicatorTotals({ plan, paragraphs, indicators }: CheckedPlan, findings: Findings): void {
  if (plan.indicators.length === 0) return
  const ofKind = (kind: string): typeof plan.indicators =>
    plan.indicators.filter((indicator) => indicator.kind === kind)
  const leaves = (list: typeof plan.indicators): number =>
    list.reduce((sum, { children }) => sum + Math.max(children.length, 1), 0)
  const found = {
    first: [ofKind('indicator').length, plan.indicators.length],
    second: [
      ofKind('indicator').reduce((sum, { children }) => sum + children.length, 0),
      plan.indicators.reduce((sum, { children }) => sum + children.length, 0),
    ],
    satisfaction: [leaves(ofKind('satisfaction')), ofKind('satisfaction').length],
    innovation: [leaves(ofKind('innovation')), ofKind('innovation').length],
  }
  const near = indicators[0]!.from
  for (const { text, from, to } of paragraphs) {
    if (to < near - 30 || from > near + 400 || text.length > 400) continue
    for (const [pattern, kind, name] of indicatorTotals) {
      const stated = pattern.exec(text)
      if (!stated) continue
      const count = countOf(stated[1]!)
      if (!found[kind].includes(count))
        findings.add('total-mismatch', from, `写明${stated[1]}个${name}，读出${found[kind][0]}个`)
    }
  }
}

function checkTaskTotals({ plan, read }: CheckedPlan, findings: Findings): void {
  for (const { part, title, outline } of read) {
    const tasks = plan.tasks.filter((task) => task.list === part.id)
    if (tasks.length === 0) continue
    const texts = [{ text: title, from: part.from }, ...outline.intro]
    for (const { text, from } of texts) {
      const stated =
        new RegExp(
          `(?:共|共计|合计|总计|提出|明确|梳理)(?:出|了)?${amount}(?:项|条|个)(?:具体)?(?:重点)?(?:工作)?(?:任务|措施|举措|事项|工作)`,
        ).exec(text) ?? new RegExp(`(?:任务|措施|举措|清单|事项|政策)[（(]?${amount}(?:项|条)`).exec(text)
      if (!stated) continue
      const count = countOf(stated[1]!)
      if (count >= 2 && count !== tasks.length)
        findings.add('total-mismatch', from, `写明${stated[1]}项，读出${tasks.length}项`)
    }
  }
  const stages = plan.stages.length
  if (stages === 0) return
  for (const { outline } of read.slice(0, 1)) {
    for (const node of outline.nodes) {
      for (const { paragraph, body } of node.blocks) {
        const stated = new RegExp(`(?:分|分为|按|分成)[^。；]{0,60}?${amount}个?阶段`).exec(body)
        const count = stated ? countOf(stated[1]!) : stages
        if (count !== stages && count > 1)
          findings.add('total-mismatch', paragraph.from, `写明${stated![1]}个阶段，读出${stages}个`)
      }
    }
  }
}

/** Names in 《》 of lists and tables that the body points to and no annex carries. */
function checkMissingLists({ plan, read, paragraphs }: CheckedPlan, findings: Findings): void {
  const titles = [...read.map(({ title }) => title), ...plan.lists.map(({ title }) => title)]
    .map(plain)
    .filter((title) => title !== '')
  const annexes = read.filter(({ part }) => part.id !== 'main')
  for (const attachment of plan.document.attachments) {
    if (!titles.some((title) => sameName(title, plain(attachment)))) {
      const line = paragraphs.find(({ text }) => text.includes(attachment.slice(0, 12)))?.from
      findings.add('attachment-missing', line ?? [], attachment)
    }
  }
  const main = read[0]
  if (!main || annexes.length === 0) return
  for (const node of main.outline.nodes) {
    for (const { paragraph } of node.blocks) {
      for (const m of paragraph.text.matchAll(
        /《([^《》]{4,60}(?:清单|一览表|任务表|分工表|分解表|台账)(?:[（(][^（）()]{1,20}[）)])?)》/g,
      )) {
        if (!titles.some((title) => sameName(title, plain(m[1]!))))
          findings.add('list-not-in-file', paragraph.from, `《${m[1]}》`)
      }
    }
  }
}

function plain(title: string): string {
  return title.replace(/[\s“”"《》]/g, '').replace(/[（(][^（）()]*[）)]$/, '')
}

function sameName(a: string, b: string): boolean {
  return a === b || (a.length > 8 && b.length > 8 && (a.endsWith(b) || b.endsWith(a)))
}
