import { zipSync } from 'fflate'
import { openArchive, type Archive } from './archive.ts'
import { isLocalPlace, partText, relationsOf, withoutNames, type Relation } from './clean-office-parts.ts'
import { NotKept } from './clean-refused.ts'
import { withoutPictureMarks } from './picture-marks.ts'

/** Relationships whose targets say who made the file, where and with what; nothing that is shown needs them. */
const droppedTypes = new Set([
  'core-properties',
  'extended-properties',
  'extendedProperties',
  'custom-properties',
  'customProperties',
  'thumbnail',
  'customXml',
  'customXmlProps',
  'customProperty',
  'origin', // digital signatures: void as soon as anything is taken out
  'signature',
  'classificationlabels',
  'attachedTemplate',
  'mailMergeSource',
  'mailMergeHeaderSource',
  'printerSettings',
  'changesInfo',
  'revisionInfo',
  'revisionHeaders',
  'usernames',
])
const macroTypes = new Set(['vbaProject', 'wordVbaData', 'xlMacrosheet', 'xlIntlMacrosheet', 'control', 'activeXControlBinary', 'attachedToolbars', 'keyMapCustomizations'])
const embeddedTypes = new Set(['oleObject', 'package', 'aFChunk'])
const root = ''

/**
 * Writes an Office file anew with only the parts that its document needs: no properties, custom XML, thumbnails, printer
 * settings or signatures; authors of comments and changes are 匿名; paths of somebody's disk are gone; pictures inside
 * lose their metadata. Throws `NotKept` for macros and foreign objects, `BadArchive` for archives made to harm.
 */
export function cleanOffice(bytes: Uint8Array, depth = 0): Uint8Array {
  const archive = openArchive(bytes)
  const types = readPart(archive, '[Content_Types].xml')
  if (types === null) throw new NotKept('file.damaged')
  const typesText = partText(types)
  if (/macroEnabled|vbaProject|activeX/i.test(typesText)) throw new NotKept('file.macro')
  if (archive.names.some((name) => /vbaProject|vbaData|activeX\//i.test(name))) throw new NotKept('file.macro')

  const parts = new Map<string, Uint8Array>()
  const waiting: string[] = [root]
  const seen = new Set<string>([root])
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (path !== root) {
      const part = readPart(archive, path)
      if (part === null) continue
      parts.set(path, cleanPart(path, part))
    }
    const relations = keptRelations(archive, path)
    if (relations === null) continue
    parts.set(relationsPath(path), Buffer.from(relations.xml))
    for (const relation of relations.kept) {
      if (relation.external) continue
      const target = resolve(path, relation.target)
      if (embeddedTypes.has(relation.type)) embed(archive, target, depth, parts)
      else if (!seen.has(target)) waiting.push(target)
      seen.add(target)
    }
  }
  const typesKept = withoutMissing(typesText, parts)
  const files: Record<string, Uint8Array> = { '[Content_Types].xml': Buffer.from(typesKept) }
  for (const [path, part] of parts) files[path] = part
  return zipSync(files, { mtime: new Date(Date.UTC(1980, 0, 2)), level: 6 })
}

function readPart(archive: Archive, path: string): Uint8Array | null {
  // Names of parts are not case-sensitive (ECMA-376 part 2, 9.1.1).
  const found = archive.names.find((name) => name.toLowerCase() === path.toLowerCase())
  return found === undefined ? null : archive.read(found)
}

function cleanPart(path: string, part: Uint8Array): Uint8Array {
  if (/\.(xml|vml|svg|rels)$/i.test(path) || looksLikeXml(part)) return Buffer.from(withoutNames(path, partText(part)))
  const plain = withoutPictureMarks(part)
  if (plain === null) throw new NotKept('file.picture-damaged')
  return plain
}

function looksLikeXml(part: Uint8Array): boolean {
  return /^\uFEFF?\s*<\?xml/.test(Buffer.from(part.subarray(0, 100)).toString('utf8'))
}

function relationsPath(path: string): string {
  const cut = path.lastIndexOf('/') + 1
  return `${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`
}

function keptRelations(archive: Archive, path: string): { xml: string; kept: Relation[] } | null {
  const bytes = readPart(archive, relationsPath(path))
  if (bytes === null) return null
  let xml = partText(bytes)
  const kept: Relation[] = []
  for (const relation of relationsOf(xml)) {
    if (macroTypes.has(relation.type)) throw new NotKept('file.macro')
    const missing = !relation.external && readName(archive, resolve(path, relation.target)) === undefined
    if (droppedTypes.has(relation.type) || missing) {
      xml = xml.replace(relation.xml, '')
      continue
    }
    if (relation.external && isLocalPlace(relation.target)) {
      const places = relation.xml.replace(/(\sTarget)\s*=\s*(?:"[^"]*"|'[^']*')/, '$1="removed"')
      xml = xml.replace(relation.xml, places)
    }
    kept.push(relation)
  }
  return { xml, kept }
}

function readName(archive: Archive, path: string): string | undefined {
  return archive.names.find((name) => name.toLowerCase() === path.toLowerCase())
}

/** A target is relative to the folder of its part, or to the root when it starts with a slash. */
function resolve(path: string, target: string): string {
  const plain = decode(target.split('#')[0]!).replaceAll('\\', '/')
  const steps = plain.startsWith('/') ? [] : path.split('/').slice(0, -1)
  for (const step of plain.split('/')) {
    if (step === '' || step === '.') continue
    if (step === '..') steps.pop()
    else steps.push(step)
  }
  return steps.join('/')
}

function decode(target: string): string {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}

/** A table or text inside is cleaned like a file of its own, a formula stays; what cannot be looked into is refused. */
function embed(archive: Archive, path: string, depth: number, parts: Map<string, Uint8Array>): void {
  const part = readPart(archive, path)
  if (part === null) return
  const isPackage = part[0] === 0x50 && part[1] === 0x4b
  if (isPackage && depth === 0) {
    parts.set(path, cleanOffice(part, depth + 1))
    return
  }
  const formula = Buffer.from('Equation Native', 'utf16le')
  if (!Buffer.from(part.buffer, part.byteOffset, part.length).includes(formula)) throw new NotKept('file.embedded')
  parts.set(path, part)
}

/** The directory of content types without the parts that are gone. */
function withoutMissing(types: string, parts: ReadonlyMap<string, Uint8Array>): string {
  const kept = new Set([...parts.keys()].map((path) => `/${path.toLowerCase()}`))
  return types.replace(/<(?:\w+:)?Override\b[^>]*?(?:\/>|>\s*<\/(?:\w+:)?Override\s*>)/g, (element) => {
    const name = /\sPartName\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(element)
    return kept.has(decode(name?.[1] ?? name?.[2] ?? '').toLowerCase()) ? element : ''
  })
}
