import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readReceiptCode } from '@yingshang/core/vault/receipt-code'
import { cloneDatabase, type TestDatabase } from '../../testing/database.ts'
import { record } from '../platform/ledger/record.ts'
import { vaultIntake } from './for-others.ts'
import { commandOfForm, findReceipt, receiptCodeOf, ReceiptKeys, receiptRow, type ReceiptRow } from './receipt.ts'

let database: TestDatabase
const siteKey = '22'.repeat(32)
const keys = new ReceiptKeys(siteKey)
const now = Date.UTC(2022, 6, 4)

beforeAll(async () => {
  database = await cloneDatabase()
})
afterAll(() => database.drop())

async function give(receipt: Omit<ReceiptRow, 'now'>, commandId: string = randomUUID()) {
  const attachments = [await receiptRow(keys, { ...receipt, now })]
  const actor = { kind: 'system', job: 'test' } as const
  return record(database.databases.app, { commandId, actor, businessDay: '2022-07-04', now, changes: [], attachments })
}
const find = (typed: string) => findReceipt(database.databases.app, keys, typed)
const newCode = () => receiptCodeOf(siteKey, randomBytes(16).toString('hex'))

describe('the code of a form', () => {
  test('is the same for the same form, another for another form or another site', () => {
    expect(receiptCodeOf(siteKey, 'a')).toBe(receiptCodeOf(siteKey, 'a'))
    expect(readReceiptCode(receiptCodeOf(siteKey, 'a'))).toBe(receiptCodeOf(siteKey, 'a'))
    expect(receiptCodeOf(siteKey, 'a')).not.toBe(receiptCodeOf(siteKey, 'b'))
    expect(receiptCodeOf(siteKey, 'a')).not.toBe(receiptCodeOf('23'.repeat(32), 'a'))
    expect(commandOfForm('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})

describe('a receipt', () => {
  test('leads to its subject however it is typed, and a slip or a guess leads nowhere', async () => {
    const subject = { kind: 'case', id: randomUUID() } as const
    const code = newCode()
    await give({ code, subject })
    expect(await find(` ${code.slice(0, 8)}-${code.slice(8)} `)).toEqual({ subject, purpose: 'receipt' })
    expect(await find(newCode())).toBeUndefined()
    expect(await find(code.slice(0, 15) + String((Number(code[15]) + 1) % 10))).toBeUndefined()
  })

  test('a form sent twice registers once and shows the same code', async () => {
    const token = randomBytes(16).toString('hex')
    const subject = { kind: 'case', id: randomUUID() } as const
    const code = receiptCodeOf(siteKey, token)
    expect(await give({ code, subject }, commandOfForm(token))).toEqual({ kind: 'done' })
    expect((await give({ code, subject: { kind: 'case', id: randomUUID() } }, commandOfForm(token))).kind).toBe(
      'repeated',
    )
    expect((await find(code))?.subject).toEqual(subject)
  })

  test('a take-over code is void once its receipt was given, and gives one only once', async () => {
    const subject = { kind: 'case', id: randomUUID() } as const
    const [handed, own] = [newCode(), newCode()]
    await give({ code: handed, subject, purpose: 'takeOver' })
    expect((await find(handed))?.purpose).toBe('takeOver')
    await give({ code: own, subject, replaces: handed })
    expect(await find(handed)).toBeUndefined()
    expect(await find(own)).toEqual({ subject, purpose: 'receipt' })
    await expect(give({ code: newCode(), subject, replaces: handed })).rejects.toMatchObject({ code: '23505' })
  })

  test('the program’s login knows no code and lists no receipt; neither does the table hold one', async () => {
    const code = newCode()
    await give({ code, subject: { kind: 'tip', id: randomUUID() } })
    await expect(database.databases.app.query('select * from vault.receipt')).rejects.toMatchObject({ code: '42501' })
    const rows = await database.databases.vault.query('select r::text as line from vault.receipt r')
    expect(rows.rows.some(({ line }) => line.includes(code) || line.includes(Buffer.from(code).toString('hex')))).toBe(
      false,
    )
  })

  test('guessing rests after twenty codes that nobody has; slips are not counted, other addresses go on', async () => {
    const intake = vaultIntake({
      databases: database.databases,
      keys: { siteKey } as never,
      installation: { division: '320724' } as never,
    })
    const subject = { kind: 'case', id: randomUUID() } as const
    const code = newCode()
    await give({ code, subject })
    const from = { address: '203.0.113.7', now }
    const slip = code.slice(0, 15) + String((Number(code[15]) + 1) % 10)
    for (let n = 0; n < 60; n++) expect(await intake.find(slip, from)).toBeUndefined()
    for (let n = 0; n < 20; n++) expect(await intake.find(newCode(), from)).toBeUndefined()
    const rests = { status: 429, refusal: { code: 'receipt.too-many-guesses', facts: { minutes: 10 } } }
    await expect(intake.find(newCode(), from)).rejects.toMatchObject(rests)
    await expect(intake.find(code, from)).rejects.toMatchObject(rests)
    expect(await intake.find(slip, from)).toBeUndefined()
    expect((await intake.find(code, { address: '203.0.113.8', now }))?.subject).toEqual(subject)
    expect((await intake.find(code, { ...from, now: now + 10 * 60_000 }))?.subject).toEqual(subject)
  })

  test('more questions than the queue holds are refused, the others are answered', async () => {
    const own = new ReceiptKeys(siteKey)
    const asked = Array.from({ length: 230 }, () =>
      own.of(newCode()).then(
        () => 'answered',
        (error) => error.refusal.code,
      ),
    )
    const answers = await Promise.all(asked)
    expect(answers.filter((answer) => answer === 'receipt.busy')).toHaveLength(28)
    expect(answers.filter((answer) => answer === 'answered')).toHaveLength(202)
  })
})
