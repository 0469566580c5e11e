import type { Role } from '../kernel/actor.ts'
import type { IsoDate } from '../kernel/dates.ts'
import type { PostState } from './posts.ts'

/** A delegation as its giver sees it; the receiver holds it as a post. Both sides are written together. */
export interface GivenDelegation {
  /** The same id as the receiver's post. */
  readonly id: string
  readonly to: string
  readonly role: Role
  readonly unitId: string
  readonly fromDay: IsoDate
  readonly untilDay: IsoDate
  readonly cancelled: boolean
}

/** Names and numbers are not here: only a salted commitment of them, whose salt can be erased. */
export interface PersonFacts {
  readonly division: string
  readonly signInName: string
  readonly homeUnitId: string
  readonly detailsCommitment: string
  readonly posts: readonly PostState[]
  readonly given: readonly GivenDelegation[]
}

export type PersonState =
  | { readonly status: 'none' }
  | ({ readonly status: 'active' } & PersonFacts)
  | ({ readonly status: 'left'; readonly lastDay: IsoDate } & PersonFacts)

export type NewPost = Omit<PostState, 'cancelled'>
export type NewDelegation = Omit<GivenDelegation, 'cancelled'>

/** Who held the liaison's post before, and whether a note was left (its words stay out of the ledger). */
export interface HandOver {
  readonly personId: string
  readonly noteCommitment: string | null
}

export type PersonEvent =
  | ({ readonly type: 'personRegistered' } & Omit<PersonFacts, 'posts' | 'given'>)
  | { readonly type: 'detailsCorrected'; readonly detailsCommitment: string }
  | { readonly type: 'homeUnitChanged'; readonly homeUnitId: string; readonly on: IsoDate }
  | { readonly type: 'postOpened'; readonly post: NewPost; readonly handedOverBy?: HandOver }
  | { readonly type: 'postEnded'; readonly postId: string; readonly lastDay: IsoDate }
  | { readonly type: 'delegationGiven'; readonly delegation: NewDelegation }
  | {
      readonly type: 'delegationWithdrawn'
      readonly delegationId: string
      readonly to: string
      readonly lastDay: IsoDate
    }
  | { readonly type: 'personLeft'; readonly lastDay: IsoDate }
  | { readonly type: 'activationSlipIssued'; readonly reset: boolean; readonly expiresAt: string }
  | { readonly type: 'accessActivated' }
  | { readonly type: 'passwordChanged' }
  | { readonly type: 'secondFactorEnrolled' }

/** Ended before its first day: the post was never held. */
function ended<Held extends { fromDay: IsoDate; untilDay: IsoDate | null; cancelled: boolean }>(
  held: Held,
  lastDay: IsoDate,
): Held {
  return lastDay < held.fromDay ? { ...held, cancelled: true } : { ...held, untilDay: lastDay }
}

export function evolvePerson(state: PersonState, event: PersonEvent): PersonState {
  if (event.type === 'personRegistered') {
    const { type: _type, ...facts } = event
    return { status: 'active', ...facts, posts: [], given: [] }
  }
  if (state.status === 'none') return state
  switch (event.type) {
    case 'detailsCorrected':
      return { ...state, detailsCommitment: event.detailsCommitment }
    case 'homeUnitChanged':
      return { ...state, homeUnitId: event.homeUnitId }
    case 'postOpened':
      return { ...state, posts: [...state.posts, { ...event.post, cancelled: false }] }
    case 'postEnded':
      return {
        ...state,
        posts: state.posts.map((post) => (post.id === event.postId ? ended(post, event.lastDay) : post)),
      }
    case 'delegationGiven':
      return { ...state, given: [...state.given, { ...event.delegation, cancelled: false }] }
    case 'delegationWithdrawn':
      return {
        ...state,
        given: state.given.map((one) => (one.id === event.delegationId ? ended(one, event.lastDay) : one)),
      }
    case 'personLeft':
      return { ...state, status: 'left', lastDay: event.lastDay }
    case 'activationSlipIssued':
    case 'accessActivated':
    case 'passwordChanged':
    case 'secondFactorEnrolled':
      return state
  }
}
