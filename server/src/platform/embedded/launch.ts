import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileFailure, PlainFailure } from '../plain-failure.ts'
import type { EmbeddedMajor } from './binaries.ts'
import { databaseFailure, prepareCluster } from './cluster.ts'
import { choosePlace, socketFolder, type Place } from './place.ts'

export interface EmbeddedOptions {
  /** Private folder (0700) for cluster and socket; made when missing. */
  readonly folder: string
  readonly superuserPassword: string
  readonly major?: EmbeddedMajor
  /** Tests only: nothing is synced to disk, neither while the cluster is made nor later. */
  readonly unsafeFast?: boolean
  readonly log?: (line: string) => void
  /** PostgreSQL ended without being asked to and could not be started again. */
  readonly lost?: () => void
}

export interface EmbeddedPostgres {
  /** Socket folder: the `host` for pg. */
  readonly host: string
  readonly port: number
  readonly processId: number
  /** URL for a login and database over the private socket. */
  url(user: string, password: string, database: string): string
  stop(): Promise<void>
}

const port = 5432 // only names the socket file; nothing listens on the network
const lockTaken = 75
/** A database that was left behind by a killed program ends by itself; a restart waits this long for it, in seconds. */
const lockPatience = 30
const startPatience = 120_000

/**
 * Starts the embedded PostgreSQL on a private socket and makes the cluster first when there is none. PostgreSQL holds
 * a lock on the folder for as long as any of its processes lives, so a second instance never opens the same cluster.
 * When our process dies, the kernel sends PostgreSQL INT and it shuts down cleanly; when PostgreSQL dies, it is started
 * again.
 */
export async function launchEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  try {
    mkdirSync(options.folder, { recursive: true, mode: 0o700 })
    const major = options.major ?? 18
    const place = choosePlace(options.folder, major)
    const { superuserPassword } = options
    const data = prepareCluster(place, { major, superuserPassword, sync: !options.unsafeFast })
    return await keepRunning(place, data, socketFolder(place), options)
  } catch (error) {
    throw fileFailure(`数据目录 ${options.folder} `, error) ?? error
  }
}

async function keepRunning(
  place: Place,
  data: string,
  host: string,
  options: EmbeddedOptions,
): Promise<EmbeddedPostgres> {
  let stopping = false
  let again = 0
  let child: ChildProcess
  const start = async () => {
    const server = spawnServer(place, data, host, options)
    child = server.child
    await waitUntilReady(server, data)
    child.once('exit', () => void revive())
  }
  const revive = async () => {
    if (stopping) return
    options.log?.('the database ended unasked; starting it again')
    await wait(1000 * again++)
    if (stopping) return
    if (again > 5) return options.lost?.()
    await start().catch(revive)
  }
  await start()
  return {
    host,
    port,
    get processId() {
      return child.pid!
    },
    url: (user, password, database) => socketUrl(host, user, password, database),
    async stop() {
      stopping = true
      await stop(child)
      if (!host.startsWith(place.folder)) rmSync(host, { recursive: true, force: true })
    },
  }
}

/** Address of a database behind a socket folder. */
export function socketUrl(host: string, user: string, password: string, database: string): string {
  const login = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`
  return `postgresql://${login}@localhost/${database}?host=${encodeURIComponent(host)}`
}

interface Spawned {
  readonly child: ChildProcess
  /** The last lines it wrote. */
  said(): string
}

function spawnServer(place: Place, data: string, socket: string, options: EmbeddedOptions): Spawned {
  const settings: Record<string, string> = {
    listen_addresses: '',
    timezone: 'Asia/Shanghai',
    // Statement values and row contents stay out of PostgreSQL's own log (foundations: from day one). The text of an
    // ordinary error may quote what was typed; the program logs its code itself.
    log_min_messages: 'log',
    log_error_verbosity: 'terse',
    log_parameter_max_length_on_error: '0',
    log_min_error_statement: 'panic',
    max_connections: '100',
    shared_buffers: '128MB',
    ...(options.unsafeFast ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const lock = join(options.folder, 'lock')
  if (!existsSync(lock)) writeFileSync(lock, '', { mode: 0o600 })
  const run = place.wrap(join(place.native, 'bin', 'postgres'), ['-D', data, '-k', socket, '-p', String(port), ...flags])
  // Every step replaces itself by the next, so the child is PostgreSQL itself, with the lock held open. Whoever has the
  // lock knows that no process of this cluster lives: process and socket files that are still there are stale, even when
  // their number belongs to another process by now.
  const takeLock = ['--no-fork', '-E', String(lockTaken), '-w', String(lockPatience), lock]
  const stale = [join(data, 'postmaster.pid'), join(socket, `.s.PGSQL.${port}.lock`)]
  const dropStale = ['sh', '-c', 'rm -f "$1" "$2"; shift 2; exec "$@"', 'sh', ...stale]
  const args = [...takeLock, ...dropStale, ...run]
  const child = spawn('flock', args, { stdio: ['ignore', 'ignore', 'pipe'] })
  let last = ''
  child.stderr!.setEncoding('utf8')
  child.stderr!.on('data', (text: string) => {
    last = (last + text).slice(-4000)
    for (const line of text.split('\n')) if (line.trim() !== '') options.log?.(line)
  })
  return { child, said: () => last }
}

/** PostgreSQL writes "ready" into the last line of its process file when it takes connections. */
async function waitUntilReady({ child, said }: Spawned, data: string): Promise<void> {
  let failed: Error | undefined
  child.once('exit', (code, signal) => {
    failed =
      code === lockTaken
        ? new PlainFailure('database.in-use', '这个数据目录正由另一个营商程序使用，请先停止它，或为这一个另设 YINGSHANG_DATA')
        : databaseFailure(said(), `数据库没有启动（退出码 ${code ?? signal}）`)
  })
  child.once('error', (error) => {
    failed = new PlainFailure('database.not-started', `数据库没有启动：${error.message}。需要系统自带的 util-linux`)
  })
  const file = join(data, 'postmaster.pid')
  for (let waited = 0; waited < startPatience; waited += 10) {
    if (failed) throw failed
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return
    await wait(10)
  }
  child.kill('SIGQUIT')
  throw new PlainFailure('database.not-ready', '数据库在两分钟内没有就绪。机器可能正忙，请稍后再启动')
}

/** Fast shutdown: sessions are ended, everything is flushed. Asked again more firmly after a minute. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGINT')
  const firmly = setTimeout(() => child.kill('SIGQUIT'), 60_000)
  await gone
  clearTimeout(firmly)
}
