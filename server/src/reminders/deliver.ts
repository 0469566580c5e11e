import { addDays } from '@yingshang/core/kernel/dates'
import { robotPause, type Attempt } from '@yingshang/core/reminders/delivery'
import { digestOf, type DigestEntry } from '@yingshang/core/reminders/digest'
import type { ChannelSettings } from '@yingshang/core/reminders/channel-settings'
import { routesOf } from '@yingshang/core/reminders/routing'
import type { Services } from '../platform/capability.ts'
import { describe } from '../platform/log.ts'
import { addressNews, robotPaths } from './address.ts'
import { tendCalls } from './calls.ts'
import * as queue from './queue.ts'
import { isDuty, recipientsOf } from './recipients.ts'
import { concernsAll, openMail, type MailWay } from './send-mail.ts'
import { postToRobot } from './send-robot.ts'
import { loadChannels, readSecret, sendingTime, type MailSecret, type RobotSecret } from './settings.ts'

export interface Sending {
  /** Looks now; for tests and after the trial day was moved. */
  pass(): Promise<void>
  /** News came: looks in a moment, once for many, so that the call list does not lag behind what is shown elsewhere. */
  soon(): void
  stop(): Promise<void>
}

const lookEvery = 15_000
const lookAfterNews = 500
/** After a trouble of the mail server itself, the rest of the letters is left alone for this long. */
const mailPause = 60_000
const mostInOne = 20
/** News of a unit that nobody stood behind for so long is history. */
const unreachedDays = 60

/** Sends what is due, every few seconds, one look at a time. Several instances share the work by claiming. */
export function startSending(services: Services): Sending {
  let running: Promise<void> = Promise.resolve()
  let mailAgainAt = 0
  const look = async () => {
    const db = services.databases.app
    const { quiet, moment } = await sendingTime(services, db)
    await addressNews(services, await unreachedNews(services, moment.day))
    await queue.giveUpClaims(db, services.clock.now())
    await tendCalls(services)
    const { state: settings } = await loadChannels(services, db)
    const at = { quiet, day: moment.day, settings }
    await sendToRobots(services, at)
    if (services.clock.now() >= mailAgainAt && (await sendLetters(services, at)) === 'stopped')
      mailAgainAt = services.clock.now() + mailPause
  }
  const pass = () =>
    (running = running.then(look).catch((error: unknown) => services.log.line('sending-failed', describe(error))))
  const timer = setInterval(() => void pass(), lookEvery)
  let expected: NodeJS.Timeout | undefined
  return {
    pass,
    soon() {
      expected ??= setTimeout(() => {
        expected = undefined
        void pass()
      }, lookAfterNews)
    },
    async stop() {
      clearInterval(timer)
      clearTimeout(expected)
      await running
    },
  }
}

interface Now {
  readonly quiet: boolean
  readonly day: string
  readonly settings: ChannelSettings
}

/** News of a unit that had nobody, now that it has somebody. */
async function unreachedNews(services: Services, day: string): Promise<string[]> {
  const found = await services.databases.app.query<{ id: string }>({
    name: 'reminders:unreached',
    text: `select n.id from app.news n
      where not n.reached and n.business_day > $1 and (n.unit_id is null
        or exists (select 1 from app.unit u where u.id = n.unit_id and u.merged_into is not null)
        or exists (select 1 from app.post t where t.unit_id = n.unit_id and not t.cancelled
          and t.from_day <= $2 and (t.until_day is null or t.until_day >= $2)))
      order by n.made_at limit 500`,
    values: [addDays(day, -unreachedDays), day],
  })
  return found.rows.map((row) => row.id)
}

async function sendLetters(services: Services, at: Now): Promise<'done' | 'stopped'> {
  const db = services.databases.app
  const now = services.clock.now()
  const { settings } = at
  const groups = await queue.readyGroups(db, 'mail', { now, quiet: at.quiet, gatherMinutes: settings.gatherMinutes })
  if (groups.length === 0) return 'done'
  const secret = await readSecret<MailSecret>(services, db, 'mail')
  const way = settings.mail === null ? null : openMail(settings.mail, secret?.password)
  try {
    for (const group of groups) {
      const claimed = await queue.claim(db, 'mail', group, { now, quiet: at.quiet }, mostInOne)
      const wanted = await stillWanted(services, group.target, claimed.deliveries, at.day)
      if (wanted.length === 0) continue
      const attempt = await oneLetter(services, way, settings, group.target, claimed.batch, wanted)
      await callInstead(services, at, await queue.endTry(db, wanted, attempt, services.clock.now()), group.target)
      if (concernsAll(attempt)) return 'stopped'
    }
    return 'done'
  } finally {
    way?.close()
  }
}

