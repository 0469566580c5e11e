import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PlainFailure } from './plain-failure.ts'

/** What a running program leaves in its data folder for the next one, and for commands that want to talk to it. */
export interface Running {
  readonly pid: number
  /** Start of that process in clock ticks since the machine started: a number used again is another process. */
  readonly began: string
  readonly url?: string
  /** Socket folder of the embedded database. */
  readonly socket?: string
}

export interface Claim {
  tell(facts: Pick<Running, 'url' | 'socket'>): void
  release(): void
}

/**
 * Takes the data folder for this process. Throws a sentence when another program has it; a note left by one that was
 * killed is replaced. The lock that PostgreSQL holds (see `embedded/launch.ts`) stands behind this one.
 */
export function claimDataFolder(folder: string): Claim {
  const file = join(folder, 'running.json')
  let mine: Running = { pid: process.pid, began: beganOf(process.pid) ?? '' }
  const text = () => JSON.stringify(mine)
  for (;;) {
    try {
      writeFileSync(file, text(), { flag: 'wx', mode: 0o600 })
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const other = runningIn(folder)
    if (other) throw inUse(other)
    rmSync(file, { force: true })
  }
  return {
    tell(facts) {
      mine = { ...mine, ...facts }
      writeFileSync(`${file}.new`, text(), { mode: 0o600 })
      renameSync(`${file}.new`, file)
    },
    release: () => rmSync(file, { force: true }),
  }
}

/** The living program that has the folder, if any. */
export function runningIn(folder: string): Running | undefined {
  try {
    const noted = JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')) as Running
    return beganOf(noted.pid) === noted.began ? noted : undefined
  } catch {
    return undefined
  }
}

function inUse({ pid, url }: Running): PlainFailure {
  const where = url === undefined ? '' : `，地址是 ${url}`
  return new PlainFailure(
    'folder.in-use',
    `营商已经在运行（进程 ${pid}${where}）。要重新启动，请先停止它；要另开一个，请另设 YINGSHANG_DATA 和 YINGSHANG_PORT`,
  )
}

function beganOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // A dead process that nobody has waited for yet is no longer running.
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19]
  } catch {
    return undefined
  }
}
