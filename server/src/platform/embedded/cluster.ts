import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileFailure, PlainFailure } from '../plain-failure.ts'
import type { EmbeddedMajor } from './binaries.ts'
import type { Place } from './place.ts'

export interface ClusterOptions {
  readonly major: EmbeddedMajor
  readonly superuserPassword: string
  readonly sync: boolean
}

/**
 * Makes the cluster when there is none, else checks that this PostgreSQL can open it and closes it to others. A new one
 * gets its real name only when complete, so a kill in the middle leaves nothing half made.
 */
export function prepareCluster(place: Place, options: ClusterOptions): string {
  const data = join(place.folder, 'cluster')
  const stated = join(data, 'PG_VERSION')
  if (!existsSync(stated)) {
    initialise(place, data, options)
    return data
  }
  const found = readFileSync(stated, 'utf8').trim()
  if (Number(found) !== options.major)
    throw new PlainFailure(
      'database.other-major',
      `数据目录是 PostgreSQL ${found} 建立的，现在的程序自带 PostgreSQL ${options.major}。请用原来的程序执行 yingshang backup，再用现在的程序在新的数据目录执行 yingshang restore`,
    )
  chmodSync(data, 0o700)
  return data
}

function initialise(place: Place, data: string, options: ClusterOptions): void {
  const half = `${data}.new`
  rmSync(half, { recursive: true, force: true })
  const secret = join(place.folder, 'initial-password')
  writeFileSync(secret, options.superuserPassword, { mode: 0o600 })
  place.own(secret)
  const locale =
    options.major === 15
      ? ['--locale=C.UTF-8']
      : ['--locale=C.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const [command, ...args] = place.wrap(join(place.native, 'bin', 'initdb'), [
    '-D',
    half,
    '-U',
    'postgres',
    '--auth=scram-sha-256',
    `--pwfile=${secret}`,
    '--encoding=UTF8',
    ...locale,
    ...(options.sync ? [] : ['--no-sync']),
  ])
  const run = spawnSync(command!, args, { encoding: 'utf8' })
  rmSync(secret, { force: true })
  if (run.status !== 0) {
    rmSync(half, { recursive: true, force: true })
    throw databaseFailure(run.stderr || String(run.error), '数据库初始化失败')
  }
  renameSync(half, data)
}

/** Turns what PostgreSQL said when it did not start into a sentence. */
export function databaseFailure(said: string, otherwise: string): Error {
  if (/No space left on device/i.test(said)) return fileFailure('数据目录', { code: 'ENOSPC' })!
  if (/Permission denied/i.test(said)) return fileFailure('数据目录中的数据库', { code: 'EACCES' })!
  if (/could not (create|map|resize) .*shared memory|Cannot allocate memory/i.test(said))
    return new PlainFailure('database.memory', '内存不足，数据库没有启动。请关闭其他程序后再启动')
  const last = said.trim().split('\n').slice(-6).join('\n')
  return new PlainFailure('database.not-started', `${otherwise}。数据库的说明：\n${last}`)
}
