/**
 * Takes everything but the picture out of a JPEG or PNG that stands inside a document, without drawing it anew: place,
 * device, author and comments are gone, the pixels stay byte for byte. Answers null when the bytes are not well formed.
 */
export function withoutPictureMarks(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return plainJpeg(bytes)
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return plainPng(bytes)
  return bytes
}

const startOfScan = 0xda
const endOfImage = 0xd9

/** Keeps the markers that decoding needs: tables, frames, scans, JFIF, the colour profile and Adobe's colour transform. */
function plainJpeg(bytes: Uint8Array): Uint8Array | null {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1]!
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === endOfImage) break
    const end = at + 2 + ((bytes[at + 2]! << 8) | bytes[at + 3]!)
    if (end > bytes.length || end < at + 4) return null
    const stop = marker === startOfScan ? endOfScan(bytes, end) : end
    if (isPartOfPicture(marker, bytes.subarray(at + 4, end))) kept.push(bytes.subarray(at, stop))
    at = stop
  }
  // What stands behind the end (previews, maps) is not part of the picture.
  kept.push(Uint8Array.of(0xff, endOfImage))
  return joined(kept)
}

function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1]!
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

function isPartOfPicture(marker: number, content: Uint8Array): boolean {
  const starts = (text: string) => [...text].every((letter, index) => content[index] === letter.charCodeAt(0))
  if (marker === 0xfe) return false
  if (marker < 0xe0 || marker > 0xef) return true
  if (marker === 0xe0) return starts('JFIF')
  if (marker === 0xe2) return starts('ICC_PROFILE')
  return marker === 0xee && starts('Adobe')
}

const pngChunks = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs cICP acTL fcTL fdAT'.split(' '),
)

function plainPng(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.length) return null
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (pngChunks.has(type)) kept.push(bytes.subarray(at, end))
    if (type === 'IEND') return joined(kept)
    at = end
  }
  return null
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
