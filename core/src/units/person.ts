import type { Decider } from '../kernel/decider.ts'
import type { IsoDate } from '../kernel/dates.ts'
import { accept, refuse } from '../kernel/refusal.ts'
import {
  evolvePerson,
  type HandOver,
  type NewDelegation,
  type NewPost,
  type PersonEvent,
  type PersonFacts,
  type PersonState,
} from './person-state.ts'
import { covers, delegableRoles, fitsKind, isPeriod, mayMeet, overlap, type PostState } from './posts.ts'
import type { UnitState } from './unit.ts'

export type PersonCommand =
  | ({ readonly type: 'register' } & Omit<PersonFacts, 'posts' | 'given'>)
  | { readonly type: 'correctDetails'; readonly detailsCommitment: string }
  | { readonly type: 'changeHomeUnit'; readonly homeUnitId: string; readonly on: IsoDate }
  | { readonly type: 'openPost'; readonly post: NewPost; readonly handedOverBy?: HandOver }
  | { readonly type: 'endPost'; readonly postId: string; readonly lastDay: IsoDate }
  | { readonly type: 'giveDelegation'; readonly personId: string; readonly delegation: NewDelegation }
  | { readonly type: 'withdrawDelegation'; readonly delegationId: string; readonly lastDay: IsoDate }
  | { readonly type: 'leave'; readonly lastDay: IsoDate }
  | { readonly type: 'issueSlip'; readonly reset: boolean; readonly expiresAt: string }
  | { readonly type: 'activate' }
  | { readonly type: 'changePassword' }
  | { readonly type: 'enrolSecondFactor' }

export const personRefusals = [
  'person.registered-already',
  'person.left',
  'person.unknown',
  'person.unit-not-active',
  'person.nothing-changes',
  'person.leaves-before-start',
  'post.bad-period',
  'post.overlaps',
  'post.incompatible-roles',
  'post.role-not-in-this-unit',
  'post.unknown',
  'post.ended-already',
  'post.ends-with-its-giver',
  'post.ends-with-its-task-force',
  'hand-over.to-the-same-person',
  'hand-over.not-the-liaison',
  'delegation.to-oneself',
  'delegation.role-not-lendable',
  'delegation.only-own-post',
  'delegation.overlaps',
  'delegation.outside-unit',
  'delegation.unknown',
  'delegation.starts-in-the-past',
] as const
export type PersonRefusal = (typeof personRefusals)[number]

export interface PersonContext {
  /** The unit the command is about (register, changeHomeUnit, openPost), as loaded and guarded. */
  readonly unit?: UnitState
  /** Path of the person's home unit; only a person of the unit may hold a delegation of it. */
  readonly homeUnitPath?: string
}

type Known = Exclude<PersonState, { status: 'none' }>

function decide(command: PersonCommand, state: PersonState, context: PersonContext) {
  if (command.type === 'register') {
    if (state.status !== 'none') return refuse('person.registered-already')
    if (context.unit?.status !== 'active') return refuse('person.unit-not-active')
    const { type: _type, ...facts } = command
    return accept<PersonEvent>({ type: 'personRegistered', ...facts })
  }
  if (state.status === 'none') return refuse('person.unknown')
  if (state.status === 'left') return refuse('person.left')
  switch (command.type) {
    case 'correctDetails':
      if (command.detailsCommitment === state.detailsCommitment) return refuse('person.nothing-changes')
      return accept<PersonEvent>({ type: 'detailsCorrected', detailsCommitment: command.detailsCommitment })
    case 'changeHomeUnit':
      if (context.unit?.status !== 'active') return refuse('person.unit-not-active')
      if (command.homeUnitId === state.homeUnitId) return refuse('person.nothing-changes')
      return accept<PersonEvent>({ type: 'homeUnitChanged', homeUnitId: command.homeUnitId, on: command.on })
    case 'openPost':
      return openPost(command.post, command.handedOverBy, state, context)
    case 'endPost': {
      const post = state.posts.find((one) => one.id === command.postId)
      if (!post) return refuse('post.unknown')
      if (post.cancelled || (post.untilDay !== null && post.untilDay <= command.lastDay))
        return refuse('post.ended-already')
      return accept<PersonEvent>(...ending(post, state, command.lastDay))
    }
    case 'giveDelegation':
      return giveDelegation(command.personId, command.delegation, state)
    case 'withdrawDelegation': {
      const given = state.given.find((one) => one.id === command.delegationId)
      if (!given) return refuse('delegation.unknown')
      if (given.cancelled || given.untilDay <= command.lastDay) return refuse('post.ended-already')
      const { lastDay } = command
      return accept<PersonEvent>({ type: 'delegationWithdrawn', delegationId: given.id, to: given.to, lastDay })
    }
    case 'leave': {
      const { lastDay } = command
      const open = state.posts.filter((post) => !post.cancelled && (post.untilDay === null || post.untilDay > lastDay))
      const events = open.flatMap((post) => ending(post, state, lastDay))
      return accept<PersonEvent>(...events, { type: 'personLeft', lastDay })
    }
    case 'issueSlip':
      return accept<PersonEvent>({ type: 'activationSlipIssued', reset: command.reset, expiresAt: command.expiresAt })
    case 'activate':
      return accept<PersonEvent>({ type: 'accessActivated' })
    case 'changePassword':
      return accept<PersonEvent>({ type: 'passwordChanged' })
    case 'enrolSecondFactor':
      return accept<PersonEvent>({ type: 'secondFactorEnrolled' })
  }
}

