import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { get as getPlain } from 'node:http'
import { get } from 'node:https'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusedStart, startChild, type ChildProduct } from '../testing/child-product.ts'
import { runCreate } from './commands/admin.ts'
import { readConfig } from './platform/config.ts'
import { fingerprint, windowsThumbprint } from './platform/tls/trust-page.ts'

const folder = mkdtempSync(join(tmpdir(), 'yingshang-production-'))
const settings: Record<string, string> = { YINGSHANG_NAMES: 'yingshang.lan,127.0.0.1', YINGSHANG_DIVISION: '320724' }
let product: ChildProduct
beforeAll(async () => {
  settings['YINGSHANG_PLAIN_PORT'] = String(await freePort())
  product = await startChild({ folder, mode: 'production', settings })
})
afterAll(async () => {
  await product.end()
  rmSync(folder, { recursive: true, force: true })
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

interface Answer {
  readonly status: number
  readonly headers: Record<string, unknown>
  readonly body: string
}

/** As an office computer that has installed the authority, by the name it types. */
function ask(path: string, name = 'yingshang.lan'): Promise<Answer> {
  const ca = readFileSync(join(folder, 'tls/authority.crt'))
  const { port } = new URL(product.url)
  return answerOf((then) =>
    get({ host: '127.0.0.1', port: port || 443, path, servername: name, ca, headers: { host: `${name}:${port}` } }, then),
  )
}

function askPlain(path: string, host: string): Promise<Answer> {
  const port = settings['YINGSHANG_PLAIN_PORT']
  return answerOf((then) => getPlain({ host: '127.0.0.1', port, path, headers: { host } }, then))
}

function answerOf(send: (then: (response: import('node:http').IncomingMessage) => void) => { on(e: 'error', f: (error: Error) => void): unknown }): Promise<Answer> {
  return new Promise((resolve, reject) => {
    send((response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (text: string) => (body += text))
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body }))
    }).on('error', reject)
  })
}

describe('production', () => {
  test('serves its name over TLS, prints no link, knows no link', async () => {
    expect(product.url).toMatch(/^https:\/\/yingshang\.lan(:\d+)?$/)
    expect(product.links).toEqual([])
    expect(product.printed()).not.toContain('/sign-in/')
    const front = await ask('/')
    expect(front.status).toBe(200)
    expect(front.headers['strict-transport-security']).toBe('max-age=31536000')
    expect((await ask(`/sign-in/${'0'.repeat(64)}`)).status).toBe(404)
    await expect(ask('/', 'other.lan')).rejects.toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
  })

  test('hands out its authority and says how to trust it, with the fingerprint that the terminal showed', async () => {
    const authority = readFileSync(join(folder, 'tls/authority.crt'), 'utf8')
    expect((await ask('/authority.crt')).body).toBe(authority)
    const page = await ask('/trust')
    expect(page.body).toContain(fingerprint(authority))
    expect(page.body).toContain(windowsThumbprint(authority))
    expect(page.body).toContain('受信任的根证书颁发机构')
    expect(product.printed()).toContain(fingerprint(authority))
  })

  test('the plain door leads to TLS under our own names only, and hands out the certificate', async () => {
    const { host } = new URL(product.url)
    expect((await askPlain('/desk/?a=b', 'yingshang.lan')).headers['location']).toBe(`https://${host}/desk/?a=b`)
    expect((await askPlain('/', 'elsewhere.example')).headers['location']).toBe(`https://${host}/`)
    expect((await askPlain('/authority.crt', 'yingshang.lan')).body).toContain('BEGIN CERTIFICATE')
    expect((await askPlain('/api/me', 'yingshang.lan')).status).toBe(302)
  })

  test('the first administrator is made while it runs, and the code opens the activation page', async () => {
    const before = { ...process.env }
    Object.assign(process.env, settings, { YINGSHANG_DATA: folder })
    let said = ''
    const say = (text: string) => void (said += text)
    const code = await runCreate(['--county', '灌南县', '--name', '系统管理员1'], { directory: folder, print: say, complain: say })
    process.env = before
    expect(code).toBe(0)
    expect(said).toContain('激活码')
    expect((await ask('/desk/activate')).status).toBe(200)
  })

  test('its data are not opened as a trial', async () => {
    await product.end()
    const refused = await refusedStart({ folder })
    expect(refused).toEqual({ code: 1, printed: expect.stringContaining('这个数据库是正式数据库，不能用试用方式打开') })
    product = await startChild({ folder, mode: 'production', settings })
  })
})

describe('settings', () => {
  const wrong = (environment: Record<string, string>, mode: 'trial' | 'production' = 'production') => {
    try {
      return readConfig(mode, environment)
    } catch (error) {
      return (error as { code: string }).code
    }
  }
  const good = { YINGSHANG_NAMES: 'a.lan', YINGSHANG_DIVISION: '320724' }

  test.each([
    [{}, 'config.names-missing'],
    [{ YINGSHANG_NAMES: 'https://a.lan' }, 'config.names'],
    [{ YINGSHANG_NAMES: 'a.lan' }, 'config.division'],
    [{ YINGSHANG_NAMES: 'a.lan', YINGSHANG_DIVISION: '3207' }, 'config.division'],
    [{ ...good, YINGSHANG_PORT: '70000' }, 'config.port'],
    [{ ...good, YINGSHANG_PORT: 'x' }, 'config.port'],
    [{ ...good, YINGSHANG_OWNER_URL: 'postgresql://a' }, 'config.urls'],
    [{ ...good, YINGSHANG_APP_URL: 'postgresql://a' }, 'config.urls'],
    [{ ...good, YINGSHANG_OWNER_URL: 'mysql://a', YINGSHANG_SINGLE_ROLE: 'yes' }, 'config.url'],
  ])('%j is refused with %s', (environment, code) => expect(wrong(environment)).toBe(code))

  test('names may be parted by Chinese commas and be addresses of both kinds', () => {
    const config = readConfig('production', { ...good, YINGSHANG_NAMES: 'Yingshang.LAN，10.0.3.8, fd00::8' })
    expect(config).toMatchObject({ names: ['yingshang.lan', '10.0.3.8', 'fd00::8'], tls: true, port: 443, plainPort: 80, host: '::' })
    expect(readConfig('trial', {})).toMatchObject({ tls: false, host: 'localhost', port: 8642, plainPort: undefined })
  })
})
