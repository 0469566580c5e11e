import { signingRoles, type Role } from '../kernel/actor.ts'
import { isIsoDate, type IsoDate } from '../kernel/dates.ts'
import type { UnitKind } from './unit.ts'

export const postKinds = ['post', 'secondment', 'delegation'] as const
export type PostKind = (typeof postKinds)[number]

/** A role in a unit with its first and last day; `untilDay` null = open. A cancelled post was never held. */
export interface PostState {
  readonly id: string
  readonly kind: PostKind
  readonly role: Role
  readonly unitId: string
  readonly fromDay: IsoDate
  readonly untilDay: IsoDate | null
  /** Delegations: the person whose post is exercised. */
  readonly onBehalfOf?: string
  /** Secondments: the task force. */
  readonly taskForceId?: string
  readonly cancelled: boolean
}

export interface Period {
  readonly fromDay: IsoDate
  readonly untilDay: IsoDate | null
}

export function isPeriod(period: Period): boolean {
  if (!isIsoDate(period.fromDay)) return false
  return period.untilDay === null || (isIsoDate(period.untilDay) && period.untilDay >= period.fromDay)
}

export function overlap(one: Period, other: Period): boolean {
  const startsBeforeEnd = (a: Period, b: Period) => b.untilDay === null || a.fromDay <= b.untilDay
  return startsBeforeEnd(one, other) && startsBeforeEnd(other, one)
}

export function covers(outer: Period, inner: Period): boolean {
  if (outer.fromDay > inner.fromDay) return false
  return outer.untilDay === null || (inner.untilDay !== null && inner.untilDay <= outer.untilDay)
}

export function isHeldOn(post: PostState, day: IsoDate): boolean {
  return !post.cancelled && post.fromDay <= day && (post.untilDay === null || post.untilDay >= day)
}

/** Roles that sign for a unit and can be lent by delegation. */
export const delegableRoles: readonly Role[] = [...signingRoles, 'coordinationDirector']

/** Roles that must use a second factor before they can do anything else. */
export const secondFactorRoles: readonly Role[] = [
  'coordinationOfficer',
  'coordinationDirector',
  'disciplineInspection',
  'auditor',
  'administrator',
]

const officeOnly: readonly Role[] = ['coordinationOfficer', 'coordinationDirector']

/** True when the role can stand in a unit of this kind: the office's roles exist in the coordination office only. */
export function fitsKind(role: Role, kind: UnitKind): boolean {
  return !officeOnly.includes(role) || kind === 'coordinationOffice'
}

/**
 * Roles one person never holds on the same day: who keeps the accounts does not handle matters, who audits takes part
 * in nothing that is audited.
 */
const apart: readonly (readonly [Role, readonly Role[]])[] = [
  ['administrator', ['coordinationOfficer', 'coordinationDirector', 'disciplineInspection', 'auditor']],
  [
    'auditor',
    ['coordinationOfficer', 'coordinationDirector', 'disciplineInspection', 'governmentSupervision', 'panelMember'],
  ],
]

export function mayMeet(one: Role, other: Role): boolean {
  return !apart.some(
    ([role, others]) => (role === one && others.includes(other)) || (role === other && others.includes(one)),
  )
}
