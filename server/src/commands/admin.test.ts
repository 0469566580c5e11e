import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookAtCode } from '../platform/auth/activation.ts'
import { readConfig } from '../platform/config.ts'
import { withDatabase } from '../platform/database/open.ts'
import { run as printRoles } from './db-roles.ts'
import { runCreate, runReset } from './admin.ts'

const folder = mkdtempSync(join(tmpdir(), 'yingshang-admin-'))
const before = { ...process.env }
beforeAll(() => {
  Object.assign(process.env, {
    YINGSHANG_DATA: folder,
    YINGSHANG_NAMES: 'yingshang.test',
    YINGSHANG_DIVISION: '320724',
  })
})
afterAll(() => {
  process.env = before
  rmSync(folder, { recursive: true, force: true })
})

async function heard(run: typeof runCreate, ...args: string[]) {
  const said = { code: -1, out: '', error: '' }
  said.code = await run(args, {
    directory: folder,
    print: (text) => void (said.out += text),
    complain: (text) => void (said.error += text),
  })
  return said
}

/** Who a printed code opens, in the installation's own database. */
async function holderOf(out: string): Promise<string> {
  const code = /激活码：(\S+)/.exec(out)![1]!
  return withDatabase(readConfig('production', process.env), async ({ databases, keys }) => {
    const services = { databases, keys } as Parameters<typeof lookAtCode>[0]
    const { personId } = await lookAtCode(services, code, '127.0.0.1', Date.now())
    const found = await databases.app.query<{ name: string; role: string; kind: string }>(
      `select d.name, t.role, u.kind from app.person_details d join app.post t on t.person_id = d.person_id join app.unit u on u.id = t.unit_id where d.person_id = $1`,
      [personId],
    )
    return JSON.stringify(found.rows)
  })
}

describe('the first administrator', () => {
  test('is made once, by a code and never a link; a second is refused; a reset makes a new code', async () => {
    expect((await heard(runCreate, '--name', '甲')).code).toBe(2)
    const made = await heard(runCreate, '--county', '灌南县', '--name', '系统管理员1')
    expect(made).toMatchObject({ code: 0, error: '' })
    expect(made.out).toMatch(/工号：10001\n激活码：[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}\n/)
    expect(made.out).toContain('https://yingshang.test/desk/activate')
    expect(made.out).not.toContain('/sign-in/')
    expect(await holderOf(made.out)).toBe(
      JSON.stringify([{ name: '系统管理员1', role: 'administrator', kind: 'county' }]),
    )

    const again = await heard(runCreate, '--county', '灌南县', '--name', '乙')
    expect(again).toMatchObject({ code: 1, out: '' })
    expect(again.error).toMatch(/^已经有系统管理员.*（admin\.exists）\n$/)

    expect((await heard(runReset, '10002')).error).toContain('admin.unknown')
    const reset = await heard(runReset, '10001')
    expect(reset.code).toBe(0)
    await expect(holderOf(made.out)).rejects.toMatchObject({ refusal: { code: 'access.activation-unusable' } })
    expect(await holderOf(reset.out)).toContain('系统管理员1')
  }, 120_000)
})

describe('db roles', () => {
  test('prints the SQL with fresh passwords each time, and nothing a name could smuggle in', async () => {
    const [first, second] = [await heard(printRoles), await heard(printRoles, 'county_db')]
    for (const { out } of [first, second])
      for (const role of ['owner', 'app', 'vault'])
        expect(out).toMatch(new RegExp(`create role yingshang_${role} login password '[\\w-]{32}'`))
    const passwords = [...`${first.out}${second.out}`.matchAll(/password '([\w-]+)'/g)].map((match) => match[1])
    expect(new Set(passwords).size).toBe(6)
    expect(second.out).toContain('create database county_db owner yingshang_owner')
    expect(await heard(printRoles, 'x; drop table y')).toMatchObject({ code: 2, out: '' })
  })
})
