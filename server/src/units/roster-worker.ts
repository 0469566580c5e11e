import { parentPort, workerData } from 'node:worker_threads'
import { readRosterSheet } from './roster-sheet.ts'

// Runs in a thread of its own with a memory limit: a workbook is a stranger's file even when a colleague sends it.
const { bytes, mostRows } = workerData as { bytes: Uint8Array; mostRows: number }
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort!.postMessage(await readRosterSheet(bytes, mostRows))
