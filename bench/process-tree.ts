import { readdir, readFile } from 'node:fs/promises'

export interface ProcessMemory {
  readonly pid: number
  readonly name: string
  /** Proportional set size in KiB: own pages whole, shared pages divided among those who share them. */
  readonly pss: number
}

/**
 * Memory of a process and everything it started, PostgreSQL's own processes left out. Linux only, same user or root.
 * Processes that end while being read are left out too. Throws when `root` itself is not there.
 */
export async function processTreeMemory(root: number): Promise<ProcessMemory[]> {
  const children = await childrenByParent()
  const found: ProcessMemory[] = []
  const visit = async (pid: number) => {
    const name = await processName(pid)
    if (name === 'postgres') return
    const pss = await proportionalSize(pid)
    if (name !== undefined && pss !== undefined) found.push({ pid, name, pss })
    for (const child of children.get(pid) ?? []) await visit(child)
  }
  await visit(root)
  if (!found.some((process) => process.pid === root)) throw new Error(`process ${root} is not there or may not be read`)
  return found
}

/** Sum in MiB, one digit after the point. */
export function totalMebibytes(processes: readonly ProcessMemory[]): number {
  return Math.round((processes.reduce((sum, { pss }) => sum + pss, 0) / 1024) * 10) / 10
}

async function childrenByParent(): Promise<Map<number, number[]>> {
  const children = new Map<number, number[]>()
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    const stat = await readFile(`/proc/${entry}/stat`, 'utf8').catch(() => undefined)
    if (stat === undefined) continue
    // The name stands in brackets and may hold blanks and brackets itself: the parent is the second field after the last one.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    children.set(parent, [...(children.get(parent) ?? []), Number(entry)])
  }
  return children
}

async function processName(pid: number): Promise<string | undefined> {
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => undefined)
  return name?.trim()
}

async function proportionalSize(pid: number): Promise<number | undefined> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  const kibibytes = /^Pss:\s+(\d+) kB$/m.exec(text)?.[1]
  return kibibytes === undefined ? undefined : Number(kibibytes)
}
