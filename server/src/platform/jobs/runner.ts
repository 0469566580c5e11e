import { setTimeout as wait } from 'node:timers/promises'
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
/** Outbox rows per poll while the server is busy: twenty a second reach the queue all the same. */
const trickle = 40

/**
 * The job runner of this instance: forwards the outbox (poked after local writes, polled for those of other instances)
 * and works the queue. Runs with the owner's login; the app login never touches the queue.
 */
export async function startJobs(
  owner: pg.Pool,
  handlers: Readonly<Record<string, JobHandler>>,
  log: Log,
  only = false,
  busy: () => boolean = () => false,
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
  // Without a delay for gathering, the library notes the end of a job in a promise that it lets go of: a database that is
  // away at that moment would end the process, and the job would stay locked.
  const preset = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } }
  const options = { concurrency: 4, noHandleSignals: true, pollInterval: pollEvery, logger, crontab: '', preset }
  const begin = async () => {
    if (only) await freeHeldJobs(owner)
    return run({ pgPool: owner, taskList, ...options })
  }
  const running = await keepWorking(begin, log)

  let forwarding: Promise<unknown> = Promise.resolve()
  // News can wait a little, people cannot: while many requests are under way only a trickle is forwarded.
  const forward = (atMost = busy() ? trickle : undefined) => {
    forwarding = forwarding
      .then(() => forwardOutbox(owner, atMost))
      .catch((error: unknown) => log.line('outbox-failed', describe(error)))
    return forwarding
  }
  let poked: NodeJS.Timeout | undefined
  const timer = setInterval(() => void forward(), pollEvery)
  return {
    poke() {
      poked ??= setTimeout(() => {
        poked = undefined
        if (!busy()) void forward()
      }, pokeAfter)
    },
    async drain() {
      await forward(Number.POSITIVE_INFINITY)
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
      await running.stop()
    },
  }
}

/**
 * A job in hand when the program was killed stays locked for four hours, because the library cannot know whether another
 * instance works on it. With the embedded database there is no other one. Handlers bear being called again.
 */
async function freeHeldJobs(owner: pg.Pool): Promise<void> {
  const queue = await owner.query("select to_regclass('graphile_worker._private_jobs') is not null as there")
  if (!queue.rows[0].there) return
  await owner.query(
    `select graphile_worker.force_unlock_workers(array(
       select locked_by from graphile_worker._private_jobs where locked_by is not null
       union select locked_by from graphile_worker._private_job_queues where locked_by is not null))`,
  )
}

const restAfterEnd = 1_000

/**
 * When the database was away while the library wanted to note the end of a job, it ends its runner for good. Then a new
 * one is started, as often as needed.
 */
async function keepWorking(start: () => Promise<Runner>, log: Log): Promise<{ stop(): Promise<void> }> {
  let stopping = false
  let runner: Runner | undefined
  const watch = (current: Runner) => void current.promise.catch(() => {}).then(again)
  const again = async (): Promise<void> => {
    runner = undefined
    if (stopping) return
    log.line('job-runner-ended')
    await wait(restAfterEnd, undefined, { ref: false })
    if (stopping) return
    try {
      const started = await start()
      if (stopping) return await started.stop()
      runner = started
      watch(started)
    } catch (error) {
      log.line('job-runner-not-started', describe(error))
      await again()
    }
  }
  runner = await start()
  watch(runner)
  return {
    async stop() {
      stopping = true
      await runner?.stop().catch(() => {}) // it may be ending by itself
    },
  }
}
