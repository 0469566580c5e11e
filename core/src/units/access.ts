import type { Role } from '../kernel/actor.ts'
import { secondFactorRoles } from './posts.ts'

export const accessRefusals = [
  'access.signed-out',
  'access.wrong-credentials',
  'access.locked',
  'access.try-later',
  'access.busy',
  'access.second-factor-required',
  'access.password-expired',
  'access.code-wrong',
  'access.second-factor-not-begun',
  'access.second-factor-enrolled',
  'access.activation-unusable',
  'access.session-unknown',
  'access.slip-expired',
  'access.foreign-origin',
] as const
export type AccessRefusal = (typeof accessRefusals)[number]

/** Sign-in settings of a division. `passwordDays` 0 = never expires. */
export interface AccessRules {
  readonly idleMinutes: number
  readonly passwordDays: number
  readonly warnDays: number
}
export const usualAccessRules: AccessRules = { idleMinutes: 30, passwordDays: 90, warnDays: 14 }

/** Wrong tries until an account rests, and for how long. */
export const triesBeforeLock = 5
export const lockMinutes = 15
/** Wrong tries from one address until people who never signed in from it must wait. */
export const triesBeforeBrake = 40
export const sessionHours = 12
export const slipDays = 14

/** What the sign-in log tells. */
export const occurrenceKinds = [
  'signedIn',
  'signedInByLink',
  'wrongPassword',
  'locked',
  'secondFactorWrong',
  'secondFactorDone',
  'recoveryCodeUsed',
  'activated',
  'passwordChanged',
  'secondFactorEnrolled',
  'reset',
  'signedOut',
  'signedOutEverywhere',
] as const
/** Of these, tries that did not get in. */
export const refusedOccurrences: readonly OccurrenceKind[] = ['wrongPassword', 'locked', 'secondFactorWrong']
export type OccurrenceKind = (typeof occurrenceKinds)[number]

const day = 86_400_000

/** What a session still owes before it may do anything else; the sentence is the refusal's. */
export type SessionDebt = 'access.second-factor-required' | 'access.password-expired'

export interface SessionFacts {
  readonly roles: readonly Role[]
  readonly byLink: boolean
  readonly secondFactorDone: boolean
  readonly secondFactorEnrolled: boolean
  /** Epoch milliseconds; null for people who never set one (trial links). */
  readonly passwordSetAt: number | null
}

/**
 * A second factor that is enrolled, or that a role of today demands, comes first; then an expired password. Sessions
 * opened by a trial link owe nothing.
 */
export function sessionDebt(facts: SessionFacts, rules: AccessRules, now: number): SessionDebt | undefined {
  if (facts.byLink) return undefined
  const demanded = facts.secondFactorEnrolled || facts.roles.some((role) => secondFactorRoles.includes(role))
  if (demanded && !facts.secondFactorDone) return 'access.second-factor-required'
  const left = passwordDaysLeft(facts.passwordSetAt, rules, now)
  return left !== undefined && left <= 0 ? 'access.password-expired' : undefined
}

/** Whole days until the password expires, 0 or less when it has; `undefined` when it never does. */
export function passwordDaysLeft(setAt: number | null, rules: AccessRules, now: number): number | undefined {
  if (rules.passwordDays === 0 || setAt === null) return undefined
  return Math.ceil((setAt + rules.passwordDays * day - now) / day)
}

/** A person's number behind the unit's code: 101 and 3 make 10103. */
export function signInNameOf(unitCode: string, number: number): string {
  return unitCode + String(number).padStart(2, '0')
}
