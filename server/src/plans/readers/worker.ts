import { parentPort, workerData } from 'node:worker_threads'
import { parsePlan } from '@yingshang/core/plans/importer/parse'
import { readDocument } from './read.ts'

// One file, one thread, one answer. See read-in-worker.ts for the bounds.
const { bytes, understand } = workerData as { bytes: Uint8Array; understand: boolean }
const reading = await readDocument(bytes)
const answer = understand && 'source' in reading ? { ...reading, package: parsePlan(reading.source) } : reading
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort!.postMessage(answer)
