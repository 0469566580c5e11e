// The routes of cases as a table of who gets through. Not formatted: the columns are the point.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseMaker } from '../../../testing/gates/cases.ts'
import { startCounty, type County } from '../../../testing/gates/county.ts'
import { drawMatrix, lines, uncovered, type Attempts } from '../../../testing/gates/matrix.ts'

let county: County
beforeAll(async () => void (county = await startCounty()))
afterAll(() => county.stop())

const legend = {
  g: 'case.registering-only',
  // Who may comes as far as the vault, for which nobody has made a key here.
  v: 'vault.not-set-up',
  '0': 'case.not-found',
  '-': 'case.readers-only',
  o: 'case.office-only',
  u: 'case.unit-only',
  h: 'case.head-signs',
  p: 'case.supporting-only',
  S: 'case.submitter-only',
  y: 'case.system-only',
  w: 'case.supplement-awaited',
}

test('every role at every route of cases', async () => {
  const { units } = county
  const make = caseMaker(county)
  const reason = '工作需要'
  const on = (id: string, action: string, body: unknown = {}) => ({ url: `/api/cases/${id}/${action}`, body })
  const classification = {}
  const attempts: Attempts = {
    'GET /api/cases/board': () => ({ url: '/api/cases/board' }),
    'GET /api/cases': () => ({ url: '/api/cases?show=all' }),
    'GET /api/cases.xlsx': () => ({ url: '/api/cases.xlsx' }),
    'GET /api/cases/settings': () => ({ url: '/api/cases/settings' }),
    'GET /api/cases/supervision': () => ({ url: '/api/cases/supervision' }),
    'GET /api/cases/leader-summary': () => ({ url: '/api/cases/leader-summary' }),
    'GET /api/my-unit/cases': () => ({ url: '/api/my-unit/cases' }),
    'GET /api/my-unit/cases · of a unit by its id': () => ({ url: `/api/my-unit/cases?unitId=${units.own}` }),
    'GET /api/cases/:caseId · nobody has it': async () => ({ url: `/api/cases/${await make.accepted()}` }),
    'GET /api/cases/:caseId': async () => ({ url: `/api/cases/${await make.signed()}` }),
    'GET /api/cases/:caseId/history': async () => ({ url: `/api/cases/${await make.signed()}/history` }),
    'GET /api/cases/:caseId/clocks/:clock': async () => ({ url: `/api/cases/${await make.signed()}/clocks/handle` }),
    'GET /api/cases/:caseId/messages': async () => ({ url: `/api/cases/${await make.signed()}/messages` }),
    'POST /api/cases/:caseId/message': async () => on(await make.signed(), 'message', { text: '请补充时间' }),
    'POST /api/cases': () => ({
      url: '/api/cases',
      body: { kind: 'complaint', source: 'telephone', receivedOn: '2022-07-04', title: '标题', text: '内容' },
    }),
    'POST /api/cases/:caseId/accept': async () => on(await make.registered(), 'accept', { classification }),
    'POST /api/cases/:caseId/refuse': async () => on(await make.registered(), 'refuse', { ground: 'civil' }),
    'POST /api/cases/:caseId/ask-supplement': async () =>
      on(await make.registered(), 'ask-supplement', { what: '缺少合同' }),
    'POST /api/cases/:caseId/receive-supplement': async () => on(await make.supplementAsked(), 'receive-supplement'),
    'POST /api/cases/:caseId/lapse-supplement': async () => on(await make.supplementAsked(), 'lapse-supplement'),
    'POST /api/cases/:caseId/merge': async () =>
      on(await make.signed(), 'merge', { intoCaseId: await make.assigned() }),
    'POST /api/cases/:caseId/transfer': async () => on(await make.accepted(), 'transfer', { to: '市级部门' }),
    'POST /api/cases/:caseId/classify': async () => on(await make.signed(), 'classify', { classification }),
    'POST /api/cases/:caseId/assign': async () =>
      on(await make.accepted(), 'assign', { units: make.units(), note: '' }),
    'POST /api/cases/:caseId/sign': async () => on(await make.assigned(), 'sign'),
    'POST /api/cases/:caseId/decline': async () => on(await make.assigned(), 'decline', { reason }),
    'POST /api/cases/:caseId/decide': async () => on(await make.contested(), 'decide', { units: make.units(), reason }),
    'POST /api/cases/:caseId/hand-over': async () =>
      on(await make.signed(), 'hand-over', { toUnitId: units.stranger, reason }),
    'POST /api/cases/:caseId/statutory-exit': async () =>
      on(await make.signed(), 'statutory-exit', {
        kind: 'legal',
        statute: '行政复议法',
        article: '88',
        limit: { kind: 'date', dueOn: '2023-02-01' },
        reason,
      }),
    'POST /api/cases/:caseId/give-part': async () =>
      on(await make.signed(), 'give-part', { unitId: units.partner, text: '本局部分' }),
    'POST /api/cases/:caseId/ask-extension': async () => on(await make.signed(), 'ask-extension', { days: 5, reason }),
    'POST /api/cases/:caseId/grant-extension': async () => {
      const { id, extensionId } = await make.extensionAsked()
      return on(id, 'grant-extension', { extensionId, days: 5 })
    },
    'POST /api/cases/:caseId/refuse-extension': async () => {
      const { id, extensionId } = await make.extensionAsked()
      return on(id, 'refuse-extension', { extensionId, reason })
    },
    'POST /api/cases/:caseId/draft': async () => on(await make.signed(), 'draft', make.result),
    'POST /api/cases/:caseId/send-draft-back': async () => on(await make.drafted(), 'send-draft-back', { reason }),
    'POST /api/cases/:caseId/report-result': async () => on(await make.drafted(), 'report-result', { result: null }),
    'POST /api/cases/:caseId/urge': async () => on(await make.signed(), 'urge', { unitId: units.own }),
    'POST /api/cases/:caseId/verify': async () => on(await make.reported(), 'verify', { outcome: 'solved' }),
    'POST /api/cases/:caseId/return': async () => on(await make.reported(), 'return', { reason }),
    'POST /api/cases/:caseId/contact-attempt': async () =>
      on(await make.verified(), 'contact-attempt', { way: 'telephone', outcome: 'noAnswer' }),
    'POST /api/cases/:caseId/inform': async () =>
      on(await make.verified(), 'inform', { way: 'telephone', answer: '已办好' }),
    'POST /api/cases/:caseId/rate': async () => on(await make.informed(), 'rate', { satisfaction: 'satisfied' }),
    'POST /api/cases/:caseId/ask-rework': async () =>
      on(await make.rated('dissatisfied'), 'ask-rework', { reason, evidence: 1 }),
    'POST /api/cases/:caseId/grant-rework': async () =>
      on(await make.reworkAsked(), 'grant-rework', { why: reason, units: make.units() }),
    'POST /api/cases/:caseId/refuse-rework': async () => on(await make.reworkAsked(), 'refuse-rework', { why: reason }),
    'POST /api/cases/:caseId/conclude': async () =>
      on(await make.rated('satisfied'), 'conclude', { conclusion: 'solved' }),
    'POST /api/cases/:caseId/follow-up': async () =>
      on(await make.concluded(), 'follow-up', { way: 'visit', outcome: 'held' }),
    'POST /api/cases/:caseId/prominent': async () => on(await make.signed(), 'prominent', { prominent: true, reason }),
    'POST /api/cases/:caseId/masked-text': async () =>
      on(await make.signed(), 'masked-text', { title: '标题', text: '内容' }),
    'POST /api/cases/:caseId/ask-withdrawal': async () => on(await make.signed(), 'ask-withdrawal'),
    'POST /api/cases/:caseId/withdraw': async () =>
      on(await make.withdrawalAsked(), 'withdraw', { checkedBy: 'telephone' }),
    'POST /api/cases/:caseId/set-aside-withdrawal': async () =>
      on(await make.withdrawalAsked(), 'set-aside-withdrawal', { reason }),
  }
  expect(uncovered(county, attempts, ['/api/cases', '/api/my-unit/cases'])).toEqual([])
  const drawn = await drawMatrix(county, attempts, legend)
  expect(lines(drawn)).toEqual(
    lines(`
                                                        office direct head   deputy liaiso staff  superv discip delega leader panel  audito admin  partne sectio strang
    GET cases/board                                     +      +      -      -      -      -      -      -      -      -      -      -      -      -      -      -
    GET cases                                           +      +      -      -      -      -      -      -      -      -      -      -      -      -      -      -
    GET cases.xlsx                                      +      +      -      -      -      -      -      -      -      -      -      -      -      -      -      -
    GET cases/settings                                  +      +      +      +      +      +      -      -      -      -      -      -      -      +      +      +
    GET cases/supervision                               +      +      -      -      -      -      +      +      -      +      -      +      -      -      -      -
    GET cases/leader-summary                            +      +      -      -      -      -      +      +      -      +      -      +      -      -      -      -
    GET my-unit/cases                                   +      +      +      +      +      +      +      +      +      +      +      +      +      +      +      +
    GET my-unit/cases · of a unit by its id             u      u      +      +      +      +      u      u      u      u      u      u      u      u      u      u
    GET cases/:caseId · nobody has it                   +      +      0      0      0      0      0      0      0      0      0      0      0      0      0      0
    GET cases/:caseId                                   +      +      +      +      +      +      0      0      0      0      0      0      0      +      0      0
    GET cases/:caseId/history                           +      +      +      +      +      +      0      0      0      0      0      0      0      +      0      0
    GET cases/:caseId/clocks/:clock                     +      +      +      +      +      +      0      0      0      0      0      0      0      +      0      0
    GET cases/:caseId/messages                          +      +      o      o      o      o      0      0      0      0      0      0      0      o      0      0
    POST cases/:caseId/message                          +      +      S      S      S      S      0      0      0      0      0      0      0      S      0      0
    POST cases                                          v      v      v      v      v      v      g      g      g      g      g      g      g      v      v      v
    POST cases/:caseId/accept                           +      +      0      0      0      0      0      0      0      0      0      0      0      0      0      0
    POST cases/:caseId/refuse                           +      +      0      0      0      0      0      0      0      0      0      0      0      0      0      0
    POST cases/:caseId/ask-supplement                   +      +      0      0      0      0      0      0      0      0      0      0      0      0      0      0
    POST cases/:caseId/receive-supplement               +      +      0      0      0      0      0      0      0      0      0      0      0      0      0      0
    POST cases/:caseId/lapse-supplement                 w      w      0      0      0      0      0      0      0      0      0      0      0      0      0      0
    POST cases/:caseId/merge                            +      +      o      o      o      o      0      0      0      0      0      0      0      o      0      0
    POST cases/:caseId/transfer                         +      +      0      0      0      0      0      0      0      0      0      0      0      0      0      0
    POST cases/:caseId/classify                         +      +      o      o      o      o      0      0      0      0      0      0      0      o      0      0
    POST cases/:caseId/assign                           +      +      0      0      0      0      0      0      0      0      0      0      0      0      0      0
    POST cases/:caseId/sign                             u      u      +      +      +      +      0      0      0      0      0      0      0      u      0      0
    POST cases/:caseId/decline                          u      u      +      +      h      h      0      0      0      0      0      0      0      u      0      0
    POST cases/:caseId/decide                           +      +      0      0      0      0      0      0      0      0      0      0      0      0      0      0
    POST cases/:caseId/hand-over                        +      +      o      o      o      o      0      0      0      0      0      0      0      o      0      0
    POST cases/:caseId/statutory-exit                   +      +      o      o      o      o      0      0      0      0      0      0      0      o      0      0
    POST cases/:caseId/give-part                        p      p      p      p      p      p      0      0      0      0      0      0      0      +      0      0
    POST cases/:caseId/ask-extension                    u      u      +      +      h      h      0      0      0      0      0      0      0      u      0      0
    POST cases/:caseId/grant-extension                  +      +      o      o      o      o      0      0      0      0      0      0      0      o      0      0
    POST cases/:caseId/refuse-extension                 +      +      o      o      o      o      0      0      0      0      0      0      0      o      0      0
    POST cases/:caseId/draft                            u      u      +      +      +      +      0      0      0      0      0      0      0      u      0      0
    POST cases/:caseId/send-draft-back                  u      u      +      +      h      h      0      0      0      0      0      0      0      u      0      0
    POST cases/:caseId/report-result                    u      u      +      +      h      h      0      0      0      0      0      0      0      u      0      0
    POST cases/:caseId/urge                             +      +      o      o      o      o      0      0      0      0      0      0      0      o      0      0
    POST cases/:caseId/verify                           +      +      o      o      o      o      0      0      0      0      0      0      0      o      0      0
    POST cases/:caseId/return                           +      +      o      o      o      o      0      0      0      0      0      0      0      o      0      0
    POST cases/:caseId/contact-attempt                  +      +      o      o      o      o      0      0      0      0      0      0      0      o      0      0
    POST cases/:caseId/inform                           +      +      o      o      o      o      0      0      0      0      0      0      0      o      0      0
    POST cases/:caseId/rate                             +      +      S      S      S      S      0      0      0      0      0      0      0      S      0      0
    POST cases/:caseId/ask-rework                       +      +      S      S      S      S      0      0      0      0      0      0      0      S      0      0
    POST cases/:caseId/grant-rework                     +      +      o      o      o      o      0      0      0      0      0      0      0      o      0      0
    POST cases/:caseId/refuse-rework                    +      +      o      o      o      o      0      0      0      0      0      0      0      o      0      0
    POST cases/:caseId/conclude                         +      +      o      o      o      o      0      0      0      0      0      0      0      o      0      0
    POST cases/:caseId/follow-up                        +      +      o      o      o      o      0      0      0      0      0      0      0      o      0      0
    POST cases/:caseId/prominent                        +      +      o      o      o      o      0      0      0      0      0      0      0      o      0      0
    POST cases/:caseId/masked-text                      +      +      o      o      o      o      0      0      0      0      0      0      0      o      0      0
    POST cases/:caseId/ask-withdrawal                   +      +      S      S      S      S      0      0      0      0      0      0      0      S      0      0
    POST cases/:caseId/withdraw                         +      +      o      o      o      o      0      0      0      0      0      0      0      o      0      0
    POST cases/:caseId/set-aside-withdrawal             +      +      o      o      o      o      0      0      0      0      0      0      0      o      0      0
  `),
  )
}, 120_000)
