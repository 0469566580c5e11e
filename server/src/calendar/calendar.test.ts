import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeHolidayFile } from '@yingshang/core/kernel/work-calendar-file'
import { publishedYears } from '@yingshang/core/kernel/work-calendar-notices'
import { addWorkingDays, isWorkingDay } from '@yingshang/core/kernel/work-calendar'
import { startTestApp, type Caller, type TestApp } from '../../testing/app.ts'
import { cloneDatabase, type TestDatabase } from '../../testing/database.ts'
import { makePerson, makeUnit, now } from '../../testing/task-campaign.ts'
import { verifyChain } from '../platform/ledger/verify.ts'
import { foundCalendar } from './found.ts'
import { KeptCalendars } from './kept-calendars.ts'

let base: TestDatabase
let app: TestApp
let officer: Caller
let liaison: Caller
let auditor: Caller

beforeAll(async () => {
  base = await cloneDatabase()
  app = await startTestApp(base, now)
  const county = await makeUnit(base.databases, '试验县')
  const office = await makeUnit(base.databases, '县营商办', county)
  const bureau = await makeUnit(base.databases, '县住建局', county)
  officer = await app.as((await makePerson(base.databases, 'coordinationOfficer', office)).personId)
  liaison = await app.as((await makePerson(base.databases, 'unitLiaison', bureau)).personId)
  auditor = await app.as((await makePerson(base.databases, 'auditor', bureau)).personId)
})
afterAll(async () => {
  expect(await verifyChain(base.databases.app)).toEqual([])
  await app.http.close()
  await base.drop()
})

const local = (date: string, more: object = {}) => ({
  kind: 'overlay',
  days: [{ date, kind: 'off', name: '县里放假', basis: '县政府通知', division: '320724', ...more }],
})
const notice2027 = [
  '国务院办公厅关于2027年部分节假日安排的通知',
  '国办发明电〔2026〕9号',
  '一、元旦：1月1日（周五）至3日（周日）放假，共3天。1月9日（周六）上班。',
  '国务院办公厅',
  '2026年11月1日',
].join('\n')
const view = async (who = officer) => (await who.get('/api/calendar')).body
const number = async () => (await view()).current.number as number
const preview = (proposal: object, who = officer) => who.post('/api/calendar/preview', { proposal })
async function adopt(proposal: object, more: object = {}, who = officer, commandId = randomUUID()) {
  const body = { proposal, basedOn: await number(), reason: '试验', ...more }
  return who.post('/api/calendar/versions', body, commandId)
}

test('the calendar the program comes with is version 1, with its years and no name under it', async () => {
  const { current, years, versions, shippedYears, mayKeep } = await view()
  expect(current).toMatchObject({ number: 1, id: 'cn-2020-2026' })
  expect(years.find((one: { year: number }) => one.year === 2022)).toMatchObject({
    status: 'published',
    workingDays: 249,
    decemberOpen: false,
  })
  expect(years.at(-1)).toMatchObject({ year: 2027, status: 'none' })
  expect(years.at(-2)).toMatchObject({ year: 2026, decemberOpen: true })
  expect(versions).toMatchObject([{ number: 1, by: null, source: { kind: 'shipped' }, changed: { kind: 'founded' } }])
  expect([shippedYears, mayKeep]).toEqual([[], null])
  expect((await view(liaison)).mayKeep).toMatchObject({ code: 'calendar.not-allowed' })
})

