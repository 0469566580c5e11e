import { open } from 'node:fs/promises'
import { limits } from './limits.ts'
import { tooLarge } from './read.ts'
import type { Reading } from './read.ts'
import { readInWorker } from './read-in-worker.ts'

/** Reads a file from disk. Its size is asked before a byte is read; a file that is still growing is refused as well. */
export async function readFileInWorker(file: string): Promise<Reading> {
  try {
    const handle = await open(file, 'r')
    try {
      const stat = await handle.stat()
      if (!stat.isFile()) return { refusal: { code: 'plan.file-not-a-file' } }
      if (stat.size > limits.fileBytes) return { refusal: tooLarge(stat.size) }
      const bytes = Buffer.allocUnsafeSlow(stat.size + 1)
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0)
      if (bytesRead > limits.fileBytes) return { refusal: tooLarge(bytesRead) }
      return await readInWorker(bytes.subarray(0, bytesRead))
    } finally {
      await handle.close()
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG')
      return { refusal: { code: 'plan.file-missing' } }
    if (code === 'EISDIR') return { refusal: { code: 'plan.file-not-a-file' } }
    if (code === 'EACCES' || code === 'EPERM') return { refusal: { code: 'plan.file-not-permitted' } }
    throw error
  }
}
