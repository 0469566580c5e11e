// The routes of units, people and access as tables of who gets through. Not formatted: the columns are the point.
import { addDays } from '@yingshang/core/kernel/dates'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCounty, type County } from '../../../testing/gates/county.ts'
import { drawMatrix, lines, uncovered, type Attempts } from '../../../testing/gates/matrix.ts'

let county: County
let count = 0
beforeAll(async () => void (county = await startCounty()))
afterAll(() => county.stop())

const legend = {
  '-': 'access.not-allowed',
  y: 'access.not-yourself',
  g: 'access.guarded-role',
  b: 'access.role-beyond-yours',
  d: 'access.own-delegation-only',
}
const today = '2022-07-04'

async function made(path: string, body: unknown): Promise<any> {
  const answer = await county.as('director').post(path, body)
  if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`)
  return answer.body
}
/** A new person of the unit the columns belong to. */
async function someone(role = 'unitStaff', homeUnitId = county.units.own): Promise<string> {
  return (await made('/api/people', { homeUnitId, role, name: `新人${++count}` })).personId
}
async function section(): Promise<string> {
  const name = `新科室${++count}`
  return (await made('/api/units', { parentId: county.units.own, kind: 'section', name, shortName: name })).unitId
}
async function postOf(personId: string): Promise<string> {
  return (await county.rows<{ id: string }>('select id from app.post where person_id = $1', [personId]))[0]!.id
}
async function force(): Promise<string> {
  const body = { name: `专班${++count}`, unitId: county.units.office, fromDay: today, untilDay: '2022-12-31' }
  return (await made('/api/task-forces', body)).taskForceId
}

test('every role at every route of units and people', async () => {
  const { units } = county
  const attempts: Attempts = {
    'GET /api/units': () => ({ url: '/api/units' }),
    'GET /api/units/:unitId': () => ({ url: `/api/units/${units.own}` }),
    'POST /api/units/match': () => ({ url: '/api/units/match', body: { names: ['县司法局'] } }),
    'POST /api/units': () => {
      const name = `新科室${++count}`
      return { url: '/api/units', body: { parentId: units.own, kind: 'section', name, shortName: name } }
    },
    'POST /api/units/:unitId/rename': async () => {
      const name = `新名${++count}`
      return { url: `/api/units/${await section()}/rename`, body: { name, shortName: name } }
    },
    'POST /api/units/:unitId/aliases': () => ({
      url: `/api/units/${units.own}/aliases`,
      body: { alias: `别名${++count}` },
    }),
    'POST /api/units/:unitId/aliases/remove': async () => {
      await made(`/api/units/${units.own}/aliases`, { alias: `旧名${++count}` })
      return { url: `/api/units/${units.own}/aliases/remove`, body: { alias: `旧名${count}` } }
    },
    'POST /api/units/:unitId/move': async () => ({
      url: `/api/units/${await section()}/move`,
      body: { parentId: units.partner },
    }),
    'POST /api/units/:unitId/close': async () => ({ url: `/api/units/${await section()}/close` }),
    'POST /api/units/:unitId/merge': async () => ({
      url: `/api/units/${await section()}/merge`,
      body: { into: units.section, on: today },
    }),
    'POST /api/people/search': () => ({ url: '/api/people/search', body: { text: '县司法局' } }),
    'GET /api/people/:personId': () => ({ url: `/api/people/${county.people.liaison}` }),
    'GET /api/people/:personId · oneself': (caller) => ({ url: `/api/people/${county.people[caller]}` }),
    'POST /api/people': () => ({
      url: '/api/people',
      body: { homeUnitId: units.own, role: 'unitStaff', name: `新人${++count}` },
    }),
    'POST /api/people · as head': () => ({
      url: '/api/people',
      body: { homeUnitId: units.own, role: 'unitHead', name: `新人${++count}` },
    }),
    'POST /api/people · as auditor': () => ({
      url: '/api/people',
      body: { homeUnitId: units.own, role: 'auditor', name: `新人${++count}` },
    }),
    'POST /api/people/:personId/details': async () => ({
      url: `/api/people/${await someone()}/details`,
      body: { name: `改名${++count}` },
    }),
    'POST /api/people/:personId/home-unit': async () => ({
      url: `/api/people/${await someone()}/home-unit`,
      body: { unitId: units.section, on: today, role: 'unitStaff' },
    }),
    'POST /api/people/:personId/home-unit · oneself': (caller) => ({
      url: `/api/people/${county.people[caller]}/home-unit`,
      body: { unitId: units.section, on: today, role: 'unitStaff' },
    }),
    'POST /api/people/:personId/leave': async () => ({
      url: `/api/people/${await someone()}/leave`,
      body: { lastDay: today },
    }),
    'POST /api/people/:personId/posts': async () => ({
      url: `/api/people/${await someone()}/posts`,
      body: { unitId: units.own, role: 'unitLiaison', fromDay: today },
    }),
    'POST /api/people/:personId/posts · oneself as officer': (caller) => ({
      url: `/api/people/${county.people[caller]}/posts`,
      body: { unitId: units.office, role: 'coordinationOfficer', fromDay: today },
    }),
    'POST /api/people/:personId/posts · a leader': async () => ({
      url: `/api/people/${await someone()}/posts`,
      body: { unitId: units.root, role: 'leader', fromDay: today },
    }),
    'POST /api/people/:personId/posts/:postId/end': async () => {
      const person = await someone()
      return { url: `/api/people/${person}/posts/${await postOf(person)}/end`, body: { lastDay: today } }
    },
    'GET /api/units/:unitId/hand-over/:personId': () => ({
      url: `/api/units/${units.own}/hand-over/${county.people.liaison}`,
    }),
    'POST /api/units/:unitId/hand-over': async () => ({
      url: `/api/units/${units.own}/hand-over`,
      body: { from: await someone('unitLiaison'), to: await someone(), on: '2022-07-05', note: '' },
    }),
    'POST /api/people/:personId/delegations/:delegationId/withdraw': async () => {
      const to = await someone()
      const from = addDays(today, 7 * ++count)
      const body = { to, role: 'unitHead', unitId: units.own, fromDay: from, untilDay: addDays(from, 4) }
      const given = await county.as('head').post('/api/me/delegations', body)
      if (given.status !== 200) throw new Error(given.text)
      const { delegationId } = given.body
      return { url: `/api/people/${county.people.head}/delegations/${delegationId}/withdraw`, body: { lastDay: from } }
    },
    'GET /api/task-forces': () => ({ url: '/api/task-forces' }),
    'POST /api/task-forces': () => ({
      url: '/api/task-forces',
      body: { name: `专班${++count}`, unitId: units.office, fromDay: today, untilDay: '2022-12-31' },
    }),
    'POST /api/task-forces/:taskForceId/secondments': async () => ({
      url: `/api/task-forces/${await force()}/secondments`,
      body: { personId: await someone(), role: 'coordinationOfficer', fromDay: today, untilDay: '2022-12-31' },
    }),
    'POST /api/task-forces/:taskForceId/secondments/:secondmentId/recall': async () => {
      const id = await force()
      const body = { personId: await someone(), role: 'coordinationOfficer', fromDay: today, untilDay: '2022-12-31' }
      const { secondmentId } = await made(`/api/task-forces/${id}/secondments`, body)
      return { url: `/api/task-forces/${id}/secondments/${secondmentId}/recall`, body: { lastDay: '2022-08-01' } }
    },
    'POST /api/task-forces/:taskForceId/prolong': async () => ({
      url: `/api/task-forces/${await force()}/prolong`,
      body: { untilDay: '2023-01-31' },
    }),
    'POST /api/task-forces/:taskForceId/disband': async () => ({
      url: `/api/task-forces/${await force()}/disband`,
      body: { lastDay: '2022-08-01' },
    }),
    'GET /api/roster/template.xlsx': () => ({ url: '/api/roster/template.xlsx' }),
  }
  expect(uncovered(county, attempts, ['/api/units', '/api/people', '/api/task-forces']).sort()).toEqual([])
  const drawn = await drawMatrix(county, attempts, legend)
  expect(lines(drawn)).toEqual(
    lines(`
                                                                    office direct head   deputy liaiso staff  superv discip delega leader panel  audito admin  partne sectio strang
    GET units                                                       +      +      +      +      +      +      +      +      -      +      -      +      +      +      +      +
    GET units/:unitId                                               +      +      +      +      +      +      +      +      -      +      -      +      +      +      +      +
    POST units/match                                                +      +      +      +      +      +      +      +      -      +      -      +      +      +      +      +
    POST units                                                      +      +      -      -      -      -      -      -      -      -      -      -      +      -      -      -
    POST units/:unitId/rename                                       +      +      -      -      -      -      -      -      -      -      -      -      +      -      -      -
    POST units/:unitId/aliases                                      +      +      -      -      -      -      -      -      -      -      -      -      +      -      -      -
    POST units/:unitId/aliases/remove                               +      +      -      -      -      -      -      -      -      -      -      -      +      -      -      -
    POST units/:unitId/move                                         +      +      -      -      -      -      -      -      -      -      -      -      +      -      -      -
    POST units/:unitId/close                                        +      +      -      -      -      -      -      -      -      -      -      -      +      -      -      -
    POST units/:unitId/merge                                        +      +      -      -      -      -      -      -      -      -      -      -      +      -      -      -
    POST people/search                                              +      +      +      +      +      +      +      +      -      +      -      +      +      +      +      +
    GET people/:personId                                            +      +      +      +      +      +      +      +      -      +      -      +      +      +      +      +
    GET people/:personId · oneself                                  +      +      +      +      +      +      +      +      +      +      +      +      +      +      +      +
    POST people                                                     +      +      +      +      -      -      -      -      -      -      -      -      +      -      -      -
    POST people · as head                                           +      +      b      b      -      -      -      -      -      -      -      -      +      -      -      -
    POST people · as auditor                                        g      g      -      -      -      -      -      -      -      -      -      -      +      -      -      -
    POST people/:personId/details                                   +      +      +      +      -      -      -      -      -      -      -      -      +      -      -      -
    POST people/:personId/home-unit                                 +      +      +      +      -      -      -      -      -      -      -      -      +      -      -      -
    POST people/:personId/home-unit · oneself                       y      y      y      y      -      -      -      -      -      -      -      -      y      -      y      -
    POST people/:personId/leave                                     +      +      +      +      -      -      -      -      -      -      -      -      +      -      -      -
    POST people/:personId/posts                                     +      +      +      +      -      -      -      -      -      -      -      -      +      -      -      -
    POST people/:personId/posts · oneself as officer                y      y      y      y      y      y      y      y      y      y      y      y      y      y      y      y
    POST people/:personId/posts · a leader                          b      +      -      -      -      -      -      -      -      -      -      -      +      -      -      -
    POST people/:personId/posts/:postId/end                         +      +      +      +      -      -      -      -      -      -      -      -      +      -      -      -
    GET units/:unitId/hand-over/:personId                           +      +      +      +      -      -      -      -      -      -      -      -      +      -      -      -
    POST units/:unitId/hand-over                                    +      +      +      +      -      -      -      -      -      -      -      -      +      -      -      -
    POST people/:personId/delegations/:delegationId/withdraw        +      +      +      -      -      -      -      -      -      -      -      -      +      -      -      -
    GET task-forces                                                 +      +      +      +      +      +      +      +      -      +      -      +      +      +      +      +
    POST task-forces                                                -      +      -      -      -      -      -      -      -      -      -      -      +      -      -      -
    POST task-forces/:taskForceId/secondments                       -      +      -      -      -      -      -      -      -      -      -      -      +      -      -      -
    POST task-forces/:taskForceId/secondments/:secondmentId/recall  -      +      -      -      -      -      -      -      -      -      -      -      +      -      -      -
    POST task-forces/:taskForceId/prolong                           -      +      -      -      -      -      -      -      -      -      -      -      +      -      -      -
    POST task-forces/:taskForceId/disband                           -      +      -      -      -      -      -      -      -      -      -      -      +      -      -      -
    GET roster/template.xlsx                                        +      +      -      -      -      -      -      -      -      -      -      -      +      -      -      -
  `),
  )
}, 120_000)
