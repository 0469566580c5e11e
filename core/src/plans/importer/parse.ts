import { campaignWindow, dayOf, yearContext } from './campaign-years.ts'
import { categoriesOf } from './categories.ts'
import { checkPlan } from './checks.ts'
import { clausesOf } from './clauses.ts'
import { shareClosingDuties } from './closing-duties.ts'
import { complaintPeriods, complaintRuleOf } from './complaint-rule.ts'
import { documentHead } from './document-head.ts'
import { createFindings, type Findings } from './findings.ts'
import type { ReadIndicator } from './indicators.ts'
import { hasDuty, outlineOf, type Block, type Outline } from './outline.ts'
import type { PlanPackage, PlanTask } from '../package.ts'
import { paragraphsOf } from './paragraphs.ts'
import { partsOf } from './parts.ts'
import { remarkTasks } from './remark-tasks.ts'
import type { SourceDocument } from '../source.ts'
import { stagesOf } from './stages.ts'
import { readSpokenDuties } from './spoken-duties.ts'
import { hasRule, none, takeStandingRules, type StandingRules } from './standing-rules.ts'
import { liftTails } from './task-level.ts'
import { readUnitHeadings } from './unit-headings.ts'
import { readTables } from './task-tables.ts'
import type { ReadPart } from './read-part.ts'
import { settleTasks, tableTask, tasksOf } from './tasks.ts'

/**
 * Reads a plan: SourceDocument in, plan package out. Pure, and total: any input gives a package that fits the schema; what
 * could not be understood is said in `diagnostics`, with its lines.
 */
export function parsePlan(source: SourceDocument): PlanPackage {
  const findings = createFindings()
  for (const { message, line } of source.repairs) findings.add('repaired-by-reader', line, message)
  const paragraphs = paragraphsOf(source, findings)
  const parts = partsOf(paragraphs)
  const head = documentHead(parts)
  const read = parts.parts.map((part): ReadPart => {
    const outline = outlineOf(part)
    shareClosingDuties(outline)
    readSpokenDuties(outline)
    liftTails(outline)
    readUnitHeadings(outline)
    return { part, title: part.id === 'main' ? head.planTitle : part.title, outline, tables: readTables(outline.rows) }
  })
  const main = read[0]!
  const clauses = clausesOf(read)

  const firstYear = yearContext(
    {
      remarks: [],
      listTitle: '',
      titles: [head.planTitle, head.document.title],
      docNumber: head.document.docNumber,
      signedOn: head.signedOn,
    },
    { start: null, end: null },
  ).year
  const stages = stagesOf(read, firstYear)
  const window = campaignWindow(
    [
      ...head.preamble.map(({ text }) => text),
      ...main.outline.nodes.flatMap((node) => node.blocks.map(({ body }) => body)),
    ],
    stages,
  )

  const everywhere = rulesIn(
    [...head.preamble, ...parts.closing]
      .map(({ text }) => text)
      .concat(
        head.document.title,
        head.planTitle,
        ...plainTexts(main).filter((text) => !/(?:时限|时间|期限|完成)/.test(text)),
      ),
  )
  const issuedOn = dayOf(head.signedOn)
  const tasks: PlanTask[] = []
  const lists: PlanPackage['lists'] = []
  const indicators: ReadIndicator[] = []
  for (const entry of read) {
    const remarks = [...entry.outline.intro.map(({ text }) => text), ...entry.tables.remarks.map(({ text }) => text)]
    const rules = combine(
      everywhere,
      rulesIn(
        entry === main ? entry.tables.remarks.map(({ text }) => text) : [entry.title, ...remarks, ...plainTexts(entry)],
      ),
    )
    const context = yearContext(
      {
        remarks,
        listTitle: entry.title || tableTitle(entry),
        titles: [head.planTitle, head.document.title],
        docNumber: head.document.docNumber,
        signedOn: head.signedOn,
      },
      window,
    )
    const found = [
      ...tasksOf(entry.outline, entry.title),
      ...remarkTasks(entry),
      ...entry.tables.tasks.map((task) => tableTask(task, clauses.ofRow.get(task) ?? entry.part.id)),
    ]
    const settled = settleTasks(
      found,
      entry.part.id,
      rules,
      { ...context, issuedOn },
      findings,
      standingDeadlines(entry),
    )
    tasks.push(...settled)
    indicators.push(...entry.tables.indicators)
    for (const line of entry.tables.unread) findings.add('unread-table', line)
    for (const line of entry.tables.inferred) findings.add('columns-inferred', line)
    if (entry !== main || settled.length > 0 || entry.tables.indicators.length > 0)
      lists.push({ id: entry.part.id, title: entry.title || tableTitle(entry) || head.document.title })
  }
  const periods = complaintPeriods(main.outline.nodes)
  const plan: PlanPackage = {
    document: {
      ...head.document,
      title: head.document.title || (read.map(tableTitle).find((title) => title !== '') ?? ''),
    },
    clauses: clauses.clauses,
    stages: stages.map(({ no, name, periodText, start, end }) => ({ no, name, periodText, start, end })),
    lists,
    tasks,
    indicators: indicators.map(({ indicator }) => indicator),
    categories: categoriesOf(main.outline.nodes),
    rules: { complaint: complaintRuleOf(periods) },
    diagnostics: [],
  }
  checkPlan({ plan, read, paragraphs, periods, indicators, year: firstYear }, findings)
  return { ...plan, diagnostics: findings.diagnostics() }
}

export type { Findings }

/** A workbook's list carries its title in a row across the table. */
function tableTitle({ tables }: ReadPart): string {
  const first = tables.remarks[0]?.text ?? ''
  return first.length <= 60 && !/[。；]|^[（(]?注/.test(first) ? first.replace(/\n/g, '') : ''
}

/** Paragraphs that are no item and no part of one: remarks before the first number, notes, sentences under a heading. */
function plainTexts({ outline }: ReadPart): string[] {
  return [...outline.intro, ...remarkBlocks(outline).map(({ paragraph }) => paragraph)].map(({ text }) => text)
}

function remarkBlocks(outline: Outline): Block[] {
  return outline.nodes.flatMap((node) =>
    node.blocks
      .slice(1)
      .filter(
        (block) =>
          (block.body !== '' || (block.tail?.rules && !hasDuty(block.tail))) && block.paragraph.text.length < 160,
      ),
  )
}

/** 以下任务完成时限均为… under a heading: counts for every task from there on. */
function standingDeadlines({ outline }: ReadPart): { from: number; text: string }[] {
  return remarkBlocks(outline).flatMap(({ paragraph }) => {
    const { deadline } = takeStandingRules(paragraph.text).rules
    return deadline === '' ? [] : [{ from: paragraph.from, text: deadline }]
  })
}

function rulesIn(texts: readonly string[]): StandingRules {
  let rules = none
  for (const text of texts) {
    const { rules: found } = takeStandingRules(text)
    if (hasRule(found) || found.deadline !== '') rules = combine(rules, found)
  }
  return rules
}

function combine(a: StandingRules, b: StandingRules): StandingRules {
  return {
    firstLeads: a.firstLeads || b.firstLeads,
    markLeads: a.markLeads || b.markLeads,
    added: b.added ?? a.added,
    deadline: b.deadline || a.deadline,
    sameBelow: false,
  }
}
