import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from '../../../testing/caller.ts'
import { startCounty, type County } from '../../../testing/gates/county.ts'
import { partMaker, result, type MadePart } from '../../../testing/gates/parts.ts'

let county: County
let make: ReturnType<typeof partMaker>
const today = '2022-07-04'
let count = 0

beforeAll(async () => {
  county = await startCounty()
  make = partMaker(county)
})
afterAll(() => county.stop())

async function done(as: Browser, path: string, body: unknown): Promise<any> {
  const answer = await as.post(path, body)
  if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`)
  return answer.body
}

/** Somebody of a unit who is seconded to the office as an officer. */
async function seconded(homeUnitId: string, role = 'unitStaff'): Promise<{ id: string; browser: Browser }> {
  const director = county.as('director')
  const { personId } = await done(director, '/api/people', { homeUnitId, role, name: `抽调${++count}` })
  const force = { name: `专班${++count}`, unitId: county.units.office, fromDay: today, untilDay: '2022-12-31' }
  const { taskForceId } = await done(director, '/api/task-forces', force)
  const secondment = { personId, role: 'coordinationOfficer', fromDay: today, untilDay: '2022-12-31' }
  await done(director, `/api/task-forces/${taskForceId}/secondments`, secondment)
  return { id: personId, browser: await county.enter(personId) }
}

const reason = '工作需要'
/** Everything by which the office rules on a part or its task. */
async function rulings(as: Browser, part: () => Promise<MadePart & { requestId?: string }>): Promise<string[]> {
  const codes: string[] = []
  const ask = async (url: string, body: unknown) => codes.push((await as.post(url, body)).body.code ?? 'done')
  const { units } = county
  const handedIn = await make.handedIn()
  await ask(`/api/assignments/${handedIn.id}/confirm`, { outcome: 'completed' })
  await ask(`/api/assignments/${handedIn.id}/return`, { reason })
  const { id, taskId } = await part()
  await ask(`/api/assignments/${id}/change-date`, { dueOn: '2022-12-31', reason })
  await ask(`/api/assignments/${id}/hand-to-unit`, { unitId: units.stranger, reason })
  await ask(`/api/assignments/${id}/withdraw`, { reason })
  await ask(`/api/tasks/${taskId}/change-date`, { dueOn: '2022-12-31', reason })
  await ask(`/api/tasks/${taskId}/name-lead`, { unitId: units.partner, reason })
  await ask(`/api/tasks/${taskId}/add-part`, { unitId: units.stranger, role: 'supporting', reason })
  await ask(`/api/tasks/${taskId}/withdraw`, { reason })
  const { requestId } = await make.asked()
  await ask(`/api/change-requests/${requestId}/approve`, { note: '' })
  await ask(`/api/change-requests/${requestId}/refuse`, { reason })
  await ask('/api/assignments/move', { fromUnitId: units.own, toUnitId: units.stranger, reason })
  return codes
}

describe('nobody rules on their own unit, whichever door they come through (rule T-11)', () => {
  const own = ['assignment.own-unit', 'task.own-unit', 'changeRequest.own-unit']

  test('seconded to the office from the unit', async () => {
    const { browser } = await seconded(county.units.own)
    for (const code of await rulings(browser, () => make.signed())) expect(own).toContain(code)
  })

  test('seconded from a section inside the unit: the bureau above is one’s own as well', async () => {
    const { browser } = await seconded(county.units.section)
    for (const code of await rulings(browser, () => make.signed())) expect(own).toContain(code)
  })

  test('an officer who stands in for the head of the unit', async () => {
    const [officer] = await county.rows<{ person_id: string }>(
      `select person_id from app.post where role = 'coordinationOfficer' and kind = 'post' and person_id <> $1 limit 1`,
      [county.people.officer],
    )
    const director = county.as('director')
    const { personId } = await done(director, '/api/people', {
      homeUnitId: county.units.own,
      role: 'unitDeputy',
      name: '副职',
    })
    const giver = await county.enter(personId)
    const body = {
      to: officer!.person_id,
      role: 'unitDeputy',
      unitId: county.units.own,
      fromDay: today,
      untilDay: today,
    }
    const given = await giver.post('/api/me/delegations', body)
    // A post is lent inside the unit only; were it ever lent further, the conflict is the borrower's as well (policy test).
    expect(given.status).toBe(409)
  })

  test('an officer who also serves in the unit', async () => {
    const { browser, id } = await seconded(county.units.stranger)
    const post = { unitId: county.units.own, role: 'unitStaff', fromDay: today }
    await done(county.as('director'), `/api/people/${id}/posts`, post)
    for (const code of await rulings(browser, () => make.signed())) expect(own).toContain(code)
  })

  test('merging the unit away, by the tree of units instead of the tasks', async () => {
    const { units } = county
    const { browser } = await seconded(units.stranger)
    const { taskId } = await make.signed()
    await done(county.as('director'), `/api/tasks/${taskId}/add-part`, {
      unitId: units.stranger,
      role: 'responsible',
      reason,
    })
    for (const [unitId, into] of [
      [units.stranger, units.partner],
      [units.partner, units.stranger],
    ] as const) {
      const merge = await browser.post(`/api/units/${unitId}/merge`, { into, on: today })
      expect(merge.body.code).toBe('assignment.own-unit')
      const [unit] = await county.rows<{ active: boolean }>('select active from app.unit where id = $1', [unitId])
      expect(unit!.active).toBe(true)
    }
  })

  test('taking work from another unit into one’s own', async () => {
    const { browser } = await seconded(county.units.stranger)
    const { partner } = await make.signed()
    const given = await browser.post(`/api/assignments/${partner}/hand-to-unit`, {
      unitId: county.units.stranger,
      reason,
    })
    expect(given.body.code).toBe('assignment.own-unit')
  })

  test('somebody of another unit, seconded in the same way, does rule', async () => {
    const { browser } = await seconded(county.units.stranger)
    const { id } = await make.handedIn()
    expect((await browser.post(`/api/assignments/${id}/confirm`, { outcome: 'completed' })).status).toBe(200)
  })
})

test('a unit cannot keep an officer from verifying by naming them as the one in charge', async () => {
  const { id } = await make.signed()
  const named = await county.as('head').post(`/api/assignments/${id}/persons`, { personIds: [county.people.officer] })
  expect(named.body.code).toBe('assignment.person-not-of-unit')
  expect(
    (await county.as('head').post(`/api/assignments/${id}/persons`, { personIds: [county.people.section] })).status,
  ).toBe(200)
})

test('a late first answer stays late after it was returned, and its date moved', async () => {
  const { id, taskId } = await make.signed({ dueOn: '2022-07-05' })
  await county.services.databases.owner.query(`update app.installation set trial_day = '2022-07-08'`)
  await make.act('head', id, 'hand-in', { result })
  await make.act('officer', id, 'return', { reason: '材料不全' })
  await make.act('officer', id, 'change-date', { dueOn: '2022-08-31', reason })
  await make.act('head', id, 'hand-in', { result })
  await make.act('officer', id, 'confirm', { outcome: 'completed' })
  const late = await county.rows(
    'select 1 from app.assignment where id = $1 and first_handed_in_on > first_answer_due_on',
    [id],
  )
  expect(late).toHaveLength(1)
  const page = await county.as('partner').get(`/api/tasks/${taskId}`)
  const part = page.body.parts.find((one: { id: string }) => one.id === id)
  expect(part).toMatchObject({ firstHandedInOn: '2022-07-08', returns: 1 })
  expect(part.deadline).toMatchObject({ firstDueOn: '2022-07-05', superseded: [{ dueOn: '2022-07-05', reason }] })
})
