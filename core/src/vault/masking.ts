import type { Identity } from '../kernel/identity.ts'
import { everywhere, namesIn } from './mask-names.ts'
import { halfWidth, numbersIn } from './mask-numbers.ts'
import { addressesIn, ownCompaniesIn } from './mask-places.ts'
import { maskSigns, type Found, type MaskReason } from './mask-reasons.ts'

/** One sign in the masked text: where it stands there, why, and how many signs of the original it covers. */
export interface Mask {
  readonly at: number
  readonly reason: MaskReason
  readonly covered: number
}

export interface Masked {
  readonly text: string
  readonly masks: readonly Mask[]
}

export interface MaskingChoices {
  /** What the submitter gave as identity is covered wherever it stands in the text. */
  readonly identity?: Identity | null
  /** Cover the submitter's own enterprise when the text names it. Default: yes. */
  readonly companies?: boolean
}

const sign = new RegExp(Object.values(maskSigns).join('|'), 'gu')

/**
 * The text that units, search and exports see instead of the original: names that are introduced as such, telephones,
 * document numbers, cards, plates, credit codes, mail addresses, doors and (by choice) the submitter's enterprise are
 * covered; amounts, days, roads and offices stay. A suggestion that an officer corrects: nothing is promised to be found.
 * Masking a masked text changes nothing.
 */
export function maskText(text: string, choices: MaskingChoices = {}): Masked {
  if (text === '') return { text, masks: [] }
  let places: readonly Found[] = []
  let masked: Masked = { text, masks: [] }
  // What stands beside a sign may mean more than what stood beside the word: look again until nothing is found.
  for (let look = 0; look < mostLooks; look++) {
    const found = placesIn(masked.text, choices)
    if (found.length === 0) break
    places = joined([...places, ...found.map((one) => inOriginal(one, masked.masks))])
    masked = cover(text, places)
  }
  return masked
}

const mostLooks = 6

function placesIn(text: string, { identity = null, companies = true }: MaskingChoices): Found[] {
  const kept = [...text.matchAll(sign)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
  const plain = halfWidth(text)
  const found = [
    ...given(text, identity),
    ...numbersIn(plain),
    ...addressesIn(plain),
    ...(companies ? everywhere(plain, ownCompaniesIn(plain), 'company') : []),
    ...namesIn(plain),
  ]
  return joined(found.flatMap((one) => outside(one, kept)))
}

/** The parts of a place that are no signs yet. */
function outside(place: Found, kept: readonly { readonly start: number; readonly end: number }[]): Found[] {
  const parts: Found[] = []
  let from = place.start
  for (const { start, end } of kept) {
    if (end <= from || start >= place.end) continue
    if (start > from) parts.push({ ...place, start: from, end: start })
    from = end
  }
  if (from < place.end) parts.push({ ...place, start: from })
  return parts
}

/** A place of the masked text as a place of the original: it lies beside the signs, never in one. */
function inOriginal({ start, end, reason }: Found, masks: readonly Mask[]): Found {
  let moved = 0
  for (const mask of masks) if (mask.at < start) moved += mask.covered - maskSigns[mask.reason].length
  return { start: start + moved, end: end + moved, reason }
}

/** Covers the given places; the first reason of overlapping places counts. */
function cover(text: string, places: readonly Found[]): Masked {
  let masked = ''
  let done = 0
  const masks: Mask[] = []
  for (const { start, end, reason } of places) {
    masked += text.slice(done, start)
    masks.push({ at: masked.length, reason, covered: end - start })
    masked += maskSigns[reason]
    done = end
  }
  return { text: masked + text.slice(done), masks }
}

function joined(found: readonly Found[]): Found[] {
  const sorted = found.filter((one) => one.end > one.start).toSorted((a, b) => a.start - b.start || b.end - a.end)
  const whole: Found[] = []
  for (const one of sorted) {
    const last = whole.at(-1)
    if (last && one.start < last.end) whole[whole.length - 1] = { ...last, end: Math.max(last.end, one.end) }
    else whole.push(one)
  }
  return whole
}

function given(text: string, identity: Identity | null): Found[] {
  if (identity === null) return []
  const fields: readonly [keyof Identity, MaskReason][] = [
    ['name', 'name'],
    ['mobile', 'telephone'],
    ['email', 'email'],
    ['company', 'company'],
    ['companyCode', 'companyCode'],
    ['idNumber', 'idNumber'],
    ['address', 'address'],
  ]
  const found = fields.flatMap(([field, reason]) => everywhere(text, [(identity[field] ?? '').trim()], reason))
  const short = shortName(identity.company ?? '')
  return short ? [...found, ...everywhere(text, [short], 'company')] : found
}

/** 某县某某商贸有限公司 → 某某商贸: what people call it. */
function shortName(company: string): string | undefined {
  const core = company
    .replace(/^.{1,8}?(?:省|市|县|区)(?=.{4})/u, '')
    .replace(/(?:有限责任公司|股份有限公司|有限公司|集团|公司|合作社|经营部|商行|商店|超市)$/u, '')
  return core.length >= 3 && core !== company ? core : undefined
}
