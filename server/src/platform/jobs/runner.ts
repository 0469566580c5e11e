import { Logger, run, runTaskListOnce, type Runner, type TaskList } from 'graphile-worker'
import type pg from 'pg'
import { describe, type Log } from '../log.ts'
import { derivedId } from '../sealed-secret.ts'
import { forwardOutbox } from './outbox.ts'

/** `key` is the id of the outbox row: the same again when a job is repeated after a crash. */
export type JobHandler = (payload: unknown, job: { readonly key: string }) => Promise<void>

export interface Jobs {
  /** A write was made here: look at the outbox soon (many calls, one look). */
  poke(): void
  /** Runs everything that is waiting now, to its end: for tests and for an orderly stop. */
  drain(): Promise<void>
  stop(): Promise<void>
}

const pollEvery = 2_000
const pokeAfter = 25

/**
 * The job runner of this instance: forwards the outbox (poked after local writes, polled for those of other instances)
 * and works the queue. Runs with the owner's login; the app login never touches the queue.
 */
export async function startJobs(
  owner: pg.Pool,
  handlers: Readonly<Record<string, JobHandler>>,
  log: Log,
): Promise<Jobs> {
  const logger = new Logger(() => (level, message) => {
    if (level === 'error') log.line('job-runner', { message: message.slice(0, 200) })
  })
  const taskList: TaskList = {}
  for (const [name, handler] of Object.entries(handlers)) {
    taskList[name] = (payload, { job }) =>
      handler(payload, { key: job.key ?? derivedId('job', job.id) }).catch((error: unknown) => {
        log.line('job-failed', { task: name, ...describe(error) })
        // The queue keeps the text of the error: it must not carry content.
        return Promise.reject(new Error(`${name} failed`))
      })
  }
  const runner: Runner = await run({
    pgPool: owner,
    taskList,
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: pollEvery,
    logger,
    crontab: '',
  })

  let forwarding: Promise<unknown> = Promise.resolve()
  const forward = () => {
    forwarding = forwarding
      .then(() => forwardOutbox(owner))
      .catch((error: unknown) => log.line('outbox-failed', describe(error)))
    return forwarding
  }
  let poked: NodeJS.Timeout | undefined
  const timer = setInterval(() => void forward(), pollEvery)
  return {
    poke() {
      poked ??= setTimeout(() => {
        poked = undefined
        void forward()
      }, pokeAfter)
    },
    async drain() {
      await forward()
      const client = await owner.connect()
      try {
        await runTaskListOnce({ noHandleSignals: true, logger }, taskList, client)
      } finally {
        client.release()
      }
    },
    async stop() {
      clearInterval(timer)
      clearTimeout(poked)
      await forwarding
      await runner.stop()
    },
  }
}
