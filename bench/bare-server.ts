import { createServer } from 'node:http'
import pg from 'pg'

// The limit our own writes are measured against: bare Node and pg, one prepared one-row INSERT per POST, nothing else.
const pool = new pg.Pool({ connectionString: process.env['BENCH_URL'], max: 16 })
await pool.query(
  'create table if not exists bench_row (id bigserial primary key, body text not null, at timestamptz not null default now())',
)
const insert = { name: 'insert', text: 'insert into bench_row (body) values ($1)' }
const server = createServer((request, response) => {
  if (request.method === 'GET') return void response.end('{"ok":true}')
  let body = ''
  request.on('data', (chunk: Buffer) => (body += chunk))
  request.on('end', () => {
    pool.query({ ...insert, values: [body] }).then(
      () => response.end('{"ok":true}'),
      () => response.writeHead(500).end(),
    )
  })
})
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as { port: number }).port })
})
