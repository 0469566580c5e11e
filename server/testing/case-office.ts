import { randomUUID } from 'node:crypto'
import type { Actor, PersonActor, Role } from '@yingshang/core/kernel/actor'
import { receiptJob } from '@yingshang/core/cases/policy'
import { actOnCase } from '../src/cases/act-on-case.ts'
import { CaseRegister, type NewCase } from '../src/cases/registering.ts'
import type { Services } from '../src/platform/capability.ts'
import type { Occasion } from '../src/platform/ledger/decide.ts'
import { startTestApp, type Answer, type Caller, type TestApp } from './app.ts'
import { cloneDatabase, type TestDatabase } from './database.ts'
import { openCampaign } from './rule-campaign.ts'
import { makePerson, makeUnit, type TestUnit } from './task-campaign.ts'

/** A county with an office, three bureaus and a court, in which the days can be moved. */
export interface CaseOffice {
  readonly base: TestDatabase
  readonly app: TestApp
  readonly services: Services
  readonly campaignId: string
  readonly units: Readonly<Record<'county' | 'office' | 'bureau' | 'other' | 'third' | 'court', TestUnit>>
  readonly people: Readonly<Record<string, PersonActor>>
  /** From now on it is this day. */
  onDay(day: string): Promise<void>
  /** A request as one of the people. */
  as(name: string): Caller
  act(who: string, caseId: string, action: string, body?: object, commandId?: string): Promise<Answer>
  /** What the receipt page does for whoever holds the code. */
  submitterDoes(caseId: string, make: Parameters<typeof actOnCase>[3]): ReturnType<typeof actOnCase>
  /** A case that came in today; answers its id and number. */
  register(given?: Partial<NewCase>): Promise<{ readonly id: string; readonly number: string }>
  /** The same, accepted and assigned to the bureau today. */
  assigned(given?: Partial<NewCase>): Promise<string>
  occasion(actor: Actor): Occasion
  close(): Promise<void>
}

const instant = Date.UTC(2022, 8, 26, 2)

export async function openCaseOffice(firstDay = '2022-09-26'): Promise<CaseOffice> {
  const base = await cloneDatabase()
  const { databases } = base
  const county = await makeUnit(databases, '试验县')
  const units = {
    county,
    office: await makeUnit(databases, '县营商办', county),
    bureau: await makeUnit(databases, '县住建局', county),
    other: await makeUnit(databases, '县市监局', county),
    third: await makeUnit(databases, '县税务局', county),
    court: await makeUnit(databases, '县法院', county),
  }
  await databases.owner.query(`update app.unit set kind = 'court' where id = $1`, [units.court.id])
  const campaignId = await openCampaign(databases)
  let day = firstDay
  const setDay = (next: string) => {
    day = next
    return databases.owner.query('update app.installation set trial_day = $1', [next])
  }
  await setDay(firstDay)
  const app = await startTestApp(base, instant)
  const people: Record<string, PersonActor> = {}
  const callers: Record<string, Caller> = {}
  const hire = async (name: string, role: Role, home: TestUnit, postIn?: TestUnit) => {
    people[name] = await makePerson(databases, role, home, postIn)
    callers[name] = await app.as(people[name].personId)
  }
  await hire('officer', 'coordinationOfficer', units.office)
  await hire('director', 'coordinationDirector', units.office)
  await hire('seconded', 'coordinationOfficer', units.bureau, units.office)
  await hire('head', 'unitHead', units.bureau)
  await hire('liaison', 'unitLiaison', units.bureau)
  await hire('otherHead', 'unitHead', units.other)
  await hire('otherLiaison', 'unitLiaison', units.other)
  await hire('thirdHead', 'unitHead', units.third)
  await hire('supervision', 'governmentSupervision', county)
  await hire('leader', 'leader', county)
  await hire('auditor', 'auditor', county)
  await hire('administrator', 'administrator', county)
  const { services } = app
  const register = new CaseRegister(services)
  const occasion = (actor: Actor): Occasion => ({ actor, businessDay: day, now: instant, commandId: randomUUID() })
  const submitter = { kind: 'system', job: receiptJob } as const
  const self: CaseOffice = {
    base,
    app,
    services,
    campaignId,
    units,
    people,
    onDay: async (next) => void (await setDay(next)),
    as: (name) => callers[name]!,
    act: (who, caseId, action, body = {}, commandId = randomUUID()) =>
      callers[who]!.post(`/api/cases/${caseId}/${action}`, body, commandId),
    submitterDoes: (caseId, make) => actOnCase(services, occasion(submitter), caseId, make),
    register: (given = {}) => register.register(occasion(submitter), aCase(campaignId, day, given)),
    async assigned(given = {}) {
      const { id } = await self.register(given)
      await ok(self.act('officer', id, 'accept', { classification: {} }))
      await ok(self.act('officer', id, 'assign', { units: { leadUnitId: units.bureau.id }, note: '' }))
      return id
    },
    occasion,
    async close() {
      await app.http.close()
      await base.drop()
    },
  }
  return self
}

/** The answer of a request that has to succeed. */
export async function ok(answer: Promise<Answer>): Promise<Answer['body']> {
  const { status, body } = await answer
  if (status !== 200) throw new Error(`answered ${status}: ${JSON.stringify(body)}`)
  return body
}

export function aCase(campaignId: string, day: string, given: Partial<NewCase> = {}): NewCase {
  return {
    campaignId,
    kind: 'complaint',
    source: 'portal',
    receivedOn: day,
    receivedAt: null,
    firstContactUnitId: null,
    submitterKind: 'marketEntity',
    vaultId: randomUUID(),
    commitments: { original: 'c', identity: 'c' },
    masked: { title: '施工许可久拖不办', text: '某公司的施工许可拖了两个月没有办。', object: '某窗口' },
    ...given,
  }
}
