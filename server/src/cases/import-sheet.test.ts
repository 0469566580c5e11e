import exceljs from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readImport } from './import-reading.ts'
import { readImportFile, readSeparated } from './import-sheet.ts'

const header = ['工单编号', '受理时间', '诉求内容']

test('a workbook: title line, date cells, numbers typed as numbers, empty rows', async () => {
  const book = new exceljs.Workbook()
  book.addWorksheet('说明').addRow(['本表由热线导出'])
  const sheet = book.addWorksheet('工单')
  sheet.addRow(['九月工单'])
  sheet.addRow(header)
  sheet.addRow([20220926000123, new Date(Date.UTC(2022, 8, 26, 10, 21)), '第一行\n第二行'])
  sheet.addRow([])
  sheet.addRow(['GD-2', new Date(Date.UTC(2022, 8, 26)), '内容'])
  sheet.getCell('B3').numFmt = 'yyyy-mm-dd hh:mm'
  const bytes = Buffer.from(await book.xlsx.writeBuffer())
  expect(await readImport(bytes)).toEqual({
    header,
    rows: [
      { row: 3, cells: ['20220926000123', '2022-09-26 10:21', '第一行\n第二行'] },
      { row: 5, cells: ['GD-2', '2022-09-26', '内容'] },
    ],
  })
})

test('a text as Excel in China writes it: GB18030, commas in quotes', async () => {
  // “工单编号,受理时间,内容” and one row, in GB18030.
  const head = Buffer.from('b9a4b5a5b1e0bac52ccadcc0edcab1bce42cc4dac8dd', 'hex')
  const row = Buffer.concat([
    Buffer.from('\r\nGD-1,2022/9/1,"'),
    Buffer.from('c4dac8dd', 'hex'),
    Buffer.from(',""x"""\r\n'),
  ])
  expect(await readImportFile(Buffer.concat([head, row]))).toEqual({
    header: ['工单编号', '受理时间', '内容'],
    rows: [{ row: 2, cells: ['GD-1', '2022/9/1', '内容,"x"'] }],
  })
})

test('what is no table is told apart', async () => {
  const reading = async (bytes: Uint8Array) => (await readImportFile(bytes)) as { fault?: string }
  expect((await reading(Buffer.from('PK 坏文件'))).fault).toBe('import.file-unreadable')
  expect((await reading(Buffer.from([0, 1, 2, 0xff]))).fault).toBe('import.file-unreadable')
  expect((await reading(Buffer.from('甲,乙\n1,2'))).fault).toBe('import.no-header')
  expect((await reading(Buffer.from(header.join()))).fault).toBe('import.no-rows')
  const many = `${header.join()}\n${'1,2022-09-01,a\n'.repeat(10_001)}`
  expect((await reading(Buffer.from(many))).fault).toBe('import.too-many-rows')
})

test('what was written with commas is read back, whatever the cells hold', () => {
  const cell = fc.string().map((text) => text.replaceAll('\0', ''))
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }), (rows) => {
      const first = ['甲', '乙', '丙']
      const written = [first, ...rows]
        .map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))
        .join('\n')
      expect(readSeparated(written)).toEqual([first, ...rows])
    }),
  )
})
