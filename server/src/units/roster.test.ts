import { createHash } from 'node:crypto'
import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { printSlip } from '../../testing/activation.ts'
import { personId, signedIn, type Browser, type Reply } from '../../testing/caller.ts'
import { startTestProduct, type TestProduct } from '../../testing/product.ts'
import { prepareSamplePeople } from '../sample/people.ts'
import { workbookType } from './roster-routes.ts'

let product: TestProduct
let officer: Browser
beforeAll(async () => {
  product = await startTestProduct()
  await prepareSamplePeople(product.services)
  officer = await signedIn(product, '营商办工作人员1')
})
afterAll(() => product.stop())

type Cells = (string | number | Date | null)[]
const head = ['单位*', '姓名*', '岗位*', '手机', '办公电话', '邮箱', '任职日期', '工号']

async function workbook(rows: Cells[], header: Cells = head): Promise<Buffer> {
  const book = new exceljs.Workbook()
  const sheet = book.addWorksheet('名册')
  sheet.addRow(header)
  for (const row of rows) sheet.addRow(row)
  return Buffer.from(await book.xlsx.writeBuffer())
}
const send = (path: string, bytes: Buffer, at = officer): Promise<Reply> =>
  at.post(path, bytes, { 'content-type': workbookType })
const check = (bytes: Buffer, at = officer) => send('/api/roster/check', bytes, at)
const take = (bytes: Buffer, faulty = 'refuse', at = officer) =>
  send(`/api/roster/import?digest=${createHash('sha256').update(bytes).digest('hex')}&faulty=${faulty}`, bytes, at)
const people = async () =>
  (await product.services.databases.app.query<{ n: number }>('select count(*)::int as n from app.person')).rows[0]!.n

