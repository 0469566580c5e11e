import type { ReadingRefusalCode } from '@yingshang/core/plans/reading.zh'

/** What the first bytes say a file is. The name is never asked: an office renames files without converting them. */
export type Container = 'zip' | 'ole' | 'pdf' | 'text'

const starts = (bytes: Uint8Array, ...magic: number[]) => magic.every((value, at) => bytes[at] === value)
const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))

const pictures: number[][] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x42, 0x4d, 0, 0, 0, 0],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
]
const archives: number[][] = [
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
  [0x1f, 0x8b],
  [0xfd, 0x37, 0x7a, 0x58],
]

/** Decides by content. Returns the container, or the code of the refusal when the file is something we know we cannot read. */
export function detect(bytes: Uint8Array): { container: Container } | { refused: ReadingRefusalCode } {
  if (bytes.length === 0) return { refused: 'plan.file-empty' }
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04) || starts(bytes, 0x50, 0x4b, 0x05, 0x06)) return { container: 'zip' }
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return { container: 'ole' }
  // A PDF may carry a few bytes of rubbish in front of its header (ISO 32000-1, implementation note 13).
  if (ascii(bytes, 0, 1024).includes('%PDF-')) return { container: 'pdf' }
  if (pictures.some((magic) => starts(bytes, ...magic))) return { refused: 'plan.format-picture' }
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return { refused: 'plan.format-picture' }
  if (ascii(bytes, 4, 8) === 'ftyp') return { refused: 'plan.format-picture' }
  if (archives.some((magic) => starts(bytes, ...magic))) return { refused: 'plan.format-archive' }
  if (ascii(bytes, 0, 5) === '{\\rtf') return { refused: 'plan.format-rtf' }
  const head = ascii(bytes, 0, 512)
    .replace(/^[^!-~]+/, '')
    .toLowerCase()
  if (/^(<!doctype html|<html|<head|<meta|<table|mime-version:)/.test(head)) return { refused: 'plan.format-html' }
  if (/^<\?xml[^>]*>\s*(<\?mso-application|<html|<pkg:package|<w:worddocument)/.test(head)) {
    return { refused: 'plan.format-html' }
  }
  return { container: 'text' }
}
