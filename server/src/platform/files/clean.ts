import type { FileRefusal } from '@yingshang/core/kernel/file-labels.zh'
import { hasSecretName } from '@yingshang/core/kernel/secret-mark'
import { threadQueue, type ThreadStop } from '../bounded-thread.ts'
import { Failure } from '../http/failure.ts'
import type { Cleaned } from './clean-document.ts'
import { sniff, type FileKind } from './sniff.ts'
import type { FilePurpose } from './store.ts'

const evidenceKinds: readonly FileKind[] = ['jpeg', 'png', 'webp', 'pdf', 'docx', 'xlsx', 'pptx', 'text']
const threads = threadQueue(2, 20)
const caps = { seconds: 30, heapMegabytes: 512, externalMegabytes: 512 }

/**
 * Checks what an upload really is, refuses what carries a mark of secrecy, and takes the metadata out: pictures are drawn
 * anew, Office files and PDF are written anew without authors, paths, thumbnails and notes of who made them. Plans and
 * rosters are kept byte for byte: they are the source that clauses are traced to.
 */
export async function cleanUpload(
  content: Buffer,
  purpose: FilePurpose,
  name = '',
): Promise<{ kind: FileKind; content: Buffer }> {
  const kind = sniff(content)
  if (content.length === 0) throw new Failure(400, { code: 'file.empty' })
  if (hasSecretName(name)) throw notKept('file.secret-mark')
  if (purpose !== 'evidence') {
    await inThread(kind, content, true)
    return { kind, content }
  }
  if (kind === 'heic') throw notKept('file.heic')
  if (kind === 'doc-xls') throw notKept(isEncrypted(content) ? 'file.encrypted' : 'file.old-office')
  if (!evidenceKinds.includes(kind)) throw notKept('file.kind')
  if (kind === 'jpeg' || kind === 'png' || kind === 'webp') return { kind, content: await redraw(content, kind) }
  return { kind, content: await inThread(kind, content, false) }
}

/** Looks into a document in a thread of its own. A plan that cannot be looked into is the importer's to judge. */
async function inThread(kind: FileKind, content: Buffer, keepBytes: boolean): Promise<Buffer> {
  const script = new URL('./clean-worker.ts', import.meta.url)
  const result = await threads.run<Cleaned>(script, { kind, keepBytes, bytes: new Uint8Array(content) }, caps)
  const refused =
    'stopped' in result ? stops[result.stopped] : 'refused' in result.answer ? result.answer.refused : null
  if (keepBytes) {
    if (refused === 'file.secret-mark') throw notKept(refused)
    return content
  }
  if (refused !== null) throw notKept(refused)
  return Buffer.from((result as { answer: { content: Uint8Array } }).answer.content)
}

const stops: Record<ThreadStop, FileRefusal> = {
  slow: 'file.too-complex',
  memory: 'file.too-complex',
  fault: 'file.damaged',
  busy: 'file.busy',
}

function notKept(code: FileRefusal): Failure {
  return new Failure(code === 'file.busy' ? 503 : 400, { code })
}

/** Office wraps an encrypted file into the old format: its directory names the packed stream. */
function isEncrypted(content: Buffer): boolean {
  return content.includes(Buffer.from('EncryptedPackage', 'utf16le'))
}

async function redraw(content: Buffer, kind: 'jpeg' | 'png' | 'webp'): Promise<Buffer> {
  try {
    // `rotate()` applies the orientation before the tag that carried it is dropped.
    const { default: sharp } = await import('sharp')
    const image = sharp(content, { limitInputPixels: 60_000_000, failOn: 'error' }).rotate()
    return await image.toFormat(kind, kind === 'jpeg' ? { quality: 88 } : {}).toBuffer()
  } catch {
    throw notKept('file.picture-damaged')
  }
}
