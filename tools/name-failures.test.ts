import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { countPlaywright, countVitest } from './count-reports.ts'
import { describeFailures, namePlaywright, nameVitest } from './name-failures.ts'
import { root, runPart } from './run-part.ts'

const vitestReport = {
  testResults: [
    {
      name: '/somewhere/core/src/good.test.ts',
      status: 'passed',
      assertionResults: [{ fullName: 'good', status: 'passed' }],
    },
    {
      name: '/somewhere/core/src/bad.test.ts',
      status: 'failed',
      assertionResults: [
        { fullName: 'a rule holds', status: 'failed', failureMessages: ['\u001b[31mError: 3 is not 4\u001b[39m\n    at line 7'] },
        { fullName: 'left out', status: 'pending' },
        { fullName: 'holds', status: 'passed' },
      ],
    },
    { name: '/somewhere/core/src/broken.test.ts', status: 'failed', message: '\nCannot find x.ts\nhint', assertionResults: [] },
    {
      name: '/somewhere/core/src/afterwards.test.ts',
      status: 'failed',
      message: 'the hook after all failed',
      assertionResults: [{ fullName: 'good', status: 'passed' }],
    },
  ],
}

it('every failed test, test that did not run and broken file of vitest is named with its first line', () => {
  const named = nameVitest(vitestReport, '/somewhere/')
  expect(named).toEqual([
    { name: 'core/src/bad.test.ts › a rule holds', reason: 'Error: 3 is not 4' },
    { name: 'core/src/bad.test.ts › left out', reason: 'did not run (pending)' },
    { name: 'core/src/broken.test.ts', reason: 'Cannot find x.ts' },
    { name: 'core/src/afterwards.test.ts', reason: 'the hook after all failed' },
  ])
  expect(named).toHaveLength(countVitest(vitestReport).failed)
})

it('every failed, flaky or skipped journey and stray error of Playwright is named', () => {
  const journey = (title: string, status: string, message?: string) => ({
    title,
    tests: [{ status, results: [{ errors: message === undefined ? [] : [{ message }] }] }],
  })
  const report = {
    stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 1 },
    errors: [{ message: 'the product was not ready' }],
    suites: [
      {
        file: 'journeys/a.journey.ts',
        specs: [journey('works', 'expected'), journey('breaks', 'unexpected', 'Error: not there\nwaiting')],
        suites: [{ file: 'journeys/a.journey.ts', specs: [journey('wavers', 'flaky'), journey('waits', 'skipped')] }],
      },
    ],
  }
  const named = namePlaywright(report)
  expect(named).toEqual([
    { name: 'journeys/a.journey.ts › breaks', reason: 'Error: not there' },
    { name: 'journeys/a.journey.ts › wavers', reason: 'flaky' },
    { name: 'journeys/a.journey.ts › waits', reason: 'did not run (skipped)' },
    { name: 'outside any journey', reason: 'the product was not ready' },
  ])
  expect(named).toHaveLength(countPlaywright(report).failed)
})

it('stays short enough for the end of a log and says how many it left out', () => {
  const failures = Array.from({ length: 43 }, (_, n) => ({ name: `test ${n}`, reason: 'x'.repeat(1000) }))
  const lines = describeFailures(failures, 40)
  expect(lines).toHaveLength(41)
  expect(lines[40]).toBe('… and 3 more')
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(600)
  expect(describeFailures([], 40)).toEqual([])
})

it('a part that ran badly brings its failures along', async () => {
  mkdirSync(join(root, 'test-results'), { recursive: true })
  const made = join(root, 'test-results/made-by-name-failures.source')
  writeFileSync(made, JSON.stringify(vitestReport))
  const report = {
    file: 'made-by-name-failures.json',
    count: countVitest,
    name: (read: unknown) => nameVitest(read, '/somewhere/'),
  }
  const command = ['sh', '-c', `cp ${made} ${made.replace('.source', '.json')}; exit 1`]
  const outcome = await runPart({ name: 'x', minutes: 1, command, report })
  for (const path of [made, made.replace('.source', '.json')]) rmSync(path)
  expect(outcome).toMatchObject({ passed: 3, failed: 4 })
  expect(outcome.failures).toHaveLength(4)
})
