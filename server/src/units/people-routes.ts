import type { FastifyInstance } from 'fastify'
import type { Role } from '@yingshang/core/kernel/actor'
import { addDays } from '@yingshang/core/kernel/dates'
import { signInNameOf } from '@yingshang/core/units/access'
import {
  changeHomeUnit,
  correctDetails,
  leave,
  personPage,
  registerPerson,
  searchPeople,
} from '@yingshang/core/units/people-contract'
import { delegableRoles } from '@yingshang/core/units/posts'
import { mayGivePost, mayIssueSlip, mayManagePeople, maySeeContacts, maySeeUnits } from '@yingshang/core/units/policy'
import { endSessionsOf } from '../platform/auth/sessions.ts'
import type { Services } from '../platform/capability.ts'
import type { Queryable } from '../platform/database/pools.ts'
import { forbidden, notFound, refused } from '../platform/http/failure.ts'
import { serve, type Call } from '../platform/http/register.ts'
import { decideAndRecord } from '../platform/ledger/decide-and-record.ts'
import { newId } from '../platform/ledger/record.ts'
import { guard } from './decided.ts'
import { draftPeople, type PersonDetails } from './people-draft.ts'
import { nextNumber } from './people-store.ts'
import { findPeople, givenBy, personHead, personHistory, postsOf, type PersonHead } from './people-views.ts'
import { unitTable } from './tables.ts'
import { loadUnit } from './unit-store.ts'

const constraints = { retry: ['person_sign_in_name'] }

/** Throws when the actor may not give this post. */
export function requireGivable(
  call: Pick<Call, 'actor'>,
  post: { role: Role; unitPath: string; personId: string },
): void {
  const no = mayGivePost(call.actor, post)
  if (no) throw forbidden(no)
}

export function requirePeopleManager(call: Pick<Call, 'actor'>, unitPath: string): void {
  const no = mayManagePeople(call.actor, unitPath)
  if (no) throw forbidden(no)
}

export async function knownPerson(db: Queryable, personId: string, now: number): Promise<PersonHead> {
  const found = await personHead(db, personId, now)
  if (!found) throw notFound('person')
  return found
}

function detailsOf(body: { name: string; mobile: string; officePhone: string; email: string }): PersonDetails {
  return {
    name: body.name,
    mobile: body.mobile || null,
    officePhone: body.officePhone || null,
    email: body.email || null,
  }
}

