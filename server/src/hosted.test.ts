import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusedStart, startChild } from '../testing/child-product.ts'
import { run as printRoles } from './commands/db-roles.ts'
import { launchEmbedded, type EmbeddedPostgres } from './platform/embedded/launch.ts'

// A PostgreSQL that is not ours: reached by URLs alone, prepared by its own administrator. Of the suite's version.
const folder = mkdtempSync(join(tmpdir(), 'yingshang-hosted-'))
let hosted: EmbeddedPostgres
beforeAll(async () => {
  const major = process.env['YINGSHANG_TEST_POSTGRES'] === '15' ? 15 : 18
  hosted = await launchEmbedded({ folder: join(folder, 'server'), superuserPassword: 'administrator', major, unsafeFast: true })
})
afterAll(async () => {
  await hosted.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function asAdministrator(database: string, statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: hosted.url('postgres', 'administrator', database) })
  await client.connect()
  for (const sql of statements) await client.query(sql)
  await client.end()
}

async function logged(name: string, event: string): Promise<Record<string, string>> {
  const logs = join(folder, name, 'logs')
  for (let tries = 0; tries < 3000; tries++) {
    const lines = readdirSync(logs).flatMap((file) => readFileSync(join(logs, file), 'utf8').trim().split('\n'))
    const found = lines.map((line) => JSON.parse(line)).find((line) => line.event === event)
    if (found) return found
    await wait(20)
  }
  throw new Error(`nothing was logged as ${event}`)
}

test('with one login only: refused without the flag, and told what is lost with it', async () => {
  await asAdministrator('postgres', ["create role county login password 'county'", 'create database single owner county'])
  const url = hosted.url('county', 'county', 'single')
  const refused = await refusedStart({ folder: join(folder, 'single'), settings: { YINGSHANG_OWNER_URL: url } })
  expect(refused).toEqual({ code: 1, printed: expect.stringContaining('YINGSHANG_SINGLE_ROLE=yes') })

  const settings = { YINGSHANG_OWNER_URL: url, YINGSHANG_SINGLE_ROLE: 'yes' }
  const product = await startChild({ folder: join(folder, 'single'), settings })
  expect(product.printed()).toContain('台账可以被改动')
  expect(await logged('single', 'protection')).toMatchObject({ level: 'single-role' })
  expect((await fetch(product.links[0]!.link, { redirect: 'manual' })).headers.get('location')).toBe('/desk/')
  expect(await product.end()).toBe(0)
})

test('with three logins made by the printed SQL: full protection, data stay with the server', async () => {
  let sql = ''
  const say = (text: string) => void (sql += text)
  expect(await printRoles(['county_db'], { directory: folder, print: say, complain: say })).toBe(0)
  const [before, after] = sql.split('\\connect county_db\n')
  const statements = (part: string) => part.split('\n').filter((line) => line.endsWith(';'))
  await asAdministrator('postgres', statements(before!))
  await asAdministrator('county_db', statements(after!))

  const settings = Object.fromEntries(
    [...sql.matchAll(/^-- (YINGSHANG_\w+_URL)=postgresql:\/\/(\w+):([^@]+)@/gm)].map(([, name, user, password]) => [
      name!,
      hosted.url(user!, password!, 'county_db'),
    ]),
  )
  const first = await startChild({ folder: join(folder, 'first'), settings })
  expect(await logged('first', 'protection')).toMatchObject({ level: 'full', faults: '' })
  await first.end()
  expect(readdirSync(join(folder, 'first')).toSorted()).toEqual(['keys.json', 'logs'])

  const again = await startChild({ folder: join(folder, 'second'), settings })
  const client = new pg.Client({ connectionString: settings['YINGSHANG_OWNER_URL'] })
  await client.connect()
  expect((await client.query('select 1 from app.campaign')).rowCount).toBe(1)
  await client.end()
  await again.end()
})

test('a server that cannot be reached, a wrong password: the setting is named, the password is not', async () => {
  const good = hosted.url('county', 'county', 'single')
  for (const [url, said] of [
    [good.replace('county:county', 'county:secret'), '账号或口令不对'],
    [good.replace('/single', '/nowhere'), '没有这个数据库'],
    ['postgresql://county:secret@127.0.0.1:1/single', '没有在这个地址和端口上监听'],
  ] as const) {
    const settings = { YINGSHANG_OWNER_URL: url, YINGSHANG_SINGLE_ROLE: 'yes' }
    const refused = await refusedStart({ folder: join(folder, 'wrong'), settings })
    expect(refused).toEqual({ code: 1, printed: expect.stringContaining(said) })
    expect(refused.printed).toContain('YINGSHANG_OWNER_URL')
    expect(refused.printed).not.toContain('secret')
  }
})
