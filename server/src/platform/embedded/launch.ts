import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { embeddedBinaries, type EmbeddedMajor } from './binaries.ts'

export interface EmbeddedOptions {
  /** Private folder (0700) for cluster and socket; made when missing. */
  readonly folder: string
  readonly superuserPassword: string
  readonly major?: EmbeddedMajor
  /** Tests only: no fsync while the cluster is made. The running server always syncs unless `unsafeFast`. */
  readonly unsafeFast?: boolean
  readonly log?: (line: string) => void
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

/**
 * Starts the embedded PostgreSQL on a private socket and makes the cluster first when there is none. PostgreSQL refuses
 * uid 0, so as root it runs in a user namespace (files stay owned by root) or, where that is forbidden, as `nobody`
 * from a copy under /var/lib. When our process dies, the kernel sends it INT and it shuts down cleanly.
 */
export async function launchEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 })
  const place = choosePlace(options)
  const data = join(place.folder, 'cluster')
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(place, data, options)
  const socket = socketFolder(place)
  const child = spawnServer(place, data, socket, options)
  const host = socket
  try {
    await waitUntilReady(child, host, options.superuserPassword)
  } catch (error) {
    child.kill('SIGQUIT')
    throw error
  }
  return {
    host,
    port,
    processId: child.pid!,
    url: (user, password, database) =>
      `postgresql://${encodeURIComponent(user)}:${encodeURIComponent(password)}@localhost/${database}?host=${encodeURIComponent(host)}`,
    stop: () => stop(child),
  }
}

interface Place {
  readonly native: string
  readonly folder: string
  wrap(command: string, args: readonly string[]): [string, string[]]
  /** Gives a path to the user PostgreSQL runs as. */
  own(path: string): void
}

function choosePlace(options: EmbeddedOptions): Place {
  const native = embeddedBinaries(options.major ?? 18)
  const die = ['setpriv', '--pdeathsig', 'INT', '--']
  if (process.getuid?.() !== 0) {
    return { native, folder: options.folder, own: () => {}, wrap: (command, args) => split([...die, command, ...args]) }
  }
  const namespace = ['unshare', '-U', '--map-user=65534', '--map-group=65534', '--']
  if (spawnSync(namespace[0]!, [...namespace.slice(1), 'true']).status === 0) {
    return {
      native,
      folder: options.folder,
      own: () => {},
      wrap: (command, args) => split([...namespace, ...die, command, ...args]),
    }
  }
  return nobodyPlace(native, options)
}

/** Root without user namespaces: binaries and data are copied where the user `nobody` may read them. */
function nobodyPlace(native: string, options: EmbeddedOptions): Place {
  const tag = createHash('sha256').update(options.folder).digest('hex').slice(0, 12)
  const folder = `/var/lib/yingshang/${tag}`
  const copy = `/var/lib/yingshang/postgresql-${options.major ?? 18}`
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  if (!existsSync(join(copy, 'bin', 'postgres'))) cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  const own = (path: string) => spawnSync('chown', ['-R', 'nobody', path])
  own(folder)
  const become = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--pdeathsig', 'INT', '--']
  return { native: copy, folder, own, wrap: (command, args) => split([...become, command, ...args]) }
}

function split(all: string[]): [string, string[]] {
  return [all[0]!, all.slice(1)]
}

function initialise(place: Place, data: string, options: EmbeddedOptions): void {
  const half = `${data}.new`
  rmSync(half, { recursive: true, force: true })
  const secret = join(place.folder, 'initial-password')
  writeFileSync(secret, options.superuserPassword, { mode: 0o600 })
  place.own(secret)
  const locale =
    options.major === 15
      ? ['--locale=C.UTF-8']
      : ['--locale=C.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const [command, args] = place.wrap(join(place.native, 'bin', 'initdb'), [
    '-D',
    half,
    '-U',
    'postgres',
    '--auth=scram-sha-256',
    `--pwfile=${secret}`,
    '--encoding=UTF8',
    ...locale,
    ...(options.unsafeFast ? ['--no-sync'] : []),
  ])
  const run = spawnSync(command, args, { encoding: 'utf8' })
  rmSync(secret, { force: true })
  if (run.status !== 0) throw new Error(`数据库初始化失败：${(run.stderr || String(run.error)).trim().slice(-800)}`)
  // The folder gets its real name only when complete, so a kill in the middle leaves nothing half made.
  spawnSync('mv', [half, data])
}

/** A Unix socket path must stay under 107 bytes; a long data path gets a private folder under the temporary one. */
function socketFolder(place: Place): string {
  let folder = join(place.folder, 'socket')
  if (folder.length > 80) {
    const tag = createHash('sha256').update(place.folder).digest('hex').slice(0, 16)
    folder = join(tmpdir(), `yingshang-${tag}`)
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  place.own(folder)
  return folder
}

function spawnServer(place: Place, data: string, socket: string, options: EmbeddedOptions): ChildProcess {
  const settings: Record<string, string> = {
    listen_addresses: '',
    timezone: 'Asia/Shanghai',
    // Statement values and row contents stay out of PostgreSQL's own log (foundations: from day one).
    log_error_verbosity: 'terse',
    log_parameter_max_length_on_error: '0',
    log_min_error_statement: 'panic',
    max_connections: '100',
    shared_buffers: '128MB',
    ...(options.unsafeFast ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [command, args] = place.wrap(join(place.native, 'bin', 'postgres'), [
    '-D',
    data,
    '-k',
    socket,
    '-p',
    String(port),
    ...flags,
  ])
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  child.stderr!.setEncoding('utf8')
  child.stderr!.on('data', (text: string) => {
    for (const line of text.split('\n')) if (line.trim() !== '') options.log?.(line)
  })
  return child
}

async function waitUntilReady(child: ChildProcess, host: string, password: string): Promise<void> {
  let exited: string | undefined
  child.once('exit', (code, signal) => (exited = `数据库没有启动（退出码 ${code ?? signal}）`))
  child.once('error', (error) => (exited = `数据库没有启动：${error.message}`))
  for (let attempt = 0; attempt < 12_000; attempt++) {
    if (exited !== undefined) throw new Error(exited)
    const client = new pg.Client({ host, port, user: 'postgres', password, database: 'postgres' })
    try {
      await client.connect()
      await client.end()
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
  throw new Error('数据库在两分钟内没有就绪')
}

/** Fast shutdown: sessions are ended, everything is flushed. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGINT')
  await gone
}
