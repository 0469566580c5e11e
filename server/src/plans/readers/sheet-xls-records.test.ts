import xlsx from '@e965/xlsx'
import { expect, it } from 'vitest'
import { openCompoundFile } from './compound-file.ts'
import { readOldWorkbook } from './sheet-xls.ts'
import { withoutFormulas } from './sheet-xls-records.ts'

/** One record of a workbook's stream: type, length, bytes. */
function record(type: number, bytes: readonly number[]): number[] {
  return [type & 255, type >> 8, bytes.length & 255, bytes.length >> 8, ...bytes]
}
const cell = [0, 0, 0, 0, 0, 0]
const value = [1, 2, 3, 4, 5, 6, 7, 8]
const rest = [0, 0, 0, 0, 0, 0]
/** Five bytes are announced; two whole numbers of three bytes each stand there. */
const endless = [5, 0, 0x1e, 1, 0, 0x1e, 1, 0]

it('takes formulas out where they stand and leaves everything else as it is', () => {
  const before = record(0x0203, [...cell, ...value])
  const formula = record(0x0006, [...cell, ...value, ...rest, ...endless])
  const name = record(0x0018, endless)
  const cut = record(0x0006, cell)
  const stream = Uint8Array.from([...before, ...formula, ...name, ...cut, 0x06, 0x00])
  const given = Uint8Array.from(stream)
  const done = withoutFormulas(stream)
  expect(stream).toEqual(given)
  expect(done).toHaveLength(stream.length)
  expect([...done.subarray(0, before.length)]).toEqual(before)
  const at = before.length
  expect([...done.subarray(at, at + 4 + 20)]).toEqual(formula.slice(0, 4 + 20))
  expect([...done.subarray(at + 24, at + 26)]).toEqual([0xff, 0xff])
  const after = at + formula.length
  expect(done[after]! + done[after + 1]! * 256).toBe(0x0161)
  expect(done[after + name.length]! + done[after + name.length + 1]! * 256).toBe(0x0161)
})

it('a workbook with a formula cut off before its length is read, not read for ever', () => {
  const book = xlsx.utils.book_new()
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([['序号', '任务'], [1, '甲']]), '清单')
  const file = openCompoundFile(xlsx.write(book, { type: 'buffer', bookType: 'biff8' }) as Uint8Array)
  const stream = Uint8Array.from(file.stream('Workbook')!)
  const view = new DataView(stream.buffer)
  // As one wrong byte does it: the description of a cell's look, twenty bytes long, becomes a formula without a length.
  const looks = [...places(view)].filter(({ length }) => length === 20)
  expect(looks).not.toEqual([])
  for (const { at } of looks) view.setUint16(at, 0x0006, true)
  expect(readOldWorkbook(stream).lines.map((line) => line.text)).toContain('1\t甲')
})

function* places(view: DataView): Generator<{ at: number; length: number }> {
  for (let at = 0; at + 4 <= view.byteLength; at += 4 + view.getUint16(at + 2, true))
    yield { at, length: view.getUint16(at + 2, true) }
}
