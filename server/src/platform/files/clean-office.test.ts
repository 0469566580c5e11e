import { existsSync, readFileSync } from 'node:fs'
import exceljs from 'exceljs'
import { unzipSync } from 'fflate'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import {
  canary,
  markedPhotograph,
  markedPresentation,
  markedWord,
  relation,
  relationships,
  zipped,
} from '../../../testing/marked-files.ts'
import { readDocument } from '../../plans/readers/read.ts'
import { cleanUpload } from './clean.ts'

const clean = async (bytes: Buffer, name = '材料') => (await cleanUpload(bytes, 'evidence', name)).content
const refusalOf = (bytes: Buffer, name = '材料') =>
  cleanUpload(bytes, 'evidence', name).then(
    () => 'kept',
    (error: { refusal: { code: string } }) => error.refusal.code,
  )

/** Every part, inflated, nested packages too, as one text in both widths that Office writes. */
function everything(bytes: Uint8Array): string {
  const parts = unzipSync(bytes)
  return Object.entries(parts)
    .map(([name, part]) => {
      const inner = part[0] === 0x50 && part[1] === 0x4b ? everything(part) : ''
      const plain = Buffer.from(part)
      return `${name}\n${plain.toString('utf8')}\n${plain.toString('latin1')}\n${plain.toString('utf16le')}\n${inner}`
    })
    .join('\n')
}

/** A reader finds every part that a relationship or the directory of content types names. */
function expectWhole(bytes: Uint8Array): void {
  const parts = unzipSync(bytes)
  const names = new Set(Object.keys(parts))
  for (const [name, part] of Object.entries(parts)) {
    const text = Buffer.from(part).toString('utf8')
    if (name === '[Content_Types].xml')
      for (const [, path] of text.matchAll(/PartName="\/([^"]*)"/g)) expect(names, path).toContain(path)
    if (!name.endsWith('.rels')) continue
    const folder = name.replace(/_rels\/[^/]*$/, '')
    for (const [element] of text.matchAll(/<Relationship\b[^>]*>/g)) {
      if (element.includes('External')) continue
      const target = /Target="([^"]*)"/.exec(element)![1]!
      const path = new URL(target, `http://zip/${folder}`).pathname.slice(1)
      expect(names, `${name} → ${path}`).toContain(decodeURIComponent(path))
    }
  }
}

describe('Word files', () => {
  test('authors, paths, properties, previews and left-overs are gone; text, comments and links stay', async () => {
    const before = await markedWord()
    expect(everything(before)).toContain(canary)
    const kept = await clean(before)
    const after = everything(kept)
    expect(after).not.toContain(canary)
    expect(kept.includes(Buffer.from(canary))).toBe(false)
    for (const text of ['整改已经完成', '请核对数字', '删去', 'https://www.example.gov.cn/notice', 'w:author="匿名"'])
      expect(after, text).toContain(text)
    expect(Object.keys(unzipSync(kept)).filter((name) => /docProps|customXml|left-over/.test(name))).toEqual([])
    expectWhole(kept)
  })

  test('the picture inside keeps its pixels and nothing else', async () => {
    const picture = unzipSync(await clean(await markedWord()))['word/media/image1.jpeg']!
    expect((await sharp(picture).metadata()).exif).toBeUndefined()
    const pixels = (bytes: Uint8Array) => sharp(bytes).raw().toBuffer()
    expect((await pixels(picture)).equals(await pixels(await markedPhotograph()))).toBe(true)
  })

  test('a table inside is cleaned like a file of its own, a formula stays', async () => {
    const inner = await markedWord({ text: '内嵌的表' })
    const formula = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('Equation Native', 'utf16le')])
    const kept = await clean(
      await markedWord({
        more: { 'word/embeddings/one.docx': inner, 'word/embeddings/two.bin': formula },
        relations: [
          relation('rId20', `${relationships}/package`, 'embeddings/one.docx'),
          relation('rId21', `${relationships}/oleObject`, 'embeddings/two.bin'),
        ],
      }),
    )
    expect(everything(kept)).not.toContain(canary)
    expect(everything(kept)).toContain('内嵌的表')
    expect(Buffer.from(unzipSync(kept)['word/embeddings/two.bin']!).equals(formula)).toBe(true)
  })

  test('the notice itself reads the same afterwards', async () => {
    const notice = new URL('../../../../../shared/plans/guannan-2022.docx', import.meta.url)
    if (!existsSync(notice)) {
      console.log('the notice is not beside the repository: a real Word file was not cleaned')
      return
    }
    const bytes = readFileSync(notice)
    const kept = await clean(bytes)
    expectWhole(kept)
    expect(await readDocument(kept)).toEqual(await readDocument(bytes))
  })
})

