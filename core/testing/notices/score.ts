import type { PlanPackage, PlanTask } from '@yingshang/core/plans/package'
import type { GoldTask, NoticeGold } from './gold.ts'

/** What a gold file of a real notice has; made notices have more. */
export type AnyGold = Pick<NoticeGold, 'tasks'> & Partial<NoticeGold>

/** Text as the scoring script compares it: widths folded, white space and punctuation away. */
export function normal(text: string | null | undefined): string {
  return (text ?? '').normalize('NFKC').replace(/[\s，,。.；;：:、“”"'‘’《》〈〉()（）[\]〔〕]/g, '')
}

/** Right out of asked. */
export type Share = [right: number, asked: number]

export interface Score {
  tasksFound: number
  tasksAsked: number
  tasksExtra: number
  triplesRight: number
  triplesFound: number
  triplesAsked: number
  deadline: Share
  catchAll: Share
  stages: Share
  rules: Share
  ruleUnits: Share
  indicators: Share
  /** Beyond the script: kind and due day as understood, basis names, section headings. */
  kind: Share
  due: Share
  basis: Share
  section: Share
  /** One line per difference, for the list of failures. */
  differences: string[]
}

const same = (a: string | null | undefined, b: string | null | undefined) => normal(a) === normal(b)

function bestTask(tasks: readonly PlanTask[], used: ReadonlySet<number>, gold: GoldTask): number {
  let best = -1
  let most = 0
  tasks.forEach((task, i) => {
    if (used.has(i)) return
    const [from, to] = task.lines
    let points = 0
    if (gold.line && from <= gold.line && gold.line <= to) points = 2 - Math.min(1, (to - from) / 50)
    const title = normal(gold.title_or_first_sentence).slice(0, 14)
    if (title && (normal(task.title) + normal(task.text)).includes(title)) points += 1
    if (normal(task.no) === normal(gold.no)) points += 0.5
    if (points >= 1 && points > most) {
      most = points
      best = i
    }
  })
  return best
}

const triplesOf = (lead: readonly string[], responsible: readonly string[], groups: readonly string[]) =>
  new Set([
    ...lead.map((u) => `lead ${normal(u)}`),
    ...responsible.map((u) => `resp ${normal(u)}`),
    ...groups.map((u) => `group ${normal(u)}`),
  ])

/** Scores a plan package against its answers by the rules of the scoring script (`f1`). */
export function scorePlan(plan: PlanPackage, gold: AnyGold): Score {
  const score: Score = {
    tasksFound: 0,
    tasksAsked: gold.tasks.length,
    tasksExtra: 0,
    triplesRight: 0,
    triplesFound: 0,
    triplesAsked: 0,
    deadline: [0, 0],
    catchAll: [0, 0],
    stages: [0, 0],
    rules: [0, 0],
    ruleUnits: [0, 0],
    indicators: [0, 0],
    kind: [0, 0],
    due: [0, 0],
    basis: [0, 0],
    section: [0, 0],
    differences: [],
  }
  const used = new Set<number>()
  const tell = (line: number, what: string, got: string, want: string) =>
    score.differences.push(`line ${line}: ${what}: got ‹${got}› want ‹${want}›`)
  const count = (share: Share, right: boolean) => {
    share[1]++
    if (right) share[0]++
  }
  for (const want of gold.tasks) {
    const asked = triplesOf(want.lead_units ?? [], want.responsible_units ?? [], want.group_units ?? [])
    score.triplesAsked += asked.size
    const i = bestTask(plan.tasks, used, want)
    const task = plan.tasks[i]
    if (!task) {
      tell(want.line, 'task missing', '', `${want.no} ${want.title_or_first_sentence}`)
      continue
    }
    used.add(i)
    score.tasksFound++
    const found = triplesOf(task.leadUnits, [...task.responsibleUnits, ...task.supportingUnits], task.groupUnits)
    score.triplesFound += found.size
    const right = [...found].filter((t) => asked.has(t)).length
    score.triplesRight += right
    if (right < asked.size || right < found.size)
      tell(
        want.line,
        'units',
        [...found].filter((t) => !asked.has(t)).join(' '),
        [...asked].filter((t) => !found.has(t)).join(' '),
      )
    const deadlineRight = same(task.deadline.text, want.deadline_text)
    count(score.deadline, deadlineRight)
    if (!deadlineRight) tell(want.line, 'deadline', task.deadline.text, want.deadline_text)
    const catchAllRight = same(task.catchAll, want.catch_all)
    count(score.catchAll, catchAllRight)
    if (!catchAllRight) tell(want.line, 'catch-all', task.catchAll, want.catch_all)
    if (want.deadline_kind) {
      // A month is also a date to keep; where one ends and the other begins is not settled.
      const kind = (k: string) => (k === 'month' ? 'date' : k)
      const kindRight = kind(task.deadline.kind) === kind(want.deadline_kind)
      count(score.kind, kindRight)
      if (!kindRight) tell(want.line, `kind of ‹${want.deadline_text}›`, task.deadline.kind, want.deadline_kind)
      count(score.due, task.deadline.due === want.deadline_due)
      if (task.deadline.due !== want.deadline_due)
        tell(want.line, `due day of ‹${want.deadline_text}›`, String(task.deadline.due), String(want.deadline_due))
    }
    if (gold.made) {
      const basisRight = same(task.basis.join(''), want.basis_text)
      count(score.basis, basisRight)
      if (!basisRight) tell(want.line, 'basis', task.basis.join(''), want.basis_text)
      const sectionRight = same(task.section.at(-1) ?? '', want.section.split(' / ').at(-1))
      count(score.section, sectionRight)
      if (!sectionRight) tell(want.line, 'section', task.section.join(' / '), want.section)
    }
  }
  plan.tasks.forEach((task, i) => {
    if (!used.has(i)) tell(task.lines[0], 'extra task', `${task.no} ${task.title}`, '')
  })
  score.tasksExtra = plan.tasks.length - used.size
  scoreRest(plan, gold, score, tell)
  return score
}

function scoreRest(
  plan: PlanPackage,
  gold: AnyGold,
  score: Score,
  tell: (line: number, what: string, got: string, want: string) => void,
): void {
  const stages = plan.stages.map((s) => `${normal(s.periodText)} ${s.start} ${s.end}`)
  for (const s of gold.stages ?? []) {
    const key = `${normal(s.period_text)} ${s.start} ${s.end}`
    score.stages[1]++
    if (stages.includes(key)) score.stages[0]++
    else tell(0, 'stage', stages.join(' | '), key)
  }
  for (const [element, want] of Object.entries(gold.complaint_rule ?? {})) {
    if (!gold.made) break
    const got = plan.rules.complaint[element as keyof PlanPackage['rules']['complaint']]
    score.rules[1]++
    score.ruleUnits[1]++
    if (got?.days === want.days) score.rules[0]++
    else tell(0, `rule ${element}`, String(got?.days), String(want.days))
    if (got?.unit === want.unit) score.ruleUnits[0]++
    else if (got) tell(0, `unit of days of ${element}`, got.unit, want.unit)
  }
  const flat = (
    list: readonly { name: string; weight: number; children?: readonly { name: string; weight: number }[] }[],
  ) =>
    list.flatMap((i) => [
      `${normal(i.name)} ${i.weight}`,
      ...(i.children ?? []).map((c) => `${normal(i.name)}${normal(c.name)} ${c.weight}`),
    ])
  const found = flat(plan.indicators)
  for (const want of flat(gold.indicators ?? [])) {
    score.indicators[1]++
    if (found.includes(want)) score.indicators[0]++
    else tell(0, 'indicator', '', want)
  }
}

/** F1 of tasks and of (task, role, unit) triples, and the shares, over one or many scores. */
export interface Figures {
  notices: number
  tasks: number
  triples: number
  deadline: number
  catchAll: number
  stages: number
  rules: number
  ruleUnits: number
  indicators: number
  kind: number
  due: number
  basis: number
  section: number
}

const ratio = (right: number, asked: number) => (asked === 0 ? 1 : right / asked)
const f1 = (right: number, found: number, asked: number) => (found + asked === 0 ? 1 : (2 * right) / (found + asked))

export function figuresOf(scores: readonly Score[]): Figures {
  const sum = (pick: (s: Score) => number) => scores.reduce((total, s) => total + pick(s), 0)
  const share = (pick: (s: Score) => Share) =>
    ratio(
      sum((s) => pick(s)[0]),
      sum((s) => pick(s)[1]),
    )
  return {
    notices: scores.length,
    tasks: f1(
      sum((s) => s.tasksFound),
      sum((s) => s.tasksFound + s.tasksExtra),
      sum((s) => s.tasksAsked),
    ),
    triples: f1(
      sum((s) => s.triplesRight),
      sum((s) => s.triplesFound),
      sum((s) => s.triplesAsked),
    ),
    deadline: share((s) => s.deadline),
    catchAll: share((s) => s.catchAll),
    stages: share((s) => s.stages),
    rules: share((s) => s.rules),
    ruleUnits: share((s) => s.ruleUnits),
    indicators: share((s) => s.indicators),
    kind: share((s) => s.kind),
    due: share((s) => s.due),
    basis: share((s) => s.basis),
    section: share((s) => s.section),
  }
}

/** Figures per notation, weakest first (mean of tasks, triples and deadlines). */
export function byNotation(
  scored: readonly { notation: readonly string[]; score: Score }[],
): (Figures & { notation: string })[] {
  const groups = new Map<string, Score[]>()
  for (const { notation, score } of scored)
    for (const tag of new Set(notation)) {
      const group = groups.get(tag)
      if (group) group.push(score)
      else groups.set(tag, [score])
    }
  const mean = (f: Figures) => f.tasks + f.triples + f.deadline
  return [...groups]
    .map(([notation, scores]) => ({ notation, ...figuresOf(scores) }))
    .sort((a, b) => mean(a) - mean(b) || a.notation.localeCompare(b.notation))
}
