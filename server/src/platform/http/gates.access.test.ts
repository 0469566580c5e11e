// Access, files, campaigns, messages and the machine as a table of who gets through. Not formatted: the columns are the point.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCounty, type County } from '../../../testing/gates/county.ts'
import { madeInput } from '../../../testing/gates/made-input.ts'
import { drawMatrix, lines, uncovered, type Attempts } from '../../../testing/gates/matrix.ts'

let county: County
let count = 0
beforeAll(async () => void (county = await startCounty()))
afterAll(() => county.stop())

const legend = {
  '-': 'access.not-allowed',
  y: 'access.not-yourself',
  g: 'access.guarded-role',
  o: 'delegation.only-own-post',
  b: 'access.second-factor-not-begun',
  p: 'plan.office-only',
  P: 'plan.director-only',
  s: 'plan.staff-only',
  r: 'task.readers-only',
  c: 'reminder.office-only',
  a: 'reminder.administrator-only',
  e: 'reminder.office-or-administrator',
  m: 'status.administrator-only',
  R: 'rules.readers-only',
  O: 'rules.office-only',
  D: 'rules.director-only',
  // Who may comes as far as the rule that says no to this input.
  F: 'file.not-found',
  N: 'plan.no-draft',
  S: 'channel.no-mail',
  B: 'channel.no-robot',
  W: 'roster.file-missing',
  L: 'access.session-unknown',
  X: 'password.wrong',
  A: 'channel.robot-address',
  z: 'channel.certificate',
  U: 'access.activation-unusable',
  C: 'access.wrong-credentials',
  i: 'input.invalid',
  K: 'call.not-found',
}

async function someone(): Promise<string> {
  const body = { homeUnitId: county.units.own, role: 'unitStaff', name: `新人${++count}` }
  return (await county.as('director').post('/api/people', body)).body.personId
}

/** An input made from the route's own shapes. */
function shaped(route: string): { url: string; body: unknown } {
  const contract = county.http.servedContracts.find((one) => `${one.method} ${one.path}` === route)!
  return madeInput(contract, { text: '渠道', id: () => county.units.own, branch: 1 })
}

