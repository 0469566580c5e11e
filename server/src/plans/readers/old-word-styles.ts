import { paragraphProperties } from './old-word-properties.ts'
import type { ParagraphProperties } from './old-word-properties.ts'

export interface OldWordStyle {
  /** Built-in number of the style: 1–9 headings, 19–27 table of contents, 62 title (MS-DOC 2.9.271). */
  readonly builtIn: number
  readonly properties: ParagraphProperties
}

/** Paragraph styles by their place in the style sheet, resolved along the styles they are based on. */
export function oldWordStyles(sheet: Buffer): (place: number) => OldWordStyle | undefined {
  const own = read(sheet)
  const resolved = new Map<number, OldWordStyle>()
  const resolve = (place: number, depth = 0): OldWordStyle | undefined => {
    const known = resolved.get(place)
    const style = own[place]
    if (known || !style || depth > 20) return known
    const base = style.base === 0xfff ? undefined : resolve(style.base, depth + 1)
    const whole = { builtIn: style.builtIn, properties: { ...base?.properties, ...style.properties } }
    resolved.set(place, whole)
    return whole
  }
  return resolve
}

function read(sheet: Buffer): ((OldWordStyle & { readonly base: number }) | undefined)[] {
  if (sheet.length < 6) return []
  const count = sheet.readUInt16LE(2)
  const fixed = sheet.readUInt16LE(4)
  const styles: ((OldWordStyle & { readonly base: number }) | undefined)[] = []
  for (let n = 0, at = 2 + sheet.readUInt16LE(0); n < count && at + 2 <= sheet.length; n++) {
    const length = sheet.readUInt16LE(at)
    const bytes = sheet.subarray(at + 2, at + 2 + length)
    styles.push(length === 0 ? undefined : style(bytes, fixed))
    at += 2 + length
  }
  return styles
}

function style(bytes: Buffer, fixed: number): (OldWordStyle & { readonly base: number }) | undefined {
  if (bytes.length < fixed + 2 || fixed < 6) return undefined
  const kindAndBase = bytes.readUInt16LE(2)
  if ((kindAndBase & 0xf) !== 1) return undefined
  // After the fixed part: the name with its length and closing zero, then the paragraph's properties (style number first).
  const at = fixed + 2 + (bytes.readUInt16LE(fixed) + 1) * 2
  const length = at + 2 <= bytes.length ? bytes.readUInt16LE(at) : 0
  const list = bytes.subarray(at + 4, at + 2 + length)
  return { builtIn: bytes.readUInt16LE(0) & 0xfff, base: kindAndBase >> 4, properties: paragraphProperties(list) }
}
