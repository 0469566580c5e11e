import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import { PlainFailure } from './plain-failure.ts'
import { newId } from './ledger/record.ts'
import type { Queryable } from './database/pools.ts'

/** The sample campaign's first day on which a trial starts: tasks are out, nothing is due yet. */
export const trialFirstDay = '2022-07-04'

/**
 * Stamps a new database with its mode and division; returns true when it was new. A database of the other mode is
 * refused: trial data never become real, and real data are never played with.
 */
export async function stampInstallation(
  owner: Queryable,
  { mode, division }: Pick<Config, 'mode' | 'division'>,
  clock: Clock,
): Promise<boolean> {
  const made = await owner.query(
    `insert into app.installation (id, mode, division, trial_day, created_at) values ($1, $2, $3, $4, $5)
     on conflict (only_row) do nothing`,
    [newId(clock.now()), mode, division, mode === 'trial' ? trialFirstDay : null, new Date(clock.now())],
  )
  if (made.rowCount === 1) return true
  const found = await owner.query<{ mode: string }>('select mode from app.installation')
  if (found.rows[0]?.mode !== mode) {
    throw new PlainFailure(
      'database.other-mode',
      mode === 'production'
        ? '这个数据库是试用数据库，不能用于正式运行。请为正式运行准备一个新的数据库或数据目录'
        : '这个数据库是正式数据库，不能用试用方式打开',
    )
  }
  return false
}
