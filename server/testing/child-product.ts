import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** The product as a process of its own, started as `npm start` does, on a data folder that outlives it. */
export interface ChildProduct {
  readonly url: string
  readonly links: readonly { readonly role: string; readonly unit: string; readonly link: string }[]
  readonly pid: number
  printed(): string
  /** Sends a signal and waits until the process has ended; answers its exit code, or the signal that ended it. */
  end(signal?: NodeJS.Signals): Promise<number | NodeJS.Signals>
}

export interface ChildSettings {
  readonly folder: string
  readonly mode?: 'trial' | 'production'
  readonly settings?: Readonly<Record<string, string>>
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Resolves when the product is ready; rejects with what it printed when it ends before. */
export async function startChild({ folder, mode = 'trial', settings = {} }: ChildSettings): Promise<ChildProduct> {
  const started = spawnChild({ folder, mode, settings })
  const ready = await new Promise<{ url: string; links: ChildProduct['links'] }>((resolve, reject) => {
    started.child.once('message', (message) => resolve(message as { url: string; links: ChildProduct['links'] }))
    void started.ended.then((how) => reject(new Error(`ended (${how}) before it was ready:\n${started.printed()}`)))
  })
  const { child, printed, ended } = started
  // What it prints comes another way than its message and may arrive a moment later.
  while (child.exitCode === null && !printed().includes('按 Ctrl+C 停止')) await wait(5)
  return {
    url: ready.url,
    links: ready.links,
    pid: child.pid!,
    printed,
    end(signal = 'SIGTERM') {
      child.kill(signal)
      return ended
    },
  }
}

/** For starts that are refused: what it printed and how it ended. */
export async function refusedStart(asked: ChildSettings): Promise<{ code: number | NodeJS.Signals; printed: string }> {
  const { ended, printed } = spawnChild(asked)
  return { code: await ended, printed: printed() }
}

/** The number of the PostgreSQL process that works on a data folder. */
export function postgresOf(folder: string): number {
  return Number(readFileSync(join(folder, 'database/cluster/postmaster.pid'), 'utf8').split('\n')[0])
}

function spawnChild({ folder, mode = 'trial', settings = {} }: ChildSettings): {
  child: ChildProcess
  ended: Promise<number | NodeJS.Signals>
  printed(): string
} {
  const child = spawn('setpriv', ['--pdeathsig', 'TERM', '--', process.execPath, 'server/src/main.ts', mode], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...cleanEnvironment(), YINGSHANG_DATA: folder, YINGSHANG_PORT: '0', ...settings },
  })
  let output = ''
  for (const stream of [child.stdout!, child.stderr!]) stream.setEncoding('utf8').on('data', (text) => (output += text))
  const ended = new Promise<number | NodeJS.Signals>((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? signal ?? -1)),
  )
  return { child, ended, printed: () => output }
}

/** Without what the test runner and npm add: the product is started as from a terminal. */
function cleanEnvironment(): Record<string, string | undefined> {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_|VITEST|NODE_OPTIONS|NODE_ENV|YINGSHANG_)/.test(name))
  return Object.fromEntries(kept)
}
