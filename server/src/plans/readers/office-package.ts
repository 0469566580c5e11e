import type { Archive } from '../../platform/files/archive.ts'
import { Unreadable } from './refused.ts'
import { childrenNamed, parseXml } from './xml.ts'
import type { XmlElement } from './xml.ts'

export interface OfficePackage {
  readonly kind: 'document' | 'workbook'
  /** Path of the main part inside the archive. */
  readonly main: string
}

/** Says what an archive is by its own declarations (ECMA-376 part 2). Throws `Unreadable` for what is no Word or Excel file. */
export function officePackage(archive: Archive): OfficePackage {
  if (archive.names.some((name) => /(^|\/)OFD\.xml$/i.test(name))) throw new Unreadable('plan.format-ofd')
  if (archive.names.includes('mimetype')) {
    const kind = new TextDecoder().decode(archive.read('mimetype')!.subarray(0, 60))
    if (kind.includes('opendocument')) throw new Unreadable('plan.format-opendocument')
  }
  const main = relationships(archive, '').find((one) => one.type.endsWith('/officeDocument'))?.target
  const known = ['word/document.xml', 'xl/workbook.xml', 'ppt/presentation.xml'].find((name) =>
    archive.names.includes(name),
  )
  const path = main && archive.names.includes(main) ? main : known
  if (!path)
    throw new Unreadable(archive.names.includes('[Content_Types].xml') ? 'plan.damaged' : 'plan.format-archive')
  const type = contentType(archive, path) || path
  if (/presentationml|^ppt\//.test(type)) throw new Unreadable('plan.format-presentation')
  if (/sheet\.binary|\.bin$/.test(type)) throw new Unreadable('plan.format-xlsb')
  if (/spreadsheetml|ms-excel|^xl\//.test(type)) return { kind: 'workbook', main: path }
  if (/wordprocessingml|ms-word|^word\//.test(type)) return { kind: 'document', main: path }
  throw new Unreadable('plan.format-unknown')
}

function contentType(archive: Archive, path: string): string | undefined {
  const part = archive.read('[Content_Types].xml')
  if (!part) return undefined
  return childrenNamed(parseXml(part), 'Override').find((one) => one.attributes.PartName === `/${path}`)?.attributes
    .ContentType
}

export interface Relationship {
  readonly id: string
  readonly type: string
  /** Path inside the archive. */
  readonly target: string
}

/** Relationships of a part (`''` is the package itself). Targets outside the archive are left out: nothing is fetched. */
export function relationships(archive: Archive, path: string): Relationship[] {
  const slash = path.lastIndexOf('/')
  const folder = path.slice(0, slash + 1)
  const part = archive.read(`${folder}_rels/${path.slice(slash + 1)}.rels`)
  if (!part) return []
  return childrenNamed(parseXml(part), 'Relationship')
    .filter((one) => one.attributes.TargetMode !== 'External')
    .map((one) => ({
      id: one.attributes.Id ?? '',
      type: one.attributes.Type ?? '',
      target: resolve(folder, one.attributes.Target ?? ''),
    }))
}

function resolve(folder: string, target: string): string {
  const from = target.startsWith('/') ? [] : folder.split('/').filter(Boolean)
  for (const step of target.split('/').filter((step) => step !== '' && step !== '.')) {
    if (step === '..') from.pop()
    else from.push(step)
  }
  return from.join('/')
}

/** The parsed part that a relationship of `path` with this type ending points to, if there is one. */
export function relatedPart(archive: Archive, path: string, ending: string): XmlElement | undefined {
  const found = relationships(archive, path).find((one) => one.type.endsWith(ending))
  const bytes = found && archive.read(found.target)
  return bytes ? parseXml(bytes) : undefined
}
