import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { KeptCalendars } from '../server/src/calendar/for-others.ts'
import type { Services } from '../server/src/platform/capability.ts'
import { readInstallation, systemClock } from '../server/src/platform/clock.ts'
import { readConfig } from '../server/src/platform/config.ts'
import { urlsOf } from '../server/src/platform/database/bring-up.ts'
import { openDatabases } from '../server/src/platform/database/pools.ts'
import { readOrMakeKeys } from '../server/src/platform/keys.ts'
import { makeLog } from '../server/src/platform/log.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The product as its own process on a data folder of its own, as a county runs it. */
export interface ProductProcess {
  readonly url: string
  readonly child: ChildProcess
  readonly folder: string
  stop(): Promise<void>
}

export function newDataFolder(): string {
  return mkdtempSync(join(tmpdir(), 'yingshang-bench-'))
}

export async function startProcess(folder: string): Promise<ProductProcess> {
  const child = spawn(join(root, 'node_modules/.bin/node'), [join(root, 'server/src/main.ts'), 'trial'], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, YINGSHANG_DATA: folder, YINGSHANG_PORT: '0' },
  })
  const ready = await new Promise<{ url: string }>((resolve, reject) => {
    child.once('message', (message) => resolve(message as { url: string }))
    child.once('exit', (code) => reject(new Error(`the product ended with ${code}`)))
  })
  return {
    url: ready.url,
    child,
    folder,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

/** A second door into the running product's database, for filling it and opening sessions. */
export async function openServices(folder: string): Promise<Services> {
  const config = readConfig('trial', { YINGSHANG_DATA: folder, YINGSHANG_PORT: '0' })
  const keys = readOrMakeKeys(folder)
  const host = join(folder, 'database', 'socket')
  const url = (user: string, password: string, database: string) =>
    `postgresql://${user}:${password}@localhost/${database}?host=${encodeURIComponent(host)}`
  const databases = openDatabases(urlsOf({ url } as never, keys, 'yingshang'), console.error)
  const installation = (await readInstallation(databases.app))!
  const calendars = new KeptCalendars(databases.app, systemClock, installation)
  await calendars.look()
  const log = makeLog(() => {}, Date.now)
  const calendar = () => calendars.current()
  return { config, keys, databases, clock: systemClock, log, installation, calendars, calendar }
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}
