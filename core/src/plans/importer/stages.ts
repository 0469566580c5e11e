import type { PlanPackage } from '../package.ts'
import type { Node, Outline } from './outline.ts'
import type { StageRow } from './stage-tables.ts'
import { datesIn, firstDayOf, lastDayOf, type PrintedDate } from './printed-dates.ts'

export type Stage = PlanPackage['stages'][number]

export interface ReadStage extends Stage {
  readonly clause: string
  readonly line: number
}

const dash = /\s*(?:[—–－\-~～―]+|至|到)\s*/

/**
 * The first and last day of a period as printed: 2022年6—7月, 6月1日—30日, 2022年11月—2023年2月, 9月底前 (no start). A side
 * without a year has the other side's; without any it is `year`. Null where nothing says it.
 */
export function understandPeriod(text: string, year: number | null): { start: string | null; end: string | null } {
  const printed = text.replace(/^(?:自|从)/, '').replace(/(?:结束|止|开始|起)$/, '')
  // 2025.6-2025.7 parts at the sign that its dates do not use.
  const cut = /^20\d{2}-\d/.test(printed) ? /\s*(?:[—–－~～―]+|至|到)\s*/.exec(printed) : dash.exec(printed)
  let left = cut ? printed.slice(0, cut.index) : printed
  let right = cut ? printed.slice(cut.index + cut[0].length) : ''
  left = left.replace(/起$/, '')
  if (/\d$/.test(left)) left += /^\d{1,2}\s*[日号]/.test(right) ? '日' : '月'
  if (/^\d{1,2}\s*[日号]/.test(right)) right = `${/(\d{1,2})月/.exec(left)?.[0] ?? ''}${right}`
  if (/^(?:[上中下]旬|月?[底末初])/.test(right)) right = `${/(\d{1,2})月/.exec(left)?.[0] ?? ''}${right}`
  const from = datesIn(left).at(0)
  const to = right === '' ? undefined : datesIn(right).at(-1)
  if (cut && from && to) {
    const startYear = from.year ?? (to.year !== null ? to.year - (from.fromMonth > to.month ? 1 : 0) : year)
    const endYear =
      to.year ?? (startYear === null ? null : startYear + (to.month < from.fromMonth || to.yearOffset > 0 ? 1 : 0))
    return {
      start: startYear === null ? null : firstDayOf(from, startYear),
      end: endYear === null ? null : lastDayOf(to, endYear),
    }
  }
  const only = to ?? from
  if (!only) return { start: null, end: null }
  const own = only.year ?? year
  if (own === null) return { start: null, end: null }
  const open = /前|止|之前/.test(printed) || cut !== null
  return {
    start: open && !to?.exact && to === undefined && /前/.test(printed) ? null : cut ? null : startOf(only, own),
    end: lastDayOf(only, own),
  }
}

function startOf(date: PrintedDate, year: number): string | null {
  return firstDayOf(date, year)
}

const parentWords = /步骤|阶段|安排|进度|时间表/

/** Stages: numbered items named 阶段 (or standing under 实施步骤) whose heading prints a period. Windows may overlap. */
export function stagesOf(
  parts: readonly { readonly outline: Outline; readonly tables: { readonly stages: readonly StageRow[] } }[],
  year: number | null,
): ReadStage[] {
  const stages: ReadStage[] = []
  let current = year
  const keep = (clause: string, { name, period, line }: StageRow): void => {
    const { start, end } = understandPeriod(period, current)
    const printedYear = /(?:19|20)\d{2}/.exec(period)?.[0]
    if (printedYear !== undefined) current = Number(end?.slice(0, 4) ?? printedYear)
    stages.push({ no: stages.length + 1, name, periodText: period, start, end, clause, line })
  }
  for (const { outline, tables } of parts) {
    for (const node of outline.nodes) {
      const own = stageOf(node)
      const unnumbered = own ? [] : unnumberedStages(node)
      const here = own ? [{ ...own, line: node.blocks[0]!.paragraph.from }] : unnumbered.length > 1 ? unnumbered : []
      for (const stage of here) keep(node.id, stage)
    }
    if (stages.length === 0) for (const stage of tables.stages) keep(outline.part.id, stage)
    if (stages.length > 0) break
  }
  return stages
}

