import { randomUUID, type UUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { replay } from '@yingshang/core/kernel/decider'
import { assignmentDecider } from '@yingshang/core/tasks/assignment'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { postgresOf, startChild, type ChildProduct } from '../testing/child-product.ts'
import { readConfig } from './platform/config.ts'
import { reachDatabase } from './platform/database/reach.ts'
import { eventsOf } from './platform/ledger/load.ts'
import { verifyChain } from './platform/ledger/verify.ts'

// Sixteen clients write while programs are killed. What was answered must be there, whole, after the next start.
const clients = 16
const folder = mkdtempSync(join(tmpdir(), 'yingshang-kill-'))
const acknowledged: { cookie: string; part: string; body: { text: string; percent: number }; command: UUID }[] = []
let product: ChildProduct
let signedIn: { cookie: string; parts: string[] }[] = []

beforeAll(async () => {
  product = await startChild({ folder })
  signedIn = await Promise.all(product.links.filter((link) => link.role === 'unitLiaison').map(({ link }) => signIn(link)))
})
afterAll(async () => {
  await product.end('SIGKILL')
  rmSync(folder, { recursive: true, force: true, maxRetries: 20 })
})

async function signIn(link: string): Promise<{ cookie: string; parts: string[] }> {
  const answer = await fetch(link, { redirect: 'manual' })
  const cookie = answer.headers.get('set-cookie')!.split(';')[0]!
  const mine = await fetch(`${product.url}/api/my-unit/parts?size=100`, { headers: { cookie } })
  const { parts } = (await mine.json()) as { parts: { id: string }[] }
  for (const part of parts) expect((await post(cookie, `assignments/${part.id}/sign`, {})).status).toBe(200)
  return { cookie, parts: parts.map((part) => part.id) }
}

function post(cookie: string, path: string, body: object, command = randomUUID()): Promise<Response> {
  const headers = { cookie, 'content-type': 'application/json', 'x-command-id': command }
  return fetch(`${product.url}/api/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
}

/** Every client reports on parts of its own until it is stopped; an answer that does not come is not counted. */
function writeUntil(stopped: () => boolean): Promise<void>[] {
  return Array.from({ length: clients }, async (_, client) => {
    const { cookie, parts } = signedIn[client % signedIn.length]!
    const own = parts.filter((_id, index) => index % clients === client)
    for (let n = 0; !stopped(); n++) {
      const part = (own.length > 0 ? own : parts)[n % (own.length || parts.length)]!
      const body = { text: `进展 ${client}-${n}-${acknowledged.length}`, percent: n % 100 }
      const command = randomUUID()
      try {
        const answer = await post(cookie, `assignments/${part}/report`, body, command)
        if (answer.status === 200) acknowledged.push({ cookie, part, body, command })
        else await wait(5)
      } catch {
        await wait(20) // the program is gone
      }
    }
  })
}

async function acknowledge(more: number): Promise<void> {
  const goal = acknowledged.length + more
  const until = performance.now() + 60_000
  while (acknowledged.length < goal) {
    await wait(2)
    if (performance.now() > until) throw new Error(`no answers any more; the program printed:\n${product.printed()}`)
  }
}

async function round(before: number, kill: () => Promise<void>): Promise<void> {
  let over = false
  const writing = writeUntil(() => over)
  await acknowledge(before)
  await kill()
  over = true
  await Promise.all(writing)
  product = await startChild({ folder })
  // Who saw no answer sends the same again; who saw one and sends it all the same does not act twice.
  for (const { cookie, part, body, command } of acknowledged.slice(-5))
    expect((await post(cookie, `assignments/${part}/report`, body, command)).status).toBe(200)
  await nothingIsLost()
}

async function nothingIsLost(): Promise<void> {
  const reached = await reachDatabase(readConfig('trial', { YINGSHANG_DATA: folder }))
  const owner = new pg.Pool({ connectionString: reached.urls.owner, max: 2 })
  try {
    const reports = await owner.query<{ stream_id: string; text: string }>(
      `select stream_id, body::jsonb #>> '{data,report,text}' as text from ledger.entry where type = 'progressReported'`,
    )
    const kept = new Set(reports.rows.map((row) => `${row.stream_id} ${row.text}`))
    const lost = acknowledged.filter(({ part, body }) => !kept.has(`${part} ${body.text}`))
    expect(lost).toEqual([])
    expect(reports.rows).toHaveLength(kept.size)
    // Each of the four kills may leave one write of every client done but not answered.
    expect(reports.rows.length - acknowledged.length).toBeLessThanOrEqual(clients * 4)
    expect(await verifyChain(owner)).toEqual([])

    const half = await owner.query(
      `select e.id from ledger.entry e left join ledger.command c on c.id = e.command_id where c.id is null
       union all select c.id from ledger.command c left join ledger.entry e on e.command_id = c.id where e.id is null
       union all select a.id from app.assignment a
         join lateral (select version, hash from ledger.entry where stream_id = a.id order by version desc limit 1) e on true
         where e.version <> a.version or e.hash <> a.head or a.reports <> (select count(*) from ledger.entry where stream_id = a.id and type = 'progressReported')`,
    )
    expect(half.rows).toEqual([])
    const some = [...new Set(acknowledged.map((one) => one.part))].slice(0, 6)
    const rows = await owner.query<{ id: string; state: unknown }>(
      'select id, state from app.assignment where id = any($1)',
      [some],
    )
    for (const { id, state } of rows.rows)
      expect(state).toEqual(replay(assignmentDecider, (await eventsOf(owner, id)) as never))
  } finally {
    await owner.end()
    await reached.close()
  }
}

test('kill -9 of the program and its database at once', async () => {
  await round(150, async () => {
    const database = postgresOf(folder)
    process.kill(product.pid, 'SIGKILL')
    process.kill(database, 'SIGKILL')
    await product.end('SIGKILL')
  })
})

test('kill -9 of the program alone: its database ends by itself', async () => {
  await round(400, async () => {
    await product.end('SIGKILL')
  })
})

test('kill -9 of the database alone: it is started again and writing goes on, then everything is killed', async () => {
  await round(60, async () => {
    const first = postgresOf(folder)
    process.kill(first, 'SIGKILL')
    await acknowledge(100)
    expect(postgresOf(folder)).not.toBe(first)
    process.kill(postgresOf(folder), 'SIGKILL')
    await product.end('SIGKILL')
  })
})