describe('adding a year', () => {
  test('a pasted notice: what was understood, what is missing, what would be different; nothing is written', async () => {
    const { status, body } = await preview({ kind: 'notice', text: notice2027 })
    expect(status).toBe(200)
    expect(body).toMatchObject({ basedOn: 1, year: 2027, workingDays: { before: 254, after: 255 }, refusal: null })
    expect(body.days).toHaveLength(4)
    const codes = body.problems.map((one: { code: string }) => one.code)
    expect(codes).toEqual(expect.arrayContaining(['calendar.holiday-missing', 'calendar.december-open']))
    expect(body.differences.find((one: { day: string }) => one.day === '2027-01-09')).toMatchObject({
      moves: true,
      before: { kind: 'weekend' },
      after: { kind: 'makeUpWorkday', name: '元旦' },
    })
    expect(await number()).toBe(1)
  })

  test('all errors at once, and no version is made of them', async () => {
    const text = '关于2027年部分节假日安排的通知一、元旦：1月1日（周三）放假，共2天。'
    const { body } = await preview({ kind: 'notice', text })
    const errors = body.problems.filter((one: { severity: string }) => one.severity === 'error')
    expect(errors.length).toBeGreaterThan(0)
    expect(body.refusal.code).toBe('calendar.has-errors')
    expect((await adopt({ kind: 'notice', text }, { warningsSeen: true })).body.code).toBe('calendar.has-errors')
    expect((await adopt({ kind: 'file', text: '{"year":2027' })).body.code).toBe('calendar.has-errors')
    expect(await number()).toBe(1)
  })

  test('warnings have to be seen; a unit may not; then it counts at once, and an answer that got lost is given again', async () => {
    const notice = { kind: 'notice', text: notice2027, url: 'https://www.gov.cn/2027' }
    expect((await adopt(notice)).body.code).toBe('calendar.warnings-unseen')
    expect((await adopt(notice, { warningsSeen: true }, liaison)).status).toBe(403)
    expect((await preview(notice, liaison)).body.code).toBe('calendar.not-allowed')
    const commandId = randomUUID()
    const body = { proposal: notice, basedOn: 1, warningsSeen: true, reason: '' }
    const first = await officer.post('/api/calendar/versions', body, commandId)
    expect(first).toMatchObject({ status: 200, body: { number: 2, id: 'work-calendar-2' } })
    expect(await officer.post('/api/calendar/versions', body, commandId)).toEqual(first)
    expect(isWorkingDay(app.services.calendar(), '2027-01-09')).toBe(true)
    const { versions, years } = await view()
    expect(versions[0]).toMatchObject({
      number: 2,
      by: { name: 'coordinationOfficer一号', unit: '县营商办' },
      source: { kind: 'notice', title: '国办发明电〔2026〕9号', url: 'https://www.gov.cn/2027' },
      changed: { kind: 'year', year: 2027 },
    })
    expect(years.find((one: { year: number }) => one.year === 2026).decemberOpen).toBe(false)
  })

  test('the text it came from is kept with it, for those who keep the calendar and who audit', async () => {
    expect((await officer.get('/api/calendar/versions/2')).body.sourceText).toBe(notice2027)
    expect((await auditor.get('/api/calendar/versions/2')).body.sourceText).toBe(notice2027)
    const seen = (await liaison.get('/api/calendar/versions/2')).body
    expect([seen.sourceText, seen.version.number]).toEqual([null, 2])
    expect((await view(liaison)).versions[0].by).toBeNull()
    expect((await officer.get('/api/calendar/versions/99')).body.code).toBe('calendarVersion.not-found')
  })

  test('a preview that was overtaken is refused, and the same again is nothing new', async () => {
    const file = { kind: 'file', text: writeHolidayFile(publishedYears[2]!) }
    expect((await adopt(file, { basedOn: 1 })).body).toMatchObject({
      code: 'calendar.changed-meanwhile',
      facts: { number: 2 },
    })
    const shipped = { kind: 'shipped', year: 2022 }
    expect((await adopt(shipped, { warningsSeen: true })).body.code).toBe('calendar.nothing-new')
  })
})

