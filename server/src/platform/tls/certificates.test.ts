import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { createServer, request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { serverCertificate } from './certificates.ts'

const folder = mkdtempSync(join(tmpdir(), 'yingshang-tls-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const now = Date.now()
const clock = { now: () => now }

test('a machine that trusts our authority reaches the server by its name, and by no other', async () => {
  const made = await serverCertificate(folder, ['yingshang.lan', '127.0.0.2'], clock)
  const server = createServer({ key: made.key, cert: made.cert }, (_request, response) => response.end('ok'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const ask = (servername: string) =>
    new Promise<number>((resolve, reject) => {
      const options = { host: '127.0.0.1', port, servername, ca: made.authority, headers: { host: servername } }
      request(options, (response) => resolve(response.statusCode!))
        .on('error', reject)
        .end()
    })
  expect(await ask('yingshang.lan')).toBe(200)
  await expect(ask('other.lan')).rejects.toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
  await new Promise((resolve) => server.close(resolve))
})

test('it is kept over restarts, made again for new names, and near its end', async () => {
  const first = await serverCertificate(folder, ['yingshang.lan'], clock)
  const again = await serverCertificate(folder, ['yingshang.lan'], clock)
  expect(again.cert).toBe(first.cert)
  const renamed = await serverCertificate(folder, ['other.lan'], clock)
  expect(renamed.cert).not.toBe(first.cert)
  expect(renamed.authority).toBe(first.authority)
  const later = await serverCertificate(folder, ['other.lan'], { now: () => now + 380 * 86_400_000 })
  expect(later.cert).not.toBe(renamed.cert)
})

test('private keys are readable by their owner only', () => {
  for (const name of ['authority.key', 'server.key']) expect(statSync(join(folder, 'tls', name)).mode & 0o077).toBe(0)
})
