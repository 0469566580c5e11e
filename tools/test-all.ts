import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { countPlaywright, countVitest } from './count-reports.ts'
import { root, runPart, type Outcome, type Part } from './run-part.ts'

const vitest = ['vitest', 'run', '--reporter=dot', '--reporter=json']

// Everything `npm test` runs, in the order that fails soonest. The last line is the summary.
const parts: readonly Part[] = [
  { name: 'types and lint', command: ['node', 'tools/check.ts'], minutes: 3 },
  { name: 'desk build', command: ['node', 'tools/build-web.ts'], minutes: 2 },
  {
    name: 'rules and PostgreSQL 18',
    command: [...vitest, '--outputFile.json=test-results/vitest.json'],
    minutes: 8,
    report: { file: 'vitest.json', count: countVitest },
  },
  {
    name: 'PostgreSQL 15',
    command: [...vitest, '--project', 'server', '--outputFile.json=test-results/vitest-15.json'],
    environment: { YINGSHANG_TEST_POSTGRES: '15' },
    minutes: 5,
    report: { file: 'vitest-15.json', count: countVitest },
  },
  { name: 'desk budget', command: ['node', 'tools/bundle-budget.ts'], minutes: 1 },
  {
    name: 'journeys in a browser',
    command: ['playwright', 'test', '--config', 'e2e/playwright.config.ts'],
    minutes: 10,
    report: { file: 'journeys.json', count: countPlaywright },
  },
]

rmSync(join(root, 'test-results'), { recursive: true, force: true })
mkdirSync(join(root, 'test-results'), { recursive: true })
let interrupted = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => (interrupted = true))
const lines: string[] = []
const total = { passed: 0, failed: 0 }
for (const part of parts) {
  console.log(`\n== ${part.name}`)
  const start = performance.now()
  const outcome = interrupted ? { passed: 0, failed: 1, note: 'interrupted' } : await runPart(part)
  total.passed += outcome.passed
  total.failed += outcome.failed
  lines.push(describePart(part, outcome, (performance.now() - start) / 1000))
}
console.log(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`)
if (total.failed > 0) process.exitCode = 1

function describePart(part: Part, { passed, failed, note }: Outcome, seconds: number): string {
  const verdict = failed === 0 ? 'ok  ' : 'FAIL'
  return `${verdict} ${part.name}: ${passed} passed, ${failed} failed, ${Math.round(seconds)} s${note ? ` (${note})` : ''}`
}
