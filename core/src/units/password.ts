import { refuse } from '../kernel/refusal.ts'
import { commonPasswordWords } from './password-words.ts'

export const passwordRefusals = [
  'password.too-short',
  'password.too-long',
  'password.own-name',
  'password.common',
  'password.used-before',
  'password.wrong',
] as const
export type PasswordRefusal = (typeof passwordRefusals)[number]

export const shortestPassword = 10
/** Longer texts are refused so that nobody makes the server hash a book. */
export const longestPassword = 128

/**
 * Judges a new password before it is hashed. `own` are the person's sign-in name, mobile, name and unit: none of them
 * (4 characters or more; Chinese names whole) may stand in it. No rules about kinds of characters: length is what counts.
 */
export function judgePassword(
  password: string,
  own: readonly string[],
): { ok: true } | ReturnType<typeof refuse<PasswordRefusal>> {
  if ([...password].length < shortestPassword) return refuse('password.too-short', { shortest: shortestPassword })
  if (password.length > longestPassword) return refuse('password.too-long', { longest: longestPassword })
  const folded = fold(password)
  for (const text of own) {
    const part = fold(text)
    const enough = /[^\0-\x7f]/.test(part) ? 2 : 4
    if (part.length >= enough && folded.includes(part)) return refuse('password.own-name')
  }
  if (isCommon(folded)) return refuse('password.common')
  return { ok: true }
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** Letters people replace by look-alikes, undone. */
function plain(text: string): string {
  return text.replace(/[@4]/g, 'a').replace(/3/g, 'e').replace(/[1!|]/g, 'i').replace(/0/g, 'o').replace(/[$5]/g, 's')
}

function isCommon(folded: string): boolean {
  if (new Set(folded).size < 5) return true
  if (isRun(folded)) return true
  // A known word with figures and signs around it is a known password: Password2022!, woaini520.
  const core = folded.replace(/^[^a-z\u4e00-\u9fff]+|[^a-z\u4e00-\u9fff]+$/g, '')
  for (const text of [folded, plain(folded), plain(core)]) {
    const letters = text.replace(/[^a-z\u4e00-\u9fff]/g, '')
    let rest = letters
    for (const word of commonPasswordWords) rest = rest.replaceAll(word, '')
    if (letters.length > 0 && rest.length <= 2) return true
  }
  return false
}

const rows = [
  '01234567890',
  '09876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'zyxwvutsrqponmlkjihgfedcba',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1qaz2wsx3edc4rfv5tgb6yhn',
]

/** Made of three or fewer runs along the keyboard, the alphabet or the figures, or one piece repeated. */
function isRun(text: string): boolean {
  for (let size = 1; size <= text.length / 2; size++)
    if (text.length % size === 0 && text === text.slice(0, size).repeat(text.length / size)) return true
  let at = 0
  let pieces = 0
  while (at < text.length) {
    let longest = 1
    for (let end = at + 3; end <= text.length; end++) {
      const piece = text.slice(at, end)
      if (rows.some((row) => row.includes(piece))) longest = end - at
    }
    at += longest
    pieces++
    if (pieces > 3) return false
  }
  return true
}
