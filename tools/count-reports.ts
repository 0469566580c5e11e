import type { Outcome } from './run-part.ts'

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

/**
 * Counts vitest's JSON report. A test that was skipped did not run, and a file that could not be loaded has tests nobody
 * counted: both are failures.
 */
export function countVitest(report: unknown): Outcome {
  let passed = 0
  let failed = 0
  for (const file of (report as VitestReport).testResults) {
    const bad = file.assertionResults.filter((test) => test.status !== 'passed').length
    passed += file.assertionResults.length - bad
    failed += bad
    if (file.assertionResults.length === 0 || (file.status !== 'passed' && bad === 0)) failed += 1
  }
  return { passed, failed }
}

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number
    readonly unexpected: number
    readonly flaky: number
    readonly skipped: number
  }
  readonly errors: readonly unknown[]
}

/** Counts Playwright's JSON report; flaky and skipped journeys are failures, as are errors outside any journey. */
export function countPlaywright(report: unknown): Outcome {
  const { stats, errors } = report as PlaywrightReport
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length }
}
