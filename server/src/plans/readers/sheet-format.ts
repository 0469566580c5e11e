import { childrenNamed, child } from './xml.ts'
import type { XmlElement } from './xml.ts'

/** Formats that a Chinese Excel knows by number only (ECMA-376 part 1, 18.8.30, language zh-cn). */
const chinese: Record<number, string> = {
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

/** Number format of each cell style: a format code, or undefined for plain numbers. Index: the cell's `s`. */
export function cellFormats(styles: XmlElement | undefined): (string | number | undefined)[] {
  const own = new Map<number, string>()
  for (const format of childrenNamed(child(styles, 'numFmts'), 'numFmt')) {
    own.set(Number(format.attributes.numFmtId), format.attributes.formatCode ?? '')
  }
  return childrenNamed(child(styles, 'cellXfs'), 'xf').map((style) => {
    const id = Number(style.attributes.numFmtId ?? 0)
    const code = own.get(id) ?? chinese[id]
    if (code !== undefined) return /^general$/i.test(code) ? undefined : code
    return id === 0 || id === 49 || !Number.isInteger(id) ? undefined : id
  })
}

type Formatter = (format: string | number, value: number, options: { date1904: boolean }) => string

/**
 * A number as the sheet shows it. Dates, percentages and counted things follow their format; a plain number is written
 * without the noise of binary fractions (2.6999999999999997 is 2.7), and fixed decimals are not padded (3.60 is 3.6).
 */
export function printedNumber(
  written: string,
  format: string | number | undefined,
  date1904: boolean,
  formatter: Formatter,
): string {
  const value = Number(written)
  if (written.trim() === '' || !Number.isFinite(value)) return written
  const plain = String(Number(value.toPrecision(15)))
  if (format === undefined || isPadding(format)) return plain
  try {
    return formatter(format, value, { date1904 }).trim()
  } catch {
    // A format code nobody can read: the number is still right.
    return plain
  }
}

const isPadding = (format: string | number) =>
  typeof format === 'number' ? format >= 1 && format <= 4 : /^[#0,.]+(_[^;]*)?(;.*)?$/.test(format.replace(/\\ /g, ''))
