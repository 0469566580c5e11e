import { Worker } from 'node:worker_threads'
import { detect } from './detect.ts'
import { limits } from './limits.ts'
import { tooLarge } from './read.ts'
import type { Reading } from './read.ts'

const atOnce = 2
const waitingAtMost = 20
let running = 0
const waiting: (() => void)[] = []

/**
 * Reads a stranger's file in a thread of its own. Whatever is in it, the answer is a document or a refusal within
 * `limits.workerSeconds`, and the caller's thread neither stalls nor runs out of memory. At most two files are read at
 * a time; the rest wait in order, and when too many wait the answer is `plan.read-busy`.
 */
export async function readInWorker(bytes: Uint8Array, caps: Partial<WorkerCaps> = {}): Promise<Reading> {
  if (bytes.length > limits.fileBytes) return { refusal: tooLarge(bytes.length) }
  const found = detect(bytes)
  if ('refused' in found) return { refusal: { code: found.refused } }
  if (running < atOnce) running++
  else if (waiting.length >= waitingAtMost) return { refusal: { code: 'plan.read-busy' } }
  else await new Promise<void>((go) => waiting.push(go))
  try {
    return await readOnce(bytes, { ...usualCaps, ...caps })
  } finally {
    // A finished reader hands its place to the next in line, so nobody can slip in between.
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

export interface WorkerCaps {
  readonly seconds: number
  readonly heapMegabytes: number
  /** Memory of the thread outside the JavaScript heap: inflated streams and decoded pages. */
  readonly externalMegabytes: number
}
const usualCaps: WorkerCaps = {
  seconds: limits.workerSeconds,
  heapMegabytes: limits.workerHeapMegabytes,
  externalMegabytes: limits.workerExternalMegabytes,
}

function readOnce(bytes: Uint8Array, caps: WorkerCaps): Promise<Reading> {
  return new Promise((resolve) => {
    // A copy: the caller keeps its bytes whatever the thread does with them.
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { bytes: new Uint8Array(bytes) },
      resourceLimits: { maxOldGenerationSizeMb: caps.heapMegabytes, stackSizeMb: 4 },
      env: {},
      stdout: true,
      stderr: true,
    })
    const timer = setTimeout(
      () => finish({ refusal: { code: 'plan.read-too-slow', facts: { seconds: caps.seconds } } }),
      caps.seconds * 1000,
    )
    // Heap limits do not count typed arrays; a stream that inflates without end would. So the thread is asked.
    const watch = setInterval(() => {
      worker.getHeapStatistics().then(
        (heap) => {
          if (heap.external_memory > caps.externalMegabytes * 1024 * 1024) {
            finish({ refusal: { code: 'plan.read-too-much-memory' } })
          }
        },
        () => undefined,
      )
    }, 50)
    let finished = false
    const finish = (reading: Reading) => {
      if (finished) return
      finished = true
      clearTimeout(timer)
      clearInterval(watch)
      // The slot is free again only when the thread is really gone.
      void worker.terminate().then(() => resolve(reading))
    }
    worker.once('message', (reading: Reading) => finish(reading))
    worker.once('error', (error: NodeJS.ErrnoException) =>
      finish({
        refusal: { code: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'plan.read-too-much-memory' : 'plan.damaged' },
      }),
    )
    worker.once('exit', () => finish({ refusal: { code: 'plan.damaged' } }))
  })
}
