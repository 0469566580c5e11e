import { prepareDataFolder } from '../data-folder.ts'
import type { Config } from '../config.ts'
import { readOrMakeKeys, type Keys } from '../keys.ts'
import { claimDataFolder, runningIn } from '../running.ts'
import { systemClock } from '../clock.ts'
import { stampInstallation } from '../stamp.ts'
import { bringUpDatabase } from './bring-up.ts'
import { migrate } from './migrate.ts'
import { openDatabases, type Databases, type DatabaseUrls } from './pools.ts'
import { roleNames } from './roles.ts'

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
  prepareDataFolder(config.dataFolder)
  const keys = readOrMakeKeys(config.dataFolder)
  const running = runningIn(config.dataFolder)
  if (running && (config.urls || running.socket !== undefined))
    return use(config.urls ?? urlsAt(running.socket!, keys), keys, work)
  const claim = claimDataFolder(config.dataFolder)
  try {
    const { urls, embedded } = await bringUpDatabase(config, keys, () => {})
    try {
      await migrate(urls.owner)
      return await use(urls, keys, async (opened) => {
        await stampInstallation(opened.databases.owner, config, systemClock)
        return work(opened)
      })
    } finally {
      await embedded?.stop()
    }
  } finally {
    claim.release()
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

function urlsAt(socket: string, keys: Keys): DatabaseUrls {
  const url = (user: string, password: string) =>
    `postgresql://${user}:${password}@localhost/yingshang?host=${encodeURIComponent(socket)}`
  return {
    owner: url(roleNames.owner, keys.ownerPassword),
    app: url(roleNames.app, keys.appPassword),
    vault: url(roleNames.vault, keys.vaultPassword),
  }
}
