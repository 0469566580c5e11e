import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusedStart, startChild, type ChildProduct } from '../testing/child-product.ts'

const base = mkdtempSync(join(tmpdir(), 'yingshang-start-'))
// Longer than a socket path may be, with what PostgreSQL would take for two folders.
const folder = join(base, '一个名字很长的数据目录'.repeat(6), '甲,乙 丙')
let product: ChildProduct
beforeAll(async () => {
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  product = await startChild({ folder })
})
afterAll(async () => {
  await product.end()
  rmSync(base, { recursive: true, force: true })
})

async function enter(link: string): Promise<string> {
  const answer = await fetch(link, { redirect: 'manual' })
  return (answer.headers.get('set-cookie') ?? '').split(';')[0]!
}
const me = async (cookie: string) => (await fetch(`${product.url}/api/me`, { headers: { cookie } })).status

test('links are printed, sign in once, die with the next start; data and sessions stay', async () => {
  const printed = product.printed().match(/http:\/\/\S+\/sign-in\/[0-9a-f]{64}/g)!
  expect(printed).toHaveLength(17)
  const [first, second] = printed
  const cookie = await enter(first!)
  expect(await me(cookie)).toBe(200)
  const socket = readFileSync(join(folder, 'database/socket-elsewhere'), 'utf8')
  expect(statSync(socket).mode & 0o077).toBe(0)
  expect(await product.end('SIGTERM')).toBe(0)
  expect(existsSync(join(folder, 'running.json'))).toBe(false)
  expect(existsSync(socket)).toBe(false)

  product = await startChild({ folder })
  expect(await me(cookie)).toBe(200)
  const old = new URL(second!).pathname
  const answer = await fetch(product.url + old, { redirect: 'manual' })
  expect(answer.headers.get('location')).toBe('/desk/sign-in?link=used')
  expect(new Set(product.links.map((one) => one.role)).size).toBe(13)
})

test('what it keeps is readable by its owner only', () => {
  expect(statSync(folder).mode & 0o077).toBe(0)
  expect(statSync(join(folder, 'keys.json')).mode & 0o077).toBe(0)
  const logs = readdirSync(join(folder, 'logs'))
  expect(logs).not.toEqual([])
  for (const name of logs) expect(statSync(join(folder, 'logs', name)).mode & 0o077).toBe(0)
})

test('a second one on the same data is refused, the first goes on', async () => {
  const second = await refusedStart({ folder })
  expect(second).toEqual({ code: 1, printed: expect.stringContaining(`营商已经在运行（进程 ${product.pid}，地址是 ${product.url}）`) })
  expect((await fetch(`${product.url}/healthz`)).status).toBe(200)
})

test('a port that is taken, a folder that is none, words nobody knows: one sentence each, nothing left running', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => taken.once('listening', resolve))
  const { port } = taken.address() as AddressInfo
  const other = join(base, 'other')
  const onPort = await refusedStart({ folder: other, settings: { YINGSHANG_PORT: String(port), YINGSHANG_HOST: '127.0.0.1' } })
  expect(onPort.printed.trim()).toMatch(new RegExp(`^端口 ${port} 已被另一个程序占用。.*YINGSHANG_PORT=`))
  expect(existsSync(join(other, 'database/cluster/postmaster.pid'))).toBe(false)
  taken.close()

  writeFileSync(join(base, 'file'), '')
  for (const [place, said] of [
    [join(base, 'file'), '那里已经有一个同名文件'],
    [join(base, 'file', 'below'), '路径中有一段是文件而不是目录'],
    [join(base, '长'.repeat(80), '长'.repeat(80), '长'.repeat(80), '长'.repeat(80)), '路径太长'],
  ] as const) {
    const refused = await refusedStart({ folder: place })
    expect(refused).toEqual({ code: 1, printed: expect.stringContaining(said) })
    expect(refused.printed.trim().split('\n')).toHaveLength(1)
  }
})

test('trial data are not opened as production', async () => {
  await product.end()
  const settings = { YINGSHANG_NAMES: 'yingshang.lan', YINGSHANG_DIVISION: '320724' }
  const refused = await refusedStart({ folder, mode: 'production', settings })
  expect(refused).toEqual({ code: 1, printed: expect.stringContaining('这个数据库是试用数据库，不能用于正式运行') })
  product = await startChild({ folder })
})
