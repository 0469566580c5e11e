import type { z } from 'zod'
import type { Actor } from '@yingshang/core/kernel/actor'
import { countWorkingDays, type WorkCalendar } from '@yingshang/core/kernel/work-calendar'
import { mayActOnTip, tipActionsNow } from '@yingshang/core/supervision/tip'
import { tipEventNames } from '@yingshang/core/supervision/labels.zh'
import type { listTips, tipPage, tipRow } from '@yingshang/core/supervision/tip-contract'
import type { LiveTip, TipEvent, TipStatus } from '@yingshang/core/supervision/tip-state'
import type { Queryable } from '../platform/database/pools.ts'
import { loadTip } from './tips.ts'

type Row = z.input<typeof tipRow>
const pageSize = 50

/** The queue of discipline inspection: what nobody has taken up first, the oldest first. No text: it lies sealed. */
export async function tipQueue(
  db: Queryable,
  division: string,
  asked: { readonly status?: TipStatus | undefined; readonly page: number },
  day: string,
  calendar: WorkCalendar,
): Promise<z.input<typeof listTips.reply>> {
  const found = await db.query<{ id: string; state: LiveTip; total: number }>({
    name: 'tip:queue',
    text: `select id, state, count(*) over ()::int as total from app.tip
      where division = $1 and ($2::text is null or status = $2)
      order by status = 'received' desc, message_waiting desc, status = 'examining' desc, received_on, id limit $3 offset $4`,
    values: [division, asked.status ?? null, pageSize, (asked.page - 1) * pageSize],
  })
  return {
    rows: found.rows.map(({ id, state }) => rowOf(id, state, day, calendar)),
    total: found.rows[0]?.total ?? 0,
    page: asked.page,
    size: pageSize,
  }
}

function rowOf(id: string, state: LiveTip, day: string, calendar: WorkCalendar): Row {
  const { facts, waiting } = state.file
  return {
    id,
    number: facts.number,
    status: state.kind,
    receivedOn: facts.receivedOn,
    waitingDays: state.kind === 'received' ? countWorkingDays(calendar, facts.receivedOn, day) : null,
    messageWaiting: waiting,
    files: facts.files,
  }
}

const offered = ['takeUp', 'decline', 'transfer', 'conclude', 'answer'] as const

export async function oneTip(
  db: Queryable,
  tipId: string,
  actor: Actor,
  day: string,
  calendar: WorkCalendar,
): Promise<z.input<typeof tipPage.reply>> {
  const { state } = await loadTip(db, tipId)
  const { facts } = state.file
  return {
    ...rowOf(tipId, state, day, calendar),
    vaultId: facts.vaultId,
    source: facts.source,
    declinedBecause: state.kind === 'declined' ? state.because : null,
    outcome: state.kind === 'concluded' ? state.outcome : null,
    transferredTo: state.kind === 'transferred' ? state.to : null,
    answers: await answersOf(db, state),
    history: await historyOf(db, tipId),
    actions: offered.filter(
      (action) => tipActionsNow[state.kind].includes(action) && mayActOnTip(action, actor) === null,
    ),
  }
}

/** Discipline inspection's answers, oldest first; an erased one has no words. */
export async function answersOf(db: Queryable, state: LiveTip): Promise<{ on: string; text: string }[]> {
  const { answers } = state.file
  if (answers.length === 0) return []
  const found = await db.query<{ id: string; text: string }>({
    name: 'tip:answers',
    text: 'select id, text from app.tip_answer where id = any($1::uuid[])',
    values: [answers.map(({ words }) => words.textId)],
  })
  const byId = new Map(found.rows.map((row) => [row.id, row.text]))
  return answers.map(({ on, words }) => ({ on, text: byId.get(words.textId) ?? '' }))
}

async function historyOf(db: Queryable, tipId: string) {
  const found = await db.query<{ type: TipEvent['type']; recorded_at: Date; day: string; name: string | null }>({
    name: 'tip:history',
    text: `select e.type, e.recorded_at, e.business_day as day, d.name from ledger.entry e
      left join app.person_details d on d.person_id = e.actor_person where e.stream_id = $1 order by e.version desc limit 200`,
    values: [tipId],
  })
  return found.rows.map((row) => ({
    at: row.recorded_at.toISOString(),
    day: row.day,
    what: tipEventNames[row.type],
    by: row.name ?? '反映人',
  }))
}
