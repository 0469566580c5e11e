import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aTaskFacts, head, officer, paths, today } from '../../testing/task-kit.ts'
import { replay } from '../kernel/decider.ts'
import {
  changeRequestActions,
  changeRequestActionsNow,
  changeRequestDecider,
  changeRequestKinds,
  type ChangeRequest,
  type ChangeRequestCommand,
} from './change-request.ts'
import { taskPeriods, firstPeriod, nextPeriod } from './periods.ts'
import {
  reportingRunActions,
  reportingRunActionsNow,
  reportingRunDecider,
  type ReportingRun,
  type ReportingRunCommand,
} from './reporting-run.ts'
import { bigrams, searchText, textQuery, tsvectorOf } from './search-words.ts'
import { taskActions, taskActionsNow } from './task-actions.ts'
import { taskDecider, type TaskCommand } from './task.ts'
import { taskKinds, type Task, type TaskEvent } from './task-state.ts'

const at = { actor: officer, businessDay: today, unitPaths: [paths.bureau], unitIds: ['bureau'] }
const period = { key: '2022-Q4', opens: '2022-10-01', due: '2022-12-31', stub: false }
const published: TaskEvent = { type: 'taskPublished', facts: aTaskFacts() }
const given = (...events: TaskEvent[]): Task => replay(taskDecider, [published, ...events])
const states: Record<Task['kind'], Task> = {
  none: { kind: 'none' },
  open: given(),
  concluded: given({ type: 'taskConcluded', on: today }),
  routine: given({ type: 'taskTurnedRoutine', on: today }),
  withdrawn: given({ type: 'taskWithdrawn', on: today, reason: '重复' }),
}
const commands: { [Type in TaskCommand['type']]: Extract<TaskCommand, { type: Type }> } = {
  publish: { type: 'publish', facts: aTaskFacts() },
  openPeriod: { type: 'openPeriod', period },
  changeDate: { type: 'changeDate', dueOn: '2022-10-31', reason: '疫情' },
  nameLead: { type: 'nameLead', unitId: 'bureau', reason: '明确' },
  addPart: { type: 'addPart', unitId: 'other', assignmentId: 'a', reason: '补' },
  revise: { type: 'revise', planId: 'p2', facts: { title: '新题' } },
  settlePart: { type: 'settlePart', assignmentId: 'a' },
  conclude: { type: 'conclude' },
  turnRoutine: { type: 'turnRoutine' },
  withdraw: { type: 'withdraw', reason: '重复' },
}

describe('a task', () => {
  test('the table is what decide refuses by, and every state can be reached', () => {
    const reached = new Set<string>(['none'])
    for (const kind of ['none', ...taskKinds] as const)
      for (const action of taskActions) {
        const decision = taskDecider.decide(commands[action], states[kind], at)
        const notNow = !decision.ok && decision.refusal.code === 'task.not-now'
        expect([kind, action, notNow]).toEqual([kind, action, !taskActionsNow[kind].includes(action)])
        if (decision.ok) reached.add(decision.events.reduce(taskDecider.evolve, states[kind]).kind)
      }
    expect(reached).toEqual(new Set(['none', ...taskKinds]))
  })

  test('an ongoing task is never concluded', () => {
    const ongoing = aTaskFacts({ printed: { text: '长年坚持', kind: 'ongoing', due: null, every: null } })
    const state = replay(taskDecider, [{ type: 'taskPublished', facts: ongoing }] as TaskEvent[])
    expect(taskDecider.decide(commands.conclude, state, at)).toMatchObject({
      ok: false,
      refusal: { code: 'task.ongoing-never-closed' },
    })
    expect(taskDecider.decide(commands.turnRoutine, state, at)).toMatchObject({ ok: true })
  })

  test('a change of date keeps the first one and needs a reason and a day to come', () => {
    expect(given({ type: 'taskDueDateChanged', dueOn: '2022-10-31', reason: '疫情' })).toMatchObject({
      facts: { dueOn: '2022-10-31', firstDueOn: '2022-09-30' },
    })
    const code = (dueOn: string, reason = '疫情') => {
      const decision = taskDecider.decide({ type: 'changeDate', dueOn, reason }, states.open, at)
      return decision.ok ? 'ok' : decision.refusal.code
    }
    expect([code('2022-10-31', ' '), code('2022-09-30'), code('2022-07-03'), code('2022-07-04')]).toEqual([
      'task.reason-missing',
      'task.same-date',
      'task.date-past',
      'ok',
    ])
  })
})

