import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ProductProcess } from './product-process.ts'

export interface ServerSide<Result> {
  readonly result: Result
  /** Milliseconds from a request's arrival to the end of its answer, as the program logs them for this route. */
  readonly p50: number
  readonly p95: number
  /** Answers that were logged. */
  readonly answers: number
  /** Milliseconds of processor that one answer cost the program and PostgreSQL (background work included). */
  readonly program: number
  readonly database: number
}

/**
 * What the server itself noted while `work` ran: the client shares the machine, and its own waiting is no time of the server's.
 * Linux only.
 */
export async function serverSide<Result>(
  product: ProductProcess,
  route: string,
  work: () => Promise<Result>,
): Promise<ServerSide<Result>> {
  const from = logSizes(product)
  const before = [cpuOf(product.child.pid!), databaseCpu(product)] as const
  const result = await work()
  const after = [cpuOf(product.child.pid!), databaseCpu(product)] as const
  const times = logged(product, route, from)
  const answers = times.length
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(answers - 1, Math.floor(answers * share))] ?? 0
  return {
    result,
    p50: at(0.5),
    p95: at(0.95),
    answers,
    program: (after[0] - before[0]) / answers,
    database: (after[1] - before[1]) / answers,
  }
}

const logFolder = (product: ProductProcess) => join(product.folder, 'logs')

function logSizes(product: ProductProcess): Map<string, number> {
  const folder = logFolder(product)
  return new Map(readdirSync(folder).map((name) => [name, statSync(join(folder, name)).size]))
}

/** Of what was added to the log files since they had these sizes. */
function logged(product: ProductProcess, route: string, from: ReadonlyMap<string, number>): number[] {
  const folder = logFolder(product)
  return readdirSync(folder).flatMap((name) =>
    readFileSync(join(folder, name))
      .subarray(from.get(name) ?? 0)
      .toString('utf8')
      .split('\n')
      .filter((line) => line.includes(`"route":"${route}"`))
      .map((line) => (JSON.parse(line) as { ms: number }).ms),
  )
}

/** Linux counts processor time in hundredths of a second. */
const tick = 10

/** Fields behind the name of a process, which stands in brackets: state, parent, … */
function statOf(pid: string | number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function cpuOf(pid: string | number): number {
  const fields = statOf(pid)
  return (Number(fields[11]) + Number(fields[12])) * tick
}

/** The embedded PostgreSQL: its first process and the ones that it started. */
function databaseCpu(product: ProductProcess): number {
  const first = readFileSync(join(product.folder, 'database', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]!
  let sum = cpuOf(first)
  for (const pid of readdirSync('/proc')) {
    if (!/^\d+$/.test(pid)) continue
    try {
      if (statOf(pid)[1] === first) sum += cpuOf(pid)
    } catch {
      // It ended while the list was read.
    }
  }
  return sum
}
