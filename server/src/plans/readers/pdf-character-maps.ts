/**
 * Character maps for PDFs whose Chinese fonts are not embedded (usual until about 2010). Such a file says "GBK" or
 * "Unicode" and leaves the rest to tables of Adobe's glyph numbers, which are large and not at hand. Only the characters
 * are wanted here, not glyphs, so the maps are made on demand with glyph numbers of our own: a number stands for a
 * character directly. Ours begin above Adobe's last one (30,571), so a file that uses Adobe's own numbers without saying
 * which characters they are stays unread instead of being read wrongly.
 */
const blocks: readonly (readonly [first: number, last: number, number: number])[] = [
  [0x4e00, 0x9fa5, 0x8000],
  [0x0020, 0x007e, 0xd200],
  [0x2000, 0x27bf, 0xd300],
  [0x3000, 0x33ff, 0xdb00],
  [0xff00, 0xffef, 0xdf00],
  [0x00a0, 0x04ff, 0xe000],
]

function numberOf(character: number): number | undefined {
  const block = blocks.find(([first, last]) => character >= first && character <= last)
  return block && block[2] + character - block[0]
}

/** Given to the PDF library in place of its own loader. Knows these maps and fetches nothing, from disk or network. */
export class CharacterMaps {
  fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const map = kind === 'cMapUrl' ? characterMap(filename.replace(/-V$/, '-H')) : undefined
    return map === undefined ? Promise.reject(new Error(`no map ${filename}`)) : Promise.resolve(Buffer.from(map))
  }
}

const made = new Map<string, string>()

function characterMap(name: string): string | undefined {
  const known = made.get(name)
  if (known !== undefined) return known
  const map =
    name === 'Adobe-GB1-UCS2'
      ? written('bfrange', ['<0000> <FFFF>'], unicodeRows())
      : /^UniGB-(UCS2|UTF16)-H$/.test(name)
        ? written(
            'cidrange',
            ['<0000> <FFFF>'],
            blocks.map(([first, last, number]) => `<${hex(first)}> <${hex(last)}> ${number}`),
          )
        : /^(GB|GBpc|GBK|GBKp)-EUC-H$|^GBK2K-H$/.test(name)
          ? written('cidrange', ['<00> <80>', '<8140> <FEFE>'], chineseRows())
          : undefined
  if (map !== undefined) made.set(name, map)
  return map
}

const hex = (value: number) => value.toString(16).padStart(4, '0')

/** Own number → character. A range may not pass a 256-boundary of the character. */
function unicodeRows(): string[] {
  return blocks.flatMap(([first, last, number]) => {
    const rows: string[] = []
    for (let at = first; at <= last; at = (at | 0xff) + 1) {
      const end = Math.min(at | 0xff, last)
      rows.push(`<${hex(number + at - first)}> <${hex(number + end - first)}> <${hex(at)}>`)
    }
    return rows
  })
}

/** Codes of GBK → own number, one row for each code: neighbours in GBK are seldom neighbours in Unicode. */
function chineseRows(): string[] {
  const rows = ['<20> <7E> 53760']
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = trail === 0x7f ? '' : decoder.decode(Uint8Array.of(lead, trail))
      const number = text.length === 1 ? numberOf(text.charCodeAt(0)) : undefined
      if (number !== undefined) rows.push(`<${hex(lead * 256 + trail)}> <${hex(lead * 256 + trail)}> ${number}`)
    }
  }
  return rows
}

function written(kind: 'bfrange' | 'cidrange', codes: readonly string[], rows: readonly string[]): string {
  return `begincmap\n${codes.length} begincodespacerange\n${codes.join('\n')}\nendcodespacerange\n${rows.length} begin${kind}\n${rows.join('\n')}\nend${kind}\nendcmap\n`
}
