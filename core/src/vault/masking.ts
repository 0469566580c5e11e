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
export function maskText(text: string, { identity = null, companies = true }: MaskingChoices = {}): Masked {
  const kept = [...text.matchAll(sign)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
  const plain = halfWidth(text)
  const found = [
    ...given(text, identity),
    ...numbersIn(plain),
    ...addressesIn(plain),
    ...(companies ? everywhere(plain, ownCompaniesIn(plain), 'company') : []),
    ...namesIn(plain),
  ].filter((one) => !kept.some((other) => one.start < other.end && other.start < one.end))
  return cover(text, joined(found))
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
    .replace(/^.{2,8}?(?:省|市|县|区)(?=.{4})/u, '')
    .replace(/(?:有限责任公司|股份有限公司|有限公司|集团|公司|合作社|经营部|商行|商店|超市)$/u, '')
  return core.length >= 3 && core !== company ? core : undefined
}
