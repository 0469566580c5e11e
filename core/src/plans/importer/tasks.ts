import { understandDeadline, type YearContext } from './deadlines.ts'
import type { Findings } from './findings.ts'
import { isBare, ownTail, sectionName, titleOf, type Block, type Node, type Outline } from './outline.ts'
import type { PlanTask } from '../package.ts'
import { none as noRules, type StandingRules } from './standing-rules.ts'
import type { TableTask } from './table-task.ts'
import { headingsOverParagraphs, isBareBlock, readingsOf } from './task-level.ts'
import { emptyTail, hasUnits, mergeTails, type Tail } from './tails.ts'
import { readUnits } from './unit-lists.ts'
import { unnumberedItems } from './unnumbered-items.ts'

/** A task before its dates and standing rules are settled. */
export interface FoundTask {
  readonly no: string
  readonly section: string[]
  readonly title: string
  readonly text: string
  readonly tail: Tail
  readonly inherited: Tail | null
  readonly lines: [number, number]
  readonly clause: string
  readonly unread: readonly number[]
}

/** The tasks of a part's outline, in the order of the text. */
export function tasksOf(outline: Outline, title: string): FoundTask[] {
  const readings = readingsOf(outline, title)
  const unnumbered = headingsOverParagraphs(outline)
  const tasks: FoundTask[] = []
  const visit = (node: Node, section: string[], inherited: Tail | null): void => {
    const reading = readings.get(node) ?? 'text'
    if (reading === 'task') tasks.push(...tasksFrom(node, section, inherited, readings, unnumbered.has(node.style)))
    if (node.children.length === 0) return
    if (reading === 'task' && !node.children.some((child) => readings.has(child))) return
    const below = [...section, sectionName(node)]
    const passed = reading === 'section' ? inherit(ownTail(node), inherited) : inherited
    for (const child of node.children) visit(child, below, passed)
  }
  for (const root of outline.roots) visit(root, [], null)
  return tasks
}

/** What a task has from above where it says nothing itself. */
export function inherit(own: Tail | null, above: Tail | null): Tail | null {
  if (own === null || above === null) return own ?? above
  const merged = emptyTail()
  mergeTails(merged, own)
  if (!hasUnits(own)) mergeTails(merged, { ...above, deadline: '', rules: null })
  else if (own.lead.length === 0 && !own.explicitLead && onlyLeads(above)) {
    // The heading names the lead, the items the others.
    merged.lead.push(...above.lead)
    merged.explicitLead = true
  } else if (own.responsible.length + own.groups.length + own.catchAll.length + own.lead.length === 0) {
    merged.lead.push(...above.lead)
    merged.responsible.push(...above.responsible)
  } else if (own.lead.length > 0 && onlyLeads(own) && above.lead.length === 0) {
    merged.responsible.push(...above.responsible)
    merged.groups.push(...above.groups)
    merged.catchAll.push(...above.catchAll)
  }
  if (merged.deadline === '') merged.deadline = above.deadline
  return merged
}

function onlyLeads(tail: Tail): boolean {
  return (
    tail.lead.length > 0 &&
    tail.responsible.length + tail.supporting.length + tail.groups.length + tail.catchAll.length === 0
  )
}

function tasksFrom(
  node: Node,
  section: string[],
  inherited: Tail | null,
  readings: ReadonlyMap<Node, unknown>,
  paragraphsAreTasks: boolean,
): FoundTask[] {
  const [first, ...others] = node.blocks
  const items = node.children.length === 0 ? unnumberedItems(others) : []
  if (items.length >= (paragraphsAreTasks ? 1 : 2) && first && first.tail === null && isBareBlock(first)) {
    // A heading over several paragraphs that each name their units: each is a task without a number.
    return items.map((item) => foundTask(node, item, [...section, sectionName(node)], inherited, '', []))
  }
  const included = includedBlocks(node)
  const children = node.children.some((child) => readings.has(child)) ? [] : node.children
  return [foundTask(node, included, section, inherited, node.printed, children)]
}

/** Paragraphs after the notation are the document's again, unless only a heading stands before it. */
function includedBlocks(node: Node): Block[] {
  let last = -1
  for (const [at, block] of node.blocks.entries()) if (block.tail !== null || block.unread !== null) last = at
  if (last < 0) return node.blocks
  const wordsBefore = node.blocks.slice(0, last + 1).filter((block) => block.body !== '')
  const onlyHeading =
    wordsBefore.length <= 1 &&
    isBare(node) === false &&
    isBareBlock(wordsBefore[0] ?? node.blocks[0]!) &&
    !(wordsBefore[0]?.body ?? '').endsWith('。')
  return onlyHeading ? node.blocks : node.blocks.slice(0, last + 1)
}

