import type { FastifyInstance } from 'fastify'
import { mayManageTaskForces, maySeeUnits } from '@yingshang/core/units/policy'
import { taskForceDecider, type TaskForceCommand, type TaskForceState } from '@yingshang/core/units/task-force'
import {
  disbandTaskForce,
  prolongTaskForce,
  recallPerson,
  secondPerson,
  setUpTaskForce,
  taskForces,
} from '@yingshang/core/units/task-forces-contract'
import type { Services } from '../platform/capability.ts'
import type { Queryable } from '../platform/database/pools.ts'
import { forbidden, notFound, refused } from '../platform/http/failure.ts'
import { serve, type Call } from '../platform/http/register.ts'
import { decideAndRecord } from '../platform/ledger/decide-and-record.ts'
import { load } from '../platform/ledger/load.ts'
import { newId } from '../platform/ledger/record.ts'
import { decided, guard, unborn } from './decided.ts'
import { draftPeople } from './people-draft.ts'
import { knownPerson, requireGivable } from './people-routes.ts'
import { taskForceTable, unitTable } from './tables.ts'
import { listTaskForces } from './task-force-views.ts'
import { loadUnit } from './unit-store.ts'

/** Task forces (专班): set up, joined for a time, prolonged, disbanded. A seconded person's post follows in the same write. */
export function taskForceRoutes(app: FastifyInstance, services: Services): void {
  const db = services.databases.app
  const requireManager = (call: Pick<Call, 'actor'>) => {
    const no = mayManageTaskForces(call.actor)
    if (no) throw forbidden(no)
  }

  serve(app, taskForces, async (call) => {
    const no = maySeeUnits(call.actor)
    if (no) throw forbidden(no)
    return {
      taskForces: await listTaskForces(db, call.businessDay),
      mayManage: mayManageTaskForces(call.actor) === undefined,
    }
  })

  serve(app, setUpTaskForce, async (call) => {
    requireManager(call)
    const taskForceId = newId(call.now)
    return decideAndRecord(db, call, async () => {
      const unit = await loadUnit(db, call.body.unitId)
      if (unit.state.status !== 'active') throw refused({ code: 'person.unit-not-active' })
      const command: TaskForceCommand = { type: 'setUp', division: unit.state.division, ...call.body }
      const start = unborn<TaskForceState>(taskForceId, taskForceDecider.initial)
      const change = decided(taskForceTable, taskForceDecider, start, command, undefined)
      return { changes: [change, guard(unitTable, unit)], result: { taskForceId } }
    })
  })

  serve(app, secondPerson, async (call) => {
    requireManager(call)
    const { taskForceId } = call.params
    const { personId, role, fromDay, untilDay } = call.body
    const secondmentId = newId(call.now)
    return decideAndRecord(db, call, async () => {
      const force = await loadForce(db, taskForceId)
      const unit = await loadUnit(db, force.state.unitId)
      const head = await knownPerson(db, personId, call.now)
      requireGivable(call, { role, unitPath: unit.state.path, personId })
      const secondment = { id: secondmentId, personId, fromDay, untilDay }
      const change = decided(taskForceTable, taskForceDecider, force, { type: 'second', secondment }, undefined)
      const draft = draftPeople(db)
      const post = {
        id: secondmentId,
        kind: 'secondment',
        role,
        unitId: force.state.unitId,
        fromDay,
        untilDay,
        taskForceId,
      } as const
      await draft.apply(personId, { type: 'openPost', post }, { unit: unit.state, homeUnitPath: head.homeUnitPath })
      const changes = [change, ...draft.changes(), guard(unitTable, unit)]
      return { changes, attachments: draft.attachments(), result: { secondmentId } }
    })
  })

  /** A command that may call people back: their posts end in the same write. */
  const change = (call: Call, taskForceId: string, command: TaskForceCommand) => {
    requireManager(call)
    return decideAndRecord(db, call, async () => {
      const force = await loadForce(db, taskForceId)
      const changed = decided(taskForceTable, taskForceDecider, force, command, undefined)
      const draft = draftPeople(db)
      for (const event of changed.events) {
        if (event.type !== 'personRecalled') continue
        const {
          personId,
          secondmentId: postId,
          lastDay,
        } = event as typeof event & { personId: string; secondmentId: string; lastDay: string }
        const state = await draft.state(personId)
        // Somebody who has left holds the post no more.
        if (state.status === 'active') await draft.apply(personId, { type: 'endPost', postId, lastDay })
      }
      return { changes: [changed, ...draft.changes()], attachments: draft.attachments(), result: { taskForceId } }
    })
  }
  serve(app, recallPerson, (call) =>
    change(call, call.params.taskForceId, {
      type: 'recall',
      secondmentId: call.params.secondmentId,
      lastDay: call.body.lastDay,
    }),
  )
  serve(app, prolongTaskForce, (call) =>
    change(call, call.params.taskForceId, { type: 'prolong', untilDay: call.body.untilDay }),
  )
  serve(app, disbandTaskForce, (call) =>
    change(call, call.params.taskForceId, { type: 'disband', lastDay: call.body.lastDay }),
  )
}

async function loadForce(db: Queryable, taskForceId: string) {
  const found = await load(db, taskForceTable, taskForceId)
  if (!found || found.state.status === 'none') throw notFound('taskForce')
  return { ...found, state: found.state }
}