function stageOf(node: Node): { name: string; period: string } | null {
  const { text } = node.blocks[0]!.paragraph
  const numberLength = text.length - words(node).length
  const start = text.slice(numberLength, numberLength + 120)
  const underSteps = node.parent !== null && parentWords.test(node.parent.blocks[0]!.paragraph.text.slice(0, 40))
  const ordinal = node.style === '第阶段'
  const heading = start.split('。')[0]!
  if (!ordinal && !/阶段/.test(heading.slice(0, 40)) && !underSteps) return null
  const second = node.blocks[1]?.paragraph.text.slice(0, 60) ?? ''
  const bracket = /^(.{0,40}?)[（(【〔[]\s*(?:时间[：:])?\s*([^（()）【】〔〕[\]]{2,40}?)\s*[）)】〕\]]/.exec(heading)
  if (bracket && datesIn(bracket[2]!).length > 0)
    return { name: nameOf(bracket[1]!, heading.slice(bracket[0].length), node), period: bracket[2]! }
  const before = /^((?:自|从)?(?:20\d{2}[年./]|\d{1,2}月)[^。；，,：:]{0,30}?)[，,：:]\s*([^，,。；]{2,24})$/.exec(
    heading,
  )
  if (before && datesIn(before[1]!).length > 0) return { name: nameOf(before[2]!, '', node), period: before[1]! }
  const labelled = /(?:时间|时限|起止时间|时间安排)[：:]\s*([^。；，]{3,40})/.exec(`${heading}。${second}`)
  if (labelled && datesIn(labelled[1]!).length > 0)
    return { name: nameOf(heading.split(/[：:。]|时间/)[0]!, '', node), period: labelled[1]! }
  const colon =
    /^([^：:]{2,30})[：:，,]\s*((?:自|从)?(?:20\d{2}[年./]|\d{1,2}月)(?:[^。；，,：:]{0,30}?(?:月|日|底|旬|前|初|末|\d))?)(?=[。，,；：:]|$)/.exec(
      heading,
    )
  if (colon) return { name: nameOf(colon[1]!, '', node), period: colon[2]! }
  // （一）动员部署。2023年3月1日—31日，各单位…: the period opens the sentence after the name.
  const opens =
    /^([^。，,：:（(]{2,20})。\s*((?:自|从)?(?:20\d{2}[年./]|\d{1,2}月)[^。；，,：:（(]{0,30}?)(?=[，,。：:])/.exec(
      start,
    )
  if (opens && isPeriod(opens[2]!)) return { name: nameOf(opens[1]!, '', node), period: opens[2]! }
  return null
}

/** Nothing but dates and what joins them. */
function isPeriod(text: string): boolean {
  let rest = text.replace(/^(?:自|从)/, '')
  const dates = datesIn(rest)
  for (const date of dates.toReversed()) rest = rest.slice(0, date.at) + rest.slice(date.end)
  return dates.length > 0 && /^(?:[—–－\-~～―至到起止前底末开始结束\s]|[上中下]旬|\d{1,2}月)*$/.test(rest)
}

/** Stages without numbers: 动员部署阶段（2023年3月）：… as paragraphs under a heading of steps. */
function unnumberedStages(node: Node): { name: string; period: string; line: number }[] {
  if (!parentWords.test(node.blocks[0]!.paragraph.text.slice(0, 40)) || node.children.length > 0) return []
  return node.blocks.slice(1).flatMap(({ paragraph }) => {
    const bracket = /^([\u4e00-\u9fff“”]{2,20}?阶段)[（(]\s*([^（()）]{2,40}?)\s*[）)]/.exec(paragraph.text)
    const colon = /^([\u4e00-\u9fff“”]{2,20}?阶段)[：:]\s*([^。；，,：:（(]{2,40}?)(?=[，,。；]|$)/.exec(paragraph.text)
    const found = bracket ?? colon
    return found && isPeriod(found[2]!) ? [{ name: found[1]!, period: found[2]!, line: paragraph.from }] : []
  })
}

function words(node: Node): string {
  const { paragraph } = node.blocks[0]!
  return paragraph.numbering ? paragraph.text.slice(paragraph.numbering.end) : paragraph.text
}

/** 学习动员阶段; where the number itself says 第一阶段, the words after it. */
function nameOf(before: string, after: string, node: Node): string {
  const name = before.replace(/[：:，,\s]+$/, '').trim()
  if (name !== '') return name
  const later = after
    .replace(/^[：:，,、\s]+/, '')
    .split(/[：:，,。]/)[0]!
    .trim()
  return later !== '' && later.length <= 20 ? later : node.printed
}
