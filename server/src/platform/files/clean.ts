import sharp from 'sharp'
import { Failure } from '../http/failure.ts'
import { sniff, type FileKind } from './sniff.ts'
import type { FilePurpose } from './store.ts'

const evidenceKinds: readonly FileKind[] = ['jpeg', 'png', 'webp', 'pdf', 'docx', 'xlsx', 'pptx', 'doc-xls', 'text']

/**
 * Checks what an upload really is and takes the metadata out of pictures by drawing them anew (place, device and time of
 * the photograph are gone). Plans and rosters are kept byte for byte: they are the source that clauses are traced to.
 */
export async function cleanUpload(content: Buffer, purpose: FilePurpose): Promise<{ kind: FileKind; content: Buffer }> {
  const kind = sniff(content)
  if (content.length === 0) throw new Failure(400, { code: 'file.empty' })
  if (purpose !== 'evidence') return { kind, content }
  if (kind === 'heic') throw new Failure(400, { code: 'file.heic' })
  if (!evidenceKinds.includes(kind)) throw new Failure(400, { code: 'file.kind' })
  if (kind === 'jpeg' || kind === 'png' || kind === 'webp') return { kind, content: await redraw(content, kind) }
  return { kind, content }
}

async function redraw(content: Buffer, kind: 'jpeg' | 'png' | 'webp'): Promise<Buffer> {
  try {
    // `rotate()` applies the orientation before the tag that carried it is dropped.
    const image = sharp(content, { limitInputPixels: 60_000_000, failOn: 'error' }).rotate()
    return await image.toFormat(kind, kind === 'jpeg' ? { quality: 88 } : {}).toBuffer()
  } catch {
    throw new Failure(400, { code: 'file.picture-damaged' })
  }
}