async function oneLetter(
  services: Services,
  way: MailWay | null,
  settings: ChannelSettings,
  personId: string,
  batch: string,
  deliveries: readonly queue.Claimed[],
): Promise<Attempt> {
  if (way === null) return { kind: 'refused', trouble: 'channel.off' }
  const found = await services.databases.app.query<{ email: string | null }>(
    'select email from app.person_details where person_id = $1',
    [personId],
  )
  const to = found.rows[0]?.email ?? ''
  if (to === '') return { kind: 'refused', trouble: 'mail.no-address' }
  const digest = digestOf(entriesOf(deliveries, false), settings.deskAddress)
  const domain = settings.mail!.from.split('@').at(-1)!
  return way.send({
    to,
    subject: digest.subject,
    text: digest.lines.join('\n'),
    messageId: `<${batch}@${domain}>`,
  })
}

/** Unit names are said where the reader reads for several units. */
function entriesOf(deliveries: readonly queue.Claimed[], forGroup: boolean): DigestEntry[] {
  const units = new Set(deliveries.map((one) => one.unitName))
  return deliveries.map(({ news, unitName }) => ({
    // A chat group gets the sentences only: a list of tasks is read in the desk.
    news: forGroup ? { kind: news.kind, facts: news.facts } : news,
    ...(unitName !== null && (forGroup || units.size > 1) ? { unitName } : {}),
  }))
}

/** Leaves out what was read in the desk meanwhile, and what no longer concerns the person: that goes to who it does (rule N-03). */
async function stillWanted(
  services: Services,
  personId: string,
  deliveries: readonly queue.Claimed[],
  day: string,
): Promise<queue.Claimed[]> {
  const db = services.databases.app
  const ids = deliveries.map((one) => one.newsId)
  const read = await db.query<{ news_id: string }>(
    'select news_id from app.notification where person_id = $1 and news_id = any($2::uuid[]) and read_at is not null',
    [personId, ids],
  )
  const seen = new Set(read.rows.map((row) => row.news_id))
  const recipients = await recipientsOf(db, ids, day)
  const concerned = (one: queue.Claimed) => recipients.get(one.newsId)!.some((person) => person.personId === personId)
  const now = services.clock.now()
  const needless = deliveries.filter((one) => seen.has(one.newsId))
  const astray = deliveries.filter((one) => !seen.has(one.newsId) && !concerned(one))
  await queue.settle(db, needless, 'dropped', 'person.read', now)
  await queue.settle(db, astray, 'dropped', 'person.left', now)
  const newsIds = astray.map((one) => one.newsId)
  await addressNews(services, newsIds)
  return deliveries.filter((one) => !seen.has(one.newsId) && concerned(one))
}

async function sendToRobots(services: Services, at: Now): Promise<void> {
  const db = services.databases.app
  const now = services.clock.now()
  const { settings } = at
  const groups = await queue.readyGroups(db, 'robot', { now, quiet: at.quiet, gatherMinutes: settings.gatherMinutes })
  const resting = await restingRobots(services, now)
  const done = new Set<string>(resting)
  for (const group of groups) {
    if (done.has(group.target)) continue
    done.add(group.target)
    const { deliveries } = await queue.claim(db, 'robot', group, { now, quiet: at.quiet }, mostInOne)
    if (deliveries.length === 0) continue
    const robot = settings.robots.find((one) => one.id === group.target)
    const secret = await readSecret<RobotSecret>(services, db, group.target)
    const attempt: Attempt =
      robot === undefined || secret === undefined
        ? { kind: 'refused', trouble: 'channel.off' }
        : await postToRobot(robot.kind, secret, digestOf(entriesOf(deliveries, true), settings.deskAddress), now)
    await callInstead(services, at, await queue.endTry(db, deliveries, attempt, services.clock.now()), group.target)
  }
}

/** Robots that got a message within the last minute. */
async function restingRobots(services: Services, now: number): Promise<string[]> {
  const found = await services.databases.app.query<{ target: string }>(
    `select distinct target from app.delivery
     where channel = 'robot' and (status = 'sending' or (status in ('sent', 'uncertain') and ended_at > $1))`,
    [new Date(now - robotPause)],
  )
  return found.rows.map((row) => row.target)
}

/**
 * Where a way has failed for good, a duty goes to the telephone, unless another way reaches the person or the unit (rule
 * N-06). `without` is the person whose letter failed or the robot.
 */
async function callInstead(
  services: Services,
  at: Now,
  failed: readonly queue.Claimed[],
  without: string,
): Promise<void> {
  const duties = failed.filter((one) => isDuty(one.news.kind))
  if (duties.length === 0) return
  const db = services.databases.app
  const left: ChannelSettings = {
    ...at.settings,
    robots: at.settings.robots.filter((robot) => robot.id !== without),
  }
  const paths = await robotPaths(db, left)
  const ids = duties.map((one) => one.newsId)
  const recipients = await recipientsOf(db, ids, at.day)
  const wanted = duties.flatMap(({ news, newsId }) => {
    const people = recipients.get(newsId)!.map((one) => (one.personId === without ? { ...one, hasMailAddress: false } : one))
    return routesOf(news.kind, people, left, paths).flatMap((route) =>
      route.channel === 'call' ? [{ newsId, personId: route.personId }] : [],
    )
  })
  await queue.queueCalls(db, wanted, services.clock.now())
}
