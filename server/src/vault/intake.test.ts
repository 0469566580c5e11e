import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../testing/database.ts'
import { setUpVault } from '../../testing/vault.ts'
import { record } from '../platform/ledger/record.ts'
import type { Attachment } from '../platform/ledger/table.ts'
import type { PrivateKey } from './envelope.ts'
import { vaultIntake, type Submission } from './for-others.ts'
import { openContent } from './sealed-row.ts'

let database: TestDatabase
let key: PrivateKey
const now = Date.UTC(2022, 6, 4)

beforeAll(async () => {
  database = await cloneDatabase()
  key = (await setUpVault(database)).key
})
afterAll(() => database.drop())

const intakeOf = (division = '320724') =>
  vaultIntake({
    databases: database.databases,
    keys: { siteKey: '11'.repeat(32) } as never,
    installation: { division } as never,
  })

const submission = (more: Partial<Submission> = {}): Submission => ({
  holder: 'office',
  original: { title: '窗口推诿', text: '我叫李小测，电话13912345678，五次都没有办成。', object: '某窗口' },
  identity: { name: '李小测', mobile: '139 1234 5678' },
  consent: 'higherBodyOnly',
  now,
  ...more,
})

function write(attachments: readonly Attachment[], commandId: string = randomUUID()) {
  const actor = { kind: 'system', job: 'test' } as const
  return record(database.databases.app, { commandId, actor, businessDay: '2022-07-04', now, changes: [], attachments })
}

async function rowsOf(vaultId: string) {
  const found = await database.databases.vault.query(
    'select id, vault_id, kind, key_id, content from vault.sealed where vault_id = $1 order by kind',
    [vaultId],
  )
  return found.rows as { id: string; vault_id: string; kind: string; key_id: string; content: Buffer }[]
}

describe('a submission', () => {
  test('is sealed with the write that registers it, opens with the key only, and matches its commitments', async () => {
    const sealed = await intakeOf().seal(submission())
    expect(await rowsOf(sealed.vaultId)).toEqual([])
    await write(sealed.attachments)
    const [identity, original] = await rowsOf(sealed.vaultId)
    expect((await openContent(key, original!)).value).toEqual(submission().original)
    const who = await openContent(key, identity!)
    expect(who.value).toEqual({ identity: submission().identity, consent: 'higherBodyOnly', object: '某窗口' })
    expect(who.commitment).toBe(sealed.commitments.identity)
    expect((await openContent(key, original!)).commitment).toBe(sealed.commitments.original)
    expect(sealed.maskedText.text).toBe('我叫〖姓名〗，电话〖电话〗，五次都没有办成。')
  })

  test('a sealed row opens neither in another place nor with another key nor after a changed byte', async () => {
    const sealed = await intakeOf().seal(submission())
    await write(sealed.attachments)
    const [identity, original] = await rowsOf(sealed.vaultId)
    await expect(openContent(key, { ...original!, content: identity!.content })).rejects.toThrow()
    await expect(openContent(key, { ...original!, vault_id: randomUUID() })).rejects.toThrow()
    await expect(openContent(key, { ...original!, id: randomUUID() })).rejects.toThrow()
    for (const at of [1, 40, 90, original!.content.length - 1]) {
      const changed = Buffer.from(original!.content)
      changed[at]! ^= 1
      await expect(openContent(key, { ...original!, content: changed })).rejects.toThrow()
    }
    const other = await setUpVault(database, { holder: 'discipline' })
    await expect(openContent(other.key, original!)).rejects.toThrow()
  })

  test('named and anonymous ones look alike: the same rows of the same size', async () => {
    const shapes = await Promise.all(
      [submission(), submission({ identity: null }), submission({ identity: { name: '' } })].map(async (one) => {
        const sealed = await intakeOf().seal({ ...one, original: submission().original })
        await write(sealed.attachments)
        return (await rowsOf(sealed.vaultId)).map((row) => `${row.kind} ${row.content.length}`)
      }),
    )
    expect(new Set(shapes.map((shape) => shape.join())).size).toBe(1)
  })

  test('equal words give different rows and commitments: nothing can be compared or tried out', async () => {
    const [first, second] = [await intakeOf().seal(submission()), await intakeOf().seal(submission())]
    expect(first.commitments.original).not.toBe(second.commitments.original)
    expect(first.vaultId).not.toBe(second.vaultId)
  })

  test('is refused, not kept open, while the division has no key', async () => {
    await expect(intakeOf('420600').seal(submission())).rejects.toMatchObject({
      status: 409,
      refusal: { code: 'vault.not-set-up' },
    })
  })

  test('thousands at once, over many data keys, all open again', async () => {
    const intake = intakeOf()
    const all = await Promise.all(
      Array.from({ length: 2500 }, (_, at) => intake.seal(submission({ now: now + at * 50 }))),
    )
    const rows = all.flatMap(({ attachments }) => attachments.flatMap((one) => one.rows)) as {
      id: string
      vault_id: string
      kind: string
      content: string
    }[]
    const heads = new Set(rows.map((row) => row.content.slice(0, 60)))
    expect(heads.size).toBeGreaterThan(3)
    for (const row of rows.filter((_, at) => at % 50 === 0))
      await openContent(key, { ...row, content: Buffer.from(row.content.slice(2), 'hex') })
  })

  test('a message is sealed too, with a masked text beside it', async () => {
    const intake = intakeOf()
    const { vaultId } = await intake.seal(submission())
    const message = await intake.sealMessage({ holder: 'office', vaultId, text: '请打13912345678', now })
    await write(message.attachments)
    const [row] = await rowsOf(vaultId)
    expect(row!.id).toBe(message.messageId)
    expect(await openContent(key, row!)).toEqual({ value: { text: '请打13912345678' }, commitment: message.commitment })
    expect(message.maskedText.text).toBe('请打〖电话〗')
  })
})
