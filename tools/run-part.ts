import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Failure } from './name-failures.ts'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** How many checks of a part passed and failed. A part that did not run has one failure. */
export interface Outcome {
  readonly passed: number
  readonly failed: number
  /** What went wrong besides failed checks, in a few words. */
  readonly note?: string
  /** Which checks failed or did not run, as far as the part's report names them. */
  readonly failures?: readonly Failure[]
}

export interface Part {
  readonly name: string
  readonly command: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly minutes: number
  /** File in `test-results` that the command writes, and how to read it; without one the part is a single check. */
  readonly report?: { readonly file: string; count(report: unknown): Outcome; name(report: unknown): readonly Failure[] }
}

/** Runs the part in its own process with its output shown, and counts. Never throws: whatever breaks is a failure. */
export async function runPart(part: Part): Promise<Outcome> {
  const report = part.report && join(root, 'test-results', part.report.file)
  if (report) rmSync(report, { force: true })
  const ending = await runCommand(part)
  if (!part.report || !report)
    return ending === 'ok' ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, note: ending }
  if (!existsSync(report)) return { passed: 0, failed: 1, note: `${ending}, and it wrote no report` }
  try {
    const read: unknown = JSON.parse(readFileSync(report, 'utf8'))
    return { ...judge(ending, part.report.count(read)), failures: part.report.name(read) }
  } catch (error) {
    return { passed: 0, failed: 1, note: `its report cannot be read: ${String(error)}` }
  }
}

/** Puts the way a command ended together with what it counted: neither alone may call a part good. */
export function judge(ending: string, counted: Outcome): Outcome {
  if (counted.passed + counted.failed === 0) return { passed: 0, failed: 1, note: `${ending}, but nothing ran` }
  if (ending !== 'ok' && counted.failed === 0) return { ...counted, failed: 1, note: ending }
  return counted
}

function runCommand(part: Part): Promise<string> {
  const [command = '', ...args] = part.command
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        PATH: `${join(root, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`,
        ...part.environment,
      },
      detached: true, // its own group, so that a part out of time ends with everything it started
    })
    const end = (how: string) => {
      clearTimeout(timer)
      process.off('SIGINT', interrupted).off('SIGTERM', interrupted)
      resolve(how)
    }
    const stopGroup = (signal: NodeJS.Signals) => child.pid && process.kill(-child.pid, signal)
    const interrupted = () => void stopGroup('SIGTERM')
    const timer = setTimeout(() => {
      stopGroup('SIGKILL')
      end(`out of time after ${part.minutes} minutes`)
    }, part.minutes * 60_000)
    process.on('SIGINT', interrupted).on('SIGTERM', interrupted)
    child.once('error', (error) => end(`could not be started: ${error.message}`))
    child.once('exit', (code, signal) => end(code === 0 ? 'ok' : `ended with ${signal ?? `code ${code}`}`))
  })
}
