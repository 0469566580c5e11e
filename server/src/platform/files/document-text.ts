import { openArchive } from './archive.ts'
import { partText } from './clean-office-parts.ts'
import type { FileKind } from './sniff.ts'

/** About the first page of text, where it can be read without drawing anything: for marks of secrecy. */
export async function firstText(kind: FileKind, bytes: Uint8Array): Promise<string> {
  switch (kind) {
    case 'docx':
      return partsText(bytes, [/^word\/header\d*\.xml$/, /^word\/document\.xml$/], 't')
    case 'xlsx':
      return partsText(bytes, [/^xl\/sharedStrings\.xml$/, /^xl\/worksheets\/sheet1\.xml$/], 't')
    case 'pptx':
      return partsText(bytes, [/^ppt\/slides\/slide1\.xml$/], 't')
    case 'pdf':
      return firstPage(bytes)
    case 'text':
      return plainText(bytes)
    default:
      return ''
  }
}

function partsText(bytes: Uint8Array, wanted: readonly RegExp[], element: string): string {
  const archive = openArchive(bytes)
  const names = wanted.flatMap((pattern) => archive.names.filter((name) => pattern.test(name)))
  return names
    .map((name) => {
      const xml = partText(archive.read(name)!)
      const texts = [...xml.matchAll(new RegExp(`<(?:\\w+:)?${element}(?:\\s[^>]*)?>([^<]*)<`, 'g'))].slice(0, 2000)
      return texts.map((found) => found[1]).join('').slice(0, 3000)
    })
    .toReversed() // the body first: headers may be many
    .join('\n')
}

async function firstPage(bytes: Uint8Array): Promise<string> {
  const { getDocumentProxy } = await import('unpdf')
  const document = await getDocumentProxy(new Uint8Array(bytes))
  const page = await document.getPage(1)
  const { items } = await page.getTextContent()
  return items.map((item) => ('str' in item ? item.str : '')).join('')
}

function plainText(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 12_000)
  for (const encoding of ['utf-8', 'gb18030']) {
    const text = new TextDecoder(encoding).decode(head)
    // A cut last character is no reason to take another encoding.
    if (!text.slice(0, -1).includes('\uFFFD')) return text
  }
  return new TextDecoder(bytes[0] === 0xfe ? 'utf-16be' : 'utf-16le').decode(head)
}