describe('periods (rule T-12)', () => {
  const recurring = (
    every: string | null,
    stubPeriods: 'count' | 'merge' | 'skip',
    start = '2022-06-01',
    end = '2023-02-28',
  ) =>
    aTaskFacts({
      printed: { text: '', kind: 'recurring', due: null, every },
      window: { start, end },
      settings: { ...aTaskFacts().settings, stubPeriods },
    })
  const keys = (facts: ReturnType<typeof aTaskFacts>) => taskPeriods(facts).map((one) => one.key)

  test('stub quarters count, merge or are skipped', () => {
    expect(keys(recurring('quarter', 'count'))).toEqual(['2022-Q2', '2022-Q3', '2022-Q4', '2023-Q1'])
    expect(keys(recurring('quarter', 'merge'))).toEqual(['2022-Q3', '2022-Q4'])
    expect(keys(recurring('quarter', 'skip'))).toEqual(['2022-Q3', '2022-Q4'])
  })

  test('a printed duty never vanishes: an unknown recurrence or nothing but stubs is one period', () => {
    expect(keys(recurring('不定期', 'count'))).toEqual(['all'])
    expect(keys(recurring('quarter', 'skip', '2022-07-15', '2022-08-15'))).toEqual(['all'])
  })

  test('publishing opens the running period or the next one; after the last there is none', () => {
    const facts = recurring('quarter', 'skip')
    expect(firstPeriod(facts, '2022-06-10')?.key).toBe('2022-Q3')
    expect(firstPeriod(facts, '2022-11-10')?.key).toBe('2022-Q4')
    expect(firstPeriod(facts, '2023-02-10')?.key).toBe('2022-Q4')
    expect(nextPeriod({ ...facts, openedPeriods: ['2022-Q3'] })?.key).toBe('2022-Q4')
    expect(nextPeriod({ ...facts, openedPeriods: ['2022-Q3', '2022-Q4'] })).toBeNull()
  })

  test('an ongoing task has one period a year, ending with its conclusion', () => {
    const facts = aTaskFacts({
      printed: { text: '长年坚持', kind: 'ongoing', due: null, every: null },
      window: { start: '2022-06-01', end: '2024-02-28' },
    })
    expect(taskPeriods(facts).map(({ key, opens, due }) => [key, opens, due])).toEqual([
      ['2022', '2022-06-01', '2022-12-31'],
      ['2023', '2023-01-01', '2023-12-31'],
    ])
  })
})

