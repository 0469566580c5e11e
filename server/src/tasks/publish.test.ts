import { replay } from '@yingshang/core/kernel/decider'
import { assignmentDecider } from '@yingshang/core/tasks/assignment'
import type { Part } from '@yingshang/core/tasks/assignment-state'
import { taskDecider } from '@yingshang/core/tasks/task'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../testing/database.ts'
import { aTask, makeUnit, publishTasks, type TestUnit } from '../../testing/task-campaign.ts'
import { eventsOf, load } from '../platform/ledger/load.ts'
import { verifyChain } from '../platform/ledger/verify.ts'
import { assignmentTable, taskTable } from './tables.ts'

let base: TestDatabase
let county: TestUnit
let [housing, power, water]: TestUnit[] = []
beforeAll(async () => {
  base = await cloneDatabase()
  county = await makeUnit(base.databases, '试验县')
  housing = await makeUnit(base.databases, '县住建局', county)
  power = await makeUnit(base.databases, '县供电公司', county)
  water = await makeUnit(base.databases, '县水务公司', county)
})
afterAll(() => base.drop())

const partOf = async (id: string): Promise<Part> => {
  const loaded = await load(base.databases.app, assignmentTable, id)
  if (!loaded || loaded.state.kind === 'none') throw new Error('no such part')
  return loaded.state.part
}

test('published tasks and parts stand in their tables as the ledger replays them', async () => {
  const { taskIds, assignmentIds } = await publishTasks(base.databases, [aTask([housing!, power!])])
  const task = (await load(base.databases.app, taskTable, taskIds[0]!))!
  expect(task.state).toEqual(replay(taskDecider, (await eventsOf(base.databases.app, task.id)) as never))
  expect(assignmentIds).toHaveLength(2)
  for (const id of assignmentIds) {
    const part = (await load(base.databases.app, assignmentTable, id))!
    expect(part.state).toEqual(replay(assignmentDecider, (await eventsOf(base.databases.app, id)) as never))
    expect(part.state).toMatchObject({
      kind: 'assigned',
      part: { handsInTo: { kind: 'office' }, firstDueOn: '2022-09-30' },
    })
  }
  expect(await verifyChain(base.databases.app)).toEqual([])
})

test('with a lead the others owe their part to the lead five working days earlier', async () => {
  const role = (unit: TestUnit, name: 'lead' | 'supporting') => ({
    unitId: unit.id,
    unitPath: unit.path,
    role: name,
    origin: 'named' as const,
    printedName: unit.name,
  })
  const { assignmentIds } = await publishTasks(base.databases, [
    aTask([], { parts: [role(housing!, 'lead'), role(power!, 'supporting'), role(water!, 'supporting')] }),
  ])
  const [lead, ...supporting] = await Promise.all(assignmentIds.map(partOf))
  expect(lead).toMatchObject({ handsInTo: { kind: 'office' }, deadline: { dueOn: '2022-09-30' } })
  for (const part of supporting)
    expect(part).toMatchObject({
      handsInTo: { kind: 'lead', assignmentId: assignmentIds[0] },
      deadline: { dueOn: '2022-09-23' },
    })
})

test('a recurring task starts with its running period, an ongoing one with its year, one without a date has no clock', async () => {
  const printed = (kind: 'recurring' | 'ongoing' | 'none', every: string | null) => ({
    text: '',
    kind,
    due: null,
    every,
  })
  const { taskIds, assignmentIds } = await publishTasks(base.databases, [
    aTask([housing!], { printed: printed('recurring', 'quarter'), dueOn: null }),
    aTask([housing!], { printed: printed('ongoing', null), dueOn: null }),
    aTask([housing!], { printed: printed('none', null), dueOn: null }),
  ])
  const parts = await Promise.all(assignmentIds.map(partOf))
  expect(parts.map((part) => part.period?.key ?? null)).toEqual(['2022-Q3', '2022', null])
  expect(parts.map((part) => part.deadline?.dueOn ?? null)).toEqual(['2022-09-30', '2022-12-31', null])
  const rows = await base.databases.app.query(
    'select next_period_on, due_on from app.task where id = any($1::uuid[]) order by position',
    [taskIds],
  )
  expect(rows.rows).toEqual([
    { next_period_on: '2022-10-01', due_on: '2022-09-30' },
    { next_period_on: null, due_on: '2022-12-31' },
    { next_period_on: null, due_on: null },
  ])
})
