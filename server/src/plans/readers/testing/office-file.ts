import { strToU8, zipSync } from 'fflate'

/** Zips parts of an Office file, text by path. */
export function zipped(parts: Record<string, string | Uint8Array>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  )
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relationship = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
const relationships = (...rows: string[]) => `<Relationships>${rows.join('')}</Relationships>`
const types = (name: string, type: string) =>
  `<Types><Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`

export interface WordParts {
  /** Inside of `w:body`. */
  readonly body: string
  /** Inside of `w:numbering`. */
  readonly numbering?: string
  /** Inside of `w:styles`. */
  readonly styles?: string
  /** Inside of `w:footnotes`. */
  readonly footnotes?: string
}

/** A Word file with only what a test is about. */
export function wordParts({ body, numbering = '', styles = '', footnotes = '' }: WordParts): Record<string, string> {
  return {
    '[Content_Types].xml': types('word/document.xml', 'wordprocessingml.document'),
    '_rels/.rels': relationships(relationship('r1', 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relationships(
      relationship('r1', 'styles', 'styles.xml'),
      relationship('r2', 'numbering', 'numbering.xml'),
      relationship('r3', 'footnotes', 'footnotes.xml'),
    ),
    'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `<w:styles>${styles}</w:styles>`,
    'word/numbering.xml': `<w:numbering>${numbering}</w:numbering>`,
    'word/footnotes.xml': `<w:footnotes>${footnotes}</w:footnotes>`,
  }
}

export const wordFile = (parts: WordParts) => zipped(wordParts(parts))

/** A paragraph; `list` is `numId/level`, `properties` is raw `w:pPr` content. */
export function paragraph(text: string, { list = '', style = '', properties = '' } = {}): string {
  const [number, level] = list.split('/')
  const numbered =
    list === '' ? '' : `<w:numPr>${level ? `<w:ilvl w:val="${level}"/>` : ''}<w:numId w:val="${number}"/></w:numPr>`
  const styled = style === '' ? '' : `<w:pStyle w:val="${style}"/>`
  return `<w:p><w:pPr>${styled}${numbered}${properties}</w:pPr>${run(text)}</w:p>`
}

export const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`

/** A list level as numbering.xml has it. */
export function level(at: number, text: string, format: string, more = ''): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`
}

export const definition = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
export const instance = (id: number, of: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`

export interface SheetParts {
  readonly name: string
  readonly hidden?: boolean
  /** Inside of `sheetData`. */
  readonly rows: string
  readonly merges?: readonly string[]
}

/** A workbook with inline texts. `styles` is the inside of `styleSheet`. */
export function workbookFile(sheets: readonly SheetParts[], styles = ''): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': types('xl/workbook.xml', 'spreadsheetml.sheet'),
    '_rels/.rels': relationships(relationship('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook><sheets>${sheets
      .map((sheet, at) => `<sheet name="${sheet.name}" r:id="s${at}"${sheet.hidden ? ' state="hidden"' : ''}/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      ...sheets.map((_sheet, at) => relationship(`s${at}`, 'worksheet', `worksheets/sheet${at}.xml`)),
      relationship('st', 'styles', 'styles.xml'),
    ),
    'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
  }
  for (const [at, sheet] of sheets.entries()) {
    const merges = (sheet.merges ?? []).map((ref) => `<mergeCell ref="${ref}"/>`).join('')
    parts[`xl/worksheets/sheet${at}.xml`] =
      `<worksheet><sheetData>${sheet.rows}</sheetData><mergeCells>${merges}</mergeCells></worksheet>`
  }
  return zipped(parts)
}

/** A row of texts and numbers from column A on; null leaves a cell out. */
export function sheetRow(row: number, cells: readonly (string | number | null)[], style = 0): string {
  const written = cells.map((cell, at) => {
    const place = `${String.fromCharCode(65 + at)}${row}`
    if (cell === null) return ''
    if (typeof cell === 'number') return `<c r="${place}" s="${style}"><v>${cell}</v></c>`
    return `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`
  })
  return `<row r="${row}">${written.join('')}</row>`
}
