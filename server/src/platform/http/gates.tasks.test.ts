// The routes of tasks as a table of who gets through. Not formatted: the columns are the point.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCounty, type County } from '../../../testing/gates/county.ts'
import { drawMatrix, lines, uncovered, type Attempts } from '../../../testing/gates/matrix.ts'
import { partMaker, result } from '../../../testing/gates/parts.ts'

let county: County
beforeAll(async () => void (county = await startCounty()))
afterAll(() => county.stop())

const legend = {
  '-': 'task.readers-only',
  '0': 'task.not-found',
  R: 'reportingRun.not-found',
  o: 'task.office-only',
  O: 'assignment.office-only',
  q: 'changeRequest.office-only',
  Q: 'changeRequest.unit-only',
  r: 'reportingRun.office-only',
  u: 'assignment.unit-only',
  m: 'assignment.managers-only',
  s: 'assignment.head-signs',
  t: 'assignment.receiver-only',
  M: 'assignment.receiver-managers-only',
  x: 'assignment.own-item',
  n: 'assignment.not-handed-in-to-unit',
}

test('every role at every route of tasks, parts, requests and runs', async () => {
  const { campaignId, units } = county
  const make = partMaker(county)
  const reason = '工作需要'
  const onPart = (id: string, action: string, body: unknown = {}) => ({ url: `/api/assignments/${id}/${action}`, body })
  const attempts: Attempts = {
    'GET /api/tasks': () => ({ url: `/api/tasks?campaignId=${campaignId}` }),
    'GET /api/tasks.xlsx': () => ({ url: `/api/tasks.xlsx?campaignId=${campaignId}` }),
    'GET /api/tasks/facets': () => ({ url: `/api/tasks/facets?campaignId=${campaignId}` }),
    'GET /api/tasks/waiting': () => ({ url: `/api/tasks/waiting?campaignId=${campaignId}` }),
    'GET /api/tasks/:taskId': async () => ({ url: `/api/tasks/${(await make.assigned()).taskId}` }),
    'GET /api/tasks/:taskId/history': async () => ({ url: `/api/tasks/${(await make.assigned()).taskId}/history` }),
    'POST /api/tasks/:taskId/change-date': async () => ({
      url: `/api/tasks/${(await make.assigned()).taskId}/change-date`,
      body: { dueOn: '2022-10-14', reason },
    }),
    'POST /api/tasks/:taskId/name-lead': async () => ({
      url: `/api/tasks/${(await make.assigned()).taskId}/name-lead`,
      body: { unitId: units.own, reason },
    }),
    'POST /api/tasks/:taskId/add-part': async () => ({
      url: `/api/tasks/${(await make.assigned()).taskId}/add-part`,
      body: { unitId: units.stranger, role: 'supporting', reason },
    }),
    'POST /api/tasks/:taskId/withdraw': async () => ({
      url: `/api/tasks/${(await make.assigned()).taskId}/withdraw`,
      body: { reason },
    }),
    'GET /api/my-unit/parts': () => ({ url: '/api/my-unit/parts' }),
    'GET /api/my-unit/parts · of a unit by its id': () => ({ url: `/api/my-unit/parts?unitId=${units.own}` }),
    'GET /api/assignments/:assignmentId/reports': async () => ({
      url: `/api/assignments/${(await make.assigned()).id}/reports`,
    }),
    'GET /api/assignments/:assignmentId/deadline': async () => ({
      url: `/api/assignments/${(await make.assigned()).id}/deadline`,
    }),
    'POST /api/assignments/:assignmentId/sign': async () => onPart((await make.assigned()).id, 'sign'),
    'POST /api/assignments/:assignmentId/report': async () =>
      onPart((await make.signed()).id, 'report', { text: '进展' }),
    'POST /api/assignments/:assignmentId/draft': async () => onPart((await make.signed()).id, 'draft', result),
    'POST /api/assignments/:assignmentId/send-draft-back': async () =>
      onPart((await make.drafted()).id, 'send-draft-back', { reason }),
    'POST /api/assignments/:assignmentId/hand-in': async () => onPart((await make.signed()).id, 'hand-in', { result }),
    'POST /api/assignments/:assignmentId/confirm': async () =>
      onPart((await make.handedIn()).id, 'confirm', { outcome: 'completed' }),
    'POST /api/assignments/:assignmentId/return': async () => onPart((await make.handedIn()).id, 'return', { reason }),
    'POST /api/assignments/:assignmentId/accept · owed to the lead': async () =>
      onPart((await make.owedAndHandedIn()).partner, 'accept'),
    'POST /api/assignments/:assignmentId/return · owed to the lead': async () =>
      onPart((await make.owedAndHandedIn()).partner, 'return', { reason }),
    'POST /api/assignments/:assignmentId/accept · passed inside': async () =>
      onPart((await make.passed()).inner, 'accept'),
    'POST /api/assignments/:assignmentId/accept': async () => onPart((await make.handedIn()).id, 'accept'),
    'POST /api/assignments/:assignmentId/pass': async () =>
      onPart((await make.signed()).id, 'pass', { unitId: units.section, innerDueOn: '2022-09-01' }),
    'POST /api/assignments/:assignmentId/persons': async () =>
      onPart((await make.signed()).id, 'persons', { personIds: [county.people.staff] }),
    'POST /api/assignments/:assignmentId/ask-change': async () =>
      onPart((await make.signed()).id, 'ask-change', { what: { kind: 'date', dueOn: '2022-10-31' }, reason }),
    'POST /api/assignments/:assignmentId/change-date': async () =>
      onPart((await make.signed()).id, 'change-date', { dueOn: '2022-10-31', reason }),
    'POST /api/assignments/:assignmentId/change-date · passed inside': async () =>
      onPart((await make.passed(false)).inner, 'change-date', { dueOn: '2022-09-02', reason }),
    'POST /api/assignments/:assignmentId/hand-to-unit': async () =>
      onPart((await make.signed()).id, 'hand-to-unit', { unitId: units.stranger, reason }),
    'POST /api/assignments/:assignmentId/withdraw': async () =>
      onPart((await make.signed()).id, 'withdraw', { reason }),
    'POST /api/assignments/:assignmentId/withdraw · passed inside': async () =>
      onPart((await make.passed(false)).inner, 'withdraw', { reason }),
    'GET /api/change-requests': () => ({ url: `/api/change-requests?campaignId=${campaignId}` }),
    'POST /api/change-requests/:requestId/approve': async () => ({
      url: `/api/change-requests/${(await make.asked()).requestId}/approve`,
      body: { note: '' },
    }),
    'POST /api/change-requests/:requestId/refuse': async () => ({
      url: `/api/change-requests/${(await make.asked()).requestId}/refuse`,
      body: { reason },
    }),
    'POST /api/change-requests/:requestId/take-back': async () => ({
      url: `/api/change-requests/${(await make.asked()).requestId}/take-back`,
    }),
    'GET /api/reporting-runs': () => ({ url: `/api/reporting-runs?campaignId=${campaignId}` }),
    'POST /api/reporting-runs': async () => {
      const choose = { kind: 'assignments', campaignId, assignmentIds: [(await make.signed()).id] }
      return { url: '/api/reporting-runs', body: { title: '调度', note: '', dueOn: '2022-07-25', choose } }
    },
    'GET /api/reporting-runs/:runId': async () => ({ url: `/api/reporting-runs/${(await make.run()).runId}` }),
    'GET /api/reporting-runs/:runId/summary.xlsx': async () => ({
      url: `/api/reporting-runs/${(await make.run()).runId}/summary.xlsx`,
    }),
    'POST /api/reporting-runs/:runId/remind': async () => ({
      url: `/api/reporting-runs/${(await make.run()).runId}/remind`,
    }),
    'POST /api/reporting-runs/:runId/close': async () => ({
      url: `/api/reporting-runs/${(await make.run()).runId}/close`,
    }),
    // Last: it empties the unit.
    'POST /api/assignments/move': () => ({
      url: '/api/assignments/move',
      body: { fromUnitId: units.own, toUnitId: units.stranger, reason },
    }),
  }
  expect(
    uncovered(county, attempts, [
      '/api/tasks',
      '/api/assignments',
      '/api/my-unit/parts',
      '/api/change-requests',
      '/api/reporting-runs',
    ]),
  ).toEqual([])
  const drawn = await drawMatrix(county, attempts, legend)
  expect(lines(drawn)).toEqual(
    lines(`
                                                                office direct head   deputy liaiso staff  superv discip delega leader panel  audito admin  partne sectio strang
    GET tasks                                                   +      +      +      +      +      +      +      +      -      +      -      +      -      +      +      +
    GET tasks.xlsx                                              +      +      +      +      +      +      +      +      -      +      -      +      -      +      +      +
    GET tasks/facets                                            +      +      +      +      +      +      +      +      -      +      -      +      -      +      +      +
    GET tasks/waiting                                           +      +      o      o      o      o      +      +      o      +      o      +      o      o      o      o
    GET tasks/:taskId                                           +      +      +      +      +      +      +      +      -      +      -      +      -      +      0      0
    GET tasks/:taskId/history                                   +      +      +      +      +      +      +      +      -      +      -      +      -      +      0      0
    POST tasks/:taskId/change-date                              +      +      o      o      o      o      o      o      o      o      o      o      o      o      o      o
    POST tasks/:taskId/name-lead                                +      +      o      o      o      o      o      o      o      o      o      o      o      o      o      o
    POST tasks/:taskId/add-part                                 +      +      o      o      o      o      o      o      o      o      o      o      o      o      o      o
    POST tasks/:taskId/withdraw                                 +      +      o      o      o      o      o      o      o      o      o      o      o      o      o      o
    GET my-unit/parts                                           +      +      +      +      +      +      +      +      +      +      +      +      +      +      +      +
    GET my-unit/parts · of a unit by its id                     +      +      +      +      +      +      +      +      u      +      u      +      u      u      u      u
    GET assignments/:assignmentId/reports                       +      +      +      +      +      +      +      +      -      +      -      +      -      +      0      0
    GET assignments/:assignmentId/deadline                      +      +      +      +      +      +      +      +      -      +      -      +      -      +      0      0
    POST assignments/:assignmentId/sign                         u      u      +      +      +      +      u      u      u      u      u      u      u      u      u      u
    POST assignments/:assignmentId/report                       u      u      +      +      +      +      u      u      u      u      u      u      u      u      u      u
    POST assignments/:assignmentId/draft                        u      u      +      +      +      +      u      u      u      u      u      u      u      u      u      u
    POST assignments/:assignmentId/send-draft-back              u      u      +      +      s      s      u      u      u      u      u      u      u      u      u      u
    POST assignments/:assignmentId/hand-in                      u      u      +      +      s      s      u      u      u      u      u      u      u      u      u      u
    POST assignments/:assignmentId/confirm                      +      +      O      O      O      O      O      O      O      O      O      O      O      O      O      O
    POST assignments/:assignmentId/return                       +      +      O      O      O      O      O      O      O      O      O      O      O      O      O      O
    POST assignments/:assignmentId/accept · owed to the lead    t      t      +      +      +      M      t      t      t      t      t      t      t      t      t      t
    POST assignments/:assignmentId/return · owed to the lead    t      t      +      +      +      M      t      t      t      t      t      t      t      t      t      t
    POST assignments/:assignmentId/accept · passed inside       t      t      +      +      +      M      t      t      t      t      t      t      t      t      t      t
    POST assignments/:assignmentId/accept                       n      n      n      n      n      n      n      n      n      n      n      n      n      n      n      n
    POST assignments/:assignmentId/pass                         u      u      +      +      +      m      u      u      u      u      u      u      u      u      u      u
    POST assignments/:assignmentId/persons                      u      u      +      +      +      m      u      u      u      u      u      u      u      u      u      u
    POST assignments/:assignmentId/ask-change                   u      u      +      +      s      s      u      u      u      u      u      u      u      u      u      u
    POST assignments/:assignmentId/change-date                  +      +      O      O      O      O      O      O      O      O      O      O      O      O      O      O
    POST assignments/:assignmentId/change-date · passed inside  t      t      +      +      +      t      t      t      t      t      t      t      t      t      t      t
    POST assignments/:assignmentId/hand-to-unit                 +      +      O      O      O      O      O      O      O      O      O      O      O      O      O      O
    POST assignments/:assignmentId/withdraw                     +      +      O      O      O      O      O      O      O      O      O      O      O      O      O      O
    POST assignments/:assignmentId/withdraw · passed inside     t      t      +      +      +      t      t      t      t      t      t      t      t      t      t      t
    GET change-requests                                         +      +      +      +      +      +      +      +      -      +      -      +      -      +      +      +
    POST change-requests/:requestId/approve                     +      +      q      q      q      q      q      q      q      q      q      q      q      q      q      q
    POST change-requests/:requestId/refuse                      +      +      q      q      q      q      q      q      q      q      q      q      q      q      q      q
    POST change-requests/:requestId/take-back                   Q      Q      +      +      +      Q      Q      Q      Q      Q      Q      Q      Q      Q      Q      Q
    GET reporting-runs                                          +      +      +      +      +      +      +      +      +      +      +      +      +      +      +      +
    POST reporting-runs                                         +      +      r      r      r      r      r      r      r      r      r      r      r      r      r      r
    GET reporting-runs/:runId                                   +      +      +      +      +      +      +      +      R      +      R      +      R      R      R      R
    GET reporting-runs/:runId/summary.xlsx                      +      +      +      +      +      +      +      +      R      +      R      +      R      R      R      R
    POST reporting-runs/:runId/remind                           +      +      r      r      r      r      r      r      r      r      r      r      r      r      r      r
    POST reporting-runs/:runId/close                            +      +      r      r      r      r      r      r      r      r      r      r      r      r      r      r
    POST assignments/move                                       +      +      O      O      O      O      O      O      O      O      O      O      O      O      O      O
  `),
  )
}, 120_000)
