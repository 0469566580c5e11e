const formula = 0x0006
/** Records that hold nothing but formulas: names, shared and array formulas, data tables, conditional formats, validity. */
const formulasOnly = new Set([0x0018, 0x0023, 0x0218, 0x0223, 0x0021, 0x0221, 0x04bc, 0x0036, 0x0236, 0x01b1, 0x01be])
/** A record that every reader passes over: a mark of a file that is two formats at once. */
const passedOver = 0x0161
/** In place of a formula's length: nothing is to be taken apart. */
const none = 0xffff
const lengthAt = 20

/**
 * A copy of a workbook's stream (BIFF, MS-XLS) without its formulas; the values that were computed stay. Nothing moves,
 * since the stream refers to places in itself. The spreadsheet library takes formulas apart whatever it is asked for, and
 * one that is cut off before its length makes it go on without end.
 */
export function withoutFormulas(stream: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(stream)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at + 4 <= bytes.length; ) {
    const type = view.getUint16(at, true)
    const length = view.getUint16(at + 2, true)
    if (formulasOnly.has(type)) view.setUint16(at, passedOver, true)
    if (type === formula) {
      if (length >= lengthAt + 2 && at + 4 + lengthAt + 2 <= bytes.length) view.setUint16(at + 4 + lengthAt, none, true)
      else view.setUint16(at, passedOver, true)
    }
    at += 4 + length
  }
  return bytes
}
