import type { ReadingRefusal, ReadingRefusalCode } from '@yingshang/core/plans/reading.zh'
import type { SourceDocument } from '@yingshang/core/plans/source'
import { BadArchive, openArchive, type ArchiveFault } from '../../platform/files/archive.ts'
import { detect } from './detect.ts'
import type { Container } from './detect.ts'
import { limits } from './limits.ts'
import { repairLines } from './repair-lines.ts'
import { Unreadable } from './refused.ts'

export type Reading = { readonly source: SourceDocument } | { readonly refusal: ReadingRefusal }

/** What a refusal for size says; both figures in whole megabytes. */
export function tooLarge(bytes: number): ReadingRefusal {
  const megabyte = 1024 * 1024
  return {
    code: 'plan.file-too-large',
    facts: { megabytes: Math.ceil(bytes / megabyte), limitMegabytes: limits.fileBytes / megabyte },
  }
}

/**
 * Turns the bytes of a file into a document, or says why not. Runs in the calling thread: for files of strangers use
 * `readInWorker`, which bounds time and memory. Each reader is loaded only when its format turns up.
 */
export async function readDocument(bytes: Uint8Array): Promise<Reading> {
  if (bytes.length > limits.fileBytes) return { refusal: tooLarge(bytes.length) }
  const found = detect(bytes)
  if ('refused' in found) return { refusal: { code: found.refused } }
  try {
    return { source: repairLines(await readContainer(found.container, bytes)) }
  } catch (error) {
    if (error instanceof Unreadable) return { refusal: error.refusal }
    if (error instanceof BadArchive) return { refusal: ofArchive(error) }
    throw error
  }
}

const archiveCodes: Record<ArchiveFault, ReadingRefusalCode> = {
  damaged: 'plan.damaged',
  encrypted: 'plan.encrypted',
  'too-large': 'plan.archive-too-large',
  'too-many-entries': 'plan.archive-too-many-entries',
}

function ofArchive({ fault, facts }: BadArchive): ReadingRefusal {
  return facts ? { code: archiveCodes[fault], facts } : { code: archiveCodes[fault] }
}

async function readContainer(container: Container, bytes: Uint8Array): Promise<SourceDocument> {
  switch (container) {
    case 'text':
      return (await import('./text.ts')).readText(bytes)
    case 'zip':
      return readZip(bytes)
    case 'ole':
      return readCompound(bytes)
    case 'pdf':
      return (await import('./pdf.ts')).readPdf(bytes)
  }
}

async function readZip(bytes: Uint8Array): Promise<SourceDocument> {
  const { officePackage } = await import('./office-package.ts')
  const archive = openArchive(bytes)
  const { kind, main } = officePackage(archive)
  if (kind === 'document') return (await import('./word.ts')).readWord(archive, main)
  return (await import('./sheet-xlsx.ts')).readWorkbook(archive, main)
}

async function readCompound(bytes: Uint8Array): Promise<SourceDocument> {
  const file = (await import('./compound-file.ts')).openCompoundFile(bytes)
  if (file.names.includes('EncryptedPackage')) throw new Unreadable('plan.encrypted')
  if (file.names.includes('WordDocument')) return (await import('./old-word.ts')).readOldWord(file)
  const workbook = file.stream('Workbook') ?? file.stream('Book')
  if (workbook) return (await import('./sheet-xls.ts')).readOldWorkbook(workbook)
  throw new Unreadable(file.names.includes('PowerPoint Document') ? 'plan.format-presentation' : 'plan.format-unknown')
}