/** People: found, looked at, registered, corrected, transferred, leaving. */
export function peopleRoutes(app: FastifyInstance, services: Services): void {
  const db = services.databases.app

  serve(app, searchPeople, async (call) => {
    const no = maySeeUnits(call.actor)
    if (no) throw forbidden(no)
    return findPeople(db, call.body, call.businessDay)
  })

  serve(app, personPage, async (call) => {
    const { personId } = call.params
    const self = personId === call.actor.personId
    const no = maySeeUnits(call.actor)
    if (no && !self) throw forbidden(no)
    const { homeUnitPath, ...head } = await knownPerson(db, personId, call.now)
    const [posts, given, history] = await Promise.all([
      postsOf(db, personId, call.businessDay),
      givenBy(db, personId, call.businessDay),
      personHistory(db, personId),
    ])
    const manage = mayManagePeople(call.actor, homeUnitPath) === undefined
    const roles = posts.filter((post) => post.today).map((post) => post.role)
    const seeContacts = self || maySeeContacts(call.actor, homeUnitPath) === undefined
    return {
      ...head,
      contacts: seeContacts ? head.contacts : null,
      // When somebody last signed in is the business of those who manage accounts.
      access: manage || self ? head.access : { ...head.access, lastSignIn: null, slipValidUntil: null },
      posts,
      given,
      history: manage || self ? history : [],
      may: {
        manage,
        issueSlip: mayIssueSlip(call.actor, { personId, roles }) === undefined,
        delegate:
          self && posts.some((post) => post.today && post.kind === 'post' && delegableRoles.includes(post.role)),
      },
    }
  })

  serve(app, registerPerson, async (call) => {
    const personId = newId(call.now)
    const { homeUnitId, role } = call.body
    return decideAndRecord(
      db,
      call,
      async () => {
        const unit = await loadUnit(db, homeUnitId)
        requirePeopleManager(call, unit.state.path)
        requireGivable(call, { role, unitPath: unit.state.path, personId })
        const draft = draftPeople(db)
        const context = { unit: unit.state, homeUnitPath: unit.state.path }
        const detailsCommitment = draft.details(personId, detailsOf(call.body))
        const signInName = signInNameOf(unit.state.code, await nextNumber(db, unit.state.code))
        const { division } = unit.state
        await draft.apply(personId, { type: 'register', division, signInName, homeUnitId, detailsCommitment }, context)
        const post = {
          id: newId(call.now),
          kind: 'post',
          role,
          unitId: homeUnitId,
          fromDay: call.body.fromDay ?? call.businessDay,
          untilDay: null,
        } as const
        await draft.apply(personId, { type: 'openPost', post }, context)
        return {
          changes: [...draft.changes(), guard(unitTable, unit)],
          attachments: draft.attachments(),
          result: { personId, signInName },
        }
      },
      constraints,
    )
  })

  serve(app, correctDetails, async (call) => {
    const { personId } = call.params
    return decideAndRecord(db, call, async () => {
      const head = await knownPerson(db, personId, call.now)
      requirePeopleManager(call, head.homeUnitPath)
      const wanted = detailsOf(call.body)
      if (same({ name: head.name, ...head.contacts }, wanted)) throw refused({ code: 'person.nothing-changes' })
      const draft = draftPeople(db)
      await draft.apply(personId, { type: 'correctDetails', detailsCommitment: draft.details(personId, wanted) })
      return { changes: draft.changes(), attachments: draft.attachments(), result: { personId } }
    })
  })

  serve(app, changeHomeUnit, async (call) => {
    const { personId } = call.params
    const { unitId, on, role } = call.body
    return decideAndRecord(db, call, async () => {
      const head = await knownPerson(db, personId, call.now)
      const unit = await loadUnit(db, unitId)
      requirePeopleManager(call, head.homeUnitPath)
      requirePeopleManager(call, unit.state.path)
      requireGivable(call, { role, unitPath: unit.state.path, personId })
      const draft = draftPeople(db)
      const before = await draft.state(personId)
      if (before.status === 'none') throw notFound('person')
      const context = { unit: unit.state, homeUnitPath: unit.state.path }
      const lastDay = addDays(on, -1)
      await draft.apply(personId, { type: 'changeHomeUnit', homeUnitId: unitId, on }, context)
      for (const post of before.posts) {
        const old = post.unitId === before.homeUnitId && post.kind !== 'secondment' && !post.cancelled
        if (!old || (post.untilDay !== null && post.untilDay <= lastDay)) continue
        requireGivable(call, { role: post.role, unitPath: head.homeUnitPath, personId })
        await draft.apply(personId, { type: 'endPost', postId: post.id, lastDay })
      }
      const post = { id: newId(call.now), kind: 'post', role, unitId, fromDay: on, untilDay: null } as const
      await draft.apply(personId, { type: 'openPost', post }, context)
      return {
        changes: [...draft.changes(), guard(unitTable, unit)],
        attachments: draft.attachments(),
        result: { personId },
      }
    })
  })

  serve(app, leave, async (call) => {
    const { personId } = call.params
    const { lastDay } = call.body
    const answer = await decideAndRecord(db, call, async () => {
      const head = await knownPerson(db, personId, call.now)
      requirePeopleManager(call, head.homeUnitPath)
      for (const post of await postsOf(db, personId, call.businessDay))
        if (post.today) requireGivable(call, { role: post.role, unitPath: head.homeUnitPath, personId })
      const draft = draftPeople(db)
      await draft.apply(personId, { type: 'leave', lastDay })
      return { changes: draft.changes(), attachments: draft.attachments(), result: { personId } }
    })
    if (lastDay < call.businessDay) await endSessionsOf(db, [personId])
    return answer
  })
}

function same(one: PersonDetails, other: PersonDetails): boolean {
  return (['name', 'mobile', 'officePhone', 'email'] as const).every((key) => one[key] === other[key])
}