describe('the roster', () => {
  test('the template names the county’s units and roles, and comes back empty as “nobody in it”', async () => {
    const template = await officer.get('/api/roster/template.xlsx')
    const book = new exceljs.Workbook()
    await book.xlsx.load(template.bytes as unknown as ArrayBuffer)
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['名册', '单位', '填写说明'])
    expect(book.getWorksheet('单位')!.getColumn(1).values).toContain('县自然资源局')
    expect(book.getWorksheet('名册')!.getCell('A2').dataValidation.formulae).toEqual(['单位!$A$2:$A$62'])
    expect((await check(template.bytes)).body.code).toBe('roster.empty')
    expect((await (await signedIn(product, '县科技局主要负责人1')).get('/api/roster/template.xlsx')).status).toBe(403)
  })

  test('every fault of every row is told at once, and nothing is written until told to skip them', async () => {
    const before = await people()
    const bytes = await workbook([
      ['县科技局', '甲一', '联络员', 13900001001, null, null, new Date(Date.UTC(2022, 6, 1)), null],
      ['县资源局', '甲二', '联络员', '139', '零五一八', 'x', '七月', null],
      ['', '', '', '', '', '', '', ''],
      ['县体育局', '', '厨师', null, null, null, null, null],
      ['县科技局', '甲一', '联络员', '13900001001', null, null, null, null],
      ['县科技局', '甲三', '系统管理员', null, null, null, null, null],
      ['县科技局', '甲四', '营商办工作人员', null, null, null, null, null],
      ['县科技局', '甲五', '联络员', null, null, null, null, '99999'],
    ])
    const checked = (await check(bytes)).body
    expect(
      checked.faults.map(
        (fault: { row: number; column: string; code: string }) => `${fault.row} ${fault.column} ${fault.code}`,
      ),
    ).toEqual([
      '3 unit roster.unit-ambiguous',
      '3 mobile roster.mobile-wrong',
      '3 officePhone roster.office-phone-wrong',
      '3 email roster.email-wrong',
      '3 fromDay roster.from-day-wrong',
      '5 unit roster.unit-unknown',
      '5 name roster.name-empty',
      '5 role roster.role-unknown',
      '6 name roster.row-twice',
      '7 role roster.role-not-yours',
      '8 role roster.role-not-in-this-unit',
      '9 signInName roster.sign-in-name-unknown',
    ])
    expect(checked.faults[0].choices).toEqual(['县自然资源局'])
    expect(checked).toMatchObject({ rows: 7, newPeople: 1, newPosts: 1 })
    expect((await take(bytes)).body).toMatchObject({ status: 409, code: 'roster.has-faults', facts: { faults: 12 } })
    expect(await people()).toBe(before)
    expect(await take(await workbook([['县科技局', '乙', '联络员']]), 'skip').then((answer) => answer.status)).toBe(200)
    const taken = await take(bytes, 'skip')
    expect(taken.body).toMatchObject({ newPeople: 1, faults: checked.faults })
    expect(await people()).toBe(before + 2)
    expect((await send(`/api/roster/import?digest=${'0'.repeat(64)}`, bytes)).body.code).toBe('roster.other-file')
  })

  test('the same file again changes nothing; a corrected one corrects; one person in two posts stays one person', async () => {
    const rows: Cells[] = [
      ['县住建局', '丙一', '经办人员', '13900002001', '0518-83210000', null, null, null],
      ['县住建局', '丙一', '联络员', '13900002001', null, null, null, null],
      ['县住房和城乡建设局', '丙二', '分管领导', '13900002002', null, null, null, null],
    ]
    const bytes = await workbook(rows)
    expect((await take(bytes)).body).toMatchObject({ newPeople: 2, newPosts: 3, corrected: 0, unchanged: 0 })
    const count = await people()
    expect((await take(bytes)).body).toMatchObject({
      newPeople: 0,
      newPosts: 0,
      corrected: 0,
      unchanged: 3,
      personIds: [],
    })
    rows[2] = ['县住建局', '丙二', '分管负责人', '13900002002', null, 'a@example.org', null, null]
    expect((await take(await workbook(rows))).body).toMatchObject({
      newPeople: 0,
      newPosts: 0,
      corrected: 1,
      unchanged: 2,
    })
    expect(await people()).toBe(count)
    const found = (await officer.post('/api/people/search', { text: '丙一' })).body.people
    expect(found.map((one: { roles: { role: string }[] }) => one.roles.map(({ role }) => role).sort())).toEqual([
      ['unitLiaison', 'unitStaff'],
    ])
    const page = (await officer.get(`/api/people/${found[0].personId}`)).body
    expect(page.contacts).toEqual({ mobile: '13900002001', officePhone: '0518-83210000', email: null })
    await printSlip(officer, found[0].personId)
  })

  test('two people of one name in one unit are told apart by sign-in name only', async () => {
    await take(
      await workbook([
        ['县工信局', '丁', '经办人员', '13900003001'],
        ['县工信局', '丁', '联络员', '13900003002'],
      ]),
    )
    const asked = (await check(await workbook([['县工信局', '丁', '分管负责人', null]]))).body
    expect(asked.faults).toMatchObject([{ row: 2, code: 'roster.person-ambiguous' }])
    const twins = (await officer.post('/api/people/search', { text: '丁' })).body.people.filter(
      (one: { name: string }) => one.name === '丁',
    )
    expect(twins).toHaveLength(2)
    const told = await workbook([['县工信局', '丁', '分管负责人', null, null, null, null, twins[0].signInName]])
    expect((await take(told)).body).toMatchObject({ newPeople: 0, newPosts: 1 })
  })

  test('the administrator may give what the office may not, but not two roles that must stay apart', async () => {
    const administrator = await signedIn(product, '县政务办系统管理员1')
    const bytes = await workbook([
      ['县纪委监委机关', '戊', '纪检监察', '13900004001'],
      ['县纪委监委机关', '戊', '系统管理员', '13900004001'],
    ])
    expect((await take(bytes, 'skip', administrator)).body).toMatchObject({
      newPeople: 1,
      newPosts: 1,
      faults: [{ row: 3, code: 'roster.incompatible-roles' }],
    })
  })

  test('files that are no roster, too long or made to burst are refused in a sentence', async () => {
    expect((await check(Buffer.from('not a workbook'))).body.code).toBe('roster.file-unreadable')
    expect((await check(await workbook([['x']], ['甲', '乙']))).body.code).toBe('roster.no-header')
    const long = await workbook(Array.from({ length: 2001 }, (_, n) => ['县科技局', `人${n}`, '经办人员']))
    expect((await check(long)).body).toMatchObject({ code: 'roster.too-many-rows', facts: { most: 2000 } })
    const { zipSync } = await import('fflate')
    const bomb = Buffer.from(zipSync({ 'xl/sharedStrings.xml': new Uint8Array(60 * 1024 * 1024) }, { level: 9 }))
    expect(bomb.length).toBeLessThan(2 * 1024 * 1024)
    expect((await check(bomb)).body.code).toBe('roster.file-unreadable')
    expect((await check(Buffer.alloc(3 * 1024 * 1024))).status).toBe(413)
    expect((await officer.post('/api/roster/check', Buffer.alloc(0), { 'content-type': workbookType })).body.code).toBe(
      'roster.file-missing',
    )
  })

  test('two thousand rows are taken in one write', async () => {
    const rows = Array.from({ length: 2000 }, (_, n): Cells => [
      '某镇一',
      `某镇一人员${n}`,
      '经办人员',
      `1380000${String(n).padStart(4, '0')}`,
    ])
    const taken = await take(await workbook(rows))
    expect(taken.body).toMatchObject({ newPeople: 2000, newPosts: 2000, faults: [] })
    const commands = await product.services.databases.app.query(
      'select distinct command_id from ledger.entry where stream_id = any($1::uuid[])',
      [taken.body.personIds],
    )
    expect(commands.rowCount).toBe(1)
    expect((await officer.post('/api/people/search', { text: '某镇一人员1999' })).body.people).toHaveLength(1)
    expect(await personId(product, '某镇一人员7')).toBeTruthy()
  })
})
