import { parentPort, workerData } from 'node:worker_threads'
import { readImportFile } from './import-sheet.ts'

// Runs in a thread of its own with a memory limit: a workbook is a stranger's file even when a colleague sends it.
const { bytes } = workerData as { bytes: Uint8Array }
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort!.postMessage(await readImportFile(bytes))
