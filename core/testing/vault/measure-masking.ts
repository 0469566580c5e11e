import { maskSigns, type MaskReason } from '../../src/vault/mask-reasons.ts'
import { maskText } from '../../src/vault/masking.ts'

export interface MaskingScore {
  /** Share of the marked places that are wholly covered (0–1), in all and by reason. */
  readonly recall: number
  readonly byReason: Readonly<Partial<Record<MaskReason, { marked: number; covered: number }>>>
  /** Share of the covered signs that were marked (0–1). */
  readonly precision: number
  /** Texts with something missed or covered too much, for reading. */
  readonly faults: readonly string[]
}

const mark = /〔(\w+)\|([^〕]+)〕/g

/** What the marks say, and what the rules cover, sign by sign. */
export function measureMasking(marked: readonly string[]): MaskingScore {
  const byReason: Partial<Record<MaskReason, { marked: number; covered: number }>> = {}
  let [signs, right, places, whole] = [0, 0, 0, 0]
  const faults: string[] = []
  for (const text of marked) {
    const wanted: { start: number; end: number; reason: MaskReason }[] = []
    let plain = ''
    let done = 0
    for (const match of text.matchAll(mark)) {
      plain += text.slice(done, match.index)
      wanted.push({ start: plain.length, end: plain.length + match[2]!.length, reason: match[1] as MaskReason })
      plain += match[2]!
      done = match.index + match[0].length
    }
    plain += text.slice(done)
    const covered = coveredSigns(plain)
    let isFaulty = false
    for (const { start, end, reason } of wanted) {
      const one = (byReason[reason] ??= { marked: 0, covered: 0 })
      const isWhole = covered.slice(start, end).every(Boolean)
      one.marked++
      places++
      if (isWhole) [one.covered, whole] = [one.covered + 1, whole + 1]
      else isFaulty = true
    }
    covered.forEach((isCovered, at) => {
      if (!isCovered) return
      signs++
      if (wanted.some(({ start, end }) => start <= at && at < end)) right++
      else isFaulty = true
    })
    if (isFaulty) faults.push(maskText(plain).text)
  }
  return { recall: whole / places, precision: right / signs, byReason, faults }
}

/** For every sign of the original whether the masked text covers it. */
export function coveredSigns(text: string): boolean[] {
  const { masks } = maskText(text)
  const covered = Array<boolean>(text.length).fill(false)
  // Positions in the masked text move by what the signs before them added or took.
  let moved = 0
  for (const { at, reason, covered: length } of masks) {
    covered.fill(true, at + moved, at + moved + length)
    moved += length - maskSigns[reason].length
  }
  return covered
}
