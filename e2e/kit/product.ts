import type { Role } from '@yingshang/core/kernel/actor'
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** One one-time link as the trial hands it over: who it signs in, and the address to open. */
export interface SignInLink {
  readonly role: Role
  /** Short name of the unit the person belongs to, for instance 县营商办. */
  readonly unit: string
  /** The person as the sample county calls them, for instance 县政务办联络员1. */
  readonly person: string
  readonly link: string
}

/** What the program tells the process that started it (over Node's IPC channel) once it answers requests. */
export interface ReadyMessage {
  readonly kind: 'ready'
  /** Where it answers, without a trailing slash, for instance `http://127.0.0.1:41233`. */
  readonly url: string
  readonly links: readonly SignInLink[]
}

/** A running product with its own empty database, as the journeys see it. */
export interface Product {
  readonly url: string
  readonly dataFolder: string
  readonly links: readonly SignInLink[]
  /** Everything the program has printed on the terminal since its start. Its log is a file in the data folder. */
  printed(): string
  /** Ends it the polite way and removes its data. */
  stop(): Promise<void>
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const patience = 120_000

export interface ProductOptions {
  /** `trial` when left out; production needs `YINGSHANG_NAMES` and `YINGSHANG_DIVISION` in the settings. */
  readonly mode?: 'trial' | 'production'
  /** Further words on the command line, for instance `--demo`. */
  readonly extra?: readonly string[]
  /** Further settings, for instance `YINGSHANG_NAMES`. */
  readonly settings?: Readonly<Record<string, string>>
}

/**
 * Starts the trial as `npm start` does, on an empty data folder and a free port; it ends when this process ends.
 * Throws with the program's own output when it ends, or says nothing, before it is ready.
 */
export async function startProduct({
  mode = 'trial',
  extra = [],
  settings = {},
}: ProductOptions = {}): Promise<Product> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'yingshang-journey-'))
  const program = [process.execPath, join(root, 'server/src/main.ts'), mode, ...extra]
  const child = spawn('setpriv', ['--pdeathsig', 'TERM', '--', ...program], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, NODE_OPTIONS: '', YINGSHANG_DATA: dataFolder, YINGSHANG_PORT: '0', ...settings },
  })
  let output = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text))
  const removeData = () => rm(dataFolder, { recursive: true, force: true })
  const ready = await firstMessage(child, () => output).catch(async (error: unknown) => {
    await removeData()
    throw error
  })
  return {
    url: ready.url,
    dataFolder,
    links: ready.links,
    printed: () => output,
    async stop() {
      await ended(child)
      await removeData()
    },
  }
}

function firstMessage(child: ChildProcess, output: () => string): Promise<ReadyMessage> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      clearTimeout(timer)
      child.kill('SIGKILL')
      reject(new Error(`the product ${why}; it printed:\n${output()}`))
    }
    const timer = setTimeout(() => fail(`was not ready after ${patience / 1000} s`), patience)
    child.once('exit', (code, signal) => fail(`ended (${code ?? signal}) before it was ready`))
    child.once('error', (error) => fail(`could not be started: ${error.message}`))
    child.on('message', (message) => {
      if ((message as ReadyMessage).kind !== 'ready') return
      clearTimeout(timer)
      child.removeAllListeners('exit')
      resolve(message as ReadyMessage)
    })
  })
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), 20_000)
  await gone
  clearTimeout(force)
}
