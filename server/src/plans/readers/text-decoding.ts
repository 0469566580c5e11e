import { Unreadable } from './refused.ts'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/**
 * Text of a file whose encoding is not declared. Order: byte order mark, UTF-16 by its zero bytes, strict UTF-8, strict
 * GB18030 that looks like Chinese, UTF-8 with a few broken bytes (each becomes U+FFFD and is reported by the caller). Quotes
 * of Windows-1252 that stand in such a text become quotes.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding } {
  const { text, encoding } = decoded(bytes)
  return { text: withoutControlQuotes(text), encoding }
}

function decoded(bytes: Uint8Array): { text: string; encoding: TextEncoding } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return { text: lenient('utf-8', bytes.subarray(3)), encoding: 'utf-8' }
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: lenient('utf-16le', bytes), encoding: 'utf-16le' }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: lenient('utf-16be', bytes), encoding: 'utf-16be' }
  const wide = wideByZeroes(bytes)
  if (wide) return { text: lenient(wide, bytes), encoding: wide }
  if (bytes.includes(0)) throw new Unreadable('plan.format-unknown')
  const strict = attempt('utf-8', bytes)
  if (strict !== null) {
    if (!looksLikeText(strict)) throw new Unreadable('plan.format-unknown')
    return { text: strict, encoding: 'utf-8' }
  }
  const chinese = attempt('gb18030', bytes)
  if (chinese !== null && looksLikeChinese(chinese)) return { text: chinese, encoding: 'gb18030' }
  const damaged = lenient('utf-8', withWesternQuotes(bytes))
  const broken = damaged.split('\uFFFD').length - 1
  if (broken * 200 <= damaged.length && looksLikeText(damaged)) return { text: damaged, encoding: 'utf-8' }
  throw new Unreadable(looksBinary(bytes) ? 'plan.format-unknown' : 'plan.text-encoding')
}

/** What Windows-1252 prints in its places 0x80–0x9F that a notice could hold. */
const western: Readonly<Record<number, string>> = {
  0x85: '…',
  0x91: '‘',
  0x92: '’',
  0x93: '“',
  0x94: '”',
  0x95: '•',
  0x96: '–',
  0x97: '—',
}

/** Quotes pasted from a Western program into a UTF-8 file stand there as single bytes; they become what they print. */
function withWesternQuotes(bytes: Uint8Array): Uint8Array {
  const whole: Uint8Array[] = []
  const encoder = new TextEncoder()
  let from = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!
    const length = byte < 0x80 ? 1 : byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0
    if (length > 0 && followers(bytes, at, length)) {
      at += length - 1
      continue
    }
    const printed = western[byte]
    if (printed === undefined) continue
    whole.push(bytes.subarray(from, at), encoder.encode(printed))
    from = at + 1
  }
  return from === 0 ? bytes : Buffer.concat([...whole, bytes.subarray(from)])
}

function followers(bytes: Uint8Array, at: number, length: number): boolean {
  for (let next = at + 1; next < at + length; next++) if ((bytes[next] ?? 0) >> 6 !== 2) return false
  return true
}

/** The same characters where a program has already taken the bytes for control characters: U+0093 for “. */
function withoutControlQuotes(text: string): string {
  return text.replace(/[\u0085\u0091-\u0097]/g, (c) => western[c.charCodeAt(0)] ?? c)
}

function lenient(encoding: TextEncoding, bytes: Uint8Array): string {
  const text = new TextDecoder(encoding).decode(bytes)
  if (!looksLikeText(text)) throw new Unreadable('plan.format-unknown')
  return text
}

function attempt(encoding: TextEncoding, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** UTF-16 without a mark: line ends, digits and ASCII leave zero bytes on one side; 一 (U+4E00) a few on the other. */
function wideByZeroes(bytes: Uint8Array): TextEncoding | null {
  if (bytes.length % 2 !== 0) return null
  const zeroes: [number, number] = [0, 0]
  const length = Math.min(bytes.length, 65_536)
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeroes[(at % 2) as 0 | 1]++
  const enough = length / 2000
  if (zeroes[1] > enough && zeroes[1] > zeroes[0]) return plausible('utf-16le', bytes)
  if (zeroes[0] > enough && zeroes[0] > zeroes[1]) return plausible('utf-16be', bytes)
  return null
}

function plausible(encoding: TextEncoding, bytes: Uint8Array): TextEncoding | null {
  const text = attempt(encoding, bytes)
  return text !== null && looksLikeText(text) && looksLikeChinese(text) ? encoding : null
}

/** Control characters other than tab, line ends and form feed do not stand in a notice. */
function looksLikeText(text: string): boolean {
  let controls = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 32 ? code < 9 || code > 13 : code === 127) controls++
  }
  return controls * 100 <= text.length
}

const expectedInNotices =
  /[\s\u0020-\u007E\u00B7\u2010-\u2026\u2160-\u217B\u2460-\u249B\u3000-\u303F\u4E00-\u9FA5\uFF00-\uFFEF]/g

function looksLikeChinese(text: string): boolean {
  return (text.match(expectedInNotices)?.length ?? 0) >= text.length * 0.97
}

function looksBinary(bytes: Uint8Array): boolean {
  let controls = 0
  for (const byte of bytes.subarray(0, 4096)) if (byte < 9 || (byte > 13 && byte < 32)) controls++
  return controls * 50 > Math.min(bytes.length, 4096)
}
