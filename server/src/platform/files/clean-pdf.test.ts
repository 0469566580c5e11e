import { existsSync, readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { PDFArray, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString, type PDFObject } from 'pdf-lib'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { canary, markedPhotograph } from '../../../testing/marked-files.ts'
import { readDocument } from '../../plans/readers/read.ts'
import { cleanUpload } from './clean.ts'

const clean = async (bytes: Uint8Array) => (await cleanUpload(Buffer.from(bytes), 'evidence', '材料.pdf')).content
const refusalOf = (bytes: Uint8Array) =>
  clean(bytes).then(
    () => 'kept',
    (error: { refusal: { code: string } }) => error.refusal.code,
  )
const textOf = async (bytes: Uint8Array) => {
  const document = await getDocumentProxy(new Uint8Array(bytes))
  return (await extractText(document, { mergePages: true })).text
}

/** Every object, streams inflated, strings in every width, as one text. */
async function everything(bytes: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true })
  const found: string[] = [Buffer.from(bytes).toString('latin1'), Buffer.from(bytes).toString('utf16le')]
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    found.push(object.toString(), ...stringsIn(object))
    if (!(object instanceof PDFRawStream)) continue
    const raw = Buffer.from(object.contents)
    const flate = object.dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode')
    found.push((flate ? inflateSync(raw) : raw).toString('latin1'))
  }
  return found.join('\n')
}

function stringsIn(object: PDFObject): string[] {
  if (object instanceof PDFString || object instanceof PDFHexString) return [object.decodeText()]
  if (object instanceof PDFArray) return object.asArray().flatMap(stringsIn)
  const dictionary = object instanceof PDFRawStream ? object.dict : object
  return 'values' in dictionary ? (dictionary as { values(): PDFObject[] }).values().flatMap(stringsIn) : []
}

async function marked(change: (document: PDFDocument) => void = () => {}): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const page = document.addPage([300, 300])
  page.drawText('Rectified in full', { x: 20, y: 200 })
  page.drawImage(await document.embedJpg(new Uint8Array(await markedPhotograph())), { x: 20, y: 20 })
  document.setAuthor(canary)
  document.setTitle(canary)
  document.setCreator(`${canary} Writer`)
  const { context, catalog } = document
  const xmp = context.stream(`<x:xmpmeta>${canary}</x:xmpmeta>`, { Type: 'Metadata', Subtype: 'XML' })
  catalog.set(PDFName.of('Metadata'), context.register(xmp))
  page.node.set(PDFName.of('PieceInfo'), context.obj({ App: { Private: PDFString.of(canary) } }))
  const note = context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [1, 1, 9, 9], T: PDFString.of(canary), Contents: PDFString.of('checked') })
  page.node.set(PDFName.of('Annots'), context.obj([context.register(note)]))
  context.register(PDFString.of(`${canary}: an earlier version that nothing refers to`))
  const field = document.getForm().createTextField('unitName')
  field.addToPage(page, { x: 20, y: 250, width: 80, height: 20 })
  change(document)
  return document.save({ useObjectStreams: false })
}

describe('PDF files', () => {
  test('who made it is gone everywhere; text, picture, note and form field stay', async () => {
    const before = await marked()
    expect(await everything(before)).toContain(canary)
    const kept = await clean(before)
    const after = await everything(kept)
    expect(after).not.toContain(canary)
    expect(Buffer.from(canary).toString('hex')).toBeTruthy()
    expect(after.toLowerCase()).not.toContain(Buffer.from(canary, 'utf16le').swap16().toString('hex'))
    expect(await textOf(kept)).toContain('Rectified in full')
    const again = await PDFDocument.load(kept, { updateMetadata: false })
    expect(again.getAuthor()).toBeUndefined()
    expect(again.getForm().getFields().map((field) => field.getName())).toEqual(['unitName'])
    expect(after).toContain('checked')
    expect(after).toContain('DCTDecode')
  })

  test('a signature goes, because it would no longer hold; its field and its seal stay', async () => {
    const kept = await clean(
      await marked((document) => {
        const { context, catalog } = document
        const value = context.obj({ Type: 'Sig', Name: PDFString.of(canary), ByteRange: [0, 1, 2, 3], Contents: PDFHexString.of('00') })
        const seal = context.register(context.stream('q Q', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 9, 9] }))
        const field = context.obj({ FT: 'Sig', T: PDFString.of('seal'), V: context.register(value), Subtype: 'Widget', Rect: [0, 0, 9, 9], AP: { N: seal } })
        document.getPage(0).node.set(PDFName.of('Annots'), context.obj([context.register(field)]))
        catalog.set(PDFName.of('Perms'), context.obj({ DocMDP: value }))
      }),
    )
    const after = await everything(kept)
    expect(after).not.toContain(canary)
    expect(after).toContain('(seal)')
    expect(after).toContain('q Q')
  })

  test('scripts, programs, files inside, passwords and damage are refused, each with its reason', async () => {
    const script = await marked((document) => document.addJavaScript('a', 'app.alert(1)'))
    const launch = await marked((document) => {
      document.catalog.set(PDFName.of('OpenAction'), document.context.obj({ S: 'Launch', F: PDFString.of('a.exe') }))
    })
    const attached = await PDFDocument.create()
    attached.addPage()
    await attached.attach(Buffer.from('x'), 'x.txt')
    const locked = await marked((document) => {
      document.context.trailerInfo.Encrypt = document.context.obj({ Filter: 'Standard', V: 1, R: 2 })
    })
    expect(await refusalOf(script)).toBe('file.macro')
    expect(await refusalOf(launch)).toBe('file.macro')
    expect(await refusalOf(await attached.save())).toBe('file.embedded')
    expect(await refusalOf(locked)).toBe('file.encrypted')
    expect(await refusalOf(Buffer.from('%PDF-1.7\nnothing'))).toBe('file.damaged')
  })

  test('a page that refers to itself comes to an end', async () => {
    const looped = await marked((document) => {
      const first = document.context.nextRef()
      document.context.assign(first, document.context.obj({ Again: first }))
      document.catalog.set(PDFName.of('Loop'), first)
    })
    expect(await textOf(await clean(looped))).toContain('Rectified')
  })

  test('the notice itself reads the same afterwards', async () => {
    const notice = new URL('../../../../../shared/plans/guannan-2022.pdf', import.meta.url)
    if (!existsSync(notice)) {
      console.log('the notice is not beside the repository: a real PDF was not cleaned')
      return
    }
    const bytes = readFileSync(notice)
    expect(await readDocument(await clean(bytes))).toEqual(await readDocument(bytes))
  })
})
