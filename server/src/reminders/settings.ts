import { channelDecider, type ChannelSettings } from '@yingshang/core/reminders/channel-settings'
import { isQuiet, sendableFrom, type Moment } from '@yingshang/core/rules/quiet-hours'
import type { Services } from '../platform/capability.ts'
import { businessDayOf, readInstallation } from '../platform/clock.ts'
import type { Queryable } from '../platform/database/pools.ts'
import { load } from '../platform/ledger/load.ts'
import type { Loaded } from '../platform/ledger/table.ts'
import { derivedId, openSecret, sealSecret } from '../platform/sealed-secret.ts'
import { ruleSetOfDivision } from '../rules/for-others.ts'
import { channelTable } from './tables.ts'

/** The settings as loaded for a decision; version 0 when the administrator has set nothing yet. */
export async function loadChannels(services: Services, db: Queryable): Promise<Loaded<ChannelSettings>> {
  const id = derivedId('channel settings', services.installation.id)
  const loaded = await load(db, channelTable(services.installation.division), id)
  return loaded ?? { id, version: 0, head: '', state: channelDecider.initial }
}

const purpose = 'channel'

/** The row that keeps the secret of `mail` or of a robot (its id), to be written with the decision. */
export function secretRow(services: Services, channel: string, secret: object): { channel: string; sealed: string } {
  const sealed = sealSecret(services.keys.siteKey, purpose, channel, JSON.stringify(secret))
  return { channel, sealed: `\\x${sealed.toString('hex')}` }
}

/** The opened secret, or undefined when there is none. */
export async function readSecret<Secret>(
  services: Services,
  db: Queryable,
  channel: string,
): Promise<Secret | undefined> {
  const found = await db.query<{ sealed: Buffer }>('select sealed from app.channel_secret where channel = $1', [
    channel,
  ])
  const row = found.rows[0]
  return row && (JSON.parse(openSecret(services.keys.siteKey, purpose, channel, row.sealed)) as Secret)
}

export interface MailSecret {
  readonly password: string
}
export interface RobotSecret {
  readonly address: string
  readonly secret: string
}

export interface SendingTime {
  readonly moment: Moment
  readonly quiet: boolean
  /** When what waits may leave; null when it may leave now. */
  readonly until: Moment | null
}

/**
 * Whether messages may leave now: the business day decides about rest days, the machine's clock in China about the hour.
 * In trial the day stands still until somebody moves it, and so do the messages of a rest day.
 */
export async function sendingTime(services: Services, db: Queryable): Promise<SendingTime> {
  const moment = await momentNow(services, db)
  const ruleSet = await ruleSetOfDivision(db, services.installation.division, moment.day)
  const quietHours = ruleSet.reminders.quietHours.value
  // An instance that only sends is asked by nobody: it looks for a newer calendar itself.
  await services.calendars.fresh()
  const calendar = services.calendar()
  // rules D-26 and N-10
  const quiet = isQuiet(quietHours, moment, calendar)
  return { moment, quiet, until: quiet ? sendableFrom(quietHours, moment, calendar) : null }
}

export async function momentNow(services: Services, db: Queryable): Promise<Moment> {
  const installation = (await readInstallation(db))!
  const now = services.clock.now()
  return { day: businessDayOf(installation, services.clock), at: clockInChina(now) }
}

/** `HH:MM` in China of an instant. */
export function clockInChina(now: number): string {
  return new Date(now + 8 * 3_600_000).toISOString().slice(11, 16)
}
