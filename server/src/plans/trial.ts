import { isIsoDate } from '@yingshang/core/kernel/dates'
import { Failure, refused } from '../platform/http/failure.ts'
import type { Services } from '../platform/capability.ts'

/**
 * Moves the trial's business day forward. Backwards is refused once anything was recorded after the wanted day: what
 * was decided on a later day cannot be un-decided (a reset is offered instead). Production always runs on the real day.
 */
export async function moveTrialDay(services: Services, day: string): Promise<{ businessDay: string }> {
  if (services.installation.mode !== 'trial') throw refused({ code: 'trial.not-a-trial' })
  if (!isIsoDate(day)) throw new Failure(400, { code: 'trial.bad-day' })
  const { last } = services.calendar()
  if (day > last) throw refused({ code: 'trial.calendar-end', facts: { last } })
  const moved = await services.databases.app.query(
    `update app.installation set trial_day = $1::date
     where trial_day <= $1::date or not exists (select 1 from ledger.entry where business_day > $1::date)`,
    [day],
  )
  if (moved.rowCount === 0) throw refused({ code: 'trial.day-has-entries', facts: { day } })
  return { businessDay: day }
}
