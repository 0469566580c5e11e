/** Something on a page; points from the lower left corner, as in the format itself. */
export type Mark =
  | { readonly text: string; readonly x: number; readonly y: number; readonly size?: number }
  | { readonly line: readonly [number, number, number, number] }

/** A small PDF with a text layer. Every letter is as wide as it is high, as Chinese letters are. */
export function pdfFile(pages: readonly (readonly Mark[])[]): Uint8Array {
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  const first = 6
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_page, at) => `${first + at * 2} 0 R`).join(' ')}] >>`,
  )
  add(
    '<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
  )
  add(
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /Made /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 800 /StemV 80 >> >>',
  )
  add(
    stream(
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Made def /CMapType 2 def\n' +
        '1 begincodespacerange <0000> <FFFF> endcodespacerange\n' +
        unicodeRanges() +
        'endcmap end end',
    ),
  )
  for (const [at, marks] of pages.entries()) {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${first + at * 2 + 1} 0 R >>`,
    )
    add(stream(marks.map(drawn).join('\n')))
  }
  return Buffer.from(file(objects), 'latin1')
}

function drawn(mark: Mark): string {
  if ('line' in mark) return `${mark.line[0]} ${mark.line[1]} m ${mark.line[2]} ${mark.line[3]} l S`
  const codes = [...mark.text].map((sign) => sign.charCodeAt(0).toString(16).padStart(4, '0')).join('')
  return `BT /F ${mark.size ?? 16} Tf ${mark.x} ${mark.y} Td <${codes}> Tj ET`
}

/** Codes are the characters themselves, said in ranges that do not cross a 256-boundary, as the format wants. */
function unicodeRanges(): string {
  const rows = Array.from({ length: 256 }, (_unused, high) => {
    const at = high.toString(16).padStart(2, '0')
    return `<${at}00> <${at}FF> <${at}00>`
  })
  const blocks: string[] = []
  for (let at = 0; at < rows.length; at += 100) {
    const block = rows.slice(at, at + 100)
    blocks.push(`${block.length} beginbfrange\n${block.join('\n')}\nendbfrange\n`)
  }
  return blocks.join('')
}

const stream = (content: string) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`

function file(objects: readonly string[]): string {
  let text = '%PDF-1.7\n'
  const places = objects.map((body, at) => {
    const place = text.length
    text += `${at + 1} 0 obj\n${body}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  return `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF`
}

/** A PDF of one line in a Chinese font that is not in the file; `codes` is hexadecimal, in a character map named by `encoding`. */
export function fontlessPdf(encoding: string, codes: string): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 5 0 R >> >> /Contents 4 0 R >>',
    stream(`BT /F 16 Tf 80 700 Td <${codes}> Tj ET`),
    `<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /${encoding} /DescendantFonts [6 0 R] >>`,
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 800 /StemV 80 >>',
  ]
  return Buffer.from(file(objects), 'latin1')
}

/** A PDF of one page whose content is this deflated stream. */
export function packedPdf(content: Uint8Array): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 4 0 R >>',
    `<< /Length ${content.length} /Filter /FlateDecode >>\nstream\n${Buffer.from(content).toString('latin1')}\nendstream`,
  ]
  return Buffer.from(file(objects), 'latin1')
}

/** Lines of a page from the top, 28 points apart, from the left margin on. */
export function textLines(
  top: number,
  ...lines: readonly (string | { readonly text: string; readonly indent: number })[]
): Mark[] {
  return lines.map((line, at) => {
    const { text, indent } = typeof line === 'string' ? { text: line, indent: 0 } : line
    return { text, x: 80 + indent, y: top - at * 28 }
  })
}

/** A ruled table: edges left to right and top to bottom, without the inner lines that `open` names as `row,column` below. */
export function ruled(columns: readonly number[], rows: readonly number[], openBelow: readonly string[] = []): Mark[] {
  const marks: Mark[] = columns.map((x) => ({ line: [x, rows[0]!, x, rows.at(-1)!] as const }))
  for (const [r, y] of rows.entries()) {
    for (let c = 0; c + 1 < columns.length; c++) {
      if (!openBelow.includes(`${r - 1},${c}`)) marks.push({ line: [columns[c]!, y, columns[c + 1]!, y] })
    }
  }
  return marks
}
