import type { PlanPackage } from '@yingshang/core/plans/package'
import { threadQueue, type ThreadCaps, type ThreadStop } from '../../platform/bounded-thread.ts'
import { detect } from './detect.ts'
import { limits } from './limits.ts'
import { tooLarge } from './read.ts'
import type { Reading } from './read.ts'

const threads = threadQueue(2, 20)
const usualCaps: ThreadCaps = {
  seconds: limits.workerSeconds,
  heapMegabytes: limits.workerHeapMegabytes,
  externalMegabytes: limits.workerExternalMegabytes,
}

/**
 * Reads a stranger's file in a thread of its own. Whatever is in it, the answer is a document or a refusal within
 * `limits.workerSeconds`, and the caller's thread neither stalls nor runs out of memory. At most two files are read at
 * a time; the rest wait in order, and when too many wait the answer is `plan.read-busy`.
 */
export function readInWorker(bytes: Uint8Array, given: Partial<ThreadCaps> = {}): Promise<Reading> {
  return inWorker<Reading>(bytes, false, given)
}

/** A document that was read, and the plan that was understood in it. */
export type Understanding = Refused | (Exclude<Reading, Refused> & { readonly package: PlanPackage })

/** The same, understood as well: a line that is made to take long is as bad for the caller's thread as a bad file. */
export function understandInWorker(bytes: Uint8Array, given: Partial<ThreadCaps> = {}): Promise<Understanding> {
  return inWorker<Understanding>(bytes, true, given)
}

type Refused = Extract<Reading, { refusal: unknown }>

async function inWorker<Answer>(
  bytes: Uint8Array,
  understand: boolean,
  given: Partial<ThreadCaps>,
): Promise<Answer | Refused> {
  if (bytes.length > limits.fileBytes) return { refusal: tooLarge(bytes.length) }
  const found = detect(bytes)
  if ('refused' in found) return { refusal: { code: found.refused } }
  const caps = { ...usualCaps, ...given }
  // A view of a larger buffer would take the whole of it along.
  const data = { bytes: new Uint8Array(bytes), understand }
  const result = await threads.run<Answer>(new URL('./worker.ts', import.meta.url), data, caps)
  return 'answer' in result ? result.answer : stopped(result.stopped, caps)
}

function stopped(why: ThreadStop, caps: ThreadCaps): Refused {
  switch (why) {
    case 'slow':
      return { refusal: { code: 'plan.read-too-slow', facts: { seconds: caps.seconds } } }
    case 'memory':
      return { refusal: { code: 'plan.read-too-much-memory' } }
    case 'busy':
      return { refusal: { code: 'plan.read-busy' } }
    case 'fault':
      return { refusal: { code: 'plan.damaged' } }
  }
}
