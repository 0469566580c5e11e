import { addDays } from '@yingshang/core/kernel/dates'
import { businessDayOf, readInstallation, type Clock } from '../clock.ts'
import type { Databases } from '../database/pools.ts'
import { describe, type Log } from '../log.ts'

/** Work that is done once for every business day: periods opened, reminders, escalations. Must be repeatable. */
export type DailyScan = (day: string) => Promise<void>

export interface Daily {
  /** Looks now: after the trial day was moved, and in tests. */
  catchUp(): Promise<void>
  stop(): void
}

/**
 * Runs the scans for every business day that was crossed since the last one, in order; a day skipped because the
 * machine was off is caught up. One instance at a time (advisory lock); a scan that fails is tried again next minute.
 */
export function startDaily(databases: Databases, clock: Clock, scans: readonly DailyScan[], log: Log): Daily {
  let running: Promise<void> = Promise.resolve()
  const catchUp = () =>
    (running = running
      .then(() => crossDays(databases, clock, scans))
      .catch((error: unknown) => log.line('daily-failed', describe(error))))
  const timer = setInterval(() => void catchUp(), 60_000)
  return { catchUp, stop: () => clearInterval(timer) }
}

async function crossDays(databases: Databases, clock: Clock, scans: readonly DailyScan[]): Promise<void> {
  const lock = await databases.owner.connect()
  try {
    const got = await lock.query<{ got: boolean }>('select pg_try_advisory_lock(763202) as got')
    if (!got.rows[0]!.got) return
    try {
      const installation = (await readInstallation(databases.app))!
      const today = businessDayOf(installation, clock)
      const last = await databases.app.query<{ day: string | null }>('select max(day) as day from app.scanned_day')
      let day = last.rows[0]!.day === null ? today : addDays(last.rows[0]!.day, 1)
      for (; day <= today; day = addDays(day, 1)) {
        for (const scan of scans) await scan(day)
        await databases.app.query(
          'insert into app.scanned_day (day, scanned_at) values ($1, $2) on conflict do nothing',
          [day, new Date(clock.now())],
        )
      }
    } finally {
      await lock.query('select pg_advisory_unlock(763202)')
    }
  } finally {
    lock.release()
  }
}
