import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFStream,
  type PDFObject,
} from 'pdf-lib'
import { NotKept } from './clean-refused.ts'
import { withoutPictureMarks } from './picture-marks.ts'

const name = (text: string) => PDFName.of(text)
/** Keys whose values say who made something, when and with what (ISO 32000-1: 14.3, 14.5, 12.8). */
const droppedKeys = ['Metadata', 'PieceInfo', 'LastModified', 'Perms', 'DSS', 'SpiderInfo', 'Legal'].map(name)
/** Actions that run a program or script. */
const running = new Set(['JavaScript', 'Launch', 'ImportData', 'Rendition', 'RichMediaExecute', 'GoToE'])

/**
 * Writes a PDF anew from its catalogue: no information dictionary, no XMP, no authors of notes, no earlier versions of
 * objects (they are not reached), no signatures (void once anything is taken out; the seal stays to be seen). Pages, text,
 * pictures and forms stay. Throws `NotKept` for encrypted files, scripts and files inside.
 */
export async function cleanPdf(bytes: Uint8Array): Promise<Uint8Array> {
  const document = await open(bytes)
  const { context } = document
  const { Info: _info, ID: _id, ...kept } = context.trailerInfo
  context.trailerInfo = kept
  const reached = new Set<PDFRef>()
  const waiting: PDFObject[] = [context.trailerInfo.Root!]
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    if (object instanceof PDFRef) {
      if (reached.has(object)) continue
      reached.add(object)
      const found = context.lookup(object)
      if (found instanceof PDFRawStream) context.assign(object, plainStream(found))
      const next = context.lookup(object)
      if (next !== undefined) waiting.push(next)
    } else if (object instanceof PDFArray) {
      waiting.push(...object.asArray())
    } else if (object instanceof PDFDict || object instanceof PDFStream) {
      const dictionary = object instanceof PDFDict ? object : object.dict
      cleanDictionary(dictionary)
      waiting.push(...dictionary.values())
    }
  }
  for (const [reference] of context.enumerateIndirectObjects()) if (!reached.has(reference)) context.delete(reference)
  return document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false })
}

async function open(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    if (document.getPageCount() === 0) throw new NotKept('file.damaged')
    return document
  } catch (error) {
    // The library's error classes are no classes at run time: only the message tells.
    if (/is encrypted/.test((error as Error).message)) throw new NotKept('file.encrypted')
    throw new NotKept('file.damaged')
  }
}

function cleanDictionary(dictionary: PDFDict): void {
  for (const key of droppedKeys) dictionary.delete(key)
  const action = dictionary.get(name('S'))
  if (action instanceof PDFName && running.has(action.decodeText())) throw new NotKept('file.macro')
  if (dictionary.has(name('JS'))) throw new NotKept('file.macro')
  if (dictionary.has(name('EF')) || dictionary.has(name('EmbeddedFiles'))) throw new NotKept('file.embedded')
  const subtype = dictionary.get(name('Subtype'))
  const isNote = dictionary.has(name('Rect')) && subtype !== name('Widget') && subtype !== name('Link')
  // `T` of a note is its author; of a form field it is the field's name.
  if (isNote) dictionary.delete(name('T'))
  if (action === name('GoToR')) for (const key of ['F', 'UF']) dictionary.delete(name(key)) // a path of somebody's disk
  if (dictionary.get(name('FT')) === name('Sig')) dictionary.delete(name('V'))
}

/** A photograph inside is kept as it is, without place, device and author. */
function plainStream(stream: PDFRawStream): PDFRawStream {
  const filter = stream.dict.get(name('Filter'))
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.get(0) : filter
  if (only !== name('DCTDecode')) return stream
  const plain = withoutPictureMarks(stream.contents)
  // A photograph that is not well formed is shown by some readers; it stays, because nothing can be told apart in it.
  return plain === null ? stream : PDFRawStream.of(stream.dict, plain)
}
