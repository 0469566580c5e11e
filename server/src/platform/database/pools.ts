import pg from 'pg'

// `date` stays the ISO string it is: a Date object would move the day with the machine's zone.
pg.types.setTypeParser(1082, (text) => text)
// bigint as number: our counters stay far below 2^53.
pg.types.setTypeParser(20, (text) => Number(text))

export interface DatabaseUrls {
  readonly owner: string
  readonly app: string
  readonly vault: string
}

/** The three logins. `owner` migrates and runs jobs, `app` serves requests, `vault` only opens sealed content. */
export interface Databases {
  readonly owner: pg.Pool
  readonly app: pg.Pool
  readonly vault: pg.Pool
  close(): Promise<void>
}

export function openDatabases(urls: DatabaseUrls, log: (message: string) => void, appConnections = 16): Databases {
  const open = (url: string, max: number) => {
    const pool = new pg.Pool({ connectionString: url, max, idleTimeoutMillis: 30_000 })
    // An idle connection that breaks (database restarted) must not end the process.
    const lost = (error: Error) => log(`database connection lost: ${(error as { code?: string }).code ?? error.name}`)
    pool.on('error', lost)
    pool.on('connect', (client) => void client.on('error', lost))
    return pool
  }
  const databases = { owner: open(urls.owner, 8), app: open(urls.app, appConnections), vault: open(urls.vault, 2) }
  return {
    ...databases,
    async close() {
      await Promise.all([databases.owner.end(), databases.app.end(), databases.vault.end()])
    },
  }
}

export type Queryable = Pick<pg.Pool, 'query'>
