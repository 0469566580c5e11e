import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { countPlaywright, countVitest } from './count-reports.ts'
import { describeFailures, namePlaywright, nameVitest, type Failure } from './name-failures.ts'
import { root, runPart, type Outcome, type Part } from './run-part.ts'

const mostFailures = 40
const vitest = ['vitest', 'run', '--reporter=dot', '--reporter=json']

// Everything `npm test` runs, in the order that fails soonest. The last line is the summary.
const parts: readonly Part[] = [
  { name: 'types and lint', command: ['node', 'tools/check.ts'], minutes: 5 },
  { name: 'desk build', command: ['node', 'tools/build-web.ts'], minutes: 4 },
  {
    name: 'rules and PostgreSQL 18',
    command: [...vitest, '--outputFile.json=test-results/vitest.json'],
    minutes: 15,
    report: { file: 'vitest.json', count: countVitest, name: (report) => nameVitest(report, root) },
  },
  {
    name: 'PostgreSQL 15',
    command: [...vitest, '--project', 'server', '--outputFile.json=test-results/vitest-15.json'],
    environment: { YINGSHANG_TEST_POSTGRES: '15' },
    minutes: 12,
    report: { file: 'vitest-15.json', count: countVitest, name: (report) => nameVitest(report, root) },
  },
  { name: 'desk budget', command: ['node', 'tools/bundle-budget.ts'], minutes: 1 },
  {
    name: 'journeys in a browser',
    command: ['playwright', 'test', '--config', 'e2e/playwright.config.ts'],
    minutes: 20,
    report: { file: 'journeys.json', count: countPlaywright, name: namePlaywright },
  },
]

rmSync(join(root, 'test-results'), { recursive: true, force: true })
mkdirSync(join(root, 'test-results'), { recursive: true })
let interrupted = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => (interrupted = true))
const lines: string[] = []
const failures: Failure[] = []
const total = { passed: 0, failed: 0 }
for (const part of parts) {
  console.log(`\n== ${part.name}`)
  const start = performance.now()
  const outcome = interrupted ? { passed: 0, failed: 1, note: 'interrupted' } : await runPart(part)
  total.passed += outcome.passed
  total.failed += outcome.failed
  failures.push(...failuresOf(part, outcome))
  lines.push(describePart(part, outcome, (performance.now() - start) / 1000))
}
const named = describeFailures(failures, mostFailures)
if (named.length > 0) console.log(`\n${named.join('\n')}`)
console.log(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`)
if (total.failed > 0) process.exitCode = 1

function describePart(part: Part, { passed, failed, note }: Outcome, seconds: number): string {
  const verdict = failed === 0 ? 'ok  ' : 'FAIL'
  return `${verdict} ${part.name}: ${passed} passed, ${failed} failed, ${Math.round(seconds)} s${note ? ` (${note})` : ''}`
}

/** Every failure has a line at the end of the log, also that of a part whose report names none. */
function failuresOf(part: Part, { failed, failures: found = [], note }: Outcome): Failure[] {
  const ofPart = found.map(({ name, reason }) => ({ name: `${part.name}: ${name}`, reason }))
  if (failed <= found.length) return ofPart
  return [...ofPart, { name: part.name, reason: note ?? 'see its output above' }]
}
