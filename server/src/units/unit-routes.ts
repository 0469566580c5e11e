import type { FastifyInstance } from 'fastify'
import { mayHandOver, mayManagePeople, mayManageUnits, maySeeContacts, maySeeUnits } from '@yingshang/core/units/policy'
import {
  addUnitAlias,
  closeUnit,
  matchUnitNames,
  mergeUnit,
  moveUnit,
  registerUnit,
  removeUnitAlias,
  renameUnit,
  unitPage,
  unitTree,
} from '@yingshang/core/units/units-contract'
import type { Services } from '../platform/capability.ts'
import { forbidden, notFound } from '../platform/http/failure.ts'
import { serve, type Call } from '../platform/http/register.ts'
import { decideAndRecord } from '../platform/ledger/decide-and-record.ts'
import { newId } from '../platform/ledger/record.ts'
import type { Change } from '../platform/ledger/table.ts'
import { matchUnits, resolveGroup } from './for-others.ts'
import { handOversOf } from './hand-over.ts'
import type { UnitLinks } from './links.ts'
import { whileLocked } from './locked-units.ts'
import { mergeUnits } from './merging.ts'
import { namesOfPeople } from './people-views.ts'
import { changeUnit, moveBelow, registerBelow } from './unit-store.ts'
import { listUnits, peopleOfUnit, unitHistory, unitWithSurroundings } from './unit-views.ts'

const constraints = { retry: ['unit_code'], refuse: { unit_name: 'unit.name-taken' } as const }

/** The tree of units: looked at by staff, changed by the office and the administrator. */
export function treeRoutes(app: FastifyInstance, services: Services, links: UnitLinks): void {
  const db = services.databases.app
  const requireManager = (call: Pick<Call, 'actor'>) => {
    const no = mayManageUnits(call.actor)
    if (no) throw forbidden(no)
  }
  const requireStaff = (call: Pick<Call, 'actor'>) => {
    const no = maySeeUnits(call.actor)
    if (no) throw forbidden(no)
  }

  serve(app, unitTree, async (call) => {
    requireStaff(call)
    const units = await listUnits(db, call.businessDay, call.query.inactive === 'with')
    return { units, mayManage: mayManageUnits(call.actor) === undefined }
  })

  serve(app, unitPage, async (call) => {
    requireStaff(call)
    const found = await unitWithSurroundings(db, call.params.unitId, call.businessDay)
    if (!found) throw notFound('unit')
    const { path, ...page } = found
    const seeContacts = maySeeContacts(call.actor, path) === undefined
    const [people, handOvers, history] = await Promise.all([
      peopleOfUnit(db, call.params.unitId, call.businessDay, seeContacts),
      seeContacts ? handOversOf(db, call.params.unitId) : [],
      unitHistory(db, call.params.unitId),
    ])
    return {
      ...page,
      people,
      handOvers,
      history,
      may: {
        manageUnit: mayManageUnits(call.actor) === undefined,
        managePeople: mayManagePeople(call.actor, path) === undefined,
        handOver: mayHandOver(call.actor, path) === undefined,
        seeContacts,
      },
    }
  })

  serve(app, matchUnitNames, async (call) => {
    requireStaff(call)
    const matches = await matchUnits(db, call.body.names)
    const groups = await Promise.all(call.body.names.map((name) => resolveGroup(db, name)))
    return {
      matches: matches.map((match, at) => ({
        ...match,
        candidates: [...match.candidates],
        ...(groups[at] ? { group: groups[at] } : {}),
      })),
    }
  })

  const change = async (call: Call, unitId: string, make: () => Promise<Change[]>) => {
    requireManager(call)
    return decideAndRecord(db, call, async () => ({ changes: await make(), result: { unitId } }), constraints)
  }

  serve(app, registerUnit, async (call) => {
    const id = newId(call.now)
    requireManager(call)
    return decideAndRecord(
      db,
      call,
      async () => ({
        changes: await registerBelow(db, { id, ...call.body }, call.businessDay),
        result: { unitId: id },
      }),
      constraints,
    )
  })
  serve(app, renameUnit, (call) => {
    const { unitId } = call.params
    return change(call, unitId, () =>
      changeUnit(db, unitId, { type: 'rename', ...call.body, on: call.businessDay }, call.businessDay),
    )
  })
  serve(app, addUnitAlias, (call) => {
    const { unitId } = call.params
    return change(call, unitId, () =>
      changeUnit(db, unitId, { type: 'addAlias', alias: call.body.alias }, call.businessDay),
    )
  })
  serve(app, removeUnitAlias, (call) => {
    const { unitId } = call.params
    return change(call, unitId, () =>
      changeUnit(db, unitId, { type: 'removeAlias', alias: call.body.alias }, call.businessDay),
    )
  })
  serve(app, moveUnit, (call) =>
    change(call, call.params.unitId, () => moveBelow(db, call.params.unitId, call.body.parentId, call.businessDay)),
  )
  serve(app, closeUnit, (call) => {
    const { unitId } = call.params
    requireManager(call)
    return whileLocked(services.databases.app, [unitId], (locked) =>
      decideAndRecord(locked, call, async () => ({
        changes: await changeUnit(locked, unitId, { type: 'close', on: call.businessDay }, call.businessDay),
        result: { unitId },
      })),
    )
  })

  serve(app, mergeUnit, async (call) => {
    requireManager(call)
    const { unitId } = call.params
    const settled = await whileLocked(services.databases.app, [unitId, call.body.into], (locked) =>
      decideAndRecord(locked, call, async () => {
        const merger = { unitId, into: call.body.into, on: call.body.on, occasion: call }
        const { changes, attachments, outbox, peopleMoved, heads } = await mergeUnits(locked, merger, links)
        return { changes, attachments, outbox, result: { unitId, peopleMoved, heads } }
      }),
    )
    const names = await namesOfPeople(db, settled.heads)
    return {
      unitId,
      peopleMoved: settled.peopleMoved,
      headsToSettle: settled.heads.map((personId) => ({ personId, name: names.get(personId) ?? '' })),
    }
  })
}
