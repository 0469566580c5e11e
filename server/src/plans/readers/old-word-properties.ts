/** One change of a property in an old Word file (MS-DOC 2.6): its code and its operand. */
export interface Property {
  readonly code: number
  readonly operand: Buffer
}

const operandBytes = [1, 1, 2, 4, 2, 2, -1, 3]
const tableDefinition = 0xd608

/** Splits a list of property changes. A list that ends in the middle of one ends there. */
export function propertiesOf(list: Buffer): Property[] {
  const properties: Property[] = []
  let at = 0
  while (at + 2 <= list.length) {
    const code = list.readUInt16LE(at)
    at += 2
    let size = operandBytes[code >> 13]!
    if (size === -1) {
      if (at >= list.length) break
      // The table definition counts its own two length bytes minus one (MS-DOC 2.9.324).
      const wide = code === tableDefinition && at + 2 <= list.length
      size = wide ? list.readUInt16LE(at) - 1 : list[at]!
      at += wide ? 2 : 1
    }
    if (at + size > list.length) break
    properties.push({ code, operand: list.subarray(at, at + size) })
    at += size
  }
  return properties
}

/** What a paragraph says about itself; absent members come from its style. */
export interface ParagraphProperties {
  style?: number
  /** 1-based index into the lists of the file; 0 or 0xF801 means no number. */
  list?: number
  level?: number
  /** 0–8 for headings, 9 for body text. */
  outline?: number
  centred?: boolean
  inTable?: boolean
  /** How many tables this paragraph is inside. */
  depth?: number
  endsRow?: boolean
  endsInnerCell?: boolean
  endsInnerRow?: boolean
  cells?: readonly TableCell[]
}

export interface TableCell {
  readonly merge: 'none' | 'starts' | 'continues'
  /** Left edge in twips. */
  readonly from: number
  readonly to: number
}

/** Reads what matters for lines and tables; the rest of a paragraph's look is skipped. */
export function paragraphProperties(list: Buffer): ParagraphProperties {
  const found: ParagraphProperties = {}
  for (const { code, operand } of propertiesOf(list)) {
    if (code === 0x260a) found.level = operand[0]!
    else if (code === 0x460b) found.list = operand.readUInt16LE(0)
    else if (code === 0x2640) found.outline = operand[0]!
    else if (code === 0x2403 || code === 0x2461) found.centred = operand[0] === 1
    else if (code === 0x2416) found.inTable = operand[0] === 1
    else if (code === 0x2417) found.endsRow = operand[0] === 1
    else if (code === 0x6649) found.depth = operand.readInt32LE(0)
    else if (code === 0x244b) found.endsInnerCell = operand[0] === 1
    else if (code === 0x244c) found.endsInnerRow = operand[0] === 1
    else if (code === tableDefinition) found.cells = tableCells(operand)
    else if (code === 0xd62b && found.cells) found.cells = withVerticalMerge(found.cells, operand)
  }
  return found
}

/** Column edges and vertical merges of one row (MS-DOC 2.9.324 TDefTableOperand, 2.9.309 TC80). */
function tableCells(operand: Buffer): TableCell[] {
  const count = operand[0] ?? 0
  const flagsFrom = 1 + (count + 1) * 2
  if (flagsFrom > operand.length) return []
  const merges = { 1: 'continues', 3: 'starts' } as Record<number, TableCell['merge']>
  return Array.from({ length: count }, (_unused, at) => {
    const flagsAt = flagsFrom + at * 20
    const flags = flagsAt + 2 <= operand.length ? operand.readUInt16LE(flagsAt) : 0
    return {
      merge: merges[(flags >> 5) & 3] ?? 'none',
      from: operand.readInt16LE(1 + at * 2),
      to: operand.readInt16LE(3 + at * 2),
    }
  })
}

/** A later change of one cell's vertical merge (sprmTVertMerge). */
function withVerticalMerge(cells: readonly TableCell[], operand: Buffer): TableCell[] {
  const merge = operand[1] === 3 ? 'starts' : operand[1] === 1 ? 'continues' : 'none'
  return cells.map((cell, at) => (at === operand[0] ? { ...cell, merge } : cell))
}
