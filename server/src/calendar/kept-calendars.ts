import { calendarOfDivision, type KeptVersion } from '@yingshang/core/calendar/kept-version'
import { buildWorkCalendar, type WorkCalendar } from '@yingshang/core/kernel/work-calendar'
import type { Calendars } from '../platform/capability.ts'
import { businessDayOf, type Clock, type Installation } from '../platform/clock.ts'
import type { Queryable } from '../platform/database/pools.ts'
import { foundCalendar, shippedAsFirst } from './found.ts'
import { loadVersion, newestVersion } from './store.ts'

/** How old the knowledge of an instance may be; after that a request first asks whether there is a newer version. */
const freshFor = 1_000

/**
 * The calendars of this process. Versions never change, so whatever was built is kept; which one is in force is asked of
 * the database at most once a second, so that a version confirmed at another instance counts here without a restart.
 */
export class KeptCalendars implements Calendars {
  private readonly db: Queryable
  private readonly clock: Clock
  private readonly installation: Installation
  private newest: KeptVersion
  /** The row of the newest version: after a trial was emptied, number 1 is another one. */
  private place = ''
  private lookedAt = -Infinity
  private looking: Promise<void> | undefined
  private built = new Map<string, WorkCalendar>()
  private versions = new Map<string, KeptVersion>()

  constructor(db: Queryable, clock: Clock, installation: Installation) {
    this.db = db
    this.clock = clock
    this.installation = installation
    this.newest = shippedAsFirst(businessDayOf(installation, clock))
  }

  get inForce(): KeptVersion {
    return this.newest
  }

  current(division = this.installation.division): WorkCalendar {
    return this.calendarOf(this.newest, division)
  }

  async version(id: string, division = this.installation.division): Promise<WorkCalendar | undefined> {
    if (id === this.newest.id) return this.current(division)
    const known = this.versions.get(id) ?? (await loadVersion(this.db, this.installation.division, { id }))
    if (!known) return undefined
    this.versions.set(id, known)
    return this.calendarOf(known, division)
  }

  fresh(): Promise<void> | undefined {
    const age = this.clock.now() - this.lookedAt
    return age >= 0 && age < freshFor ? undefined : this.look()
  }

  look(): Promise<void> {
    this.looking ??= this.lookNow().finally(() => (this.looking = undefined))
    return this.looking
  }

  private async lookNow(): Promise<void> {
    const { division } = this.installation
    let found = await newestVersion(this.db, division)
    if (!found) {
      const businessDay = businessDayOf(this.installation, this.clock)
      await foundCalendar(this.db, { division, businessDay, now: this.clock.now() })
      found = (await newestVersion(this.db, division))!
    }
    const place = `${found.calendarId} ${found.number}`
    if (place !== this.place) {
      const version = (await loadVersion(this.db, division, { number: found.number }))!
      if (!this.place.startsWith(found.calendarId)) this.forget()
      this.newest = version
      this.place = place
    }
    this.lookedAt = this.clock.now()
  }

  private forget(): void {
    this.built = new Map()
    this.versions = new Map()
  }

  private calendarOf(version: KeptVersion, division: string): WorkCalendar {
    const key = `${version.id} ${division}`
    const known = this.built.get(key)
    if (known) return known
    const made = buildWorkCalendar(calendarOfDivision(version, division))
    // One calendar is some 150 kB; nobody asks for many versions at once.
    if (this.built.size >= 24) this.built.clear()
    this.built.set(key, made)
    return made
  }
}
