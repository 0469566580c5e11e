import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { replay } from '../kernel/decider.ts'
import { draftDecider, type DraftCommand, type DraftEvent } from './draft.ts'
import type { PlanDraft } from './draft-state.ts'
import { packageLike, taskLike } from '../../testing/plan-samples.ts'
import type { PlanPackage, PlanTask } from './package.ts'
import { partsOf } from './publishing.ts'
import { blockersOf } from './readiness.ts'

const content = {
  division: '320724',
  fileId: 'f',
  fileName: '样例.txt',
  format: 'txt',
  importedOn: '2022-06-01',
  purpose: { kind: 'campaign' },
} as const
const none: PlanDraft = { kind: 'none' }

function after(commands: DraftCommand[], from: PlanDraft = none): PlanDraft {
  return commands.reduce((state, command) => {
    const decision = draftDecider.decide(command, state, undefined)
    if (!decision.ok) throw new Error(decision.refusal.code)
    return replay({ initial: state, evolve: draftDecider.evolve }, decision.events)
  }, from)
}
const imported = (tasks: PlanTask[], over: Partial<PlanPackage> = {}) =>
  after([{ type: 'import', content, package: packageLike(tasks, over) }])
const refusalOf = (command: DraftCommand, state: PlanDraft) => {
  const decision = draftDecider.decide(command, state, undefined)
  return decision.ok ? null : decision.refusal
}
const unit = (unitId: string) => ({ kind: 'unit', unitId }) as const
const publish: DraftCommand = { type: 'publish', campaignId: 'c', on: '2022-06-02' }

describe('a draft', () => {
  test('given an open unit name, when it is published, then it is refused and says how many matters are open', () => {
    expect(refusalOf(publish, imported([taskLike()]))).toEqual({ code: 'plan.not-ready', facts: { open: 2 } })
  })

  test('given every name decided, when it is published, then it is, and nothing can be changed any more', () => {
    const ready = after(
      [{ type: 'decideUnits', decisions: { 县甲局: unit('u1'), 县乙局: unit('u2') } }],
      imported([taskLike()]),
    )
    const live = after([publish], ready)
    expect(live).toMatchObject({ kind: 'published', campaignId: 'c' })
    expect(refusalOf({ type: 'correctTask', key: 't1', correction: { title: '改' } }, live)?.code).toBe('plan.no-draft')
    expect(refusalOf(publish, live)?.code).toBe('plan.no-draft')
  })

  test('given an error of the document, when nobody settled it, then it blocks; a warning does not', () => {
    const diagnostics = [
      { code: 'x-error', severity: 'error' as const, message: '样例', lines: [3, 9] },
      { code: 'x-warning', severity: 'warning' as const, message: '样例', lines: [4] },
    ]
    const draft = after(
      [{ type: 'decideUnits', decisions: { 县甲局: unit('u1'), 县乙局: unit('u2') } }],
      imported([taskLike()], { diagnostics }),
    )
    expect(draft.kind === 'draft' && blockersOf(draft)).toEqual([
      { kind: 'diagnostic', code: 'x-error', lines: [3, 9] },
    ])
    const settled = after([{ type: 'settle', code: 'x-error', note: '已核对' }], draft)
    expect(settled.kind === 'draft' && blockersOf(settled)).toEqual([])
  })

  test('given a task without any unit, then it blocks until units stand for its catch-all', () => {
    const draft = imported([taskLike({ responsibleUnits: [], catchAll: '县各相关单位' })])
    expect(draft.kind === 'draft' && blockersOf(draft).map((one) => one.kind)).toEqual(['catchAll', 'noUnit'])
    const done = after([{ type: 'decideTasks', keys: ['t1'], decision: { catchAllUnitIds: ['u1', 'u2'] } }], draft)
    expect(done.kind === 'draft' && blockersOf(done)).toEqual([])
  })

  test('a lead must be one of the units the task names', () => {
    const draft = imported([taskLike()])
    const name = (lead: string): DraftCommand => ({ type: 'decideTasks', keys: ['t1'], decision: { lead } })
    expect(refusalOf(name('县丙局'), draft)).toEqual({
      code: 'plan.lead-not-in-task',
      facts: { no: '1', unit: '县丙局' },
    })
    expect(refusalOf(name('县乙局'), draft)).toBeNull()
  })

  test('an added task stands where it was put, a removed one is gone, keys stay', () => {
    const draft = after(
      [
        { type: 'addTask', key: 'n1', after: 't1', task: taskLike({ no: '1a' }) },
        { type: 'removeTask', key: 't2', reason: '重复' },
      ],
      imported([taskLike(), taskLike({ no: '2' }), taskLike({ no: '3' })]),
    )
    expect(draft.kind === 'draft' && draft.package.tasks.map((task) => [task.key, task.no])).toEqual([
      ['t1', '1'],
      ['n1', '1a'],
      ['t3', '3'],
    ])
  })
})

