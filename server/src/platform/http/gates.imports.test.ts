// The routes of cases by file as a table of who gets through. Not formatted: the columns are the point.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCounty, type County } from '../../../testing/gates/county.ts'
import { drawMatrix, lines, uncovered, type Attempts } from '../../../testing/gates/matrix.ts'

let county: County
beforeAll(async () => void (county = await startCounty()))
afterAll(() => county.stop())

const legend = {
  '0': 'importBatch.not-found',
  m: 'import.file-missing',
  o: 'import.office-only',
}

test('every role at every route of imports: the office alone, and it needs a file', async () => {
  const nobodys = '01890000-0000-7000-8000-000000000000'
  const profile = encodeURIComponent(JSON.stringify({ columns: {}, defaultKind: null }))
  const attempts: Attempts = {
    'GET /api/case-imports': () => ({ url: '/api/case-imports' }),
    'GET /api/case-imports/:batchId': () => ({ url: `/api/case-imports/${nobodys}` }),
    'POST /api/case-imports/check': () => ({ url: '/api/case-imports/check?source=hotline12345', body: {} }),
    'POST /api/case-imports': () => ({
      url: `/api/case-imports?source=hotline12345&digest=${'0'.repeat(64)}&profile=${profile}`,
      body: {},
    }),
    'POST /api/case-imports/:batchId/undo': () => ({
      url: `/api/case-imports/${nobodys}/undo`,
      body: { reason: 'wrongFile' },
    }),
  }
  expect(uncovered(county, attempts, ['/api/case-imports'])).toEqual([])
  const drawn = await drawMatrix(county, attempts, legend)
  expect(lines(drawn)).toEqual(
    lines(`
                                                        office direct head   deputy liaiso staff  superv discip delega leader panel  audito admin  partne sectio strang
    GET case-imports                                    +      +      o      o      o      o      o      o      o      o      o      o      o      o      o      o
    GET case-imports/:batchId                           0      0      o      o      o      o      o      o      o      o      o      o      o      o      o      o
    POST case-imports/check                             m      m      o      o      o      o      o      o      o      o      o      o      o      o      o      o
    POST case-imports                                   m      m      o      o      o      o      o      o      o      o      o      o      o      o      o      o
    POST case-imports/:batchId/undo                     0      0      o      o      o      o      o      o      o      o      o      o      o      o      o      o
  `),
  )
})
