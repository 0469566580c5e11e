import type { z } from 'zod'
import type { readCalendar, readCalendarVersion, shownVersion } from '@yingshang/core/calendar/contract'
import { mayKeepCalendar, maySeeKeepers } from '@yingshang/core/calendar/policy'
import type { Actor } from '@yingshang/core/kernel/actor'
import { canonical } from '@yingshang/core/kernel/canonical'
import { dayFacts, workingDaysOfYear } from '@yingshang/core/kernel/work-calendar'
import { publishedYears } from '@yingshang/core/kernel/work-calendar-notices'
import { firstCalendarYear, lastCalendarYear } from '@yingshang/core/kernel/work-calendar-statutory'
import type { Services } from '../platform/capability.ts'
import { notFound } from '../platform/http/failure.ts'
import { loadVersion } from './store.ts'

type ShownVersion = z.input<typeof shownVersion>

/** The version in force, what is known of each year around it, and how the versions followed one another. */
export async function calendarView(
  services: Services,
  actor: Actor,
  businessDay: string,
): Promise<z.input<typeof readCalendar.reply>> {
  await services.calendars.look()
  const current = services.calendars.inForce
  const calendar = services.calendars.current()
  const known = current.years.map((one) => one.year)
  const today = +businessDay.slice(0, 4)
  const first = Math.max(firstCalendarYear, Math.min(...known, today - 1))
  const last = Math.min(lastCalendarYear, Math.max(...known, today) + 1)
  const years = Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index
    return {
      year,
      status: calendar.statusOfYear[year] ?? ('none' as const),
      notices: current.years.find((one) => one.year === year)?.notices ?? [],
      workingDays: workingDaysOfYear(calendar, year),
      decemberOpen: dayFacts(calendar, `${year}-12-31`).unsettled,
    }
  })
  return {
    division: services.installation.division,
    current,
    years,
    versions: await versionsOf(services, maySeeKeepers(actor)),
    shippedYears: publishedYears
      .filter((shipped) => {
        const kept = current.years.find((one) => one.year === shipped.year)
        return !kept || canonical(kept.days) !== canonical(shipped.days) || kept.status !== 'published'
      })
      .map((shipped) => shipped.year),
    mayKeep: mayKeepCalendar(actor),
  }
}

interface VersionRow {
  readonly number: number
  readonly id: string
  readonly adopted_on: string
  readonly recorded_at: Date
  readonly source: ShownVersion['source']
  readonly changed: ShownVersion['changed']
  readonly reason: string
  readonly different_days: number
  readonly person: string | null
  readonly unit: string | null
}

/** All versions, newest first. */
async function versionsOf(services: Services, withNames: boolean): Promise<ShownVersion[]> {
  const found = await services.databases.app.query<VersionRow>(
    `select v.number, v.version_id as id, v.adopted_on, v.recorded_at, v.source, v.changed, v.reason, v.different_days,
       d.name as person, u.short_name as unit
     from app.calendar_version v join app.calendar c on c.id = v.calendar_id
     left join app.person p on p.id = v.by_person left join app.person_details d on d.person_id = p.id
     left join app.unit u on u.id = p.home_unit_id
     where c.division = $1 order by v.number desc`,
    [services.installation.division],
  )
  return found.rows.map((row) => ({
    number: row.number,
    id: row.id,
    adoptedOn: row.adopted_on,
    recordedAt: row.recorded_at.toISOString(),
    by: withNames && row.person !== null ? { name: row.person, unit: row.unit ?? '' } : null,
    source: row.source,
    changed: row.changed,
    reason: row.reason,
    differentDays: row.different_days,
  }))
}

/** One version whole. The text it came from is for those who keep the calendar and those who audit. */
export async function versionView(
  services: Services,
  actor: Actor,
  number: number,
): Promise<z.input<typeof readCalendarVersion.reply>> {
  const { division } = services.installation
  const version = await loadVersion(services.databases.app, division, { number })
  if (!version) throw notFound('calendarVersion')
  if (!maySeeKeepers(actor)) return { version, sourceText: null }
  const found = await services.databases.app.query<{ source_text: string | null }>(
    `select v.source_text from app.calendar_version v join app.calendar c on c.id = v.calendar_id
     where c.division = $1 and v.number = $2`,
    [division, number],
  )
  return { version, sourceText: found.rows[0]?.source_text ?? null }
}
