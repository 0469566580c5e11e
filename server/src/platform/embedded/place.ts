import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { embeddedBinaries, type EmbeddedMajor } from './binaries.ts'

/** Where and as whom PostgreSQL runs. */
export interface Place {
  readonly native: string
  readonly folder: string
  /** The command line that runs a program as PostgreSQL's user and ends it when our process dies. */
  wrap(command: string, args: readonly string[]): string[]
  /** Gives a path to the user PostgreSQL runs as. */
  own(path: string): void
}

/**
 * PostgreSQL refuses uid 0, so as root it runs in a user namespace (files stay owned by root) or, where that is
 * forbidden, as `nobody` from a copy under /var/lib.
 */
export function choosePlace(folder: string, major: EmbeddedMajor): Place {
  const native = embeddedBinaries(major)
  const die = ['setpriv', '--pdeathsig', 'INT', '--']
  const own = () => {}
  if (process.getuid?.() !== 0)
    return { native, folder, own, wrap: (command, args) => [...die, command, ...args] }
  const namespace = ['unshare', '-U', '--map-user=65534', '--map-group=65534', '--']
  if (spawnSync(namespace[0]!, [...namespace.slice(1), 'true']).status === 0)
    return { native, folder, own, wrap: (command, args) => [...namespace, ...die, command, ...args] }
  return nobodyPlace(native, folder, major)
}

/** Root without user namespaces: binaries and data are copied where the user `nobody` may read them. */
function nobodyPlace(native: string, asked: string, major: EmbeddedMajor): Place {
  const tag = createHash('sha256').update(asked).digest('hex').slice(0, 12)
  const folder = `/var/lib/yingshang/${tag}`
  const copy = `/var/lib/yingshang/postgresql-${major}`
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  if (!existsSync(join(copy, 'bin', 'postgres'))) cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  const own = (path: string) => spawnSync('chown', ['-R', 'nobody', path])
  own(folder)
  const become = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--pdeathsig', 'INT', '--']
  return { native: copy, folder, own, wrap: (command, args) => [...become, command, ...args] }
}

/**
 * A Unix socket path must stay under 107 bytes, and PostgreSQL splits its list of folders at commas: such a data path
 * gets a private folder with a new random name under the temporary one; the one of an earlier run is removed.
 */
export function socketFolder(place: Place): string {
  let folder = join(place.folder, 'socket')
  const note = join(place.folder, 'socket-elsewhere')
  removeEarlier(note)
  if (Buffer.byteLength(folder) > 80 || /[\s,"'\\]/.test(folder)) {
    folder = mkdtempSync(join(tmpdir(), 'yingshang-socket-'))
    writeFileSync(note, folder, { mode: 0o600 })
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  place.own(folder)
  return folder
}

function removeEarlier(note: string): void {
  if (!existsSync(note)) return
  const earlier = readFileSync(note, 'utf8')
  if (dirname(earlier) === tmpdir() && basename(earlier).startsWith('yingshang-socket-'))
    rmSync(earlier, { recursive: true, force: true })
  rmSync(note)
}
