// The routes of the work calendar as a table of who gets through. Not formatted: the columns are the point.
import { addDays } from '@yingshang/core/kernel/dates'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCounty, type County } from '../../../testing/gates/county.ts'
import { drawMatrix, lines, uncovered, type Attempts } from '../../../testing/gates/matrix.ts'

let county: County
let count = 0
beforeAll(async () => void (county = await startCounty()))
afterAll(() => county.stop())

const legend = { '-': 'calendar.not-allowed' }

/** One more local day off for every caller, Monday to Thursday of one week after the other. */
function dayOff() {
  const dates = Array.from({ length: ++count }, (_, at) => addDays('2022-08-01', 7 * Math.floor(at / 4) + (at % 4)))
  const days = dates.map((date) => ({ date, kind: 'off', name: '县里放假', basis: '县政府通知', division: '320724' }))
  return { kind: 'overlay', days }
}
const inForce = async () => (await county.as('director').get('/api/calendar')).body.current.number as number
async function adopting() {
  return { proposal: dayOff(), basedOn: await inForce(), reason: '通知', warningsSeen: true }
}

test('every role at every route of the work calendar', async () => {
  const attempts: Attempts = {
    'GET /api/calendar': () => ({ url: '/api/calendar' }),
    'GET /api/calendar/versions/:number': () => ({ url: '/api/calendar/versions/1' }),
    'POST /api/calendar/preview': () => ({ url: '/api/calendar/preview', body: { proposal: { kind: 'overlay', days: [] } } }),
    'POST /api/calendar/versions': async () => ({ url: '/api/calendar/versions', body: await adopting() }),
    'GET /api/calendar/moves': () => ({ url: '/api/calendar/moves' }),
    'POST /api/calendar/moves/:list/confirm': async () => {
      const made = await county.as('director').post('/api/calendar/versions', await adopting())
      if (made.status !== 200) throw new Error(made.text)
      const { number, lists } = (await county.as('director').get('/api/calendar/moves')).body
      return { url: '/api/calendar/moves/taskParts/confirm', body: { number, ids: [lists[0].items[0].id] } }
    },
  }
  expect(uncovered(county, attempts, ['/api/calendar']).sort()).toEqual([])
  const drawn = await drawMatrix(county, attempts, legend)
  expect(lines(drawn)).toEqual(
    lines(`
                                                                    office direct head   deputy liaiso staff  superv discip delega leader panel  audito admin  partne sectio strang
    GET calendar                                                    +      +      +      +      +      +      +      +      +      +      +      +      +      +      +      +
    GET calendar/versions/:number                                   +      +      +      +      +      +      +      +      +      +      +      +      +      +      +      +
    POST calendar/preview                                           +      +      -      -      -      -      -      -      -      -      -      -      +      -      -      -
    POST calendar/versions                                          +      +      -      -      -      -      -      -      -      -      -      -      +      -      -      -
    GET calendar/moves                                              +      +      -      -      -      -      -      -      -      -      -      -      +      -      -      -
    POST calendar/moves/:list/confirm                               +      +      -      -      -      -      -      -      -      -      -      -      +      -      -      -
  `),
  )
}, 120_000)
