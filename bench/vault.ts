import { spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { maskText } from '@yingshang/core/vault/masking'
import { urlsOf } from '../server/src/platform/database/bring-up.ts'
import { receiptCodeOf, vaultIntake } from '../server/src/vault/for-others.ts'
import { makeVaultKey } from '../server/src/vault/make-key.ts'
import { ReceiptKeys } from '../server/src/vault/receipt.ts'
import { load, type LoadResult } from './load.ts'
import { newDataFolder, openServices, removeFolder, startProcess } from './product-process.ts'
import { report } from './report.ts'

// Sealing, masking, receipts, and a whole submission over HTTP with one durable statement, beside bare Node + pg with a
// one-row INSERT on the same database in the same run.
const seconds = Number(process.argv[2] ?? 6)
const clients = 16

const sentence =
  '6月20日到窗口办理变更登记，材料齐全，工作人员要求另补一份清单上没有的证明，先后去了五次都没有受理，损失约13800元。'
const body = {
  title: '办理变更登记被多次要求补材料',
  text: `我叫李小测，电话13912345678，在人民路12号3单元402室开店。${sentence.repeat(5)}希望尽快答复。`,
  name: '李小测',
  mobile: '13912345678',
}

const folder = newDataFolder()
const product = await startProcess(folder)
const services = await openServices(folder)
try {
  const { app, owner } = services.databases
  const { division } = services.installation
  const made = await app.query(`select 1 from app.vault_key where holder = 'office'`)
  const occasion = {
    actor: { kind: 'system', job: 'bench' } as const,
    businessDay: '2022-07-04',
    now: Date.now(),
    commandId: randomUUID(),
  }
  if (made.rowCount === 0)
    await makeVaultKey(app, occasion, {
      division,
      holder: 'office',
      officerId: randomUUID(),
      passphrase: '只用于测量的一句口令',
    })

  const intake = vaultIntake(services)
  const original = { title: body.title, text: body.text }
  const sealing = await perSecond(() =>
    intake.seal({
      holder: 'office',
      original,
      identity: { name: body.name, mobile: body.mobile },
      consent: 'doNotPassOn',
      now: Date.now(),
    }),
  )
  const masking = await perSecond(async () => maskText(body.text))
  const receipts = new ReceiptKeys(services.keys.siteKey)
  const hashing = await perSecond(() =>
    receipts.of(receiptCodeOf(services.keys.siteKey, randomBytes(8).toString('hex'))),
  )

  const url = urlsOf(
    {
      url: (user: string, password: string, database: string) =>
        `postgresql://${user}:${password}@localhost/${database}?host=${encodeURIComponent(`${folder}/database/socket`)}`,
    } as never,
    services.keys,
    'yingshang',
  ).owner
  // Turn about, so that a slow moment of the machine hits both.
  const bare: LoadResult[] = []
  const whole: LoadResult[] = []
  for (let round = 0; round < 3; round++) {
    bare.push(await serveAndLoad('bare-server.ts', { BENCH_URL: url }))
    whole.push(await serveAndLoad('vault-server.ts', { BENCH_FOLDER: folder }))
  }
  const coded = await serveAndLoad('vault-server.ts', { BENCH_FOLDER: folder }, '/?code=yes')
  const rows = await owner.query<{ sealed: number }>('select count(*)::int as sealed from vault.sealed')
  const [bareMiddle, wholeMiddle] = [middle(bare), middle(whole)]
  const failed = [...bare, ...whole, coded].reduce((sum, one) => sum + one.failed, 0)
  const met = report({
    name: 'vault',
    volume: `${body.text.length} signs a submission, ${clients} clients, ${seconds} s a figure, median of three by turns, ${rows.rows[0]!.sealed} sealed rows at the end, embedded PostgreSQL 18, fsync on`,
    figures: [
      { what: 'submissions sealed and masked a second (no database)', value: sealing, unit: '/s' },
      { what: 'texts masked a second', value: masking, unit: '/s' },
      { what: 'receipt keys a second (two at a time)', value: hashing, unit: '/s', limit: 50, good: 'more' },
      { what: 'bare Node + pg one-row INSERT', value: bareMiddle.perSecond, unit: '/s' },
      { what: 'intake with vault, ledger and outbox', value: wholeMiddle.perSecond, unit: '/s' },
      {
        what: 'the same as a share of bare Node + pg',
        value: (wholeMiddle.perSecond / bareMiddle.perSecond) * 100,
        unit: '%',
        limit: 30,
        good: 'more',
      },
      { what: 'intake, p95', value: wholeMiddle.p95, unit: 'ms' },
      { what: 'intake with a receipt code', value: coded.perSecond, unit: '/s', limit: 50, good: 'more' },
      { what: 'failed answers', value: failed, unit: '', limit: 0 },
    ],
  })
  if (!met) process.exitCode = 1
} finally {
  await services.databases.close()
  await product.stop()
  removeFolder(folder)
}

async function perSecond(work: () => Promise<unknown>): Promise<number> {
  await work()
  let done = 0
  const begun = performance.now()
  const end = begun + 2000
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < end) {
        await work()
        done++
      }
    }),
  )
  return (done / (performance.now() - begun)) * 1000
}

async function serveAndLoad(script: string, environment: Record<string, string>, path = '/'): Promise<LoadResult> {
  const child = spawn(process.execPath, [fileURLToPath(new URL(script, import.meta.url))], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ...environment },
  })
  const { port } = await new Promise<{ port: number }>((resolve) =>
    child.once('message', (message) => resolve(message as { port: number })),
  )
  const request = {
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  } as const
  const result = await load(`http://127.0.0.1:${port}`, () => request, clients, seconds)
  child.kill()
  return result
}

function middle(runs: readonly LoadResult[]): LoadResult {
  return runs.toSorted((a, b) => a.perSecond - b.perSecond)[runs.length >> 1]!
}
