import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PersonActor } from '../kernel/actor.ts'
import { replay } from '../kernel/decider.ts'
import { importBatchDecider, type ImportBatch, type ImportBatchCommand, type ImportBatchEvent } from './import-batch.ts'

const person = (role: 'coordinationOfficer' | 'unitLiaison'): PersonActor =>
  ({
    kind: 'person',
    personId: 'p1',
    homeUnitId: 'u1',
    homeUnitPath: 'r.u1',
    posts: [{ role, unitId: 'u1', unitPath: 'r.u1' }],
  }) as unknown as PersonActor
const officer = { actor: person('coordinationOfficer'), businessDay: '2022-09-26' }
const facts = {
  source: 'hotline12345' as const,
  division: '320724',
  profile: { columns: {}, defaultKind: null },
  digest: 'd',
  rows: 5,
  leftOut: 1,
  known: 1,
  planned: 3,
}

function run(commands: readonly ImportBatchCommand[]): { state: ImportBatch; refusals: string[] } {
  let state: ImportBatch = importBatchDecider.initial
  const events: ImportBatchEvent[] = []
  const refusals: string[] = []
  for (const command of commands) {
    const decision = importBatchDecider.decide(command, state, officer)
    if (!decision.ok) {
      refusals.push(decision.refusal.code)
      continue
    }
    events.push(...decision.events)
    state = replay(importBatchDecider, events)
  }
  return { state, refusals }
}

test('begins, counts, ends, and is taken back with what was kept', () => {
  const { state, refusals } = run([
    { type: 'begin', facts },
    { type: 'registerRows', count: 2 },
    { type: 'registerRows', count: 1 },
    { type: 'finish' },
    { type: 'beginUndo', reason: 'wrongFile' },
    { type: 'withdrawRows', count: 2 },
    { type: 'finishUndo', kept: 1 },
  ])
  expect(refusals).toEqual([])
  expect(state).toMatchObject({ kind: 'undone', registered: 3, withdrawn: 2, kept: 1, reason: 'wrongFile', facts })
})

test('one that was cut off half-way can be taken back; one without cases cannot', () => {
  const begin = { type: 'begin', facts } as const
  const undo = { type: 'beginUndo', reason: 'wrongFile' } as const
  expect(run([begin, { type: 'registerRows', count: 1 }, undo]).state.kind).toBe('undoing')
  expect(run([begin, undo]).refusals).toEqual(['import.not-undoable'])
})

test('nobody but the office', () => {
  const decision = importBatchDecider.decide({ type: 'begin', facts }, importBatchDecider.initial, {
    ...officer,
    actor: person('unitLiaison'),
  })
  expect(decision).toEqual({ ok: false, refusal: { code: 'import.office-only' } })
})

const anyCommand = fc.oneof<fc.Arbitrary<ImportBatchCommand>[]>(
  fc.constant({ type: 'begin', facts }),
  fc.nat(9).map((count) => ({ type: 'registerRows', count })),
  fc.constant({ type: 'finish' }),
  fc.constant({ type: 'beginUndo', reason: 'wrongFile' }),
  fc.nat(9).map((count) => ({ type: 'withdrawRows', count })),
  fc.nat(9).map((kept) => ({ type: 'finishUndo', kept })),
)

test('after an undo began nothing is registered any more, whatever is tried', () => {
  fc.assert(
    fc.property(fc.array(anyCommand), fc.array(anyCommand), (before, after) => {
      const { state } = run([{ type: 'begin', facts }, ...before])
      const end = run([{ type: 'begin', facts }, ...before, ...after]).state
      if (state.kind !== 'undoing' && state.kind !== 'undone') return
      expect(['undoing', 'undone']).toContain(end.kind)
      expect(end).toMatchObject({ registered: state.registered })
    }),
  )
})
