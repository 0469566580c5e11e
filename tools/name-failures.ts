/** One check that failed or did not run: where it stands, and the first line of what went wrong. */
export interface Failure {
  /** File and name of the check, for instance `server/src/kill.test.ts › kill -9 of the program alone`. */
  readonly name: string
  readonly reason: string
}

interface VitestTest {
  readonly fullName: string
  readonly status: string
  readonly failureMessages?: readonly string[]
}
interface VitestReport {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message?: string
    readonly assertionResults: readonly VitestTest[]
  }[]
}

/** What `countVitest` counts as failed, one by one. `root` is cut from the file names. */
export function nameVitest(report: unknown, root: string): Failure[] {
  return (report as VitestReport).testResults.flatMap((file) => {
    const name = file.name.replace(root, '')
    const bad = file.assertionResults.filter((test) => test.status !== 'passed')
    const tests = bad.map((test) => ({
      name: `${name} › ${test.fullName}`,
      reason: test.status === 'failed' ? firstLine(test.failureMessages?.[0]) : `did not run (${test.status})`,
    }))
    const whole = file.assertionResults.length === 0 || (file.status !== 'passed' && bad.length === 0)
    return whole ? [...tests, { name, reason: firstLine(file.message) }] : tests
  })
}

interface PlaywrightSuite {
  readonly file: string
  readonly specs?: readonly {
    readonly title: string
    readonly tests: readonly {
      readonly status: string
      readonly results: readonly { readonly errors?: readonly PlaywrightError[] }[]
    }[]
  }[]
  readonly suites?: readonly PlaywrightSuite[]
}
interface PlaywrightError {
  readonly message?: string
}

/** What `countPlaywright` counts as failed, one by one. */
export function namePlaywright(report: unknown): Failure[] {
  const { suites, errors } = report as {
    readonly suites: readonly PlaywrightSuite[]
    readonly errors: readonly PlaywrightError[]
  }
  return [
    ...suites.flatMap(ofSuite),
    ...errors.map((error) => ({ name: 'outside any journey', reason: firstLine(error.message) })),
  ]
}

function ofSuite(suite: PlaywrightSuite): Failure[] {
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests
      .filter((test) => test.status !== 'expected')
      .map((test) => {
        const error = test.results.flatMap((result) => result.errors ?? [])[0]
        return {
          name: `${suite.file} › ${spec.title}`,
          reason: test.status === 'skipped' ? 'did not run (skipped)' : firstLine(error?.message ?? test.status),
        }
      }),
  )
  return [...own, ...(suite.suites ?? []).flatMap(ofSuite)]
}

/** At most `most` failures as lines for the end of a log, which is often all of it that is kept. */
export function describeFailures(failures: readonly Failure[], most: number): string[] {
  const lines = failures.slice(0, most).map(({ name, reason }) => `FAIL ${cut(name)} — ${cut(reason)}`)
  const left = failures.length - lines.length
  return left > 0 ? [...lines, `… and ${left} more`] : lines
}

const width = 240

function cut(text: string): string {
  return text.length <= width ? text : `${text.slice(0, width)}…`
}

function firstLine(message: string | undefined): string {
  // eslint-disable-next-line no-control-regex -- colours of the terminal
  const plain = (message ?? '').replaceAll(/\u001b\[[\d;]*m/g, '')
  return plain.split('\n').find((line) => line.trim() !== '')?.trim() ?? 'no message'
}
