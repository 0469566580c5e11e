import { deflateRawSync, deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { limits } from './limits.ts'
import { readDocument } from './read.ts'
import { readInWorker, understandInWorker } from './read-in-worker.ts'
import {
  definition,
  instance,
  level,
  paragraph,
  sheetRow,
  wordFile,
  wordParts,
  workbookFile,
  zipped,
} from './testing/office-file.ts'
import { packedPdf, pdfFile, textLines } from './testing/pdf-file.ts'

const codeOf = async (bytes: Uint8Array) => {
  const reading = await readDocument(bytes)
  return 'refusal' in reading ? reading.refusal.code : 'read'
}

const parts = wordParts({ body: paragraph('甲') })
const megabyte = 1024 * 1024

/** Changes the declared inflated size of a part in the directory of a zip. */
function lying(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const changed = Buffer.from(bytes)
  for (
    let at = changed.indexOf('PK\u0001\u0002', 0, 'latin1');
    at >= 0;
    at = changed.indexOf('PK\u0001\u0002', at + 4, 'latin1')
  ) {
    const length = changed.readUInt16LE(at + 28)
    if (changed.toString('latin1', at + 46, at + 46 + length) === name) changed.writeUInt32LE(size, at + 24)
  }
  return changed
}

describe('archives made to harm', () => {
  const bomb = zipSync({
    ...Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strToU8(part)])),
    'word/document.xml': new Uint8Array(60 * megabyte),
  })

  it('are refused by the size they declare', async () => {
    expect(bomb.length).toBeLessThan(megabyte)
    expect(await codeOf(bomb)).toBe('plan.archive-too-large')
  })

  it('are refused by what really comes out when the declaration lies', async () => {
    expect(await codeOf(lying(bomb, 'word/document.xml', 1000))).toBe('plan.archive-too-large')
  })

  it('are refused when many parts together are too large', async () => {
    const sheet = Buffer.from(`<worksheet>${' '.repeat(limits.ratioFrom - 100)}</worksheet>`)
    const sheets = Array.from({ length: 40 }, (_unused, at) => ({ name: `表${at}`, rows: '' }))
    const whole = workbookFile(sheets)
    const packed = deflateRawSync(sheet)
    expect(packed.length * limits.ratio).toBeLessThan(sheet.length)
    const { unzipSync } = await import('fflate')
    const inner = unzipSync(whole)
    for (const name of Object.keys(inner)) if (name.startsWith('xl/worksheets/')) inner[name] = sheet
    expect(await codeOf(zipSync(inner))).toBe('plan.archive-too-large')
  })

  it('are refused for too many parts, before any is opened', async () => {
    const many = Object.fromEntries(Array.from({ length: limits.entries + 1 }, (_unused, at) => [`x${at}`, '']))
    expect(await codeOf(zipped({ ...parts, ...many }))).toBe('plan.archive-too-many-entries')
  })

  it('are refused for nesting without end', async () => {
    const deep = `${'<w:sdt>'.repeat(5000)}${'</w:sdt>'.repeat(5000)}`
    expect(await codeOf(wordFile({ body: deep }))).toBe('plan.xml-too-deep')
  })

  it('are refused for a document type, whatever it defines', async () => {
    const entity = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${parts['word/document.xml']}`
    expect(await codeOf(zipped({ ...parts, 'word/document.xml': entity }))).toBe('plan.xml-entities')
  })

  it('cannot make the reader spend its time on merged cells', async () => {
    const rows = Array.from({ length: 300 }, (_unused, at) => sheetRow(at + 1, ['甲', '乙'])).join('')
    const merges = Array.from({ length: 30_000 }, () => 'A1:XFD1048576')
    expect(await codeOf(workbookFile([{ name: 'a', rows, merges }]))).toBe('plan.document-too-long')
  })
})

describe('files that are something else', () => {
  it.each([
    ['a plain archive', zipped({ 'a.txt': '甲' }), 'plan.format-archive'],
    ['OFD', zipped({ 'OFD.xml': '<ofd:OFD/>' }), 'plan.format-ofd'],
    [
      'ODT',
      zipped({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' }),
      'plan.format-opendocument',
    ],
    ['PowerPoint', zipped({ 'ppt/presentation.xml': '<a/>' }), 'plan.format-presentation'],
    ['a Word file without its text', zipped({ ...parts, 'word/document.xml': '<w:document/>' }), 'plan.damaged'],
    ['a Word file with nothing in it', wordFile({ body: '<w:p/>' }), 'plan.no-content'],
    ['a workbook with nothing in it', workbookFile([{ name: 'a', rows: '' }]), 'plan.no-content'],
    ['broken XML', zipped({ ...parts, 'word/document.xml': '<w:document><w:body>' }), 'plan.damaged'],
    [
      'a compound file of zeroes',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]),
      'plan.damaged',
    ],
    ['a PDF header and nothing else', Buffer.from('%PDF-1.7\n%%EOF'), 'plan.damaged'],
  ])('%s is refused with its own code', async (_name, bytes, code) => expect(await codeOf(bytes)).toBe(code))
})

describe('understandInWorker', () => {
  it('a line that takes long to understand does not hold up the thread that asks', async () => {
    const line = Buffer.from(`某县优化营商环境攻坚年方案\n一、总体要求\n${'、'.repeat(30_000)}\n1. 压缩时间。\n`)
    let turns = 0
    let over = false
    const turn = () => {
      turns++
      if (!over) setImmediate(turn)
    }
    setImmediate(turn)
    const understood = await understandInWorker(line)
    over = true
    expect(understood).toHaveProperty('package.tasks')
    expect(turns).toBeGreaterThan(100)
    expect(await understandInWorker(line, { seconds: 0.05 })).toMatchObject({ refusal: { code: 'plan.read-too-slow' } })
  })
})

describe('readInWorker', () => {
  const numbering = definition(0, level(0, '%1、', 'chineseCounting')) + instance(1, 0)
  const good = wordFile({ body: paragraph('目标', { list: '1/0' }), numbering })

  it('gives the same document as reading in place', async () => {
    expect(await readInWorker(good)).toEqual(await readDocument(good))
  })

  it('answers every one of many files asked for at once', async () => {
    const readings = await Promise.all(Array.from({ length: 6 }, () => readInWorker(good)))
    expect(readings.every((reading) => 'source' in reading)).toBe(true)
  })

  it('says it is busy when too many wait, and serves again afterwards', async () => {
    const readings = await Promise.all(Array.from({ length: 30 }, () => readInWorker(good)))
    const busy = readings.filter((reading) => 'refusal' in reading)
    expect(busy).toHaveLength(8)
    expect(busy[0]).toEqual({ refusal: { code: 'plan.read-busy' } })
    expect(await readInWorker(good)).toHaveProperty('source')
  })

  it('stops a file that takes too long', async () => {
    const many = pdfFile(Array.from({ length: 400 }, () => textLines(700, '甲乙丙丁')))
    expect(await readInWorker(many, { seconds: 0.05 })).toMatchObject({ refusal: { code: 'plan.read-too-slow' } })
  })

  it('stops a file that needs too much memory, and this thread goes on', async () => {
    const rows = Array.from({ length: 20_000 }, (_unused, at) =>
      sheetRow(at + 1, ['甲'.repeat(40), '乙', '丙', '丁']),
    ).join('')
    const large = workbookFile([{ name: 'a', rows }])
    expect(await readInWorker(large, { heapMegabytes: 24 })).toMatchObject({
      refusal: { code: 'plan.read-too-much-memory' },
    })
  })

  it('stops a page of a PDF that inflates without end', async () => {
    const page = deflateSync(Buffer.alloc(200 * megabyte, ' '))
    expect(page.length).toBeLessThan(megabyte)
    expect(await readInWorker(packedPdf(page), { externalMegabytes: 60 })).toEqual({
      refusal: { code: 'plan.read-too-much-memory' },
    })
  })

  it('refuses a large file and a picture without starting a thread', async () => {
    expect(await readInWorker(new Uint8Array(limits.fileBytes + 1))).toMatchObject({
      refusal: { code: 'plan.file-too-large', facts: { megabytes: 21, limitMegabytes: 20 } },
    })
    expect(await readInWorker(Buffer.from('GIF89a'))).toEqual({ refusal: { code: 'plan.format-picture' } })
  })
})
