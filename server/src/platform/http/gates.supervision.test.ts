// Tips as a table of who gets through. Not formatted: the columns are the point.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCounty, type County } from '../../../testing/gates/county.ts'
import { drawMatrix, lines, uncovered, type Attempts } from '../../../testing/gates/matrix.ts'

let county: County
beforeAll(async () => void (county = await startCounty()))
afterAll(() => county.stop())

const legend = {
  '-': 'tip.discipline-only',
  // Who may comes as far as the tip that is not there.
  n: 'tip.not-found',
}

test('every role at every route of tips: discipline inspection, and nobody else', async () => {
  const tip = '/api/tips/00000000-0000-4000-8000-000000000000'
  const attempts: Attempts = {
    'GET /api/tips': () => ({ url: '/api/tips' }),
    'GET /api/tips/:tipId': () => ({ url: tip }),
    'POST /api/tips/:tipId/take-up': () => ({ url: `${tip}/take-up`, body: {} }),
    'POST /api/tips/:tipId/decline': () => ({ url: `${tip}/decline`, body: { because: 'noFacts' } }),
    'POST /api/tips/:tipId/transfer': () => ({ url: `${tip}/transfer`, body: { to: '上级机关' } }),
    'POST /api/tips/:tipId/conclude': () => ({ url: `${tip}/conclude`, body: { outcome: 'unfounded' } }),
    'POST /api/tips/:tipId/answer': () => ({ url: `${tip}/answer`, body: { text: '已经核查' } }),
  }
  expect(uncovered(county, attempts, ['/api/tips'])).toEqual([])
  expect(lines(await drawMatrix(county, attempts, legend))).toEqual(lines(`
                                                                office direct head   deputy liaiso staff  superv discip delega leader panel  audito admin  partne sectio strang
    GET tips                                                    -      -      -      -      -      -      -      +      -      -      -      -      -      -      -      -
    GET tips/:tipId                                             -      -      -      -      -      -      -      n      -      -      -      -      -      -      -      -
    POST tips/:tipId/take-up                                    -      -      -      -      -      -      -      n      -      -      -      -      -      -      -      -
    POST tips/:tipId/decline                                    -      -      -      -      -      -      -      n      -      -      -      -      -      -      -      -
    POST tips/:tipId/transfer                                   -      -      -      -      -      -      -      n      -      -      -      -      -      -      -      -
    POST tips/:tipId/conclude                                   -      -      -      -      -      -      -      n      -      -      -      -      -      -      -      -
    POST tips/:tipId/answer                                     -      -      -      -      -      -      -      n      -      -      -      -      -      -      -      -
  `))
})
