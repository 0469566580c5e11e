import { parentPort, workerData } from 'node:worker_threads'
import { readDocument } from './read.ts'

// One file, one thread, one answer. See read-in-worker.ts for the bounds.
const { bytes } = workerData as { bytes: Uint8Array }
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort!.postMessage(await readDocument(bytes))
