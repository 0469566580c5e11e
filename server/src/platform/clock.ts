import { dayInChina } from '@yingshang/core/kernel/dates'
import type { Queryable } from './database/pools.ts'

/**
 * The two clocks. `now` is the machine's, for sessions, limits and `recorded_at`. The business day is what deadlines
 * are judged by: the real day in production, a chosen day of the campaign in trial.
 */
export interface Clock {
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }

export interface Installation {
  readonly id: string
  readonly mode: 'trial' | 'production'
  readonly division: string
  readonly trialDay: string | null
}

export async function readInstallation(db: Queryable): Promise<Installation | undefined> {
  const found = await db.query<{
    id: string
    mode: 'trial' | 'production'
    division: string
    trial_day: string | null
  }>('select id, mode, division, trial_day from app.installation')
  const row = found.rows[0]
  return row && { id: row.id, mode: row.mode, division: row.division, trialDay: row.trial_day }
}

export function businessDayOf(installation: Pick<Installation, 'mode' | 'trialDay'>, clock: Clock): string {
  return installation.mode === 'trial' ? installation.trialDay! : dayInChina(clock.now())
}
