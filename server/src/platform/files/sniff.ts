/** What a file is, by its content; the name is never believed. */
export type FileKind =
  | 'jpeg'
  | 'png'
  | 'webp'
  | 'heic'
  | 'pdf'
  | 'docx'
  | 'xlsx'
  | 'pptx'
  | 'doc-xls'
  | 'text'
  | 'unknown'

export const mediaTypes: Record<FileKind, string> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heic: 'image/heic',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'doc-xls': 'application/octet-stream',
  text: 'text/plain; charset=utf-8',
  unknown: 'application/octet-stream',
}

export function sniff(bytes: Buffer): FileKind {
  const starts = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte)
  if (starts(0xff, 0xd8, 0xff)) return 'jpeg'
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'png'
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP') return 'webp'
  if (bytes.toString('latin1', 4, 8) === 'ftyp' && /^(heic|heix|mif1|msf1|hevc)/.test(bytes.toString('latin1', 8, 12)))
    return 'heic'
  if (bytes.toString('latin1', 0, 1024).includes('%PDF-')) return 'pdf'
  if (starts(0x50, 0x4b, 0x03, 0x04)) return officeKind(bytes)
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return 'doc-xls'
  return looksLikeText(bytes) ? 'text' : 'unknown'
}

/** Office files are zips whose directory names their main part; names stand in the clear in the zip's own records. */
function officeKind(bytes: Buffer): FileKind {
  const names = bytes.toString('latin1')
  if (names.includes('word/document')) return 'docx'
  if (names.includes('xl/workbook')) return 'xlsx'
  if (names.includes('ppt/presentation')) return 'pptx'
  return 'unknown'
}

function looksLikeText(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, 4096)
  if (starts16(sample)) return true
  return sample.length > 0 && !sample.includes(0)
}

function starts16(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
}
