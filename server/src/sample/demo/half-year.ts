import { addDays, startOfDayInChina } from '@yingshang/core/kernel/dates'
import { isWorkingDay } from '@yingshang/core/kernel/work-calendar'
import type { Services } from '../../platform/capability.ts'
import { startDaily, type DailyScan } from '../../platform/jobs/daily.ts'
import { PlainFailure } from '../../platform/plain-failure.ts'
import { trialFirstDay } from '../../platform/stamp.ts'
import { moveTrialDay } from '../../plans/for-others.ts'
import { carryOut, judge, type Moment } from './carry-out.ts'
import { castOn, type Cast } from './cast.ts'
import { actOn, type StandingPart } from './day.ts'
import { verdictsOn } from './office.ts'
import { tendRuns } from './reporting.ts'
import { answerRequests } from './requests.ts'
import { standingParts } from './standing.ts'

export const demoLastDay = '2022-12-20'

export interface DemoWatch {
  /** Told after every day: the day, and how many things were done so far. */
  readonly progress: (day: string, done: number) => void | Promise<void>
  /** False: the person wants to stop; the fill ends with a `PlainFailure`. */
  readonly goOn: () => boolean
  /** Earlier than the demo's own last day: for tests. */
  readonly lastDay?: string
}

/** So many tasks are worked on at the same time; what belongs to one task stays in its order. */
const lanes = 8

/**
 * Half a year of a campaign, day by day: the day moves on with its scans, units work on their parts, the office judges,
 * answers and calls for reports. Everything goes through the commands that people use. Answers how many things were done.
 */
export async function liveHalfYear(
  services: Services,
  setClock: (now: number) => void,
  campaignId: string,
  scans: readonly DailyScan[],
  watch: DemoWatch,
): Promise<number> {
  const calendar = services.calendar()
  const daily = startDaily(services.databases, services.clock, scans, services.log)
  const cast = await castOn(services.databases.app, trialFirstDay)
  let done = 0
  try {
    for (let day = trialFirstDay; day <= (watch.lastDay ?? demoLastDay); day = addDays(day, 1)) {
      if (!watch.goOn()) throw new PlainFailure('trial.demo-stopped', '演示数据没有填完，已停止。下次启动会重新填写')
      setClock(startOfDayInChina(day) + 7 * 3_600_000)
      await moveTrialDay(services, day)
      await daily.catchUp()
      if (isWorkingDay(calendar, day)) done += await workingDay(services, cast, campaignId, day)
      await watch.progress(day, done)
    }
    return done
  } finally {
    daily.stop()
  }
}

async function workingDay(services: Services, cast: Cast, campaignId: string, day: string): Promise<number> {
  const db = services.databases.app
  const calendar = services.calendar()
  let minute = startOfDayInChina(day) + 8.5 * 3_600_000
  const nextMoment = (): Moment => ({ day, now: (minute += 37_000) })
  let done = await answerRequests(services, cast, campaignId, nextMoment)
  const morning = await standingParts(db, campaignId)
  const acts = morning.flatMap((part) => {
    const act = actOn(part, day, calendar)
    return act
      ? [{ part, moment: nextMoment(), run: (moment: Moment) => carryOut(services, cast, part, act, moment) }]
      : []
  })
  await inLanes(acts)
  const afternoon = startOfDayInChina(day) + 15 * 3_600_000
  if (minute < afternoon) minute = afternoon
  const verdicts = verdictsOn(await standingParts(db, campaignId), day, calendar)
  await inLanes(
    verdicts.map(({ part, verdict }) => ({
      part,
      moment: nextMoment(),
      run: (moment: Moment) => judge(services, cast, part, verdict, moment),
    })),
  )
  done += acts.length + verdicts.length
  return done + (await tendRuns(services, cast, campaignId, nextMoment()))
}

interface Work {
  readonly part: StandingPart
  readonly moment: Moment
  readonly run: (moment: Moment) => Promise<unknown>
}

/** Several tasks at a time, each task's own work one after the other. */
async function inLanes(work: readonly Work[]): Promise<void> {
  const byTask = new Map<string, Work[]>()
  for (const one of work) byTask.set(one.part.taskId, [...(byTask.get(one.part.taskId) ?? []), one])
  const queue = [...byTask.values()]
  const lane = async () => {
    for (let own = queue.shift(); own; own = queue.shift()) for (const one of own) await one.run(one.moment)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}
