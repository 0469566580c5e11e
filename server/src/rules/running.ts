import type { Queryable } from '../platform/database/pools.ts'
import { notFound, refused } from '../platform/http/failure.ts'

/** The rules of a campaign that is over stay as they are. Throws the refusal, or that there is no such campaign. */
export async function demandRunning(db: Queryable, campaignId: string): Promise<void> {
  const found = await db.query<{ kind: 'running' | 'closed' }>({
    name: 'rules:campaign-state',
    text: 'select kind from app.campaign where id = $1',
    values: [campaignId],
  })
  const state = found.rows[0]?.kind
  if (state === undefined) throw notFound('campaign')
  if (state === 'closed') throw refused({ code: 'campaign.not-running' })
}