describe('local days', () => {
  test('they need a ground, count in their division only, and lie on top of the notices', async () => {
    expect((await adopt(local('2022-08-10'), { reason: '' })).body.code).toBe('calendar.reason-missing')
    const kin = {
      kind: 'overlay',
      days: [...local('2022-08-10').days, ...local('2022-08-11', { division: '320000' }).days],
    }
    expect((await adopt(kin)).status).toBe(200)
    const calendar = app.services.calendar()
    expect(addWorkingDays(calendar, '2022-08-09', 1)).toBe('2022-08-12')
    expect(addWorkingDays(app.services.calendars.current('320722'), '2022-08-09', 1)).toBe('2022-08-10')
    expect(addWorkingDays(app.services.calendars.current('110000'), '2022-08-10', 1)).toBe('2022-08-11')
    const far = await preview(local('2022-08-10', { division: '110000' }))
    expect(far.body.problems).toMatchObject([{ code: 'calendar.local-division', severity: 'error' }])
  })

  test('an undo is a newer version with the older content; every version is still there', async () => {
    const before = await view()
    const undone = await adopt({ kind: 'restore', number: 2 })
    expect(undone.body.number).toBe(before.current.number + 1)
    const after = await view()
    expect(after.current.overlay).toEqual([])
    expect(after.current.years).toEqual(before.current.years)
    expect(after.versions.map((one: { number: number }) => one.number)).toEqual([4, 3, 2, 1])
    expect((await officer.get('/api/calendar/versions/3')).body.version.overlay).toHaveLength(2)
    expect((await preview({ kind: 'restore', number: 77 })).body.problems).toMatchObject([
      { code: 'calendar.version-unknown' },
    ])
  })
})

describe('several instances on one database', () => {
  test('one that did not confirm counts with the new version from its next question on, without a restart', async () => {
    const clock = { time: now, now: () => clock.time }
    const other = new KeptCalendars(base.databases.app, clock, app.services.installation)
    await other.look()
    const before = other.inForce.number
    expect((await adopt(local('2022-08-24'))).status).toBe(200)
    expect(other.fresh()).toBeUndefined()
    expect([other.inForce.number, isWorkingDay(other.current(), '2022-08-24')]).toEqual([before, true])
    clock.time += 1_000
    await other.fresh()
    expect([other.inForce.number, isWorkingDay(other.current(), '2022-08-24')]).toEqual([before + 1, false])
    // What a deadline names stays countable as it was.
    const named = await other.version(before === 1 ? 'cn-2020-2026' : `work-calendar-${before}`)
    expect(isWorkingDay(named!, '2022-08-24')).toBe(true)
    expect(await other.version('never-kept')).toBeUndefined()
  })

  test('of many that start on an empty database one founds the calendar; of two who adopt, one is told', async () => {
    const fresh = await cloneDatabase()
    try {
      const { installation, clock } = app.services
      const many = Array.from({ length: 8 }, () => new KeptCalendars(fresh.databases.app, clock, installation))
      await Promise.all(many.map((one) => one.look()))
      const rows = await fresh.databases.owner.query('select number from app.calendar_version')
      expect(rows.rows).toEqual([{ number: 1 }])
      await foundCalendar(fresh.databases.app, { division: installation.division, businessDay: '2022-07-04', now })
      expect((await fresh.databases.owner.query('select 1 from app.calendar')).rowCount).toBe(1)
    } finally {
      await fresh.drop()
    }
    const basedOn = await number()
    const tries = await Promise.all(
      ['2022-08-15', '2022-08-16', '2022-08-17', '2022-08-18'].map((day) => adopt(local(day), { basedOn })),
    )
    expect(tries.map((one) => one.status).sort()).toEqual([200, 409, 409, 409])
    expect(tries.filter((one) => one.status === 409).map((one) => one.body.code)).toEqual(
      Array.from({ length: 3 }, () => 'calendar.changed-meanwhile'),
    )
    expect(await number()).toBe(basedOn + 1)
  })

  test('a trial that is emptied begins with version 1 again, also where a later one was in force', async () => {
    const fresh = await cloneDatabase()
    try {
      const clock = { time: now, now: () => clock.time }
      const one = new KeptCalendars(fresh.databases.app, clock, app.services.installation)
      await one.look()
      const first = one.current()
      await fresh.databases.owner.query('truncate app.calendar, app.calendar_version, ledger.entry, ledger.command')
      await one.look()
      expect(one.inForce.number).toBe(1)
      expect(one.current()).not.toBe(first)
      expect((await fresh.databases.owner.query('select 1 from app.calendar_version')).rowCount).toBe(1)
    } finally {
      await fresh.drop()
    }
  })

  test('a version is never changed: the program’s login may only add', async () => {
    for (const sql of ['update app.calendar_version set reason = $$x$$', 'delete from app.calendar_version'])
      await expect(base.databases.app.query(sql)).rejects.toMatchObject({ code: '42501' })
  })
})
