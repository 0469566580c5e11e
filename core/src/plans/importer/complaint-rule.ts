import { countOf } from './numbering.ts'
import type { Node } from './outline.ts'
import type { PlanPackage } from '../package.ts'

export type ComplaintRule = PlanPackage['rules']['complaint']
type PeriodKind = keyof ComplaintRule

export interface FoundPeriod {
  readonly kind: PeriodKind
  readonly days: number
  readonly unit: 'working' | 'calendar'
  readonly clause: string
  readonly line: number
  /** The sentence lays the period on a unit (承办单位应在…). */
  readonly byUnit: boolean
  /** The words say from when it runs (自…之日起, …后). */
  readonly startStated: boolean
}

const daysPattern =
  /(\d{1,3}|[一二三四五六七八九十百]{1,4})\s*个?\s*(工作日|自然日|日历日|日|天)(?!\d|前|起|电|常|报|均)/g
const about =
  /投诉|诉求|反映人|举报|问题线索|来信|来访|办理反馈|问题反馈|办理结果|(?:承办|办理)单位|(?:责任|承办|办理|被投诉)单位.{0,20}(?:工作日|[日天])内|延长期限|核查确认|听取意见|反馈结果|工单|重新办理|重办|反馈(?:给|至)?.{0,2}(?:企业|群众|市场主体)|延期|问题.{0,12}办理/

/** The periods of the complaint rule: answer to the office, extension, feedback to the complainant, rework. */
export function complaintPeriods(nodes: readonly Node[]): FoundPeriod[] {
  let best: FoundPeriod[] = []
  const spread: FoundPeriod[] = []
  for (const node of nodes) {
    const text = node.blocks.map((block) => block.body).join('')
    if (!about.test(text)) continue
    const found = periodsIn(text, node)
    if (found.length > best.length) best = found
    spread.push(...found)
  }
  // The rule may be spread over several items (1.受理 2.办理 3.反馈); the fullest place speaks first.
  const all = [...best]
  if (best.length >= 2 || spread.length >= 2)
    for (const period of spread) if (!all.some((have) => have.kind === period.kind)) all.push(period)
  return all.length >= 2 || all.some((period) => period.kind !== 'handle' || period.byUnit) ? all : []
}

function periodsIn(text: string, node: Node): FoundPeriod[] {
  const found: FoundPeriod[] = []
  let sentenceStart = 0
  for (const sentence of text.split(/(?<=[。；])/)) {
    let from = 0
    const matches = [...sentence.matchAll(daysPattern)]
    for (const [index, m] of matches.entries()) {
      const next = matches[index + 1]?.index ?? sentence.length
      const end = m.index + m[0].length
      const before = sentence.slice(from, m.index)
      const after = sentence.slice(end, next)
      from = end
      const kind = kindOf(before, after.split(/[，,]/)[0]!, after, sentence.slice(0, m.index))
      if (kind === null || found.some((have) => have.kind === kind)) continue
      const days = countOf(m[1]!)
      if (!Number.isInteger(days) || days === 0) continue
      found.push({
        kind,
        days,
        unit: m[2] === '工作日' ? 'working' : 'calendar',
        clause: node.id,
        line: node.blocks[0]!.paragraph.from,
        byUnit: /(?:承办|办理|责任|主办|经办|被投诉|涉事)(?:单位|部门)/.test(sentence),
        startStated:
          /之日起|日起|起算|当日起|后[，,]?(?:的|在|应|，|须)?[^，]{0,6}$/.test(before) ||
          /^(?:自|从).{2,14}起/.test(before),
      })
    }
    sentenceStart += sentence.length
  }
  return found
}

function kindOf(before: string, after: string, rest: string, sentence: string): PeriodKind | null {
  const near = before.split(/[，,]/).slice(-3).join('，')
  if (/延期|延长|顺延|展期/.test(near) || /^.{0,4}(?:延期|延长|顺延)/.test(after)) return 'extension'
  if (
    /重新(?:办理|处理|核查|答复)|重办|再次(?:办理|处理)|再(?:办理|处理)|返工|发回|退回(?:重|承办)|二次办理/.test(
      near,
    ) ||
    /^内?.{0,10}(?:重新|再次)(?:办理|处理|办结|答复)/.test(after)
  )
    return 'rework'
  if (
    /^内?.{0,8}(?:受理|交办|转办|签收|分办|派单|登记|转交|分派|甄别|研判|公示|通报)/.test(after) &&
    !/反馈|答复|办结/.test(after)
  )
    return null
  const toSubmitter =
    /(?:反馈|告知|回复|答复|回访|通知|反馈给)(?:给)?.{0,6}(?:投诉人|反映人|诉求人|举报人|企业|当事人|市场主体|群众|来访人|申请人)|(?:向|将).{0,16}(?:投诉人|反映人|诉求人|举报人|企业|当事人|市场主体).{0,14}(?:反馈|告知|回复|答复|通知)/
  if (toSubmitter.test(after) || toSubmitter.test(rest.slice(0, 24)))
    return /核查|核实|审核|确认|办结后|验收|回访/.test(near) || !/承办|责任单位|交办|受理|办理/.test(sentence)
      ? 'feedback'
      : 'feedback'
  if (/核查|核实|确认/.test(near) && /反馈|告知|答复|回复/.test(rest)) return 'feedback'
  if (
    /办结|办理|反馈|处理|答复|回复|报送|上报|整改|解决|完成/.test(after + rest.slice(0, 20)) ||
    /办理(?:时限|期限)/.test(near)
  )
    return 'handle'
  return null
}

/** The rule as the package prints it; a period the text does not give is null. */
export function complaintRuleOf(periods: readonly FoundPeriod[]): ComplaintRule {
  const rule: ComplaintRule = { handle: null, extension: null, feedback: null, rework: null }
  for (const { kind, days, unit, clause } of periods) rule[kind] ??= { days, unit, clause }
  return rule
}
