import { randomUUID } from 'node:crypto'
import type { PersonActor } from '@yingshang/core/kernel/actor'
import type { News } from '@yingshang/core/reminders/news'
import { openSession } from '../src/platform/auth/sessions.ts'
import { sessionCookie } from '../src/platform/http/session.ts'
import { reminderJobs } from '../src/reminders/address.ts'
import { startSending, type Sending } from '../src/reminders/deliver.ts'
import { startTestProduct, type TestProduct } from './product.ts'
import { makePerson, makeUnit, type TestUnit } from './task-campaign.ts'

export interface ReminderBench extends TestProduct {
  readonly root: TestUnit
  readonly office: TestUnit
  readonly officer: PersonActor
  readonly administrator: PersonActor
  readonly sending: Sending
  /** Puts news through the job handler, as the outbox does; answers its id. */
  tell(news: News, key?: string): Promise<string>
  /** Moves the machine's clock and looks for what is due. */
  passAfter(minutes: number): Promise<void>
  ask(person: PersonActor, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: object): Promise<{ status: number; body: any }>
  details(person: PersonActor, details: { name?: string; email?: string; mobile?: string }): Promise<void>
  rows<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>
}

/** The product with an office and an administrator, a clock to move and the sender in hand. */
export async function startReminderBench(): Promise<ReminderBench> {
  const product = await startTestProduct()
  const { services, http, time } = product
  const { databases } = services
  const root = await makeUnit(databases, '灌南县')
  const office = await makeUnit(databases, '县营商办', root)
  const officer = await makePerson(databases, 'coordinationOfficer', office)
  const administrator = await makePerson(databases, 'administrator', office)
  const sending = startSending(services)
  const tokens = new Map<string, string>()
  const tokenOf = async (personId: string) => {
    const session = { personId, now: time.now, secondFactor: true, byLink: true, browser: '' }
    const token = tokens.get(personId) ?? (await openSession(databases.app, session))
    tokens.set(personId, token)
    return token
  }
  return {
    ...product,
    root,
    office,
    officer,
    administrator,
    sending,
    async tell(news, key = randomUUID()) {
      await reminderJobs(services)['notify']!(news, { key })
      return key
    },
    async passAfter(minutes) {
      time.now += minutes * 60_000
      await sending.pass()
    },
    async ask(person, method, url, body) {
      const cookie = `${sessionCookie}=${await tokenOf(person.personId)}`
      const response = await http.inject({ method, url, headers: { cookie }, ...(body ? { payload: body } : {}) })
      return { status: response.statusCode, body: JSON.parse(response.body) }
    },
    async details(person, { name, email, mobile }) {
      await databases.owner.query(
        'update app.person_details set name = coalesce($2, name), email = $3, mobile = $4 where person_id = $1',
        [person.personId, name ?? null, email ?? null, mobile ?? null],
      )
    },
    async rows<Row extends object>(sql: string, values: unknown[] = []) {
      return (await databases.owner.query<Row>(sql, values)).rows
    },
    async stop() {
      await sending.stop()
      await product.stop()
    },
  }
}
