import type { FileRefusal } from '@yingshang/core/kernel/file-labels.zh'
import { hasSecretMark } from '@yingshang/core/kernel/secret-mark'
import { BadArchive, type ArchiveFault } from './archive.ts'
import { cleanOffice } from './clean-office.ts'
import { cleanPdf } from './clean-pdf.ts'
import { NotKept } from './clean-refused.ts'
import { firstText } from './document-text.ts'
import type { FileKind } from './sniff.ts'

export type Cleaned = { readonly content: Uint8Array } | { readonly refused: FileRefusal }

const archiveRefusals: Record<ArchiveFault, FileRefusal> = {
  damaged: 'file.damaged',
  encrypted: 'file.encrypted',
  'too-large': 'file.too-complex',
  'too-many-entries': 'file.too-complex',
}

/**
 * Looks for marks of secrecy and takes the metadata out of a document. Runs in the calling thread: for files of strangers
 * it is called in a bounded thread (`clean-worker.ts`).
 */
export async function cleanDocument(kind: FileKind, bytes: Uint8Array, keepBytes: boolean): Promise<Cleaned> {
  try {
    const content = keepBytes ? bytes : await cleanedOf(kind, bytes)
    if (hasSecretMark(await firstText(kind, content))) return { refused: 'file.secret-mark' }
    return { content }
  } catch (error) {
    if (error instanceof NotKept) return { refused: error.code }
    if (error instanceof BadArchive) return { refused: archiveRefusals[error.fault] }
    return { refused: 'file.damaged' }
  }
}

async function cleanedOf(kind: FileKind, bytes: Uint8Array): Promise<Uint8Array> {
  if (kind === 'docx' || kind === 'xlsx' || kind === 'pptx') return cleanOffice(bytes)
  return kind === 'pdf' ? cleanPdf(bytes) : bytes
}
