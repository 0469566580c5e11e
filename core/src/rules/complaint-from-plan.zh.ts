import type { Category } from './complaint-choices.ts'
import type { ComplaintRules } from './complaint-rules.ts'
import { selfSetComplaint } from './self-set-complaint.zh.ts'
import type { SettingSource } from './setting.ts'

interface PrintedPeriod {
  readonly days: number
  readonly unit: 'working' | 'calendar'
  readonly clause: string
}

/** The part of a plan package that rules come from; a period is null where the notice is silent. */
export interface PlanWithRules {
  readonly rules: {
    readonly complaint: Readonly<Record<'handle' | 'extension' | 'feedback' | 'rework', PrintedPeriod | null>>
  }
  readonly categories?: readonly { readonly group: string; readonly name: string }[]
  readonly clauses?: readonly { readonly id: string; readonly text: string }[]
}

/** The complaint rules of a notice: what it says with the clause, everything else 本办自定. */
export function complaintFromPlan(plan: PlanWithRules): ComplaintRules {
  const { handle, extension, feedback, rework } = plan.rules.complaint
  const own = selfSetComplaint()
  const clauseSaying = (words: readonly string[]) =>
    plan.clauses?.find(({ text }) => words.length > 0 && words.every((word) => text.includes(word)))?.id
  const evidence = rework && clauseSaying([...newEvidence])
  const verified = feedback && clauseSaying(['核查确认', '反馈投诉人'])
  const grounds = own.referralGrounds.value.map(({ name }) => name)
  const tree = (group: string, code: string, usual: ComplaintRules['categoryGroups']) => {
    const names = plan.categories?.filter((one) => one.group === group).map(({ name }) => name) ?? []
    if (names.length === 0) return usual
    const kept = names.slice(0, most).map((name) => name.slice(0, longest))
    return {
      value: kept.map((name, place) => categoryOf(`${code}-${place + 1}`, name)),
      source: from(clauseSaying(names)),
    }
  }
  return {
    ...own,
    handle: printed(handle) ?? own.handle,
    extension: printed(extension) ?? own.extension,
    feedback: printed(feedback) ?? own.feedback,
    feedbackStarts: verified ? { value: 'verified', source: from(verified) } : own.feedbackStarts,
    rework: printed(rework) ?? own.rework,
    reworkNeedsEvidence: evidence ? { value: true, source: from(evidence) } : own.reworkNeedsEvidence,
    referralGrounds: { ...own.referralGrounds, source: from(clauseSaying(grounds)) },
    categoryGroups: tree('problem-groups', 'group', own.categoryGroups),
    categoryHeads: tree('problem-heads', 'head', own.categoryHeads),
  }
}

/** What a list and a name of a rule set can hold; a notice that names more is cut, never refused. */
const most = 60
const longest = 120

const newEvidence = ['不满意', '新的证据']

function from(clause: string | undefined): SettingSource {
  // A value whose clause the importer could not place still comes from the notice, but a number without its clause cannot
  // be shown with its source: the office has to own it.
  return clause === undefined || clause === '' ? { kind: 'selfSet' } : { kind: 'clause', clause }
}

function printed(found: PrintedPeriod | null): ComplaintRules['handle'] | null {
  return found && { value: { days: found.days, unit: found.unit }, source: from(found.clause) }
}

/** The words a submitter reads in place of a printed name, by what the name speaks of. First match wins. */
const everydayWords: readonly (readonly [RegExp, string])[] = [
  [/不作为|乱作为|慢作为/, '窗口或部门不办、乱办、拖着办'],
  [/推诿|久拖/, '互相推、一直没有结果，影响经营'],
  [/承诺|契约|旧账|失信/, '合同、答应过的事没有兑现'],
  [/执法|乱收费|乱罚款/, '检查、收费、处罚不合规矩'],
  [/知识产权|知产/, '商标、专利被侵权没人管'],
  [/准入/, '开业、许可、投标被设门槛'],
  [/公平竞争/, '被区别对待、指定交易'],
  [/要素|成本/, '用地、用工、水电气、贷款贵或难'],
  [/不方便|不便/, '跑多次、材料多、等得久'],
  [/政策兑现|兑现难/, '奖补、减免拿不到'],
  [/政策/, '政策有，但享受不到'],
  [/服务意识/, '态度不好、没人管'],
]

function categoryOf(code: string, name: string): Category {
  return { code, name, plain: everydayWords.find(([spoken]) => spoken.test(name))?.[1] ?? '' }
}
