import { NotKept } from './clean-refused.ts'

export const nobody = '匿名'

/** Text of an XML part as UTF-8, whatever it was written in; a document type could smuggle names in and is refused. */
export function partText(bytes: Uint8Array): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  const text = new TextDecoder(utf16 ?? 'utf-8', { fatal: false }).decode(bytes)
  if (/<!DOCTYPE/i.test(text)) throw new NotKept('file.damaged')
  const plain = text.replace(/<!--[\s\S]*?-->/g, '')
  return utf16 === null ? plain : plain.replace(/^(<\?xml[^>]*?)\s+encoding=("[^"]*"|'[^']*')/, '$1 encoding="UTF-8"')
}

/** Attributes that hold who somebody is, in every part, whatever their prefix (ECMA-376 and Microsoft's extensions). */
const nameAttributes = /(\s(?:[\w.-]+:)?(?:author|userName|lastModifiedBy))\s*=\s*(?:"[^"]*"|'[^']*')/g
const idAttributes = /(\s(?:[\w.-]+:)?(?:initials|userId|providerId))\s*=\s*(?:"[^"]*"|'[^']*')/g
/** Elements that hold paths, sources of letters or variables of add-ins; the document shows the same without them. */
const dropped = ['absPath', 'attachedTemplate', 'mailMerge', 'docVars', 'printerSettings', 'fileSharing', 'customProperties']

/** Takes authors and paths out of one XML part. `path` decides which elements are meant. */
export function withoutNames(path: string, xml: string): string {
  let text = xml.replace(nameAttributes, `$1="${nobody}"`).replace(idAttributes, '$1=""')
  for (const name of dropped) text = withoutElement(text, name)
  // 批注 of Excel: a list of names (`tc=` points to a thread, whose people stand in a part of their own).
  if (path.startsWith('xl/comments')) text = text.replace(/(<(?:\w+:)?author>)(?!tc=)[^<]*(<)/g, `$1${nobody}$2`)
  if (path.startsWith('xl/persons/')) text = text.replace(/(\sdisplayName)\s*=\s*(?:"[^"]*"|'[^']*')/g, `$1="${nobody}"`)
  if (/^ppt\/(commentAuthors|authors)/.test(path)) {
    text = text.replace(/(<(?:\w+:)?(?:cmAuthor|author)\b[^>]*?\sname)\s*=\s*(?:"[^"]*"|'[^']*')/g, `$1="${nobody}"`)
  }
  // The printer's settings went; so goes the pointer to them.
  if (/^xl\/(worksheets|chartsheets|dialogsheets)\//.test(path)) {
    text = text.replace(/(<(?:\w+:)?pageSetup\b[^>]*?)\s\w+:id\s*=\s*(?:"[^"]*"|'[^']*')/g, '$1')
  }
  if (path.endsWith('.svg')) {
    text = withoutElement(text, 'metadata').replace(/\s(?:sodipodi|inkscape):[\w-]+\s*=\s*(?:"[^"]*"|'[^']*')/g, '')
  }
  return text
}

function withoutElement(xml: string, name: string): string {
  const whole = new RegExp(`<((?:[\\w.-]+:)?${name})\\b(?:[^>]*/>|[^>]*>[\\s\\S]*?</\\1\\s*>)`, 'g')
  return xml.replace(whole, '')
}

export interface Relation {
  readonly id: string
  /** Last word of the relationship type, e.g. `image`, `core-properties`. */
  readonly type: string
  readonly target: string
  readonly external: boolean
  readonly xml: string
}

export function relationsOf(xml: string): Relation[] {
  return [...xml.matchAll(/<(?:\w+:)?Relationship\b[^>]*?\/?>/g)].map(([element]) => ({
    id: attribute(element, 'Id'),
    type: attribute(element, 'Type').split('/').at(-1)!,
    target: attribute(element, 'Target'),
    external: /\sTargetMode\s*=\s*["']External["']/.test(element),
    xml: element,
  }))
}

function attribute(element: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(element)
  return (found?.[1] ?? found?.[2] ?? '').replaceAll('&amp;', '&')
}

/** A target outside the file that is a place on somebody's disk or share, not an address of the web. */
export function isLocalPlace(target: string): boolean {
  return !/^(https?|mailto|tel|ftp|#)/i.test(target)
}
