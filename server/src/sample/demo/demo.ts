import { startOfDayInChina } from '@yingshang/core/kernel/dates'
import { readInstallation, type Clock } from '../../platform/clock.ts'
import type { Services } from '../../platform/capability.ts'
import { dropOldNews, isUntouched, refillTrial } from '../../platform/database/trial.ts'
import type { DailyScan } from '../../platform/jobs/daily.ts'
import { trialFirstDay } from '../../platform/stamp.ts'
import { publishSample } from '../prepare.ts'
import type { DraftDecisions } from '../sample-campaign.ts'
import { demoLastDay, liveHalfYear, type DemoWatch } from './half-year.ts'

/** Tasks whose result the public must be able to see, by their short titles. */
const mustPublish = [
  '收费清单公示',
  '产业政策公开',
  '市政服务公开',
  '惠企政策成册',
  '监管清单',
  '轻罚免罚清单',
  '负面案例曝光',
]
/** Days the office sets itself for tasks to which the notice gives none. */
const ownDays = ['2022-09-30', '2022-10-31', '2022-12-15']

/** The decisions of an office that lets nothing run without a day, as they are taken before publishing. */
const decisions: DraftDecisions = (tasks) =>
  [
    ...ownDays.map((dueOn, place) => ({
      keys: tasks.filter((task) => task.deadline.kind === 'none').filter((_, at) => at % ownDays.length === place),
      decision: { dueOn },
    })),
    { keys: tasks.filter((task) => mustPublish.includes(task.title)), decision: { mustPublish: true } },
  ].map(({ keys, decision }) => ({ keys: keys.map((task) => task.key), decision }))

/**
 * Fills an empty trial with the sample campaign and a half-year of made activity, always the same. The machine's clock stands
 * on the campaign's days meanwhile. News of the past is not sent to anybody: only that of the last days stays in the outbox.
 */
export async function fillDemo(services: Services, scans: Scans, watch: DemoWatch): Promise<number> {
  const clock: Clock & { at: number } = { at: startOfDayInChina(trialFirstDay) + 7 * 3_600_000, now: () => clock.at }
  const then: Services = { ...services, clock }
  const { campaignId } = await publishSample(then, decisions)
  const done = await liveHalfYear(then, (now) => (clock.at = now), campaignId, scans(then), watch)
  await dropOldNews(services.databases, startOfDayInChina(demoLastDay))
  return done
}

type Scans = (services: Services) => readonly DailyScan[]

/**
 * `npm start -- --demo`: fills a trial that nobody has used yet, and a demo that was cut off anew. What somebody has begun stays
 * as it is. `say` prints one line for the person who waits.
 */
export async function addDemo(
  services: Services,
  scans: Scans,
  { say, goOn }: { readonly say: (line: string) => void; readonly goOn: () => boolean },
): Promise<void> {
  if (await isUntouched(services)) {
    say('正在填写演示数据：从 2022-07-04 到 2022-12-20 的办理情况，约需半分钟。')
    const progress = (day: string, done: number) => {
      if (day.endsWith('-01') || day === demoLastDay) say(`  已到 ${day}，办理 ${done} 件次`)
    }
    await refillTrial(services, async (fresh) => void (await fillDemo(fresh, scans, { progress, goOn })))
    return
  }
  const installation = await readInstallation(services.databases.app)
  if ((installation?.trialDay ?? '') < demoLastDay)
    say('试用数据已经有人在用，没有加演示数据。要看演示，请先在页面上方点“重新开始”，再用 npm start -- --demo 启动。')
}
