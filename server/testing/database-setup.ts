import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { makeLoginsAndDatabase, urlsOf } from '../src/platform/database/bring-up.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { launchEmbedded } from '../src/platform/embedded/launch.ts'
import { readOrMakeKeys } from '../src/platform/keys.ts'
import { stampInstallation } from '../src/platform/stamp.ts'

export interface TestCluster {
  readonly host: string
  readonly superuserUrl: string
  readonly keysFolder: string
  readonly template: string
}

declare module 'vitest' {
  interface ProvidedContext {
    cluster: TestCluster
  }
}

/**
 * One real PostgreSQL for the whole run, 18 by default, 15 with YINGSHANG_TEST_POSTGRES=15. A template database is
 * migrated once; each test file clones it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'yingshang-test-'))
  const keys = readOrMakeKeys(join(folder, 'keys'))
  const major = process.env['YINGSHANG_TEST_POSTGRES'] === '15' ? 15 : 18
  const embedded = await launchEmbedded({
    folder: join(folder, 'database'),
    superuserPassword: keys.superuserPassword,
    major,
    unsafeFast: true,
  })
  const template = 'template_product'
  await makeLoginsAndDatabase(embedded, keys, template)
  await migrate(urlsOf(embedded, keys, template).owner)
  const owner = new pg.Client({ connectionString: urlsOf(embedded, keys, template).owner })
  await owner.connect()
  await stampInstallation(owner as unknown as pg.Pool, { mode: 'trial', division: '320724' }, { now: () => Date.UTC(2022, 6, 4, 1) })
  await owner.end()
  project.provide('cluster', {
    host: embedded.host,
    superuserUrl: embedded.url('postgres', keys.superuserPassword, 'postgres'),
    keysFolder: join(folder, 'keys'),
    template,
  })
  return async () => {
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
