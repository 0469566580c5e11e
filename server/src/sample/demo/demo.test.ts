import { replay } from '@yingshang/core/kernel/decider'
import { wordsIn } from '@yingshang/core/kernel/dice'
import { overview as overviewContract, type Overview } from '@yingshang/core/tasks/overview-contract'
import { figureNames } from '@yingshang/core/tasks/overview-figures'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signedIn } from '../../../testing/caller.ts'
import { startTestProduct, type TestProduct } from '../../../testing/product.ts'
import { refillTrial } from '../../platform/database/trial.ts'
import { eventsOf } from '../../platform/ledger/load.ts'
import { verifyChain } from '../../platform/ledger/verify.ts'
import { assignmentDecider } from '@yingshang/core/tasks/assignment'
import { runDailyTaskScan } from '../../tasks/daily-scan.ts'
import { prepareTrial } from '../prepare.ts'
import { addDemo, fillDemo } from './demo.ts'
import { demoLastDay, type DemoWatch } from './half-year.ts'

let product: TestProduct
let campaignId: string
/** The overview as the leader saw it on some evenings. */
const seen = new Map<string, Overview>()

const fill = (to: TestProduct, watch: Partial<DemoWatch> = {}) =>
  refillTrial(to.services, async (services) => {
    const scans = (then: typeof services) => [async (day: string) => void (await runDailyTaskScan(then, day))]
    await fillDemo(services, scans, { progress: () => {}, goOn: () => true, ...watch })
  })

beforeAll(async () => {
  product = await startTestProduct()
  await fill(product, {
    progress: async (day) => {
      if (['2022-08-03', '2022-08-10', '2022-11-03', '2022-11-10'].includes(day))
        seen.set(day, await overviewFor('县领导1'))
    },
  })
  seen.set(demoLastDay, await overviewFor('县领导1'))
  expect(product.logged.filter((line) => line.includes('failed'))).toEqual([])
}, 180_000)
afterAll(() => product.stop())

async function overviewFor(person: string): Promise<Overview> {
  const campaign = await product.services.databases.app.query<{ id: string }>('select id from app.campaign')
  campaignId = campaign.rows[0]!.id
  const caller = await signedIn(product, person)
  const answer = await caller.get(`/api/campaigns/${campaignId}/overview`)
  expect(answer.status).toBe(200)
  return overviewContract.reply.parse(answer.body)
}

const count = async (sql: string): Promise<number> =>
  (await product.services.databases.app.query<{ n: number }>(`select count(*)::int as n from ${sql}`)).rows[0]!.n

describe('a half-year of made activity', () => {
  test('ends on its last day with every kind of thing that happens to tasks', async () => {
    const { databases } = product.services
    const day = await databases.app.query('select trial_day from app.installation where prepared_at is not null')
    expect(day.rows).toEqual([{ trial_day: demoLastDay }])
    const types = await databases.app.query<{ type: string }>('select distinct type from ledger.entry')
    const happened = new Set(types.rows.map((row) => row.type))
    const wanted = wordsIn(`signed progressReported drafted draftSentBack handedIn returned confirmed partAccepted
      passedInside personsNamed changeAsked changeApproved changeRefused dueDateChanged
      handedToUnit periodOpened taskConcluded runOpened runReminded runClosed`)
    for (const type of wanted) expect(happened, type).toContain(type)
    expect(await count('app.assignment where first_handed_in_on > first_answer_due_on')).toBeGreaterThan(10)
    expect(await count(`app.assignment where state->'result'->'publication'->>'place' <> ''`)).toBeGreaterThan(5)
    expect(await count('app.assignment_file')).toBeGreaterThan(20)
    expect(await count(`app.reporting_run where status = 'open'`)).toBe(1)
  })

  test('every day from the first to the last was scanned', async () => {
    const days = await product.services.databases.app.query(
      'select min(day) as first, max(day) as last, count(*)::int as n from app.scanned_day',
    )
    expect(days.rows[0]).toEqual({ first: '2022-07-04', last: demoLastDay, n: 170 })
  })

  test('nobody judged what belongs to their own home unit', async () => {
    const judged = `ledger.entry e join app.person p on p.id = e.actor_person join app.unit h on h.id = p.home_unit_id
      join app.assignment a on a.id = e.stream_id join app.unit u on u.id = a.unit_id
      where e.type = 'confirmed' and a.hands_in_to is null`
    expect(await count(judged)).toBeGreaterThan(100)
    expect(await count(`${judged} and u.path like h.path || '%'`)).toBe(0)
  })

  test('the chain holds and every part is what its ledger says', async () => {
    const db = product.services.databases.app
    expect(await verifyChain(db)).toEqual([])
    const parts = await db.query<{ id: string; state: unknown }>('select id, state from app.assignment order by id')
    for (const { id, state } of parts.rows.filter((_, at) => at % 10 === 0))
      expect(replay(assignmentDecider, (await eventsOf(db, id)) as never)).toEqual(state)
  })

  test('only news of the last day is still to be sent', async () => {
    const waiting = await product.services.databases.owner.query(
      `select count(*)::int as all, count(*) filter (where created_at < '2022-12-19T16:00:00Z')::int as old from ledger.outbox`,
    )
    expect(waiting.rows[0]).toMatchObject({ old: 0 })
    expect(waiting.rows[0].all).toBeGreaterThan(0)
  })
})

