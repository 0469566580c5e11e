import { expect, test } from 'vitest'
import {
  assigned,
  commands,
  head,
  informed,
  liaison,
  officer,
  rules,
  Story,
  submitter,
  text,
} from '../../testing/case-kit.ts'
import { submitterView } from './submitter-view.ts'
import { awaitedWords, stepWords } from './submitter-words.zh.ts'

const seen = (story: Story, day: string) => submitterView(story.live, { rules, businessDay: day })
const units = new Map([['bureau', '县某局']])

test('while a unit works, the submitter sees who has it and until when', () => {
  const view = seen(assigned('2022-09-28').step('2022-09-29', liaison, 'sign'), '2022-09-30')
  expect(view.steps.map((step) => `${step.on} ${stepWords(step, units, new Map())}`)).toEqual([
    '2022-09-26 营商办收到您反映的情况',
    '2022-09-26 营商办受理',
    '2022-09-28 交给县某局办理',
  ])
  expect(awaitedWords(view.awaited!)).toContain('2022年10月24日（周一）')
  expect(view.may).toEqual(['addMessage', 'askWithdrawal'])
})

test('inner steps of unit and office stay inside: drafts, returns, refusals by a unit', () => {
  const story = assigned('2022-09-28')
    .step('2022-09-29', liaison, 'sign')
    .step('2022-09-30', liaison, 'draft')
    .step('2022-10-08', head, 'reportResult')
    .step('2022-10-09', officer, 'returnForRevision')
  expect(seen(story, '2022-10-10').steps.map((step) => step.kind)).toEqual(['received', 'accepted', 'assigned'])
})

test('after the answer they may rate; after a bad rating ask again, with the window shown', () => {
  const story = informed()
  expect(seen(story, '2022-10-20').may).toEqual(['rate', 'addMessage', 'askWithdrawal'])
  story.step('2022-10-21', submitter, 'rate')
  const view = seen(story, '2022-10-21')
  expect(view.may).toContain('askRework')
  expect(awaitedWords(view.awaited!)).toContain(`2022年11月3日`)
})

test('the second round is told with its number; silence is not called satisfied', () => {
  const again = informed().step('2022-10-21', submitter, 'rate').step('2022-10-21', submitter, 'askRework')
  again.step('2022-10-24', officer, { ...commands.grantRework, why: text() })
  const view = seen(again, '2022-10-24')
  expect(view.round).toBe(2)
  expect(stepWords(view.steps.at(-1)!, units, new Map())).toBe('发回重新办理（第 2 次），由县某局办理')

  const silent = informed().step('2022-11-10', officer, 'lapseAnswer')
  const rated = seen(silent, '2022-11-10').steps.at(-1)!
  expect(stepWords(rated, units, new Map())).toContain('不算满意')
})

test('a refusal gives its ground; a closed case takes no more acts but a late rating and messages', () => {
  const refused = new Story().step('2022-09-26', submitter, 'register').step('2022-09-27', officer, 'refuse')
  const view = seen(refused, '2022-09-27')
  expect(stepWords(view.steps.at(-1)!, units, new Map([['civil', '民事纠纷']]))).toBe('没有受理，原因：民事纠纷')
  expect(view.awaited).toBeNull()
  expect(view.may).toEqual(['addMessage'])
})

test('each act that is offered is one the decider takes', () => {
  for (const story of [informed(), informed().step('2022-10-21', submitter, 'rate'), assigned()])
    for (const act of seen(story, '2022-10-21').may) {
      const name = act === 'giveSupplement' ? 'receiveSupplement' : act
      expect([act, story.refusal('2022-10-21', submitter, name)]).toEqual([act, null])
    }
})