describe('workbooks and presentations', () => {
  test('a workbook made by a library: figures stay, who made it is gone', async () => {
    const book = new exceljs.Workbook()
    Object.assign(book, { creator: canary, lastModifiedBy: canary, company: canary, manager: canary })
    const sheet = book.addWorksheet('台账')
    sheet.addRow(['任务', 12, new Date(Date.UTC(2022, 8, 30))])
    sheet.addTable({ name: 'T', ref: 'A3', columns: [{ name: '单位' }], rows: [['县人社局']] })
    sheet.getCell('A1').note = '按月报送'
    const before = Buffer.from(await book.xlsx.writeBuffer())
    expect(everything(before)).toContain(canary)
    const kept = await clean(before)
    expect(everything(kept)).not.toContain(canary)
    expectWhole(kept)
    const again = new exceljs.Workbook()
    await again.xlsx.load(kept as unknown as Parameters<typeof again.xlsx.load>[0])
    const read = again.getWorksheet('台账')!
    expect([read.getCell('A1').value, read.getCell('B1').value]).toEqual(['任务', 12])
    expect(read.getTable('T')).toBeDefined()
  })

  test('comments and threads of a workbook lose their people', async () => {
    const book = zipped({
      '[Content_Types].xml': '<Types/>',
      '_rels/.rels': `<Relationships>${relation('r1', `${relationships}/officeDocument`, 'xl/workbook.xml')}</Relationships>`,
      'xl/workbook.xml': `<workbook><fileSharing userName="${canary}"/><x15ac:absPath url="C:\\${canary}\\"/></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships>${relation('r1', `${relationships}/comments`, 'comments1.xml')}${relation('r2', 'x/person', 'persons/person.xml')}${relation('r3', `${relationships}/table`, 'tables/table1.xml')}</Relationships>`,
      'xl/comments1.xml': `<comments><authors><author>${canary}</author><author>tc={1}</author></authors></comments>`,
      'xl/persons/person.xml': `<personList><person displayName="${canary}" id="{2}" userId="${canary}" providerId="AD"/></personList>`,
      'xl/tables/table1.xml': '<table name="表1" displayName="表1"/>',
    })
    const after = everything(await clean(book))
    expect(after).not.toContain(canary)
    expect(after).toContain('<author>匿名</author><author>tc={1}</author>')
    expect(after).toContain('displayName="表1"')
  })

  test('a presentation', async () => {
    const kept = await clean(markedPresentation())
    expect(everything(kept)).not.toContain(canary)
    expect(everything(kept)).toContain('季度小结')
    expectWhole(kept)
  })
})

describe('what is not kept', () => {
  test('macros, foreign objects, passwords, old formats, damage: each with its own reason', async () => {
    const macro = await markedWord({ more: { 'word/vbaProject.bin': 'x' } })
    const typed = await markedWord({ types: '<Override PartName="/a" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>' })
    const object = await markedWord({
      more: { 'word/embeddings/a.bin': Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]) },
      relations: [relation('rId30', `${relationships}/oleObject`, 'embeddings/a.bin')],
    })
    const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)])
    const locked = Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')])
    const declared = await markedWord({ more: { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' } })
    expect(await refusalOf(macro)).toBe('file.macro')
    expect(await refusalOf(typed)).toBe('file.macro')
    expect(await refusalOf(object)).toBe('file.embedded')
    expect(await refusalOf(old)).toBe('file.old-office')
    expect(await refusalOf(locked)).toBe('file.encrypted')
    expect(await refusalOf(declared)).toBe('file.damaged')
    expect(await refusalOf((await markedWord()).subarray(0, 2000))).toBe('file.damaged')
  })

  test('a zip made to harm, without harm', async () => {
    const bomb = await markedWord({ more: { 'word/document.xml': new Uint8Array(90 * 1024 * 1024) } })
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(await refusalOf(bomb)).toBe('file.too-complex')
  })

  test('marks of secrecy: in the text, on the slide, in plain text of both encodings, in the name, in a plan too', async () => {
    expect(await refusalOf(await markedWord({ text: '机密★1年' }))).toBe('file.secret-mark')
    expect(await refusalOf(markedPresentation('秘密 ★'))).toBe('file.secret-mark')
    expect(await refusalOf(Buffer.from('绝密★\n正文'))).toBe('file.secret-mark')
    expect(await refusalOf(Buffer.from([0xbb, 0xfa, 0xc3, 0xdc, 0xa1, 0xef]))).toBe('file.secret-mark') // 机密★ in GBK
    expect(await refusalOf(Buffer.from('公开'), '【机密】纪要.txt')).toBe('file.secret-mark')
    const plan = cleanUpload(await markedWord({ text: '机密★1年' }), 'plan', '方案.docx')
    await expect(plan).rejects.toMatchObject({ refusal: { code: 'file.secret-mark' } })
    const open = await markedWord()
    expect((await cleanUpload(open, 'plan', '方案.docx')).content.equals(open)).toBe(true)
  })
})
