// The vault's routes as a table of who gets through. Not formatted: the columns are the point.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCounty, type County } from '../../../testing/gates/county.ts'
import { drawMatrix, lines, uncovered, type Attempts } from '../../../testing/gates/matrix.ts'

let county: County
beforeAll(async () => void (county = await startCounty()))
afterAll(() => county.stop())

const legend = {
  '-': 'vault.not-permitted',
  d: 'vault.director-only',
  // Who may comes as far as the rule that says no to this input; what belongs to others is not there.
  n: 'vaultSubject.not-found',
  k: 'vaultKey.not-found',
  o: 'vaultOpening.not-found',
  e: 'vault.key-made-already',
  u: 'vault.not-an-officer',
  r: 'vault.wrong-recovery-code',
}

test('every role at every route of the vault', async () => {
  const nothing = '00000000-0000-4000-8000-000000000000'
  const passphrase = '十二个字以上的一句口令啊'
  const custody = `/api/vault/custody/${nothing}`
  const opening = `/api/vault/openings/${nothing}`
  const key = `/api/vault/keys/${nothing}`
  const attempts: Attempts = {
    'GET /api/vault/keys': () => ({ url: '/api/vault/keys' }),
    'POST /api/vault/keys': () => ({ url: '/api/vault/keys', body: { holder: 'office', passphrase } }),
    'POST /api/vault/keys · of discipline inspection': () => ({ url: '/api/vault/keys', body: { holder: 'discipline', passphrase } }),
    'POST /api/vault/keys/:keyId/replace': () => ({ url: `${key}/replace`, body: { reason: 'routine', passphrase } }),
    'POST /api/vault/keys/:keyId/officers': () => ({ url: `${key}/officers`, body: { personId: nothing, passphrase } }),
    'POST /api/vault/keys/:keyId/officers/:personId/remove': () => ({ url: `${key}/officers/${nothing}/remove`, body: {} }),
    'POST /api/vault/unlock': () => ({ url: '/api/vault/unlock', body: { holder: 'office', passphrase } }),
    'POST /api/vault/unlock · of discipline inspection': () => ({ url: '/api/vault/unlock', body: { holder: 'discipline', passphrase } }),
    'POST /api/vault/lock': () => ({ url: '/api/vault/lock', body: {} }),
    'POST /api/vault/passphrase': () => ({ url: '/api/vault/passphrase', body: { holder: 'office', current: passphrase, passphrase } }),
    'POST /api/vault/recover': () => ({ url: '/api/vault/recover', body: { holder: 'office', recoveryCode: 'x', passphrase } }),
    'POST /api/vault/openings': () => ({ url: '/api/vault/openings', body: { vaultId: nothing, part: 'identity', reason: 'contacting' } }),
    'POST /api/vault/openings/:openingId/use': () => ({ url: `${opening}/use`, body: {} }),
    'POST /api/vault/openings/:openingId/allow': () => ({ url: `${opening}/allow`, body: {} }),
    'POST /api/vault/openings/:openingId/refuse': () => ({ url: `${opening}/refuse`, body: { because: '没有必要' } }),
    'GET /api/vault/openings': () => ({ url: '/api/vault/openings?holder=office' }),
    'GET /api/vault/openings · of discipline inspection': () => ({ url: '/api/vault/openings?holder=discipline' }),
    'GET /api/vault/openings/:openingId/files/:fileId': () => ({ url: `${opening}/files/${nothing}` }),
    'GET /api/vault/custody/:vaultId': () => ({ url: custody }),
    'POST /api/vault/custody/:vaultId/protect': () => ({ url: `${custody}/protect`, body: { isProtected: true } }),
    'POST /api/vault/custody/:vaultId/hold': () => ({ url: `${custody}/hold`, body: { reason: 'audit', isOnHold: true } }),
    'POST /api/vault/custody/:vaultId/ask-erasure': () => ({ url: `${custody}/ask-erasure`, body: { ground: 'periodOver' } }),
    'POST /api/vault/custody/:vaultId/decide-erasure': () => ({ url: `${custody}/decide-erasure`, body: { decision: 'erase' } }),
    'GET /api/vault/erasures': () => ({ url: '/api/vault/erasures' }),
  }
  expect(uncovered(county, attempts, ['/api/vault'])).toEqual([])
  expect(lines(await drawMatrix(county, attempts, legend))).toEqual(lines(`
                                                                office direct head   deputy liaiso staff  superv discip delega leader panel  audito admin  partne sectio strang
    GET vault/keys                                              +      +      -      -      -      -      -      +      -      -      -      -      -      -      -      -
    POST vault/keys                                             d      +      -      -      -      -      -      -      -      -      -      -      -      -      -      -
    POST vault/keys · of discipline inspection                  -      -      -      -      -      -      -      +      -      -      -      -      -      -      -      -
    POST vault/keys/:keyId/replace                              d      k      -      -      -      -      -      k      -      -      -      -      -      -      -      -
    POST vault/keys/:keyId/officers                             d      k      -      -      -      -      -      k      -      -      -      -      -      -      -      -
    POST vault/keys/:keyId/officers/:personId/remove            d      k      -      -      -      -      -      k      -      -      -      -      -      -      -      -
    POST vault/unlock                                           u      +      -      -      -      -      -      -      -      -      -      -      -      -      -      -
    POST vault/unlock · of discipline inspection                -      -      -      -      -      -      -      +      -      -      -      -      -      -      -      -
    POST vault/lock                                             +      +      +      +      +      +      +      +      +      +      +      +      +      +      +      +
    POST vault/passphrase                                       u      +      -      -      -      -      -      -      -      -      -      -      -      -      -      -
    POST vault/recover                                          r      r      -      -      -      -      -      -      -      -      -      -      -      -      -      -
    POST vault/openings                                         n      n      -      -      -      -      -      n      -      -      -      -      -      -      -      -
    POST vault/openings/:openingId/use                          o      o      -      -      -      -      -      o      -      -      -      -      -      -      -      -
    POST vault/openings/:openingId/allow                        o      o      -      -      -      -      -      o      -      -      -      -      -      -      -      -
    POST vault/openings/:openingId/refuse                       o      o      -      -      -      -      -      o      -      -      -      -      -      -      -      -
    GET vault/openings                                          +      +      -      -      -      -      -      -      -      -      -      +      -      -      -      -
    GET vault/openings · of discipline inspection               -      -      -      -      -      -      -      +      -      -      -      -      -      -      -      -
    GET vault/openings/:openingId/files/:fileId                 o      o      -      -      -      -      -      o      -      -      -      -      -      -      -      -
    GET vault/custody/:vaultId                                  n      n      -      -      -      -      -      n      -      -      -      -      -      -      -      -
    POST vault/custody/:vaultId/protect                         n      n      -      -      -      -      -      n      -      -      -      -      -      -      -      -
    POST vault/custody/:vaultId/hold                            n      n      -      -      -      -      -      n      -      -      -      -      -      -      -      -
    POST vault/custody/:vaultId/ask-erasure                     n      n      -      -      -      -      -      n      -      -      -      -      -      -      -      -
    POST vault/custody/:vaultId/decide-erasure                  n      n      -      -      -      -      -      n      -      -      -      -      -      -      -      -
    GET vault/erasures                                          +      +      -      -      -      -      -      +      -      -      -      -      -      -      -      -
  `))
})
