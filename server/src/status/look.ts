import { statfs } from 'node:fs/promises'
import type { Services } from '../platform/capability.ts'
import {
  backupLevel,
  calendarLevel,
  channelLevel,
  diskLevel,
  queueLevel,
  type Check,
  type CheckFacts,
  type CheckKey,
  type CheckLevel,
} from '@yingshang/core/status/checks'
import type { DatabaseUrls } from '../platform/database/pools.ts'
import { testProtection } from '../platform/database/self-test.ts'
import { channelHealth } from '../reminders/for-others.ts'

const megabyte = 1024 * 1024
const check = (key: CheckKey, level: CheckLevel, facts: CheckFacts = {}): Check => ({ key, level, facts })

/** Everything the status page shows, each looked at now. A look that fails is itself a failing check. */
export async function lookAtAll(services: Services, businessDay: string): Promise<Check[]> {
  const looks: [CheckKey, () => Promise<Check | Check[]>][] = [
    ['database', () => database(services)],
    ['disk', () => disk(services)],
    ['backup', () => backup(services)],
    ['queue', () => queue(services)],
    ['jobs', () => jobs(services)],
    ['dailyScan', () => dailyScan(services, businessDay)],
    ['calendar', () => Promise.resolve(calendar(services, businessDay))],
    ['protection', () => protection(services)],
    ['mail', () => channels(services)],
  ]
  const found = await Promise.all(
    looks.map(([key, look]) => look().catch((error: unknown) => couldNotLook(services, key, error))),
  )
  return found.flat()
}

function couldNotLook(services: Services, key: CheckKey, error: unknown): Check {
  services.log.line('status-look-failed', { check: key, error: error instanceof Error ? error.name : typeof error })
  return check(key, 'failing', { unseen: 1 })
}

async function database({ databases }: Services): Promise<Check> {
  const found = await databases.app.query<{ version: string; bytes: number }>(
    `select current_setting('server_version') as version, pg_database_size(current_database()) as bytes`,
  )
  const { version, bytes } = found.rows[0]!
  return check('database', 'fine', { version: version.split(' ')[0]!, megabytes: Math.round(bytes / megabyte) })
}

async function disk({ config }: Services): Promise<Check> {
  // With a database of its own elsewhere, this disk holds keys and logs only.
  const { bavail, blocks, bsize } = await statfs(config.dataFolder)
  const free = bavail * bsize
  const total = blocks * bsize
  const gigabytes = (bytes: number) => Math.round(bytes / (102.4 * megabyte)) / 10
  return check('disk', diskLevel(free, total), { freeGigabytes: gigabytes(free), totalGigabytes: gigabytes(total) })
}

async function backup({ databases, clock }: Services): Promise<Check> {
  const found = await databases.app.query<{ at: Date; bytes: number }>(
    'select taken_at as at, bytes from app.backup order by taken_at desc limit 1',
  )
  const last = found.rows[0]
  if (!last) return check('backup', backupLevel(null))
  const days = Math.floor((clock.now() - last.at.getTime()) / 86_400_000)
  const takenOn = new Date(last.at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
  return check('backup', backupLevel(days), { takenOn, days, megabytes: Math.round((last.bytes / megabyte) * 10) / 10 })
}

async function queue({ databases, clock }: Services): Promise<Check> {
  const found = await databases.owner.query<{ waiting: number; oldest: Date | null }>(
    'select count(*)::int as waiting, min(created_at) as oldest from ledger.outbox',
  )
  const { waiting, oldest } = found.rows[0]!
  const minutes = oldest === null ? 0 : Math.max(0, Math.floor((clock.now() - oldest.getTime()) / 60_000))
  return check('queue', queueLevel(minutes), { waiting, minutes })
}

async function jobs({ databases }: Services): Promise<Check> {
  const there = await databases.owner.query<{ there: boolean }>(
    `select to_regclass('graphile_worker.jobs') is not null as there`,
  )
  if (!there.rows[0]!.there) return check('jobs', 'off')
  const found = await databases.owner.query<{ retrying: number; stopped: number; tasks: string | null }>(
    `select (count(*) filter (where attempts < max_attempts))::int as retrying,
       (count(*) filter (where attempts >= max_attempts))::int as stopped,
       string_agg(distinct task_identifier, '、') filter (where attempts >= max_attempts) as tasks
     from graphile_worker.jobs where last_error is not null`,
  )
  const { retrying, stopped, tasks } = found.rows[0]!
  const level = stopped > 0 ? 'failing' : retrying > 0 ? 'warning' : 'fine'
  return check('jobs', level, { retrying, stopped, ...(tasks === null ? {} : { tasks }) })
}

async function dailyScan({ databases }: Services, businessDay: string): Promise<Check> {
  const found = await databases.app.query<{ day: string | null }>('select max(day) as day from app.scanned_day')
  const { day } = found.rows[0]!
  if (day === null) return check('dailyScan', 'warning', { businessDay })
  return check('dailyScan', day < businessDay ? 'failing' : 'fine', { scannedDay: day, businessDay })
}

function calendar(services: Services, businessDay: string): Check {
  const { statusOfYear } = services.calendar()
  const year = Number(businessDay.slice(0, 4))
  const known = (wanted: number) => statusOfYear[wanted] === 'published'
  const level = calendarLevel(businessDay, known(year), known(year + 1))
  return check('calendar', level, { year, nextYear: year + 1 })
}

async function protection({ databases }: Services): Promise<Check> {
  const address = (login: keyof DatabaseUrls) => databases[login].options.connectionString!
  const { level, faults } = await testProtection({
    owner: address('owner'),
    app: address('app'),
    vault: address('vault'),
  })
  if (level === 'single-role') return check('protection', 'warning')
  return check('protection', level === 'full' ? 'fine' : 'failing', { faults: faults.length })
}

async function channels(services: Services): Promise<Check[]> {
  const { mail, robots, calls } = await channelHealth(services)
  const of = (key: 'mail' | 'robots', { inUse, sent, failed, waitingLong }: typeof mail) =>
    check(key, channelLevel(inUse, failed, waitingLong), { sent, failed, waitingLong })
  const old = calls.since !== null && calls.waiting > 0
  return [
    of('mail', mail),
    of('robots', robots),
    check('calls', 'fine', { waiting: calls.waiting, ...(old ? { since: calls.since! } : {}) }),
  ]
}