function foundTask(
  node: Node,
  blocks: readonly Block[],
  section: string[],
  inherited: Tail | null,
  no: string,
  children: readonly Node[],
): FoundTask {
  const own = emptyTail()
  for (const block of blocks) if (block.tail) mergeTails(own, block.tail)
  const bodies = blocks.map((block) => block.body).filter((body) => body !== '')
  const pieces = [...bodies]
  let from = Math.min(...blocks.map((block) => block.paragraph.from))
  let to = Math.max(...blocks.map((block) => block.paragraph.to))
  const addChild = (child: Node): void => {
    pieces.push(
      child.printed +
        (/^(?:arabic|decimal)/.test(child.style) ? '.' : '') +
        child.blocks.map((block) => block.body).join(''),
    )
    from = Math.min(from, child.blocks[0]!.paragraph.from)
    for (const block of child.blocks) to = Math.max(to, block.paragraph.to)
    for (const grandchild of child.children) addChild(grandchild)
  }
  for (const child of children) addChild(child)
  return {
    no,
    section,
    title: titleOf(bodies),
    text: joinSentences(pieces),
    tail: own,
    inherited,
    lines: [from, to],
    clause: node.id,
    unread: blocks.flatMap((block) => (block.unread !== null ? [block.paragraph.from] : [])),
  }
}

function joinSentences(pieces: readonly string[]): string {
  return pieces
    .map((piece, at) => (at < pieces.length - 1 && /[\u4e00-\u9fff”）)》\d]$/.test(piece) ? `${piece}。` : piece))
    .join('')
}

/** Table rows as found tasks; each row is its own clause. */
export function tableTask(task: TableTask, clause: string): FoundTask {
  return {
    no: task.no,
    section: task.section,
    title: task.title,
    text: task.text,
    tail: task.tail,
    inherited: null,
    lines: [task.from, task.to],
    clause,
    unread: [],
  }
}

/**
 * Settles tasks in the order of the text: inherits from sections, applies what was said once for all (first listed leads,
 * marked leads, added groups) and understands the deadline.
 */
export function settleTasks(
  found: readonly FoundTask[],
  list: string,
  rules: StandingRules,
  context: YearContext,
  findings: Findings,
  standingDeadlines: readonly { from: number; text: string }[] = [],
): PlanTask[] {
  let standing: StandingRules = {
    ...noRules,
    firstLeads: rules.firstLeads,
    markLeads: rules.markLeads,
    added: rules.added,
    deadline: rules.deadline,
  }
  let added = rules.added ? readUnits(rules.added.units) : null
  let supportingAdded = rules.added?.supporting ?? false
  return found.map((task): PlanTask => {
    const tail = inherit(task.tail, task.inherited) ?? emptyTail()
    const own = task.tail.rules ?? task.inherited?.rules ?? null
    if (own?.firstLeads || own?.markLeads)
      standing = {
        ...standing,
        firstLeads: standing.firstLeads || own.firstLeads,
        markLeads: standing.markLeads || own.markLeads,
      }
    const units = {
      lead: [...tail.lead],
      responsible: [...tail.responsible],
      supporting: [...tail.supporting],
      groups: [...tail.groups],
      catchAll: [...tail.catchAll],
    }
    if (tail.marked.length > 0) for (const name of tail.marked) if (!units.lead.includes(name)) units.lead.push(name)
    if (standing.firstLeads && !tail.explicitLead && units.lead.length === 0 && units.responsible.length > 0)
      units.lead.push(units.responsible[0]!)
    if (added && !own?.added) {
      for (const name of added.units) addOnce(supportingAdded ? units.supporting : units.responsible, name.name)
      for (const group of added.groups) if (!units.groups.some((have) => have.includes(group))) units.groups.push(group)
      for (const rest of added.catchAll) addOnce(units.catchAll, rest)
    }
    if (own?.added) {
      added = readUnits(own.added.units)
      supportingAdded = own.added.supporting
    }
    const stated = standingDeadlines.findLast((one) => one.from < task.lines[0])?.text ?? ''
    const { deadline, troubles } = understandDeadline(tail.deadline || stated || standing.deadline, context)
    for (const { kind, year } of troubles)
      findings.add(kind, task.lines[0], kind === 'year-assumed' ? `${year}年` : `“${deadline.text}”`)
    for (const line of task.unread) findings.add('unread-tail', line)
    if (tail.odd.length > 0)
      findings.add('unit-name-unclear', task.lines[0], tail.odd.map((word) => `“${word.slice(0, 24)}”`).join('、'))
    return {
      list,
      no: task.no,
      section: task.section,
      title: task.title,
      text: task.text,
      leadUnits: units.lead,
      responsibleUnits: units.responsible,
      supportingUnits: units.supporting,
      groupUnits: units.groups,
      catchAll: units.catchAll.join('，'),
      deadline,
      basis: [...tail.basis],
      lines: task.lines,
      clause: task.clause,
    }
  })
}

function addOnce(list: string[], name: string): void {
  if (!list.includes(name)) list.push(name)
}