function openPost(post: NewPost, handedOverBy: HandOver | undefined, state: Known, context: PersonContext) {
  if (context.unit?.status !== 'active') return refuse('person.unit-not-active')
  if (!isPeriod(post) || (post.kind !== 'post' && post.untilDay === null)) return refuse('post.bad-period')
  if (!fitsKind(post.role, context.unit.kind)) return refuse('post.role-not-in-this-unit')
  const held = state.posts.filter((one) => !one.cancelled && overlap(one, post))
  const same = held.find((one) => one.role === post.role && one.unitId === post.unitId)
  if (same) return refuse('post.overlaps', { fromDay: same.fromDay, untilDay: same.untilDay ?? '' })
  if (held.some((one) => !mayMeet(one.role, post.role))) return refuse('post.incompatible-roles')
  if (post.kind === 'delegation') {
    const inside = context.homeUnitPath?.startsWith(context.unit.path) === true
    if (!inside && !held.some((one) => one.unitId === post.unitId && one.kind !== 'delegation'))
      return refuse('delegation.outside-unit')
  }
  return accept<PersonEvent>({ type: 'postOpened', post, ...(handedOverBy ? { handedOverBy } : {}) })
}

/** A head lends a post that is their own, for days inside it, to one person at a time. What is lent is never lent on. */
function giveDelegation(personId: string, delegation: NewDelegation, state: Known) {
  if (delegation.to === personId) return refuse('delegation.to-oneself')
  if (!isPeriod(delegation)) return refuse('post.bad-period')
  if (!delegableRoles.includes(delegation.role)) return refuse('delegation.role-not-lendable')
  const own = state.posts.some((post) => isSame(post, delegation) && post.kind === 'post' && covers(post, delegation))
  if (!own) return refuse('delegation.only-own-post')
  const lent = state.given.find((one) => isSame(one, delegation) && overlap(one, delegation))
  if (lent) return refuse('delegation.overlaps', { fromDay: lent.fromDay, untilDay: lent.untilDay })
  return accept<PersonEvent>({ type: 'delegationGiven', delegation })
}

function isSame(
  held: Pick<PostState, 'role' | 'unitId' | 'cancelled'>,
  wanted: Pick<PostState, 'role' | 'unitId'>,
): boolean {
  return !held.cancelled && held.role === wanted.role && held.unitId === wanted.unitId
}

/** A post ends together with what was lent from it. */
function ending(post: PostState, state: Known, lastDay: IsoDate): PersonEvent[] {
  const lent = state.given.filter(
    (one) => post.kind === 'post' && isSame(one, post) && one.untilDay > lastDay && one.fromDay >= post.fromDay,
  )
  return [
    { type: 'postEnded', postId: post.id, lastDay },
    ...lent.map((one): PersonEvent => ({ type: 'delegationWithdrawn', delegationId: one.id, to: one.to, lastDay })),
  ]
}

/** A member of staff: details by commitment, posts with dates, delegations given, access events. */
export const personDecider = { initial: { status: 'none' }, decide, evolve: evolvePerson } as Decider<
  PersonCommand,
  PersonState,
  PersonEvent,
  PersonRefusal,
  PersonContext
>
