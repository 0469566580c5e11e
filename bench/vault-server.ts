import { randomBytes } from 'node:crypto'
import Fastify from 'fastify'
import type { Table } from '../server/src/platform/ledger/table.ts'
import { newId, record } from '../server/src/platform/ledger/record.ts'
import { commandOfForm, receiptCodeOf, vaultIntake } from '../server/src/vault/for-others.ts'
import { openServices } from './product-process.ts'

// What every way in has to do for one submission, over HTTP: read it, mask it, seal it, and write state, ledger, outbox
// and vault in one statement; with a code, the slow hash of the receipt too. The state row stands in for a case.
interface Received {
  kind: string
  title: string
  text: string
  vaultId: string
}
const received: Table<Received> = {
  name: 'app.bench_received',
  stream: 'benchReceived',
  columns: ['kind', 'title'],
  row: ({ kind, title }) => ({ kind, title }),
}

const services = await openServices(process.env['BENCH_FOLDER']!)
const { siteKey } = services.keys
await services.databases.owner.query(
  `create table if not exists app.bench_received (id uuid primary key, version int not null, head bytea not null, state jsonb not null,
     kind text not null, title text not null)`,
)
const intake = vaultIntake(services)
const http = Fastify()
http.post<{ Body: { title: string; text: string; name: string; mobile: string }; Querystring: { code?: string } }>(
  '/',
  async ({ body, query }) => {
    const now = Date.now()
    const sealed = await intake.seal({
      holder: 'office',
      original: { title: body.title, text: body.text },
      identity: { name: body.name, mobile: body.mobile },
      consent: 'higherBodyOnly',
      now,
    })
    const id = newId(now)
    const token = randomBytes(16).toString('hex')
    const receipt =
      query.code === undefined
        ? []
        : [await intake.receipt({ code: receiptCodeOf(siteKey, token), subject: { kind: 'case', id }, now })]
    const state = {
      kind: 'registered',
      title: sealed.maskedTitle.text,
      text: sealed.maskedText.text,
      vaultId: sealed.vaultId,
    }
    await record(services.databases.app, {
      commandId: commandOfForm(token),
      actor: { kind: 'system', job: 'bench' },
      businessDay: '2022-07-04',
      now,
      changes: [
        {
          table: received,
          id,
          version: 0,
          head: '',
          state,
          events: [{ type: 'registered', vaultId: sealed.vaultId, ...sealed.commitments } as { type: string }],
        },
      ],
      outbox: [{ task: 'benchReceived', payload: { id } }],
      attachments: [...sealed.attachments, ...receipt],
      result: { id },
    })
    return { id }
  },
)
await http.listen({ port: 0, host: '127.0.0.1' })
process.send?.({ port: (http.server.address() as { port: number }).port })