describe('parts', () => {
  const decided = (task: PlanTask, more: DraftCommand[] = []) => {
    const draft = after(
      [{ type: 'decideUnits', decisions: { 县甲局: unit('u1'), 县乙局: unit('u2') } }, ...more],
      imported([task]),
    )
    if (draft.kind !== 'draft') throw new Error('not a draft')
    return partsOf(draft, draft.package.tasks[0]!, new Map())
  }

  test('units under 责任单位 stay responsible until a lead is named', () => {
    expect(decided(taskLike()).map((part) => part.role)).toEqual(['responsible', 'responsible'])
    const led = decided(taskLike(), [{ type: 'decideTasks', keys: ['t1'], decision: { lead: '县乙局' } }])
    expect(led.map((part) => [part.unitId, part.role])).toEqual([
      ['u1', 'responsible'],
      ['u2', 'lead'],
    ])
  })

  test('two printed names of one unit give one part with the stronger role', () => {
    const task = taskLike({ leadUnits: ['县甲局'], responsibleUnits: [], supportingUnits: ['县乙局'] })
    const parts = decided(task, [{ type: 'decideUnits', decisions: { 县乙局: unit('u1') } }])
    expect(parts).toEqual([{ unitId: 'u1', role: 'lead', origin: 'named', printedName: '县甲局' }])
  })

  test('units of a catch-all support those printed, and are responsible where nobody is printed', () => {
    const roles = (responsibleUnits: string[]) =>
      decided(taskLike({ responsibleUnits, catchAll: '各有关单位按职责分工负责' }), [
        { type: 'decideTasks', keys: ['t1'], decision: { catchAllUnitIds: ['u3', 'u4'] } },
      ]).map((part) => [part.unitId, part.role, part.origin])
    expect(roles(['县甲局'])).toEqual([
      ['u1', 'responsible', 'named'],
      ['u3', 'supporting', 'catchAll'],
      ['u4', 'supporting', 'catchAll'],
    ])
    expect(roles([])).toEqual([
      ['u3', 'responsible', 'catchAll'],
      ['u4', 'responsible', 'catchAll'],
    ])
  })

  test('every unit has at most one part, whatever stands for groups and catch-alls', () => {
    const ids = fc.array(fc.constantFrom('u1', 'u2', 'u3', 'u4'), { maxLength: 6 })
    fc.assert(
      fc.property(ids, ids, (group, rest) => {
        const task = taskLike({ groupUnits: ['各镇'], catchAll: '各有关单位' })
        const parts = decided(task, [
          { type: 'expandGroup', group: '各镇', unitIds: group },
          { type: 'decideTasks', keys: ['t1'], decision: { catchAllUnitIds: rest } },
        ])
        const units = parts.map((part) => part.unitId)
        expect(new Set(units).size).toBe(units.length)
        expect(new Set(units)).toEqual(new Set(['u1', 'u2', ...group, ...rest]))
        expect(parts.find((part) => part.unitId === 'u1')!.origin).toBe('named')
      }),
    )
  })
})

test('over arbitrary commands: a refused command changes nothing, and publishing never happens while something is open', () => {
  const key = fc.constantFrom('t1', 't2', 'n1')
  const command: fc.Arbitrary<DraftCommand> = fc.oneof(
    fc.record({ type: fc.constant('removeTask' as const), key, reason: fc.constantFrom('', '重复') }),
    fc.record({
      type: fc.constant('correctTask' as const),
      key,
      correction: fc.record({ catchAll: fc.constantFrom('', '各单位') }),
    }),
    fc.record({
      type: fc.constant('addTask' as const),
      key,
      after: fc.option(key),
      task: fc.constant(taskLike({ responsibleUnits: ['县丙局'] })),
    }),
    fc.record({
      type: fc.constant('decideUnits' as const),
      decisions: fc.dictionary(fc.constantFrom('县甲局', '县乙局', '县丙局'), fc.constant(unit('u1'))),
    }),
    fc.record({
      type: fc.constant('decideTasks' as const),
      keys: fc.array(key, { minLength: 1 }),
      decision: fc.record({ catchAllNobody: fc.boolean() }),
    }),
    fc.constant(publish),
    fc.record({ type: fc.constant('discard' as const), reason: fc.constantFrom('', '误传') }),
  )
  fc.assert(
    fc.property(fc.array(command, { maxLength: 25 }), (commands) => {
      const log: DraftEvent[] = []
      let state: PlanDraft = draftDecider.initial
      for (const one of [
        { type: 'import', content, package: packageLike([taskLike(), taskLike({ no: '2' })]) } as DraftCommand,
        ...commands,
      ]) {
        const open = state.kind === 'draft' ? blockersOf(state).length : 0
        const decision = draftDecider.decide(one, state, undefined)
        if (!decision.ok) continue
        if (one.type === 'publish') expect(open).toBe(0)
        log.push(...decision.events)
        state = replay({ initial: state, evolve: draftDecider.evolve }, decision.events)
      }
      expect(replay(draftDecider, log)).toEqual(state)
    }),
  )
})
