import type { Role } from '@yingshang/core/kernel/actor'
import { prepareTrial } from '../../src/sample/prepare.ts'
import { openSession } from '../../src/platform/auth/sessions.ts'
import { browser, unitId, type Browser } from '../caller.ts'
import { startTestProduct, type TestProduct } from '../product.ts'

/** Who asks, by the column of the tables: a sample person of each role, and heads who stand elsewhere in the tree. */
export const callers = {
  officer: ['coordinationOfficer', '县营商办'],
  director: ['coordinationDirector', '县营商办'],
  head: ['unitHead', '县司法局'],
  deputy: ['unitDeputy', '县司法局'],
  liaison: ['unitLiaison', '县司法局'],
  staff: ['unitStaff', '县司法局'],
  supervision: ['governmentSupervision', '县政府办'],
  discipline: ['disciplineInspection', '县纪委监委机关'],
  delegate: ['delegate', '县人大机关'],
  leader: ['leader', '灌南县'],
  panel: ['panelMember', '县工商联'],
  auditor: ['auditor', '县审计局'],
  admin: ['administrator', '县政务办'],
  /** Head of another unit that takes part in the same task. */
  partner: ['unitHead', '县住建局'],
  /** Head of a section inside the unit. */
  section: ['unitHead', '县司法局科室'],
  /** Head of a unit that has nothing to do with it. */
  stranger: ['unitHead', '县气象局'],
} as const satisfies Record<string, readonly [Role, string]>
export type Caller = keyof typeof callers
export const callerNames = Object.keys(callers) as Caller[]

export interface County extends TestProduct {
  readonly campaignId: string
  readonly units: Readonly<Record<'root' | 'office' | 'own' | 'partner' | 'section' | 'stranger', string>>
  readonly people: Readonly<Record<Caller, string>>
  /** A browser in which this person is signed in. */
  as(caller: Caller): Browser
  /** Signs somebody in the way a trial link does. */
  enter(personId: string): Promise<Browser>
  rows<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>
}

/** The sample county with its sample campaign, a section inside one unit, and a signed-in browser for every column. */
export async function startCounty(): Promise<County> {
  const product = await startTestProduct()
  const { databases } = product.services
  await prepareTrial(product.services)
  const rows = async <Row extends object>(sql: string, values: unknown[] = []) =>
    (await databases.owner.query<Row>(sql, values)).rows
  const enter = async (person: string) => {
    const one = browser(product.http)
    one.cookie = await openSession(databases.app, {
      personId: person,
      now: product.time.now,
      secondFactor: false,
      byLink: true,
      browser: '',
    })
    return one
  }
  await openSection(await enter(await holderOf(rows, 'coordinationDirector', '县营商办')), await unitId(product, '县司法局'))
  const people = {} as Record<Caller, string>
  const browsers = {} as Record<Caller, Browser>
  for (const caller of callerNames) {
    people[caller] = await holderOf(rows, callers[caller][0], callers[caller][1])
    browsers[caller] = await enter(people[caller])
  }
  const [campaign] = await rows<{ id: string }>('select id from app.campaign')
  return {
    ...product,
    campaignId: campaign!.id,
    units: {
      root: await unitId(product, '灌南县'),
      office: await unitId(product, '县营商办'),
      own: await unitId(product, '县司法局'),
      partner: await unitId(product, '县住建局'),
      section: await unitId(product, '县司法局科室'),
      stranger: await unitId(product, '县气象局'),
    },
    people,
    as: (caller) => browsers[caller],
    enter,
    rows,
  }
}

async function openSection(director: Browser, parentId: string): Promise<void> {
  const unit = await director.post('/api/units', { parentId, kind: 'section', name: '县司法局科室', shortName: '县司法局科室' })
  const person = { homeUnitId: unit.body.unitId, role: 'unitHead', name: '科室负责人1', mobile: '', officePhone: '', email: '' }
  const registered = await director.post('/api/people', person)
  if (registered.status !== 200) throw new Error(`no section: ${unit.text} ${registered.text}`)
}

async function holderOf(rows: County['rows'], role: Role, unit: string): Promise<string> {
  const found = await rows<{ person_id: string }>(
    `select t.person_id from app.post t join app.unit u on u.id = t.unit_id
     where t.role = $1 and u.short_name = $2 and t.kind = 'post' and not t.cancelled order by t.id limit 1`,
    [role, unit],
  )
  if (!found[0]) throw new Error(`nobody is ${role} of ${unit}`)
  return found[0].person_id
}
