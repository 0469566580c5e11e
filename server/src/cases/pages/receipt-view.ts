import { holderWords, openingPartWords, openingReasonWords } from '@yingshang/core/vault/labels.zh'
import type { KeptText } from '@yingshang/core/cases/round'
import type { SubmitterView } from '@yingshang/core/cases/submitter-view'
import { dayText } from '@yingshang/core/kernel/day-words.zh'
import { dayInChina } from '@yingshang/core/kernel/dates'
import { explainDeadline } from '@yingshang/core/kernel/deadline-explain'
import { explainedDeadlineLine } from '@yingshang/core/kernel/work-calendar-labels.zh'
import type { Queryable } from '../../platform/database/pools.ts'
import { openingsSeenBySubmitter } from '../../vault/for-others.ts'
import type { CaseServices, Circumstances } from '../circumstances.ts'
import { namesOf } from '../names.ts'
import { textsOf } from '../texts.ts'
import type { ReceiptPage, ShownMessage, ShownOpening } from './receipt-page.ts'

type Facts = Pick<
  ReceiptPage,
  | 'number'
  | 'words'
  | 'units'
  | 'grounds'
  | 'options'
  | 'reasons'
  | 'explained'
  | 'provisional'
  | 'messages'
  | 'openings'
>

/** Everything the receipt page shows besides the state itself. */
export async function receiptFacts(
  services: CaseServices,
  circumstances: Circumstances,
  view: SubmitterView,
): Promise<Facts> {
  const db = services.databases.app
  const { loaded, state, rules, businessDay } = circumstances
  const { facts } = state.file
  const unitIds = view.steps.flatMap((step) => ('unitId' in step && step.unitId ? [step.unitId] : []))
  const kept = view.steps.flatMap((step) => Object.values(step).filter(isKept))
  const [names, texts, messages, openings, explained] = await Promise.all([
    namesOf(db, { units: unitIds }),
    textsOf(
      db,
      kept.map((one) => one.textId),
    ),
    messagesOf(db, loaded.id),
    facts.vaultId === null ? [] : openingsOf(db, facts.vaultId, businessDay),
    explainedLines(services, circumstances, view),
  ])
  return {
    number: facts.number,
    words: new Map(kept.map((one) => [one.textId, texts.wordsOf(one)])),
    units: new Map(unitIds.map((id) => [id, names.unit(id).name])),
    grounds: new Map(rules.refuseGrounds.map(({ code, name }) => [code, name])),
    options: rules.satisfactionOptions,
    reasons: rules.dissatisfactionReasons,
    explained,
    provisional: view.awaited?.deadline?.provisional ?? false,
    messages,
    openings,
  }
}

function isKept(value: unknown): value is KeptText {
  return typeof value === 'object' && value !== null && 'textId' in value
}

/** The awaited day, counted day by day with the calendar it was counted with. */
async function explainedLines(
  services: CaseServices,
  { state, rules, calendar }: Circumstances,
  view: SubmitterView,
): Promise<string[]> {
  const deadline = view.awaited?.deadline
  if (!deadline) return []
  const countedWith = await services.calendars.version(deadline.calendarVersion, state.file.facts.division)
  return explainDeadline(deadline, rules.counting, countedWith ?? calendar).map(explainedDeadlineLine)
}

/** What submitter and office wrote to each other, oldest first. What the submitter wrote lies sealed, before this page too. */
async function messagesOf(db: Queryable, caseId: string): Promise<ShownMessage[]> {
  const found = await db.query<{ body: string }>({
    name: 'cases:messages',
    text: `select body from ledger.entry where stream_id = $1 and type = 'messageAdded' order by version limit 200`,
    values: [caseId],
  })
  const events = found.rows.map(
    (row) => (JSON.parse(row.body) as { data: { on: string; from: 'submitter' | 'office'; masked: KeptText } }).data,
  )
  const texts = await textsOf(
    db,
    events.map((event) => event.masked.textId),
  )
  return events.map(({ on, from, masked }) => ({
    on: dayText(on),
    from,
    text: from === 'office' ? texts.wordsOf(masked) : null,
  }))
}

async function openingsOf(db: Queryable, vaultId: string, businessDay: string): Promise<ShownOpening[]> {
  const seen = await openingsSeenBySubmitter(db, vaultId, businessDay)
  return seen.map(({ at, role, part, reason }) => ({
    at: dayText(dayInChina(Date.parse(at))),
    role: `${holderWords[role]}的工作人员，看了${openingPartWords[part]}`,
    reason: openingReasonWords[reason],
  }))
}
