import { chmodSync, existsSync, mkdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileFailure, PlainFailure } from './plain-failure.ts'

const mebibyte = 1 << 20
/** A new cluster needs about 50 MiB and as much again for its first writes; below this nothing is begun. */
const leastForNew = 300 * mebibyte
const leastForKnown = 60 * mebibyte
/** PostgreSQL's own limit for a path is 1,024 bytes; names inside the cluster need up to 120. */
const longestPath = 880

/**
 * Makes the data folder, private to its owner (0700), and tries that it can be written. Others' rights on it are taken
 * away rather than refused: the folder is the program's own. Throws a `PlainFailure` that says what to do.
 */
export function prepareDataFolder(folder: string): void {
  const what = `数据目录 ${folder} `
  if (Buffer.byteLength(folder) > longestPath) throw fileFailure(what, { code: 'ENAMETOOLONG' })!
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    refuseForeignOwner(folder)
    chmodSync(folder, 0o700)
    const probe = join(folder, '.probe')
    writeFileSync(probe, Buffer.alloc(4096), { mode: 0o600, flush: true })
    rmSync(probe)
  } catch (error) {
    throw fileFailure(what, error) ?? error
  }
  const free = freeBytes(folder)
  const least = existsSync(join(folder, 'database', 'cluster')) ? leastForKnown : leastForNew
  if (free < least) {
    const [has, needs] = [free, least].map((bytes) => Math.floor(bytes / mebibyte))
    throw new PlainFailure('folder.too-small', `${what}所在磁盘只剩 ${has} MB，至少需要 ${needs} MB，请清理后再启动`)
  }
}

/** Free bytes for this user on the disk of a folder. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** A cluster of another user is never opened, not even by root: its files would get two owners. */
function refuseForeignOwner(folder: string): void {
  const us = process.getuid?.()
  if (us === undefined || us === statSync(folder).uid) return
  if (!existsSync(join(folder, 'keys.json')) && us === 0) return
  throw fileFailure(`数据目录 ${folder} `, { code: 'EPERM' })!
}