test('every role at every other route', async () => {
  const { campaignId } = county
  const nothing = '00000000-0000-4000-8000-000000000000'
  const [plan] = await county.rows<{ id: string }>('select id from app.plan')
  const [clause] = await county.rows<{ id: string }>('select id from app.clause order by id limit 1')
  const newestRules = async () =>
    (await county.rows<{ id: string }>('select id from app.rule_set order by number desc limit 1'))[0]!.id
  const attempts: Attempts = {
    'GET /api/openapi.json': () => ({ url: '/api/openapi.json' }),
    'GET /api/me': () => ({ url: '/api/me' }),
    'GET /api/me/sessions': () => ({ url: '/api/me/sessions' }),
    'DELETE /api/me/sessions/:sessionId': () => ({ url: `/api/me/sessions/${nothing}` }),
    'DELETE /api/me/sessions/:sessionId · of somebody else': async (caller) => {
      const other = caller === 'head' ? county.people.deputy : county.people.head
      const [session] = await county.rows<{ id: string }>('select id from access.session where person_id = $1', [other])
      return { url: `/api/me/sessions/${session!.id}` }
    },
    'POST /api/me/password': () => ({ url: '/api/me/password', body: { current: 'x', password: 'y' } }),
    'POST /api/me/second-factor/begin': () => ({ url: '/api/me/second-factor/begin' }),
    'POST /api/me/second-factor/confirm': () => ({ url: '/api/me/second-factor/confirm', body: { code: 'x' } }),
    'POST /api/me/delegations': async (caller) => ({
      url: '/api/me/delegations',
      body: {
        to: await someone(),
        role: 'unitHead',
        unitId: county.units.own,
        fromDay: '2022-07-04',
        untilDay: '2022-07-08',
        // Nobody lends what is somebody else's: an extra field names no giver.
        giverId: caller === 'head' ? county.people.head : county.people.deputy,
      },
    }),
    'POST /api/activation-slips': async () => ({
      url: '/api/activation-slips',
      body: { personIds: [await someone()] },
    }),
    'POST /api/activation-slips · oneself': (caller) => ({
      url: '/api/activation-slips',
      body: { personIds: [county.people[caller]] },
    }),
    'GET /api/access-rules': () => ({ url: '/api/access-rules' }),
    'PUT /api/access-rules': () => ({
      url: '/api/access-rules',
      body: { idleMinutes: 30 + count++, passwordDays: 180, warnDays: 7 },
    }),
    'GET /api/sign-in-log': () => ({ url: '/api/sign-in-log' }),
    'GET /api/roster/template.xlsx': () => ({ url: '/api/roster/template.xlsx' }),
    'POST /api/roster/check': () => ({ url: '/api/roster/check' }),
    'POST /api/roster/import': () => ({ url: `/api/roster/import?digest=${createHash('sha256').digest('hex')}` }),
    'GET /api/files/:fileId': () => ({ url: `/api/files/${nothing}` }),
    'GET /api/plans': () => ({ url: '/api/plans' }),
    'POST /api/plans': () => ({ url: '/api/plans', body: { fileId: nothing, purpose: { kind: 'campaign' } } }),
    'GET /api/plans/:planId': () => ({ url: `/api/plans/${plan!.id}` }),
    'POST /api/plans/:planId/changes': () => ({
      url: `/api/plans/${plan!.id}/changes`,
      body: { change: { type: 'discard', reason: '不用了' } },
    }),
    'GET /api/plans/:planId/suggestions': () => ({ url: `/api/plans/${plan!.id}/suggestions` }),
    'POST /api/plans/:planId/publish': () => ({ url: `/api/plans/${plan!.id}/publish`, body: { version: 1 } }),
    'GET /api/campaigns': () => ({ url: '/api/campaigns' }),
    'GET /api/campaigns/:campaignId': () => ({ url: `/api/campaigns/${campaignId}` }),
    'GET /api/campaigns/:campaignId/clauses/:clauseId': () => ({
      url: `/api/campaigns/${campaignId}/clauses/${encodeURIComponent(clause!.id)}`,
    }),
    'GET /api/campaigns/:campaignId/overview': () => ({ url: `/api/campaigns/${campaignId}/overview` }),
    'POST /api/campaigns/:campaignId/settings': () => ({
      url: `/api/campaigns/${campaignId}/settings`,
      body: { settings: { supportingLeadDays: 6 + (count++ % 20) }, reason: '调整' },
    }),
    'GET /api/campaigns/:campaignId/rule-sets': () => ({ url: `/api/campaigns/${campaignId}/rule-sets` }),
    'GET /api/rule-sets/:versionId': async () => ({ url: `/api/rule-sets/${await newestRules()}` }),
    'POST /api/campaigns/:campaignId/rule-sets/preview': async () => ({
      url: `/api/campaigns/${campaignId}/rule-sets/preview`,
      body: { base: await newestRules(), validFrom: '2022-08-01', edits: [] },
    }),
    'POST /api/campaigns/:campaignId/rule-sets': async () => ({
      url: `/api/campaigns/${campaignId}/rule-sets`,
      body: {
        base: await newestRules(),
        validFrom: '2022-08-01',
        edits: [{ path: 'complaint.supplementTimes', value: 2 }],
        reason: '调整',
      },
    }),
    'POST /api/trial/day': () => ({ url: '/api/trial/day', body: { day: '2022-07-04' } }),
    'GET /api/notifications': () => ({ url: '/api/notifications' }),
    'GET /api/notifications/unread': () => ({ url: '/api/notifications/unread' }),
    'POST /api/notifications/read': () => ({ url: '/api/notifications/read' }),
    'GET /api/notifications/preference': () => ({ url: '/api/notifications/preference' }),
    'POST /api/notifications/preference': () => ({
      url: '/api/notifications/preference',
      body: { mail: 'dutiesOnly' },
    }),
    'GET /api/calls': () => ({ url: '/api/calls' }),
    'POST /api/calls/:callId/attempts': () => ({
      url: `/api/calls/${nothing}/attempts`,
      body: { outcome: 'busy', at: '08:00', newsIds: [] },
    }),
    'GET /api/deliveries': () => ({ url: '/api/deliveries' }),
    'GET /api/channels': () => ({ url: '/api/channels' }),
    'PUT /api/channels/mail': () => shaped('PUT /api/channels/mail'),
    'DELETE /api/channels/mail': () => ({ url: '/api/channels/mail' }),
    'POST /api/channels/robots': () => shaped('POST /api/channels/robots'),
    'DELETE /api/channels/robots/:robotId': () => ({ url: `/api/channels/robots/${nothing}` }),
    'PUT /api/channels/sending': () => shaped('PUT /api/channels/sending'),
    'POST /api/channels/test': () => ({ url: '/api/channels/test', body: { channel: 'mail', to: 'a@example.com' } }),
    'GET /api/status': () => ({ url: '/api/status' }),
    // Open routes, and what ends a session: last.
    'POST /api/sign-in': (caller) => ({ url: '/api/sign-in', body: { name: `nobody-${caller}`, password: 'x' } }),
    'POST /api/second-factor': () => ({ url: '/api/second-factor', body: { code: '000000' } }),
    'POST /api/activation/look': () => ({ url: '/api/activation/look', body: { code: 'x' } }),
    'POST /api/activation': () => ({ url: '/api/activation', body: { code: 'x', password: 'y' } }),
    'POST /api/files': () => ({ url: '/api/files?purpose=evidence' }),
    'POST /api/files · a notice': () => ({ url: '/api/files?purpose=plan' }),
    'POST /api/me/sign-out-everywhere': () => ({ url: '/api/me/sign-out-everywhere' }),
    'POST /api/sign-out': async (caller) => {
      county.as(caller).cookie = (await county.enter(county.people[caller])).cookie
      return { url: '/api/sign-out' }
    },
  }
  const elsewhere = [
    '/api/units',
    '/api/people',
    '/api/task-forces',
    '/api/tasks',
    '/api/assignments',
    '/api/my-unit',
    '/api/change-requests',
    '/api/reporting-runs',
    '/api/calendar',
    '/api/tips',
    '/api/vault',
    '/api/cases',
    '/api/case-imports',
  ]
  const left = uncovered(county, attempts, ['']).filter(
    (route) => !elsewhere.some((path) => route.split(' ')[1]!.startsWith(path)),
  )
  expect(left).toEqual([])
  const drawn = await drawMatrix(county, attempts, legend)
  expect(lines(drawn)).toEqual(
    lines(`
                                                                    office direct head   deputy liaiso staff  superv discip delega leader panel  audito admin  partne sectio strang
    GET openapi.json                                                +      +      +      +      +      +      +      +      +      +      +      +      +      +      +      +
    GET me                                                          +      +      +      +      +      +      +      +      +      +      +      +      +      +      +      +
    GET me/sessions                                                 +      +      +      +      +      +      +      +      +      +      +      +      +      +      +      +
    DELETE me/sessions/:sessionId                                   L      L      L      L      L      L      L      L      L      L      L      L      L      L      L      L
    DELETE me/sessions/:sessionId · of somebody else                L      L      L      L      L      L      L      L      L      L      L      L      L      L      L      L
    POST me/password                                                X      X      X      X      X      X      X      X      X      X      X      X      X      X      X      X
    POST me/second-factor/begin                                     -      -      -      -      -      -      -      -      -      -      -      -      -      -      -      -
    POST me/second-factor/confirm                                   i      i      i      i      i      i      i      i      i      i      i      i      i      i      i      i
    POST me/delegations                                             o      o      +      o      o      o      o      o      o      o      o      o      o      o      o      o
    POST activation-slips                                           +      +      -      -      -      -      -      -      -      -      -      -      +      -      -      -
    POST activation-slips · oneself                                 y      y      y      y      y      y      y      y      y      y      y      y      y      y      y      y
    GET access-rules                                                -      -      -      -      -      -      -      -      -      -      -      -      +      -      -      -
    PUT access-rules                                                -      -      -      -      -      -      -      -      -      -      -      -      +      -      -      -
    GET sign-in-log                                                 -      -      -      -      -      -      -      -      -      -      -      +      +      -      -      -
    GET roster/template.xlsx                                        +      +      -      -      -      -      -      -      -      -      -      -      +      -      -      -
    POST roster/check                                               W      W      -      -      -      -      -      -      -      -      -      -      W      -      -      -
    POST roster/import                                              W      W      -      -      -      -      -      -      -      -      -      -      W      -      -      -
    GET files/:fileId                                               F      F      F      F      F      F      F      F      F      F      F      F      F      F      F      F
    GET plans                                                       +      +      p      p      p      p      p      p      p      +      p      +      p      p      p      p
    POST plans                                                      F      F      p      p      p      p      p      p      p      p      p      p      p      p      p      p
    GET plans/:planId                                               +      +      p      p      p      p      p      p      p      +      p      +      p      p      p      p
    POST plans/:planId/changes                                      N      N      p      p      p      p      p      p      p      p      p      p      p      p      p      p
    GET plans/:planId/suggestions                                   +      +      p      p      p      p      p      p      p      p      p      p      p      p      p      p
    POST plans/:planId/publish                                      N      N      p      p      p      p      p      p      p      p      p      p      p      p      p      p
    GET campaigns                                                   +      +      +      +      +      +      +      +      +      +      +      +      +      +      +      +
    GET campaigns/:campaignId                                       +      +      +      +      +      +      +      +      s      +      s      +      +      +      +      +
    GET campaigns/:campaignId/clauses/:clauseId                     +      +      +      +      +      +      +      +      s      +      s      +      +      +      +      +
    GET campaigns/:campaignId/overview                              +      +      +      +      +      +      +      +      r      +      r      +      r      +      +      +
    POST campaigns/:campaignId/settings                             P      +      P      P      P      P      P      P      P      P      P      P      P      P      P      P
    GET campaigns/:campaignId/rule-sets                             +      +      R      R      R      R      +      +      R      +      R      +      +      R      R      R
    GET rule-sets/:versionId                                        +      +      R      R      R      R      +      +      R      +      R      +      +      R      R      R
    POST campaigns/:campaignId/rule-sets/preview                    +      +      O      O      O      O      O      O      O      O      O      O      O      O      O      O
    POST campaigns/:campaignId/rule-sets                            D      +      D      D      D      D      D      D      D      D      D      D      D      D      D      D
    POST trial/day                                                  +      +      +      +      +      +      +      +      +      +      +      +      +      +      +      +
    GET notifications                                               +      +      +      +      +      +      +      +      +      +      +      +      +      +      +      +
    GET notifications/unread                                        +      +      +      +      +      +      +      +      +      +      +      +      +      +      +      +
    POST notifications/read                                         +      +      +      +      +      +      +      +      +      +      +      +      +      +      +      +
    GET notifications/preference                                    +      +      +      +      +      +      +      +      +      +      +      +      +      +      +      +
    POST notifications/preference                                   +      +      +      +      +      +      +      +      +      +      +      +      +      +      +      +
    GET calls                                                       +      +      c      c      c      c      c      c      c      c      c      c      c      c      c      c
    POST calls/:callId/attempts                                     K      K      c      c      c      c      c      c      c      c      c      c      c      c      c      c
    GET deliveries                                                  +      +      e      e      e      e      e      e      e      e      e      e      +      e      e      e
    GET channels                                                    a      a      a      a      a      a      a      a      a      a      a      a      +      a      a      a
    PUT channels/mail                                               a      a      a      a      a      a      a      a      a      a      a      a      z      a      a      a
    DELETE channels/mail                                            a      a      a      a      a      a      a      a      a      a      a      a      S      a      a      a
    POST channels/robots                                            a      a      a      a      a      a      a      a      a      a      a      a      A      a      a      a
    DELETE channels/robots/:robotId                                 a      a      a      a      a      a      a      a      a      a      a      a      B      a      a      a
    PUT channels/sending                                            a      a      a      a      a      a      a      a      a      a      a      a      +      a      a      a
    POST channels/test                                              a      a      a      a      a      a      a      a      a      a      a      a      S      a      a      a
    GET status                                                      m      m      m      m      m      m      m      m      m      m      m      +      +      m      m      m
    POST sign-in                                                    C      C      C      C      C      C      C      C      C      C      C      C      C      C      C      C
    POST second-factor                                              b      b      b      b      b      b      b      b      b      b      b      b      b      b      b      b
    POST activation/look                                            U      U      U      U      U      U      U      U      U      U      U      U      U      U      U      U
    POST activation                                                 U      U      U      U      U      U      U      U      U      U      U      U      U      U      U      U
    POST files                                                      -      -      i      i      i      i      -      -      -      -      -      -      -      i      i      i
    POST files · a notice                                           i      i      -      -      -      -      -      -      -      -      -      -      -      -      -      -
    POST me/sign-out-everywhere                                     +      +      +      +      +      +      +      +      +      +      +      +      +      +      +      +
    POST sign-out                                                   +      +      +      +      +      +      +      +      +      +      +      +      +      +      +      +
  `),
  )
}, 120_000)
