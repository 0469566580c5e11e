import { Worker } from 'node:worker_threads'

export interface ThreadCaps {
  readonly seconds: number
  readonly heapMegabytes: number
  /** Memory of the thread outside the JavaScript heap: inflated streams and decoded pages. */
  readonly externalMegabytes: number
}

/** Why a thread gave no answer. `busy`: it was never started, too many wait already. */
export type ThreadStop = 'slow' | 'memory' | 'fault' | 'busy'
export type ThreadAnswer<Answer> = { readonly answer: Answer } | { readonly stopped: ThreadStop }

export interface ThreadQueue {
  /**
   * Runs a script with the given data in a thread of its own; the script posts one message, its answer. Whatever is in
   * the data, the answer or the reason of stopping comes within the caps, and the caller's thread neither stalls nor runs
   * out of memory.
   */
  run<Answer>(script: URL, data: object, caps: ThreadCaps): Promise<ThreadAnswer<Answer>>
}

/** Threads that share places: at most `atOnce` run, the rest wait in order, and more than `waitingAtMost` never wait. */
export function threadQueue(atOnce: number, waitingAtMost: number): ThreadQueue {
  let running = 0
  const waiting: (() => void)[] = []
  return {
    async run(script, data, caps) {
      if (running < atOnce) running++
      else if (waiting.length >= waitingAtMost) return { stopped: 'busy' }
      else await new Promise<void>((go) => waiting.push(go))
      try {
        return await runOnce(script, data, caps)
      } finally {
        // A finished thread hands its place to the next in line, so nobody can slip in between.
        const next = waiting.shift()
        if (next) next()
        else running--
      }
    },
  }
}

function runOnce<Answer>(script: URL, workerData: object, caps: ThreadCaps): Promise<ThreadAnswer<Answer>> {
  return new Promise((resolve) => {
    // The data is copied: the caller keeps its bytes whatever the thread does with them.
    const worker = new Worker(script, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: caps.heapMegabytes, stackSizeMb: 4 },
      env: {},
      stdout: true,
      stderr: true,
    })
    const timer = setTimeout(() => finish({ stopped: 'slow' }), caps.seconds * 1000)
    // Heap limits do not count typed arrays; a stream that inflates without end would. So the thread is asked.
    const watch = setInterval(() => {
      worker.getHeapStatistics().then(
        (heap) => {
          if (heap.external_memory > caps.externalMegabytes * 1024 * 1024) finish({ stopped: 'memory' })
        },
        () => undefined,
      )
    }, 50)
    let finished = false
    const finish = (answer: ThreadAnswer<Answer>) => {
      if (finished) return
      finished = true
      clearTimeout(timer)
      clearInterval(watch)
      // The place is free again only when the thread is really gone.
      void worker.terminate().then(() => resolve(answer))
    }
    worker.once('message', (answer: Answer) => finish({ answer }))
    worker.once('error', (error: NodeJS.ErrnoException) =>
      finish({ stopped: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'fault' }),
    )
    worker.once('exit', () => finish({ stopped: 'fault' }))
  })
}
