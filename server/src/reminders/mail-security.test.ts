import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startMailServer, type TestMailServer } from '../../testing/mail-server.ts'
import { serverCertificate, type ServerCertificate } from '../platform/tls/certificates.ts'
import { openMail } from './send-mail.ts'

let mail: TestMailServer | undefined
let folder: string
let certificate: ServerCertificate & { readonly authority: string }

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yingshang-mail-'))
  const made = await serverCertificate(folder, ['127.0.0.1'], { now: () => Date.now() })
  certificate = { ...made, authority: made.authority! }
})
afterEach(async () => {
  await mail?.stop()
  mail = undefined
  rmSync(folder, { recursive: true, force: true })
})

const letter = { to: 'one@unit.example.cn', subject: '【营商办】试发', text: '试发', messageId: '<1@county.example.cn>' }
const send = async (security: 'starttls' | 'tls' | 'none', more: { trust?: boolean; password?: string } = {}) => {
  const way = openMail(
    {
      host: '127.0.0.1',
      port: mail!.port,
      security,
      user: 'office',
      from: 'office@county.example.cn',
      fromName: '',
      certificate: more.trust === false ? '' : certificate.authority,
    },
    more.password ?? 'right',
  )
  try {
    return await way.send(letter)
  } finally {
    way.close()
  }
}
const withTls = () =>
  startMailServer({ user: 'office', password: 'right', key: certificate.key, cert: certificate.cert })

describe('the line to the mail server', () => {
  test('STARTTLS with a trusted certificate: name, password and letter travel encrypted', async () => {
    mail = await withTls()
    expect(await send('starttls')).toEqual({ kind: 'sent' })
    expect(mail.mood.encrypted).toEqual([true])
  })

  test('a certificate nobody vouches for is not accepted', async () => {
    mail = await withTls()
    expect(await send('starttls', { trust: false })).toEqual({ kind: 'later', trouble: 'mail.tls' })
    expect(mail.letters).toHaveLength(0)
  })

  test('a server without STARTTLS gets neither password nor letter when encryption is set', async () => {
    mail = await startMailServer({ user: 'office', password: 'right' })
    expect(await send('starttls')).toEqual({ kind: 'later', trouble: 'mail.tls' })
    expect(mail.letters).toHaveLength(0)
    expect(await send('none')).toEqual({ kind: 'sent' })
  })

  test('a wrong password is said as that', async () => {
    mail = await withTls()
    expect(await send('starttls', { password: 'wrong' })).toEqual({ kind: 'later', trouble: 'mail.auth' })
  })

  test('TLS to a port that speaks none is a trouble of the line', async () => {
    mail = await startMailServer()
    expect(await send('tls')).toEqual({ kind: 'later', trouble: 'mail.tls' })
  })

  test('a letter that is not wanted is refused for good', async () => {
    mail = await withTls()
    mail.mood.answer = 'refuseLetter'
    expect(await send('starttls')).toEqual({ kind: 'refused', trouble: 'mail.refused' })
  })
})
