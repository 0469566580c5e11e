import type { Identity } from '../kernel/identity.ts'

export const fingerprintKinds = ['mobile', 'companyCode', 'nameAndObject'] as const
export type FingerprintKind = (typeof fingerprintKinds)[number]

/**
 * What two submissions of the same person or enterprise have in common, in one spelling: the words that a keyed
 * fingerprint is made of. Nothing for what was not given or is too short to tell anybody apart.
 */
export function fingerprintWords(identity: Identity | null, object: string): Partial<Record<FingerprintKind, string>> {
  if (identity === null) return {}
  const found: Partial<Record<FingerprintKind, string>> = {}
  const mobile = (identity.mobile ?? '')
    .normalize('NFKC')
    .replaceAll(/\D/g, '')
    .replace(/^(?:00)?86(?=\d{11}$)/, '')
  if (mobile.length >= 7) found.mobile = mobile
  const code = plain(identity.companyCode ?? '').toUpperCase()
  if (/^[0-9A-Z]{15,18}$/.test(code)) found.companyCode = code
  const name = plain(identity.name ?? '') || plain(identity.company ?? '')
  const about = plain(object)
  if (name.length >= 2 && about.length >= 2) found.nameAndObject = `${name}\n${about}`
  return found
}

function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\p{P}\p{S}]/gu, '')
}
