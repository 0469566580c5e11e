import xlsx from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { readDocument } from './read.ts'
import { sheetRow, workbookFile } from './testing/office-file.ts'

async function read(bytes: Uint8Array) {
  const reading = await readDocument(bytes)
  if ('refusal' in reading) throw new Error(reading.refusal.code)
  return reading.source
}

const title = '任务清单'
const header = ['序号', '任务', '责任单位']

describe('workbooks', () => {
  it('give a title and a note as lines, the table as rows, merged cells as spans', async () => {
    const rows =
      sheetRow(1, [title]) +
      sheetRow(2, header) +
      sheetRow(3, [1, '压缩开办时间', '县政务办']) +
      sheetRow(4, [null, '降低开办费用', null]) +
      sheetRow(6, ['注：单位排序不分先后'])
    const { lines } = await read(workbookFile([{ name: '清单', rows, merges: ['A1:C1', 'A3:A4', 'C3:C4', 'A6:C6'] }]))
    expect(lines.map(({ no, text }) => `${no} ${text}`)).toEqual([
      '1 任务清单',
      '2 序号\t任务\t责任单位',
      '3 1\t压缩开办时间\t县政务办',
      '4 \t降低开办费用\t',
      '5 ',
      '6 注：单位排序不分先后',
    ])
    expect(lines[0]!.row).toBeUndefined()
    expect(lines[2]!.row!.cells.map((cell) => cell.rows)).toEqual([2, 1, 2])
    expect(lines[3]!.row!.cells.map((cell) => cell.continued ?? false)).toEqual([true, false, true])
  })

  it('print numbers without binary noise, dates and percentages by their format', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="170" formatCode="m&quot;月&quot;d&quot;日&quot;"/></numFmts>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="9"/><xf numFmtId="2"/><xf numFmtId="31"/></cellXfs>'
    const rows =
      sheetRow(1, [2.6999999999999997, '分'], 0) +
      sheetRow(2, [44865, '日期'], 1) +
      sheetRow(3, [0.95, '比例'], 2) +
      sheetRow(4, [3.6, '权重'], 3) +
      sheetRow(5, [44865, '长日期'], 4)
    const { lines } = await read(workbookFile([{ name: 'a', rows }], styles))
    expect(lines.map((line) => line.row!.cells[0]!.text)).toEqual(['2.7', '10月31日', '95%', '3.6', '2022年10月31日'])
  })

  it('read visible sheets in order, name those without a title, and say which were hidden', async () => {
    const table = sheetRow(1, header) + sheetRow(2, [1, '甲', '乙'])
    const { lines, repairs } = await read(
      workbookFile([
        { name: '附件1', rows: table },
        { name: '底稿', rows: table, hidden: true },
        { name: 'Sheet3', rows: table },
      ]),
    )
    expect(lines.map((line) => line.row?.table ?? line.text)).toEqual(['附件1', 0, 0, 1, 1])
    expect(repairs).toMatchObject([{ code: 'hidden-sheet', message: '工作表“底稿”是隐藏的，没有读取' }])
  })

  it('are not slowed by a stray cell in the last row and a merge over everything', async () => {
    const rows = sheetRow(1, ['甲', '乙']) + sheetRow(1_048_576, ['丙', '丁'])
    const { lines } = await read(workbookFile([{ name: 'a', rows, merges: ['D2:XFD1048576', 'A2:A1048575'] }]))
    expect(lines.map((line) => line.text)).toEqual(['甲\t乙', '', '丙\t丁'])
  })

  it('keep the lines of a cell apart and take out what Excel writes for a carriage return', async () => {
    const { lines } = await read(workbookFile([{ name: 'a', rows: sheetRow(1, ['县发改委_x000D_\n县科技局', '甲']) }]))
    expect(lines[0]!.row!.cells[0]!.text).toBe('县发改委\n县科技局')
    expect(lines[0]!.text).toBe('县发改委 县科技局\t甲')
  })

  it('in the old format give the same lines', async () => {
    const sheet = xlsx.utils.aoa_to_sheet([[title], header, [1, '压缩开办时间', '县政务办'], [null, '降低开办费用']])
    sheet['!merges'] = [
      { s: { r: 0, c: 0 }, e: { r: 0, c: 2 } },
      { s: { r: 2, c: 0 }, e: { r: 3, c: 0 } },
      { s: { r: 2, c: 2 }, e: { r: 3, c: 2 } },
    ]
    const book = xlsx.utils.book_new()
    xlsx.utils.book_append_sheet(book, sheet, '清单')
    const old = await read(xlsx.write(book, { type: 'buffer', bookType: 'biff8' }) as Uint8Array)
    const rows =
      sheetRow(1, [title]) +
      sheetRow(2, header) +
      sheetRow(3, [1, '压缩开办时间', '县政务办']) +
      sheetRow(4, [null, '降低开办费用'])
    const recent = await read(workbookFile([{ name: '清单', rows, merges: ['A1:C1', 'A3:A4', 'C3:C4'] }]))
    expect(old.format).toBe('xls')
    expect(old.lines).toEqual(recent.lines)
  })
})
