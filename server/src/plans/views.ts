import type { Campaign } from '@yingshang/core/plans/campaign'
import type { PlanDraft } from '@yingshang/core/plans/draft-state'
import type { Queryable } from '../platform/database/pools.ts'

/** The imported plans of a division, newest first. */
export async function plansOf(db: Queryable, division: string) {
  const found = await db.query<{
    id: string
    kind: 'draft' | 'published' | 'discarded'
    title: string
    doc_number: string | null
    file_name: string
    purpose: { kind: 'campaign' } | { kind: 'moreLists' | 'revision'; campaignId: string }
    imported_on: string
    tasks: number
    campaign_id: string | null
  }>(
    `select id, kind, title, state #>> '{package,document,docNumber}' as doc_number, state ->> 'fileName' as file_name,
       state -> 'purpose' as purpose, imported_on, jsonb_array_length(state #> '{package,tasks}') as tasks, campaign_id
     from app.plan where division = $1 order by imported_on desc, id desc`,
    [division],
  )
  return found.rows.map((row) => ({
    id: row.id,
    title: row.title,
    docNumber: row.doc_number,
    fileName: row.file_name,
    state: row.kind,
    purpose: row.purpose,
    importedOn: row.imported_on,
    tasks: row.tasks,
    campaignId: row.campaign_id,
  }))
}

export interface PlanForReview {
  readonly version: number
  readonly draft: Exclude<PlanDraft, { kind: 'none' }>
  readonly lines: { no: number; text: string; cells?: string[] }[]
}

export async function planForReview(db: Queryable, planId: string): Promise<PlanForReview | undefined> {
  const found = await db.query<{ version: number; state: PlanForReview['draft']; lines: PlanForReview['lines'] }>(
    `select p.version, p.state, s.lines from app.plan p join app.plan_source s on s.plan_id = p.id where p.id = $1`,
    [planId],
  )
  const row = found.rows[0]
  return row && { version: row.version, draft: row.state, lines: row.lines }
}

export async function campaignsOf(db: Queryable, division: string) {
  const found = await db.query<{
    id: string
    kind: 'running' | 'closed'
    name: string
    doc_number: string | null
    start_day: string
    end_day: string
  }>(
    `select id, kind, name, state ->> 'docNumber' as doc_number, start_day, end_day
     from app.campaign where division = $1 order by start_day desc, id desc`,
    [division],
  )
  return found.rows.map((row) => ({
    id: row.id,
    name: row.name,
    docNumber: row.doc_number,
    start: row.start_day,
    end: row.end_day,
    state: row.kind,
  }))
}

export async function campaignOf(db: Queryable, id: string) {
  const found = await db.query<{ version: number; state: Exclude<Campaign, { kind: 'none' }> }>(
    'select version, state from app.campaign where id = $1',
    [id],
  )
  return found.rows[0]
}

/** A clause with the headings above it, outermost first; ids are dotted paths. */
export async function clauseOf(db: Queryable, campaignId: string, clauseId: string) {
  const parts = clauseId.split('.')
  const above = parts.map((_part, index) => parts.slice(0, index + 1).join('.')).slice(0, -1)
  const found = await db.query<{ id: string; number: string; heading: string; body: string }>(
    `select id, number, heading, body from app.clause where campaign_id = $1 and id = any($2::text[]) order by length(id)`,
    [campaignId, [...above, clauseId]],
  )
  const own = found.rows.find((row) => row.id === clauseId)
  if (!own) return undefined
  const parents = found.rows.filter((row) => row.id !== clauseId)
  return {
    id: own.id,
    number: own.number,
    heading: own.heading,
    text: own.body,
    above: parents.map(({ id, number, heading }) => ({ id, number, heading })),
  }
}
