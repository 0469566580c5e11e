import { Worker } from 'node:worker_threads'
import { inUploadTurn } from '../platform/files/upload-turns.ts'
import { refused } from '../platform/http/failure.ts'
import type { ImportFile, ImportReading } from './import-sheet.ts'

const seconds = 30

/** The rows of an uploaded file, read in a thread with a time and a memory limit. Throws a 409 that says what is wrong. */
export async function readImport(bytes: Uint8Array): Promise<ImportFile> {
  const reading = await inUploadTurn(() => inThread(bytes))
  if ('fault' in reading) throw refused({ code: reading.fault })
  return reading
}

function inThread(bytes: Uint8Array): Promise<ImportReading> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('import-worker.ts', import.meta.url), {
      workerData: { bytes: new Uint8Array(bytes) },
      resourceLimits: { maxOldGenerationSizeMb: 384, stackSizeMb: 4 },
      env: {},
      stdout: true,
      stderr: true,
    })
    const finish = (reading: ImportReading) => {
      clearTimeout(timer)
      void worker.terminate()
      resolve(reading)
    }
    const timer = setTimeout(() => finish({ fault: 'import.file-unreadable' }), seconds * 1000)
    worker.once('message', finish)
    worker.once('error', () => finish({ fault: 'import.file-unreadable' }))
    worker.once('exit', () => finish({ fault: 'import.file-unreadable' }))
  })
}
