import { describe, expect, it } from 'vitest'
import { countPlaywright, countVitest } from './count-reports.ts'
import { judge, runPart } from './run-part.ts'

describe('a part of the whole test run', () => {
  it('is good only when it ended well and something passed', () => {
    expect(judge('ok', { passed: 3, failed: 0 })).toEqual({ passed: 3, failed: 0 })
    expect(judge('ok', { passed: 0, failed: 0 }).failed).toBe(1)
    expect(judge('ended with SIGSEGV', { passed: 3, failed: 0 })).toMatchObject({ passed: 3, failed: 1 })
    expect(judge('ended with code 1', { passed: 3, failed: 2 }).failed).toBe(2)
  })

  it('that cannot be started, crashes or writes no report is one failure', async () => {
    const part = { name: 'x', minutes: 1 }
    expect(await runPart({ ...part, command: ['no-such-program-here'] })).toMatchObject({ passed: 0, failed: 1 })
    expect(await runPart({ ...part, command: ['sh', '-c', 'kill -KILL $$'] })).toMatchObject({ failed: 1 })
    const report = { file: 'never-written.json', count: countVitest, name: () => [] }
    expect(await runPart({ ...part, command: ['true'], report })).toMatchObject({ passed: 0, failed: 1 })
    expect(await runPart({ ...part, command: ['true'] })).toEqual({ passed: 1, failed: 0 })
  })

  it('that runs out of time is ended with its children', async () => {
    const outcome = await runPart({ name: 'x', minutes: 0.005, command: ['sh', '-c', 'sleep 60 & wait'] })
    expect(outcome).toMatchObject({ failed: 1, note: 'out of time after 0.005 minutes' })
  })
})

describe('counting', () => {
  it('takes skipped tests and files that could not be loaded for failures', () => {
    const file = (status: string, ...tests: string[]) => ({
      name: 'a.test.ts',
      status,
      assertionResults: tests.map((test) => ({ status: test })),
    })
    expect(countVitest({ testResults: [file('passed', 'passed', 'passed')] })).toEqual({ passed: 2, failed: 0 })
    expect(countVitest({ testResults: [file('passed', 'passed', 'pending', 'todo')] })).toEqual({
      passed: 1,
      failed: 2,
    })
    expect(countVitest({ testResults: [file('failed'), file('failed', 'passed')] })).toEqual({ passed: 1, failed: 2 })
  })

  it('takes flaky and skipped journeys and stray errors for failures', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 1 }
    expect(countPlaywright({ stats, errors: ['x'] })).toEqual({ passed: 5, failed: 4 })
  })
})
