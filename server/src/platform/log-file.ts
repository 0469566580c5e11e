import { closeSync, existsSync, fchmodSync, mkdirSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { dayInChina } from '@yingshang/core/kernel/dates'

export interface LogFile {
  write(line: string): void
  close(): void
}

/** Six months and a day of the longest half year (foundations: From day one). */
const keptDays = 184
const usualLargest = 64 << 20

/**
 * The log as files by day, `server-2026-03-05.log`, a further one (`….2.log`) when it grows over `largest` bytes; files
 * older than six months are removed. Readable by the owner only. Lines are written at once: what was logged before a
 * kill is there. A full disk stops the log, never the program.
 */
export function openLogFile(folder: string, now: () => number, largest = usualLargest): LogFile {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  let open: { day: string; file: number; bytes: number; part: number } | undefined
  const openPart = (day: string, from: number) => {
    let part = from
    while (existsSync(join(folder, nameOf(day, part + 1)))) part++
    const path = join(folder, nameOf(day, part))
    const file = openSync(path, 'a', 0o600)
    fchmodSync(file, 0o600)
    return { day, file, part, bytes: statSync(path).size }
  }
  return {
    write(line) {
      try {
        const day = dayInChina(now())
        if (open?.day !== day) {
          if (open) closeSync(open.file)
          open = openPart(day, 1)
          removeOld(folder, now())
        } else if (open.bytes > largest) {
          closeSync(open.file)
          open = openPart(day, open.part + 1)
        }
        open.bytes += writeSync(open.file, `${line}\n`)
      } catch {
        open = undefined
      }
    },
    close() {
      if (open) closeSync(open.file)
      open = undefined
    },
  }
}

function nameOf(day: string, part: number): string {
  return part === 1 ? `server-${day}.log` : `server-${day}.${part}.log`
}

function removeOld(folder: string, now: number): void {
  const oldest = dayInChina(now - keptDays * 86_400_000)
  for (const name of readdirSync(folder)) {
    const day = /^server-(\d{4}-\d{2}-\d{2})(?:\.\d+)?\.log$/.exec(name)?.[1]
    if (day !== undefined && day < oldest) rmSync(join(folder, name), { force: true })
  }
}
