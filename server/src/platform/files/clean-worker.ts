import { parentPort, workerData } from 'node:worker_threads'
import { cleanDocument } from './clean-document.ts'
import type { FileKind } from './sniff.ts'

// One file, one thread, one answer. See bounded-thread.ts for the bounds.
const { kind, bytes, keepBytes } = workerData as { kind: FileKind; bytes: Uint8Array; keepBytes: boolean }
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort!.postMessage(await cleanDocument(kind, bytes, keepBytes))
