import type { Storage } from '../config.ts'
import { prepareDataFolder } from '../data-folder.ts'
import { socketUrl } from '../embedded/launch.ts'
import { readOrMakeKeys, type Keys } from '../keys.ts'
import { PlainFailure } from '../plain-failure.ts'
import { claimDataFolder, runningIn } from '../running.ts'
import { bringUpDatabase, urlsOf } from './bring-up.ts'
import { checkHosted } from './hosted.ts'
import type { DatabaseUrls } from './pools.ts'

/** A database that a command of the command line works on. */
export interface Reached {
  readonly urls: DatabaseUrls
  readonly keys: Keys
  /** The product is running on it at this moment. */
  readonly running: boolean
  close(): Promise<void>
}

/**
 * The database of an installation, for a command: the given URLs, that of the running program, or the embedded one
 * started for as long as the command works. With `alone` a running program is refused.
 */
export async function reachDatabase(config: Storage, options: { readonly alone?: boolean } = {}): Promise<Reached> {
  prepareDataFolder(config.dataFolder)
  const other = runningIn(config.dataFolder)
  if (other && options.alone)
    throw new PlainFailure('folder.in-use', `营商正在运行（进程 ${other.pid}），这个命令要在停止以后执行`)
  const keys = readOrMakeKeys(config.dataFolder)
  if (config.urls) await checkHosted(config.urls)
  if (config.urls) return { urls: config.urls, keys, running: other !== undefined, close: async () => {} }
  if (other) {
    const { socket } = other
    if (socket === undefined) throw new PlainFailure('database.not-ready', '营商正在启动，请等启动完成后再执行')
    const url = (user: string, password: string, database: string) => socketUrl(socket, user, password, database)
    return { urls: urlsOf({ url }, keys, 'yingshang'), keys, running: true, close: async () => {} }
  }
  const claim = claimDataFolder(config.dataFolder)
  try {
    const { urls, embedded } = await bringUpDatabase(config, keys, () => {})
    return {
      urls,
      keys,
      running: false,
      async close() {
        await embedded?.stop()
        claim.release()
      },
    }
  } catch (error) {
    claim.release()
    throw error
  }
}
