import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Actor, Role } from '../kernel/actor.ts'
import { roles } from '../kernel/actor.ts'
import { replay } from '../kernel/decider.ts'
import { mayActOnTip, seesTips, tipActionsNow, tipDecider, tipReceiptJob, type TipCommand } from './tip.ts'
import { tipStatuses, type Tip, type TipEvent, type TipFacts } from './tip-state.ts'

const facts: TipFacts = {
  number: '320724-2022-J00001',
  division: '320724',
  receivedOn: '2022-09-01',
  vaultId: 'vault',
  commitments: { original: 'a', identity: 'b' },
  files: 0,
  source: 'portal',
}
const person = (role: Role): Actor => ({
  kind: 'person',
  personId: role,
  homeUnitId: 'u',
  homeUnitPath: '/county/u/',
  posts: [{ role, unitId: 'u', unitPath: '/county/u/' }],
})
const officer = person('disciplineInspection')
const submitter: Actor = { kind: 'system', job: tipReceiptJob }
const words = { textId: 't', commitment: 'c' }
const commands: readonly TipCommand[] = [
  { type: 'receive', facts },
  { type: 'takeUp' },
  { type: 'decline', because: 'noFacts' },
  { type: 'transfer', to: '上级机关' },
  { type: 'conclude', outcome: 'unfounded' },
  { type: 'answer', words },
  { type: 'sealMessage', commitment: 'c' },
]

function run(steps: readonly (readonly [TipCommand, Actor, string])[]): {
  state: Tip
  events: TipEvent[]
  refusals: string[]
} {
  const events: TipEvent[] = []
  const refusals: string[] = []
  for (const [command, actor, businessDay] of steps) {
    const decision = tipDecider.decide(command, replay(tipDecider, events), { actor, businessDay })
    if (decision.ok) events.push(...decision.events)
    else refusals.push(decision.refusal.code)
  }
  return { state: replay(tipDecider, events), events, refusals }
}

test('nobody but discipline inspection sees a tip or acts on it; only the submitter writes into it', () => {
  expect(roles.filter((role) => seesTips(person(role)))).toEqual(['disciplineInspection'])
  for (const role of roles)
    for (const { type } of commands) {
      if (type === 'receive') continue
      const may = mayActOnTip(type, person(role)) === null
      expect([role, type, may]).toEqual([role, type, role === 'disciplineInspection' && type !== 'sealMessage'])
    }
  expect(mayActOnTip('sealMessage', submitter)).toBeNull()
  expect(mayActOnTip('conclude', submitter)).toBe('tip.discipline-only')
})

test('a tip is closed only after the submitter was told what came of it', () => {
  const begun = [
    [{ type: 'receive', facts }, submitter, '2022-09-01'],
    [{ type: 'takeUp' }, officer, '2022-09-02'],
    [{ type: 'conclude', outcome: 'substantiated' }, officer, '2022-09-20'],
  ] as const
  expect(run(begun).refusals).toEqual(['tip.not-told'])
  const told = run([...begun, [{ type: 'answer', words }, officer, '2022-09-20'], begun[2]])
  expect(told.state).toMatchObject({ kind: 'concluded', outcome: 'substantiated', on: '2022-09-20' })
})

test('a message waits until it is answered', () => {
  const sent = [
    [{ type: 'receive', facts }, submitter, '2022-09-01'],
    [{ type: 'sealMessage', commitment: 'c' }, submitter, '2022-09-03'],
  ] as const
  expect(run(sent).state).toMatchObject({ file: { waiting: true, messages: 1 } })
  expect(run([...sent, [{ type: 'answer', words }, officer, '2022-09-05']]).state).toMatchObject({
    file: { waiting: false },
  })
})

test('over any walk: the state is the replay, its facts never change, and what the table forbids is refused', () => {
  const step = fc.tuple(
    fc.constantFrom(...commands),
    fc.constantFrom(officer, submitter, person('coordinationDirector'), person('administrator')),
    fc.constantFrom('2022-09-01', '2022-10-01'),
  )
  const reached = new Set<string>()
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const { state, events } = run(steps)
      reached.add(state.kind)
      if (state.kind !== 'none') expect(state.file.facts).toEqual(facts)
      for (const command of commands)
        if (!tipActionsNow[state.kind].includes(command.type))
          expect(tipDecider.decide(command, state, { actor: officer, businessDay: '2022-10-01' }).ok).toBe(false)
      expect(events.filter((event) => event.type === 'tipReceived').length).toBeLessThanOrEqual(1)
    }),
    { numRuns: 300 },
  )
  expect([...reached].toSorted()).toEqual(
    expect.arrayContaining([...tipStatuses].filter((kind) => kind !== 'concluded').toSorted()),
  )
})
