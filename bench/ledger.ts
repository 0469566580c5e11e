import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { openSession } from '../server/src/platform/auth/sessions.ts'
import { sessionCookie } from '../server/src/platform/http/session.ts'
import type { Services } from '../server/src/platform/capability.ts'
import { urlsOf } from '../server/src/platform/database/bring-up.ts'
import { makeCampaigns } from '../server/src/sample/made-campaigns.ts'
import { load, type LoadRequest } from './load.ts'
import { newDataFolder, openServices, removeFolder, startProcess } from './product-process.ts'
import { report } from './report.ts'
import { serverSide } from './server-side.ts'

// The task ledger at 100,000 tasks in 100 campaigns: reading a page, and a progress report with ledger and outbox,
// beside a bare Node + pg one-row INSERT in the same run on the same database.
const campaigns = Number(process.argv[2] ?? 100)
const tasksEach = Number(process.argv[3] ?? 1000)
const seconds = Number(process.argv[4] ?? 8)
const clients = 16

const folder = newDataFolder()
const product = await startProcess(folder)
const services = await openServices(folder)
try {
  console.log(`filling ${campaigns} campaigns of ${tasksEach} tasks …`)
  const ids = await makeCampaigns(services, {
    seed: 2022,
    campaigns,
    tasksEach,
    progress: (done) => done % 10 === 0 && console.log(`  ${done}`),
  })
  // What autovacuum does within minutes of such a filling.
  await services.databases.owner.query('vacuum analyze')
  const office = await cookieOf(services, 'coordinationOfficer')
  await load(product.url, pageRequests(ids, office), clients, 1) // every connection plans its statements
  const paging = await serverSide(product, '/api/tasks', () =>
    load(product.url, pageRequests(ids, office), clients, seconds),
  )
  const pages = paging.result
  const onePage = await load(product.url, pageRequests(ids, office), 1, 3)
  const parts = await signedParts(services, product.url)
  const bare = await bareInserts(services)
  const reporting = await serverSide(product, '/api/assignments/:assignmentId/report', () =>
    load(product.url, reportRequests(parts), clients, seconds),
  )
  const reports = reporting.result
  const share = (reports.perSecond / bare) * 100
  // Either is enough: so many a second, or such a share of what the same machine can do at all.
  const enough = reports.perSecond >= 2000 ? 'number' : 'share'
  const failed = pages.failed + onePage.failed + reports.failed
  const met = report({
    name: 'ledger',
    volume: `${campaigns * tasksEach} tasks in ${campaigns} campaigns, ${clients} clients, ${seconds} s a figure, embedded PostgreSQL 18, fsync on, ${failed} failed answers`,
    figures: [
      { what: 'ledger page, p95 at the server', value: paging.p95, unit: 'ms', limit: 30 },
      { what: 'ledger page, p95 seen by the client', value: pages.p95, unit: 'ms' },
      { what: 'ledger page, p50', value: pages.p50, unit: 'ms' },
      { what: 'ledger pages a second', value: pages.perSecond, unit: '/s' },
      { what: 'processor of the program per page', value: paging.program, unit: 'ms' },
      { what: 'processor of PostgreSQL per page', value: paging.database, unit: 'ms' },
      { what: 'ledger page, one client, p95', value: onePage.p95, unit: 'ms' },
      { what: 'bare Node + pg one-row INSERT', value: bare, unit: '/s' },
      {
        what: 'progress reports with ledger and outbox',
        value: reports.perSecond,
        unit: '/s',
        ...(enough === 'number' ? { limit: 2000, good: 'more' } : {}),
      },
      {
        what: 'the same as a share of bare Node + pg',
        value: share,
        unit: '%',
        ...(enough === 'share' ? { limit: 30, good: 'more' } : {}),
      },
      { what: 'progress report, p95', value: reports.p95, unit: 'ms' },
      { what: 'processor of the program per report', value: reporting.program, unit: 'ms' },
      { what: 'processor of PostgreSQL per report', value: reporting.database, unit: 'ms' },
      { what: 'failed answers', value: failed, unit: '', limit: 0 },
    ],
  })
  if (!met) process.exitCode = 1
} finally {
  await services.databases.close()
  await product.stop()
  removeFolder(folder)
}