describe('asking for the demo again', () => {
  test('leaves a filled demo and a trial in use as they are', async () => {
    const before = await count('ledger.entry')
    const said: string[] = []
    await addDemo(product.services, () => [], { say: (line) => said.push(line), goOn: () => true })
    expect(await count('ledger.entry')).toBe(before)
    expect(said).toEqual([])
    const used = await startTestProduct()
    try {
      await refillTrial(used.services, prepareTrial)
      await used.services.databases.owner.query(`update app.installation set trial_day = '2022-07-05'`)
      await addDemo(used.services, () => [], { say: (line) => said.push(line), goOn: () => true })
      expect(said.join()).toContain('没有加演示数据')
    } finally {
      await used.stop()
    }
  })
})

describe('the same seed', () => {
  test('makes the same half-year, also after a fill that was stopped in the middle', async () => {
    const second = await startTestProduct()
    try {
      let days = 0
      const stopped = fill(second, { goOn: () => ++days < 5 })
      await expect(stopped).rejects.toMatchObject({ code: 'trial.demo-stopped' })
      const half = await second.services.databases.owner.query('select prepared_at from app.installation')
      expect(half.rows).toEqual([{ prepared_at: null }])
      await fill(second, { lastDay: '2022-08-05' })
      const again = await digestByDay(second, '2022-08-05')
      expect(again.length).toBeGreaterThan(20)
      expect(again).toEqual(await digestByDay(product, '2022-08-05'))
    } finally {
      await second.stop()
    }
  }, 120_000)
})

/** What happened on each day, to which place of the notice and by which unit; ids and clocks left out. */
async function digestByDay(of: TestProduct, until: string): Promise<{ day: string; n: number; digest: string }[]> {
  const found = await of.services.databases.app.query<{ day: string; n: number; digest: string }>(
    `select business_day as day, count(*)::int as n, md5(string_agg(line, ';' order by line collate "C")) as digest
     from (select e.business_day, concat_ws('|', e.stream_kind, e.type, t.position, u.code, a.period_key) as line
       from ledger.entry e left join app.assignment a on a.id = e.stream_id
       left join app.task t on t.id = coalesce(a.task_id, e.stream_id) left join app.unit u on u.id = e.actor_unit
       where e.business_day <= $1) x group by 1 order by 1`,
    [until],
  )
  return found.rows
}

describe('the overview of the made half-year', () => {
  test('every figure of every row opens to as many tasks as it says', async () => {
    for (const person of ['县领导1', '营商办主任1', '县市场监管局联络员1', '县政务办主要负责人1']) {
      const caller = await signedIn(product, person)
      const found = await overviewFor(person)
      const total = async (filter: object) => {
        const query = new URLSearchParams({ ...filter, size: '1' })
        const answer = await caller.get(`/api/tasks?${query}`)
        expect(answer.status).toBe(200)
        return answer.body.total as number
      }
      const rows = [found.total, ...found.groups.flatMap((one) => one.units), ...found.lists, ...found.stages]
      for (const row of rows)
        for (const figure of figureNames)
          expect(await total({ ...row.filter, figure }), `${person} ${JSON.stringify(row.filter)} ${figure}`).toBe(
            row.figures[figure].tasks,
          )
      for (const row of [found, ...found.lists, ...found.stages])
        for (const status of ['open', 'concluded', 'routine'] as const)
          expect(await total({ ...('filter' in row ? row.filter : { campaignId }), status })).toBe(row.tasks[status])
    }
  })

  test('what it says of seven days ago is what was seen then', () => {
    for (const [then, now] of [
      ['2022-08-03', '2022-08-10'],
      ['2022-11-03', '2022-11-10'],
    ] as const) {
      const [before, after] = [seen.get(then)!, seen.get(now)!]
      expect(after.since).toBe(then)
      const { overdue, toVerify, requested } = before.total.figures
      expect(after.before).toEqual({ overdue: overdue.parts, toVerify: toVerify.parts, requested: requested.parts })
      expect(overdue.parts + toVerify.parts).toBeGreaterThan(5)
      expect(after.lists.map((row) => row.overdueBefore)).toEqual(before.lists.map((row) => row.figures.overdue.parts))
    }
  })

  test('units add up to the campaign', () => {
    for (const found of seen.values())
      for (const figure of figureNames) {
        const units = found.groups.flatMap((one) => one.units)
        expect(units.reduce((sum, row) => sum + row.figures[figure].parts, 0)).toBe(found.total.figures[figure].parts)
      }
  })

  test('a unit sees itself and nobody else; a delegate sees nothing', async () => {
    const own = await overviewFor('县市场监管局联络员1')
    expect(own.groups.flatMap((one) => one.units.map((row) => row.unit.name))).toEqual(['县市场监管局'])
    const all = seen.get(demoLastDay)!.groups.flatMap((one) => one.units)
    expect(own.total.figures).toEqual(all.find((row) => row.unit.name === '县市场监管局')!.figures)
    for (const stranger of ['县人大机关特邀代表1', '县政务办系统管理员1']) {
      const answer = await (await signedIn(product, stranger)).get(`/api/campaigns/${campaignId}/overview`)
      expect(answer.status).toBe(403)
    }
  })
})
