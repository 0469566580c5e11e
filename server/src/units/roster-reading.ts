import { Worker } from 'node:worker_threads'
import { mostRosterRows, type RosterCells } from '@yingshang/core/units/roster'
import { Failure } from '../platform/http/failure.ts'
import type { RosterReading } from './roster-sheet.ts'

const seconds = 20

/** The rows of an uploaded workbook, read in a thread with a time and a memory limit. Throws a 409 that says what is wrong. */
export async function readRoster(bytes: Uint8Array): Promise<RosterCells[]> {
  const reading = await inThread(bytes)
  if ('rows' in reading) return reading.rows
  throw new Failure(409, { code: reading.fault, facts: { most: mostRosterRows } })
}

function inThread(bytes: Uint8Array): Promise<RosterReading> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('roster-worker.ts', import.meta.url), {
      workerData: { bytes: new Uint8Array(bytes), mostRows: mostRosterRows },
      resourceLimits: { maxOldGenerationSizeMb: 256, stackSizeMb: 4 },
      env: {},
      stdout: true,
      stderr: true,
    })
    const finish = (reading: RosterReading) => {
      clearTimeout(timer)
      void worker.terminate()
      resolve(reading)
    }
    const timer = setTimeout(() => finish({ fault: 'roster.file-unreadable' }), seconds * 1000)
    worker.once('message', finish)
    worker.once('error', () => finish({ fault: 'roster.file-unreadable' }))
    worker.once('exit', () => finish({ fault: 'roster.file-unreadable' }))
  })
}
