import { Failure } from '../http/failure.ts'

/** Uploads that are in memory at a time: eight of 20 MB, and as much again while they are cleaned. */
const atOnce = 8
/** Further ones wait with their bytes still on the way; the browser is told to try again beyond that. */
const mostWaiting = 600

let running = 0
const waiting: (() => void)[] = []

/** Does the work of an upload when it is its turn. Whoever waits has not been read from: TCP holds the bytes back. */
export async function inUploadTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= atOnce) {
    if (waiting.length >= mostWaiting) throw new Failure(503, { code: 'file.busy' })
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}
