import type { Services } from '../../platform/capability.ts'
import { closeReportingRun, openReportingRun, remindReportingRun } from '../../tasks/for-others.ts'
import { occasionAt, type Moment } from './carry-out.ts'
import type { Cast } from './cast.ts'
import { diceFor } from './chance.ts'
import { runDaysOf } from './office.ts'
import * as words from './words.zh.ts'

/** The monthly reporting run: opened, those who are missing reminded, closed. Answers what was done on this day. */
export async function tendRuns(services: Services, cast: Cast, campaignId: string, moment: Moment): Promise<number> {
  const db = services.databases.app
  const calendar = services.calendar()
  const month = +moment.day.slice(5, 7)
  const days = [runDaysOf(month - 1, calendar), runDaysOf(month, calendar)]
  const occasion = () => occasionAt(moment, cast.officer(diceFor('run-officer', month), []))
  let done = 0
  for (const { month: of, opensOn, remindOn, dueOn, closesOn } of days) {
    if (moment.day === opensOn) {
      await openReportingRun(db, occasion(), services.installation.division, {
        title: words.runTitle(of),
        note: words.runNotes,
        dueOn,
        choose: { kind: 'filter', filter: { campaignId, status: ['open'] } },
      })
      done++
    }
    const open = await db.query<{ id: string }>(
      `select id from app.reporting_run where campaign_id = $1 and status = 'open' and due_on = $2`,
      [campaignId, dueOn],
    )
    for (const { id } of open.rows) {
      if (moment.day === remindOn && (await isAnyMissing(services, id)))
        await remindReportingRun(db, occasion(), id).then(() => done++)
      if (moment.day >= closesOn) await closeReportingRun(db, occasion(), id).then(() => done++)
    }
  }
  return done
}

async function isAnyMissing(services: Services, runId: string): Promise<boolean> {
  const found = await services.databases.app.query(
    `select 1 from app.reporting_run_part p join app.assignment a on a.id = p.assignment_id
     join app.reporting_run r on r.id = p.run_id
     where p.run_id = $1 and a.reports <= p.reports_before
       and (a.last_handed_in_on is null or a.last_handed_in_on < r.opened_on) limit 1`,
    [runId],
  )
  return found.rowCount !== 0
}
