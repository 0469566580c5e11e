import { migrateSafely } from '../backup/before-migration.ts'
import type { Config } from '../config.ts'
import type { Keys } from '../keys.ts'
import { systemClock } from '../clock.ts'
import { stampInstallation } from '../stamp.ts'
import { openDatabases, type Databases, type DatabaseUrls } from './pools.ts'
import { reachDatabase } from './reach.ts'

export interface OpenedDatabase {
  readonly databases: Databases
  readonly keys: Keys
}

/**
 * The installation's database for a command: the one a running program has open, otherwise brought up, migrated and
 * stamped for as long as the command works. Throws a `PlainFailure` for what the person at the machine can mend.
 */
export async function withDatabase<Result>(
  config: Config,
  work: (opened: OpenedDatabase) => Promise<Result>,
): Promise<Result> {
  const reached = await reachDatabase(config)
  const { urls, keys } = reached
  try {
    if (!reached.running)
      await migrateSafely({ ...config, ownerUrl: urls.owner, keys, clock: systemClock })
    return await use(urls, keys, async (opened) => {
      await stampInstallation(opened.databases.owner, config, systemClock)
      return work(opened)
    })
  } finally {
    await reached.close()
  }
}

async function use<Result>(
  urls: DatabaseUrls,
  keys: Keys,
  work: (opened: OpenedDatabase) => Promise<Result>,
): Promise<Result> {
  const databases = openDatabases(urls, () => {}, 2)
  try {
    return await work({ databases, keys })
  } finally {
    await databases.close()
  }
}
