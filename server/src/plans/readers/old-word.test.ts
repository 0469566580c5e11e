import { describe, expect, it } from 'vitest'
import { readDocument } from './read.ts'
import { compound, inList, inTable, oldWordFile, rowEnd } from './testing/old-word-file.ts'
import type { OldParagraph } from './testing/old-word-file.ts'

async function read(paragraphs: readonly OldParagraph[]) {
  const reading = await readDocument(oldWordFile(paragraphs))
  if ('refusal' in reading) throw new Error(reading.refusal.code)
  return reading.source
}

describe('old Word documents', () => {
  it('are read with their automatic numbers, which begin anew below a new heading', async () => {
    const at = (level: number) => ({ text: '事\r', properties: inList(1, level) })
    const { format, lines, repairs } = await read([
      at(0),
      at(1),
      at(2),
      at(2),
      at(1),
      at(2),
      at(0),
      at(1),
      { text: '文\r' },
    ])
    expect(format).toBe('doc')
    expect(repairs).toEqual([])
    expect(lines.map((line) => line.text)).toEqual([
      '一、事',
      '（一）事',
      '1.事',
      '2.事',
      '（二）事',
      '1.事',
      '二、事',
      '（一）事',
      '文',
    ])
  })

  it('know their headings by style', async () => {
    expect((await read([{ text: '目标\r', style: 1 }, { text: '正文\r' }])).lines).toEqual([
      { no: 1, text: '目标', headingLevel: 1 },
      { no: 2, text: '正文' },
    ])
  })

  it('lose deleted text, codes of fields and marks of pictures, and keep what a field shows', async () => {
    const field = '于\u0013DATE \\@\u001410月\u001531日\u0001前\r'
    expect(
      (await read([{ text: field }, { text: '保留删除完\r', deleted: [2, 4] }])).lines.map((line) => line.text),
    ).toEqual(['于10月31日前', '保留完'])
  })

  it('give rows with merged cells; a cell across the table is a line of its own', async () => {
    const cell = (text: string) => ({ text: `${text}\u0007`, properties: inTable })
    const end = (edges: number[], merges: number[]) => ({ text: '\u0007', properties: rowEnd(edges, merges) })
    const { lines } = await read([
      cell('指标'),
      cell('分值'),
      end([0, 1000, 3000], [0, 0]),
      cell('一、甲类'),
      end([0, 3000], [0]),
      cell('开办'),
      cell('流程'),
      cell('2.7'),
      end([0, 1000, 2000, 3000], [3, 0, 0]),
      cell(''),
      cell('耗时'),
      cell('1.8'),
      end([0, 1000, 2000, 3000], [1, 0, 0]),
      { text: '后文\r' },
    ])
    expect(lines.map((line) => line.text)).toEqual(['指标\t分值', '一、甲类', '开办\t流程\t2.7', '\t耗时\t1.8', '后文'])
    expect(lines[0]!.row!.cells.map((one) => one.columns)).toEqual([1, 2])
    expect(lines[2]!.row!.cells[0]).toMatchObject({ rows: 2 })
    expect(lines[3]!.row!.cells[0]).toMatchObject({ continued: true })
  })

  it.each([
    ['with a password', oldWordFile([{ text: '甲\r' }], 0x0100), 'plan.encrypted'],
    ['from before Word 97', oldWordFile([{ text: '甲\r' }], 0, 104), 'plan.format-old-word'],
    ['with nothing in them', oldWordFile([{ text: '\r' }]), 'plan.no-content'],
    ['that are new ones with a password', compound({ EncryptedPackage: [1], EncryptionInfo: [1] }), 'plan.encrypted'],
    ['that are slides', compound({ 'PowerPoint Document': [1] }), 'plan.format-presentation'],
    ['that are something else', compound({ Contents: [1] }), 'plan.format-unknown'],
  ])('%s are refused', async (_name, bytes, code) => {
    expect(await readDocument(bytes)).toEqual({ refusal: { code } })
  })
})
