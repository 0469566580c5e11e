import type { FastifyInstance } from 'fastify'
import { addDays } from '@yingshang/core/kernel/dates'
import {
  endPost,
  giveDelegation,
  handOver,
  handOverPreview,
  openPost,
  withdrawDelegation,
} from '@yingshang/core/units/people-contract'
import { mayGiveDelegation, mayHandOver, mayWithdrawDelegation } from '@yingshang/core/units/policy'
import type { Services } from '../platform/capability.ts'
import { forbidden, notFound, refused } from '../platform/http/failure.ts'
import { serve, type Call } from '../platform/http/register.ts'
import { decideAndRecord } from '../platform/ledger/decide-and-record.ts'
import { newId } from '../platform/ledger/record.ts'
import { guard } from './decided.ts'
import { handOverRow } from './hand-over.ts'
import type { UnitLinks } from './links.ts'
import { draftPeople } from './people-draft.ts'
import { knownPerson, requireGivable } from './people-routes.ts'
import { unitTable } from './tables.ts'
import { loadUnit } from './unit-store.ts'

/** Posts given and ended, posts lent and taken back, and the hand-over of a liaison. */
export function postRoutes(app: FastifyInstance, services: Services, links: UnitLinks): void {
  const db = services.databases.app

  serve(app, openPost, async (call) => {
    const { personId } = call.params
    const postId = newId(call.now)
    const { unitId, role, fromDay, untilDay } = call.body
    return decideAndRecord(db, call, async () => {
      const head = await knownPerson(db, personId, call.now)
      const unit = await loadUnit(db, unitId)
      requireGivable(call, { role, unitPath: unit.state.path, personId })
      const draft = draftPeople(db)
      const post = { id: postId, kind: 'post', role, unitId, fromDay, untilDay } as const
      await draft.apply(personId, { type: 'openPost', post }, { unit: unit.state, homeUnitPath: head.homeUnitPath })
      return {
        changes: [...draft.changes(), guard(unitTable, unit)],
        attachments: draft.attachments(),
        result: { postId },
      }
    })
  })

  serve(app, endPost, async (call) => {
    const { personId, postId } = call.params
    return decideAndRecord(db, call, async () => {
      const draft = draftPeople(db)
      const state = await draft.state(personId)
      const post = state.status === 'none' ? undefined : state.posts.find((one) => one.id === postId)
      if (!post) throw refused({ code: 'post.unknown' })
      if (post.kind === 'delegation') throw refused({ code: 'post.ends-with-its-giver' })
      if (post.kind === 'secondment') throw refused({ code: 'post.ends-with-its-task-force' })
      const unit = await loadUnit(db, post.unitId)
      requireGivable(call, { role: post.role, unitPath: unit.state.path, personId })
      await draft.apply(personId, { type: 'endPost', postId, lastDay: call.body.lastDay })
      return { changes: draft.changes(), attachments: draft.attachments(), result: { personId } }
    })
  })

  serve(app, giveDelegation, async (call) => {
    const giverId = call.actor.personId
    const no = mayGiveDelegation(call.actor, giverId)
    if (no) throw forbidden(no)
    const { to, role, unitId, fromDay, untilDay } = call.body
    const delegationId = newId(call.now)
    if (fromDay < call.businessDay) throw refused({ code: 'delegation.starts-in-the-past' })
    return decideAndRecord(db, call, async () => {
      const receiver = await knownPerson(db, to, call.now)
      const unit = await loadUnit(db, unitId)
      const draft = draftPeople(db)
      const delegation = { id: delegationId, to, role, unitId, fromDay, untilDay }
      await draft.apply(giverId, { type: 'giveDelegation', personId: giverId, delegation })
      const post = {
        id: delegationId,
        kind: 'delegation',
        role,
        unitId,
        fromDay,
        untilDay,
        onBehalfOf: giverId,
      } as const
      await draft.apply(to, { type: 'openPost', post }, { unit: unit.state, homeUnitPath: receiver.homeUnitPath })
      return {
        changes: [...draft.changes(), guard(unitTable, unit)],
        attachments: draft.attachments(),
        result: { delegationId },
      }
    })
  })

  serve(app, withdrawDelegation, async (call) => {
    const { personId, delegationId } = call.params
    const no = mayWithdrawDelegation(call.actor, personId)
    if (no) throw forbidden(no)
    return decideAndRecord(db, call, async () => {
      const draft = draftPeople(db)
      await draft.apply(personId, { type: 'withdrawDelegation', delegationId, lastDay: call.body.lastDay })
      return { changes: draft.changes(), attachments: draft.attachments(), result: { personId } }
    })
  })

  const requireHandOver = async (call: Pick<Call, 'actor'>, unitId: string) => {
    const unit = await loadUnit(db, unitId)
    const no = mayHandOver(call.actor, unit.state.path)
    if (no) throw forbidden(no)
    return unit
  }
  const openItems = async (personId: string, unitId: string) => [
    ...((await links.openItemsOf?.(db, personId, unitId)) ?? []),
  ]

  serve(app, handOverPreview, async (call) => {
    await requireHandOver(call, call.params.unitId)
    return { openItems: await openItems(call.params.personId, call.params.unitId) }
  })

  serve(app, handOver, async (call) => {
    const { unitId } = call.params
    const { from, to, on, note } = call.body
    if (from === to) throw refused({ code: 'hand-over.to-the-same-person' })
    await decideAndRecord(db, call, async () => {
      const unit = await requireHandOver(call, unitId)
      const receiver = await knownPerson(db, to, call.now)
      for (const personId of [from, to])
        requireGivable(call, { role: 'unitLiaison', unitPath: unit.state.path, personId })
      const draft = draftPeople(db)
      const before = await draft.state(from)
      if (before.status === 'none') throw notFound('person')
      const held = before.posts.find(
        (post) =>
          post.role === 'unitLiaison' &&
          post.unitId === unitId &&
          !post.cancelled &&
          (post.untilDay === null || post.untilDay >= on),
      )
      if (!held || held.fromDay > on) throw refused({ code: 'hand-over.not-the-liaison' })
      await draft.apply(from, { type: 'endPost', postId: held.id, lastDay: addDays(on, -1) })
      const id = newId(call.now)
      const row = handOverRow({ id, unitId, from, to, on, note })
      const post = { id, kind: 'post', role: 'unitLiaison', unitId, fromDay: on, untilDay: null } as const
      const context = { unit: unit.state, homeUnitPath: receiver.homeUnitPath }
      const handedOverBy = { personId: from, noteCommitment: row.commitment }
      await draft.apply(to, { type: 'openPost', post, handedOverBy }, context)
      const attachments = [...draft.attachments(), row.attachment]
      return { changes: [...draft.changes(), guard(unitTable, unit)], attachments, result: null }
    })
    return { openItems: await openItems(from, unitId) }
  })
}