async function cookieOf(from: Services, role: string, unitId?: string): Promise<string> {
  const person = await from.databases.app.query<{ person_id: string }>(
    'select person_id from app.post where role = $1 and not cancelled and ($2::uuid is null or unit_id = $2) order by id limit 1',
    [role, unitId ?? null],
  )
  return `${sessionCookie}=${await openSession(from.databases.app, { personId: person.rows[0]!.person_id, now: Date.now(), secondFactor: true, byLink: true, browser: '' })}`
}

function pageRequests(ids: readonly string[], cookie: string): () => LoadRequest {
  const filters = [
    '',
    '&alert=red',
    '&sort=dueOn',
    '&q=%E7%94%A8%E7%94%B5',
    '&kind=ongoing',
    '&page=7',
    '&alert=yellow,blue&sort=dueOn',
  ]
  let n = 0
  return () => {
    n++
    const path = `/api/tasks?campaignId=${ids[(n * 7919) % ids.length]}${filters[n % filters.length]}`
    return { method: 'GET', path, headers: { cookie } }
  }
}

interface Part {
  readonly id: string
  readonly cookie: string
}

/** Parts of sixteen units, signed for through the product, so that they can be reported on. */
async function signedParts(from: Services, url: string): Promise<Part[]> {
  const units = await from.databases.app.query<{ unit_id: string }>(
    `select a.unit_id from app.assignment a join app.post p on p.unit_id = a.unit_id and p.role = 'unitLiaison' and not p.cancelled
     group by a.unit_id order by count(*) desc, a.unit_id limit 16`,
  )
  const parts: Part[] = []
  for (const { unit_id: unitId } of units.rows) {
    const cookie = await cookieOf(from, 'unitLiaison', unitId)
    const own = await from.databases.app.query<{ id: string }>(
      `select id from app.assignment where unit_id = $1 and status = 'assigned' order by id limit 250`,
      [unitId],
    )
    for (const { id } of own.rows) {
      const headers = { cookie, 'content-type': 'application/json', 'x-command-id': randomUUID() }
      const signed = await fetch(`${url}/api/assignments/${id}/sign`, { method: 'POST', headers, body: '{}' })
      if (signed.ok) parts.push({ id, cookie })
    }
  }
  if (parts.length < 100) throw new Error('too few parts could be signed for')
  return parts
}

function reportRequests(parts: readonly Part[]): () => LoadRequest {
  let n = 0
  return () => {
    const part = parts[n++ % parts.length]!
    return {
      method: 'POST',
      path: `/api/assignments/${part.id}/report`,
      headers: { cookie: part.cookie, 'content-type': 'application/json', 'x-command-id': randomUUID() },
      body: JSON.stringify({ text: `第 ${n} 次进展：已完成流程梳理，正在对接平台。`, percent: n % 100, fileIds: [] }),
    }
  }
}

async function bareInserts(from: Services): Promise<number> {
  const url = urlsOf(
    {
      url: (user: string, password: string, database: string) =>
        `postgresql://${user}:${password}@localhost/${database}?host=${encodeURIComponent(`${folder}/database/socket`)}`,
    } as never,
    from.keys,
    'yingshang',
  ).owner
  const child = spawn(process.execPath, [fileURLToPath(new URL('bare-server.ts', import.meta.url))], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, BENCH_URL: url },
  })
  const { port } = await new Promise<{ port: number }>((resolve) =>
    child.once('message', (message) => resolve(message as { port: number })),
  )
  const body = JSON.stringify({ text: '进展：已完成流程梳理，正在对接平台。', percent: 50 })
  const result = await load(`http://127.0.0.1:${port}`, () => ({ method: 'POST', path: '/', body }), clients, seconds)
  child.kill()
  return result.perSecond
}