describe('requests and runs: the tables are what decide refuses by', () => {
  test('requests', () => {
    const facts = {
      division: 'd',
      campaignId: 'c',
      taskId: 't',
      assignmentId: 'a',
      unitId: 'bureau',
      what: { kind: 'date', dueOn: '2022-10-31' } as const,
      reason: '疫情',
      askedOn: today,
      askedBy: head.personId,
    }
    const commands: Record<string, ChangeRequestCommand> = {
      ask: { type: 'ask', facts },
      approve: { type: 'approve', note: '' },
      refuse: { type: 'refuse', reason: '不行' },
      takeBack: { type: 'takeBack' },
      lapse: { type: 'lapse' },
    }
    const reached = new Map<string, ChangeRequest>([['none', changeRequestDecider.initial]])
    for (const [kind, state] of reached)
      for (const action of changeRequestActions) {
        const actor = action === 'takeBack' ? head : officer
        const decision = changeRequestDecider.decide(commands[action]!, state, {
          actor,
          businessDay: today,
          unitPaths: [paths.bureau],
        })
        expect([kind, action, decision.ok]).toEqual([
          kind,
          action,
          changeRequestActionsNow[state.kind].includes(action),
        ])
        if (!decision.ok) continue
        const next = decision.events.reduce(changeRequestDecider.evolve, state)
        reached.set(next.kind, next)
      }
    expect(new Set(reached.keys())).toEqual(new Set(['none', ...changeRequestKinds]))
    const late = { actor: officer, businessDay: '2022-11-01', unitPaths: [] }
    expect(changeRequestDecider.decide(commands['approve']!, reached.get('asked')!, late)).toMatchObject({
      refusal: { code: 'changeRequest.date-past' },
    })
  })

  test('runs', () => {
    const facts = {
      division: 'd',
      campaignId: 'c',
      title: '七月调度',
      note: '',
      dueOn: '2022-07-25',
      openedOn: today,
      assignmentIds: ['a'],
      previousRunId: null,
    }
    const commands: Record<string, ReportingRunCommand> = {
      open: { type: 'open', facts },
      remind: { type: 'remind', missing: 1 },
      close: { type: 'close', counts: { reported: 1, late: 0, missing: 0 } },
    }
    const reached = new Map<string, ReportingRun>([['none', reportingRunDecider.initial]])
    for (const [kind, state] of reached)
      for (const action of reportingRunActions) {
        const decision = reportingRunDecider.decide(commands[action]!, state, { actor: officer, businessDay: today })
        expect([kind, action, decision.ok]).toEqual([kind, action, reportingRunActionsNow[state.kind].includes(action)])
        if (decision.ok)
          for (const event of decision.events)
            reached.set(reportingRunDecider.evolve(state, event).kind, reportingRunDecider.evolve(state, event))
      }
    expect([...reached.keys()]).toEqual(['none', 'open', 'closed'])
    const refuse = (part: Partial<typeof facts>) => {
      const decision = reportingRunDecider.decide(
        { type: 'open', facts: { ...facts, ...part } },
        { kind: 'none' },
        { actor: officer, businessDay: today },
      )
      return decision.ok ? 'ok' : decision.refusal.code
    }
    expect([
      refuse({ assignmentIds: [] }),
      refuse({ dueOn: '2022-07-03' }),
      refuse({ assignmentIds: Array.from({ length: 3001 }, String) }),
    ]).toEqual(['reportingRun.nothing-chosen', 'reportingRun.date-past', 'reportingRun.too-many'])
  })
})

describe('search words', () => {
  test('every two neighbouring characters of a text are found, whatever the width or case', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[一-龥a-zA-Z0-9，。 ]{2,30}$/), fc.nat(), (text, from) => {
        const runs = searchText([text]).match(/[\p{L}\p{N}]{2,}/gu) ?? []
        if (runs.length === 0) return
        const run = runs[from % runs.length]!
        const place = from % (run.length - 1)
        const typed = run.slice(place, place + 2)
        for (const word of textQuery(typed, 'c')!.words!.split(' & '))
          expect(tsvectorOf([text], 'c').split(' ')).toContain(word)
        expect(textQuery(typed, 'c')!.patterns).toEqual([`%${typed}%`])
        expect(bigrams(searchText([text]))).toContain(typed)
      }),
    )
    expect(textQuery('１２３４５', 'c')).toEqual(textQuery('12345', 'c'))
  })

  test('one character looks at the beginning of titles, none at nothing; quotes and wildcards are text', () => {
    expect(textQuery('水', 'c')).toEqual({ words: null, patterns: [], titlePrefix: '水%' })
    expect(textQuery(' ，。 ', 'c')).toBeNull()
    expect(textQuery("it's 100%_", 'c')!.patterns).toEqual(['%it%', '%s%', '%100%'])
    expect(tsvectorOf(["a'b水库"], 'c')).toBe("'campaign:c' 'b水' '水库'")
  })
})
