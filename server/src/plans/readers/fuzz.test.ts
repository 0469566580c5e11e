import { existsSync, readFileSync } from 'node:fs'
import xlsx from '@e965/xlsx'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { readingRefusalCodes } from '@yingshang/core/plans/reading.zh'
import { unzipSync, zipSync } from 'fflate'
import { readDocument } from './read.ts'
import { definition, instance, level, paragraph, sheetRow, wordFile, workbookFile } from './testing/office-file.ts'
import { pdfFile, ruled, textLines } from './testing/pdf-file.ts'

const book = xlsx.utils.book_new()
xlsx.utils.book_append_sheet(
  book,
  xlsx.utils.aoa_to_sheet([
    ['序号', '任务'],
    [1, '甲'],
  ]),
  '清单',
)
const real = new URL('../../../../../shared/plans/guannan-2022.doc', import.meta.url)

const seeds: Record<string, Uint8Array> = {
  txt: Buffer.from('一、目标\r\n序号\t任务\t单位\n1\t甲\t乙\n'),
  docx: wordFile({
    body:
      paragraph('目标', { list: '1/0' }) +
      `<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${paragraph('甲')}</w:tc><w:tc>${paragraph('乙')}</w:tc></w:tr></w:tbl>`,
    numbering: definition(0, level(0, '%1、', 'chineseCounting')) + instance(1, 0),
    styles: '<w:style w:styleId="a" w:type="paragraph"><w:name w:val="heading 1"/></w:style>',
  }),
  xlsx: workbookFile([
    { name: '清单', rows: sheetRow(1, ['序号', '任务']) + sheetRow(2, [1, '甲']), merges: ['A1:B1'] },
  ]),
  pdf: pdfFile([
    [...textLines(700, '一、目标任务与要求', '甲乙丙丁戊己庚辛'), ...ruled([80, 200, 400], [600, 560, 520])],
  ]),
  xls: xlsx.write(book, { type: 'buffer', bookType: 'biff8' }) as Uint8Array,
  // The real one where it is at hand: only a whole old file reaches every corner of its reader.
  ...(existsSync(real) ? { doc: readFileSync(real) } : {}),
}

// The spreadsheet library names every record it does not know; in a file of noise that is all of them.
vi.spyOn(console, 'error').mockImplementation(() => undefined)

type Change = { at: number; value: number }
const changes = fc.array(fc.record({ at: fc.nat(), value: fc.nat(255) }), { minLength: 1, maxLength: 12 })

function changed(bytes: Uint8Array, list: readonly Change[]): Uint8Array {
  const copy = new Uint8Array(bytes)
  for (const { at, value } of list) copy[at % copy.length] = value
  return copy
}

/** A document with ordered line numbers, or a refusal with a known code. Anything else, a throw above all, is a fault. */
async function expectAnswer(bytes: Uint8Array): Promise<void> {
  const reading = await readDocument(bytes)
  if ('refusal' in reading) expect(readingRefusalCodes).toContain(reading.refusal.code)
  else for (const [at, line] of reading.source.lines.entries()) expect(line.no).toBe(at + 1)
}

describe.each(Object.entries(seeds))('damaged %s', (name, seed) => {
  // The large one and the one with a slow library take fewer turns.
  const runs = { numRuns: name === 'doc' || name === 'pdf' ? 50 : 150 }

  it('bytes give a document or a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(changes, (list) => expectAnswer(changed(seed, list))),
      runs,
    )
  })

  it('ends give a document or a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0, max: 1, noNaN: true }), (part) =>
        expectAnswer(seed.subarray(0, Math.floor(seed.length * part))),
      ),
      runs,
    )
  })
})

describe.each(['docx', 'xlsx'])('damaged parts inside a %s', (name) => {
  const parts = unzipSync(seeds[name]!)
  it('give a document or a refusal', async () => {
    const anyPart = fc.constantFrom(...Object.keys(parts))
    await fc.assert(
      fc.asyncProperty(anyPart, changes, (part, list) =>
        expectAnswer(zipSync({ ...parts, [part]: changed(parts[part]!, list) }, { level: 0 })),
      ),
      { numRuns: 150 },
    )
  })
})
