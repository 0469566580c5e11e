import { spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { processTreeMemory, totalMebibytes } from '../bench/process-tree.ts'

it('sums a process and its children, and leaves PostgreSQL out', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'process-tree-'))
  copyFileSync('/bin/sleep', join(folder, 'postgres'))
  const child = spawn('sh', ['-c', './postgres 30 & sleep 30 & wait'], { cwd: folder, detached: true, stdio: 'ignore' })
  try {
    const names = async () => (await processTreeMemory(child.pid!)).map((process) => process.name).toSorted()
    await expect.poll(names).toEqual(['sh', 'sleep'])
    const tree = await processTreeMemory(child.pid!)
    expect(tree.every((process) => process.pss > 0)).toBe(true)
    expect(totalMebibytes(await processTreeMemory(process.pid))).toBeGreaterThan(totalMebibytes(tree))
  } finally {
    process.kill(-child.pid!, 'SIGKILL')
    rmSync(folder, { recursive: true })
  }
})

it('says so when the process is gone', async () => {
  await expect(processTreeMemory(2 ** 22 + 1)).rejects.toThrow(/is not there/)
})
