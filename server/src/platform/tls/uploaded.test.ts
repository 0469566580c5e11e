import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { serverCertificate } from './certificates.ts'
import { checkUploaded } from './uploaded.ts'

const folder = mkdtempSync(join(tmpdir(), 'yingshang-uploaded-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const now = Date.now()
const day = 86_400_000
const made = await serverCertificate(folder, ['yingshang.lan', '10.0.3.8'], { now: () => now })
const other = await serverCertificate(mkdtempSync(join(folder, 'other-')), ['yingshang.lan'], { now: () => now })

test('a good pair is used as it is; names it does not cover and a near end are told', async () => {
  expect(checkUploaded(made.key, made.cert, ['yingshang.lan', '10.0.3.8'], now)).toEqual([])
  expect(checkUploaded(made.key, made.cert, ['yingshang.lan', 'other.lan', '10.0.3.9'], now)).toEqual([
    expect.stringContaining('other.lan'),
    expect.stringContaining('10.0.3.9'),
  ])
  expect(checkUploaded(made.key, made.cert, ['yingshang.lan'], now + 380.5 * day)).toEqual([
    expect.stringContaining('还有 16 天到期'),
  ])
  writeFileSync(join(folder, 'tls/uploaded.key'), made.key)
  writeFileSync(join(folder, 'tls/uploaded.crt'), made.cert)
  const served = await serverCertificate(folder, ['yingshang.lan'], { now: () => now })
  expect(served).toMatchObject({ key: made.key, authority: undefined, warnings: [] })
  expect(readFileSync(join(folder, 'tls/uploaded.crt'), 'utf8')).toBe(made.cert)
})

test.each([
  ['no certificate at all', made.key, 'x', now, 'PEM'],
  ['the key of another', other.key, made.cert, now, '不是一对'],
  ['over', made.key, made.cert, now + 500 * day, '已在'],
  ['not yet begun', made.key, made.cert, now - 5 * day, '才生效'],
])('%s is refused with what to do', (_what, key, cert, at, said) => {
  expect(() => checkUploaded(key, cert, ['yingshang.lan'], at)).toThrow(said)
  expect(() => checkUploaded(key, cert, ['yingshang.lan'], at)).toThrow('uploaded.crt')
})
