import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

/** One measured figure. With a limit it is met or not; without one it is only told. */
export interface Figure {
  readonly what: string
  readonly value: number
  readonly unit: string
  readonly limit?: number
  /** Which side of the limit is good; `less` when left out. */
  readonly good?: 'less' | 'more'
}

export interface Report {
  /** File name under `bench/results`, without ending. */
  readonly name: string
  /** What was measured on: rows, files, clients. */
  readonly volume: string
  readonly figures: readonly Figure[]
}

/** Three figures that count: 1234.5 → 1230, 12.345 → 12.3. */
const rounded = (value: number) => (value === 0 ? 0 : Number(value.toPrecision(3)))

export function isMet({ value, limit, good = 'less' }: Figure): boolean | null {
  if (limit === undefined) return null
  return good === 'less' ? value <= limit : value >= limit
}

/**
 * Prints the figures and keeps them in `bench/results/<name>.json` with the machine, its load, the Node version and the
 * time, so that a number never travels without them. No host name, no paths. Returns whether all limits are met.
 */
export function report({ name, volume, figures }: Report): boolean {
  const rows = figures.map((figure) => ({ ...figure, value: rounded(figure.value), met: isMet(figure) }))
  const kept = {
    name,
    measuredAt: new Date().toISOString(),
    machine: {
      processor: cpus()[0]?.model.trim() ?? 'unknown',
      cores: cpus().length,
      memoryGigabytes: Math.round(totalmem() / 2 ** 30),
      system: `${process.platform} ${process.arch}`,
      loadOfLastMinute: rounded(loadavg()[0] ?? 0),
    },
    node: process.version,
    volume,
    figures: rows.map(({ good, ...row }) => ({ ...row, ...(row.limit === undefined ? {} : { good: good ?? 'less' }) })),
  }
  const folder = fileURLToPath(new URL('results/', import.meta.url))
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}${name}.json`, `${JSON.stringify(kept, null, 2)}\n`)
  const { processor, cores, memoryGigabytes, loadOfLastMinute } = kept.machine
  console.log(
    `${name} · ${kept.measuredAt} · ${processor}, ${cores} cores, ${memoryGigabytes} GiB, load ${loadOfLastMinute} · Node ${kept.node}`,
  )
  console.log(volume)
  const width = Math.max(...rows.map((row) => row.what.length))
  for (const { what, value, unit, limit, good, met } of rows) {
    const verdict = met === null ? '' : `  ${good === 'more' ? '≥' : '≤'} ${limit} ${unit}  ${met ? 'met' : 'NOT met'}`
    console.log(`  ${what.padEnd(width)}  ${String(value).padStart(8)} ${unit}${verdict}`)
  }
  return rows.every((row) => row.met !== false)
}

/** Milliseconds of one run: the median of `runs` after `warmUps` that are not counted. */
export async function medianOf(work: () => unknown, runs = 9, warmUps = 3): Promise<number> {
  const times: number[] = []
  for (let run = -warmUps; run < runs; run++) {
    const begun = performance.now()
    await work()
    if (run >= 0) times.push(performance.now() - begun)
  }
  return times.sort((a, b) => a - b)[times.length >> 1]!
}
