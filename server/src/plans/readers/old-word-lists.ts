import type { Numbering } from './word-numbering.ts'

type Level =
  NonNullable<ReturnType<Numbering['abstracts']['get']>>['levels'] extends ReadonlyMap<number, infer L> ? L : never

/** Number formats by their code in old files (MS-OSHARED 2.2.1.3) and their name in new ones. */
const formats: Record<number, string> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  16: 'japaneseLegal',
  17: 'japaneseDigitalTenThousand',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth2',
  22: 'decimalZero',
  23: 'bullet',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  29: 'ideographEnclosedCircle',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
}

/** Reads bytes one after the other; running past the end throws RangeError, which the caller takes for damage. */
class Reader {
  at = 0
  readonly #bytes: Buffer
  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }
  get left(): number {
    return this.#bytes.length - this.at
  }
  byte = () => this.#bytes.readUInt8(this.#step(1))
  short = () => this.#bytes.readUInt16LE(this.#step(2))
  long = () => this.#bytes.readUInt32LE(this.#step(4))
  skip = (count: number) => void this.#step(count)
  #step(count: number): number {
    this.at += count
    return this.at - count
  }
}

/**
 * List definitions (PlfLst) and their instances (PlfLfo) in the shape of numbering.xml, so that one counter serves both
 * formats. Instances are named by their 1-based place, as paragraphs refer to them.
 */
export function oldWordNumbering(definitions: Buffer, overrides: Buffer): Numbering {
  const abstracts = new Map<string, { levels: Map<number, Level>; styleLink: undefined; linkedTo: undefined }>()
  const reader = new Reader(definitions)
  const heads: { key: string; styles: number[]; simple: boolean }[] = []
  for (let left = definitions.length >= 2 ? reader.short() : 0; left > 0; left--) {
    const key = String(reader.long())
    reader.skip(4)
    const styles = Array.from({ length: 9 }, reader.short)
    heads.push({ key, styles, simple: (reader.byte() & 1) === 1 })
    reader.skip(1)
  }
  for (const { key, styles, simple } of heads) {
    const levels = new Map<number, Level>()
    for (let at = 0; at < (simple ? 1 : 9); at++) levels.set(at, level(reader, styles[at]!))
    abstracts.set(key, { levels, styleLink: undefined, linkedTo: undefined })
  }
  return { abstracts, instances: instances(new Reader(overrides)) }
}

function instances(reader: Reader): Numbering['instances'] {
  const found = new Map<string, { abstract: string; starts: Map<number, number>; levels: Map<number, Level> }>()
  const changed: number[] = []
  for (let place = 1, count = reader.left >= 4 ? reader.long() : 0; place <= count; place++) {
    found.set(String(place), { abstract: String(reader.long()), starts: new Map(), levels: new Map() })
    reader.skip(8)
    changed.push(reader.byte())
    reader.skip(3)
  }
  for (const [at, count] of changed.entries()) {
    const instance = found.get(String(at + 1))!
    reader.skip(4)
    for (let n = 0; n < count; n++) {
      const start = reader.long()
      const flags = reader.long()
      const place = flags & 0xf
      if (flags & 0x10) instance.starts.set(place, start)
      if (flags & 0x20) {
        const formatted = level(reader, 0x0fff)
        instance.levels.set(place, formatted)
        if (flags & 0x10) instance.starts.set(place, formatted.start)
      }
    }
  }
  return found
}

/** One level (MS-DOC 2.9.150 LVL): its text holds the numbers of other levels as characters below 9. */
function level(reader: Reader, style: number): Level {
  const start = reader.long()
  const format = formats[reader.byte()] ?? 'decimal'
  const flags = reader.byte()
  reader.skip(9)
  const follow = reader.byte()
  reader.skip(8)
  const characterBytes = reader.byte()
  const paragraphBytes = reader.byte()
  const restart = reader.byte()
  reader.skip(1 + paragraphBytes + characterBytes)
  let text = ''
  for (let left = reader.short(); left > 0; left--) {
    const sign = reader.short()
    text += sign < 9 ? `%${sign + 1}` : String.fromCharCode(sign)
  }
  return {
    start,
    format,
    text,
    suffix: follow === 2 ? 'nothing' : 'tab',
    restartAfter: flags & 8 ? restart : undefined,
    legal: (flags & 4) !== 0,
    style: style === 0x0fff ? undefined : String(style),
  }
}
