import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSending, sendingKinds, type SendingProblem } from './sending.ts'

const filled = {
  kind: 'complaint',
  text: '办理执照等了三周，窗口一直说系统坏了。希望尽快办好。',
  who: 'anonymous',
  recognisable: 'no',
}
const codes = (fields: Record<string, string>): SendingProblem[] => {
  const answer = readSending(fields)
  return answer.ok ? [] : answer.problems.map((problem) => problem.code)
}

test('an unnamed complaint needs a kind, a text and two answers; its title is its first sentence', () => {
  const answer = readSending(filled)
  expect(answer).toMatchObject({
    ok: true,
    sending: {
      kind: 'complaint',
      subject: 'matter',
      identity: null,
      consent: 'doNotPassOn',
      original: { title: '办理执照等了三周，窗口一直说系统坏了' },
    },
  })
})

test('an empty form names everything that is missing, in the order of the page', () => {
  expect(codes({})).toEqual(['kind-missing', 'text-missing', 'who-missing', 'recognisable-missing'])
})

test('who stays unnamed gives no identity, whatever stands in the fields', () => {
  const answer = readSending({ ...filled, name: '某人', mobile: '13800000000', consent: 'mayNameMe' })
  expect(answer).toMatchObject({ ok: true, sending: { identity: null, consent: 'doNotPassOn' } })
})

test('who gives a name can be reached', () => {
  const named = { ...filled, who: 'named' }
  expect(codes(named)).toEqual(['name-missing', 'reach-missing'])
  expect(codes({ ...named, name: '某人', mobile: '1234' })).toEqual(['mobile-invalid'])
  expect(codes({ ...named, name: '某人', reachBy: '晚上打店里电话' })).toEqual([])
  expect(readSending({ ...named, name: '某人', mobile: '13800000000', consent: 'higherBodyOnly' })).toMatchObject({
    sending: { identity: { name: '某人', mobile: '13800000000' }, consent: 'higherBodyOnly' },
  })
})

test('who may be recognised and wants to stay hidden is told so first', () => {
  const risky = { ...filled, recognisable: 'yes' }
  expect(codes(risky)).toEqual(['recognisable-unsettled'])
  expect(codes({ ...risky, understood: 'yes' })).toEqual([])
  const named = { ...risky, who: 'named', name: '某人', mobile: '13800000000' }
  expect(codes({ ...named, consent: 'mayNameMe' })).toEqual([])
  expect(codes({ ...named, consent: 'doNotPassOn' })).toEqual(['recognisable-unsettled'])
})

test('a report about a person goes to discipline inspection, one about a matter to the office', () => {
  const report = { ...filled, kind: 'report' }
  expect(readSending(report)).toMatchObject({ sending: { kind: 'clue', subject: 'matter' } })
  expect(readSending({ ...report, subject: 'conduct' })).toMatchObject({ sending: { subject: 'conduct' } })
  // Thanks for a person are no accusation.
  expect(readSending({ ...filled, kind: 'praise', subject: 'conduct' })).toMatchObject({
    sending: { subject: 'matter' },
  })
})

test('whatever a program sends, the answer is a reading or problems, and an unnamed one never holds an identity', () => {
  const anything = fc.dictionary(
    fc.constantFrom('kind', 'subject', 'text', 'title', 'who', 'name', 'mobile', 'consent', 'recognisable', 'sentAs'),
    fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('anonymous', 'named', 'yes', 'no', ...sendingKinds)),
    { noNullPrototype: true },
  )
  fc.assert(
    fc.property(anything, (fields) => {
      const answer = readSending(fields)
      if (!answer.ok) return answer.problems.length > 0
      const { sending } = answer
      expect(sending.original.title.length).toBeGreaterThan(0)
      return fields['who'] === 'named' || sending.identity === null
    }),
  )
})

describe('a place that takes no unnamed complaint', () => {
  const rules = { anonymity: 'refuse' } as const
  const unnamed = { ...filled, who: 'anonymous' }

  test.each(['complaint', 'report'])('says so at the question for the name: %s', (kind) => {
    expect(readSending({ ...unnamed, kind }, rules)).toEqual({
      ok: false,
      problems: [{ field: 'who', code: 'name-required' }],
    })
  })

  test.each([
    ['inquiry', 'matter'],
    ['praise', 'matter'],
    ['complaint', 'conduct'],
    ['report', 'conduct'],
  ])('still takes %s about %s without a name', (kind, subject) => {
    expect(readSending({ ...unnamed, kind, subject }, rules).ok).toBe(true)
  })

  test('elsewhere nobody needs a name', () => {
    for (const anonymity of ['accept', 'clueOnly'] as const)
      expect(readSending({ ...unnamed, kind: 'complaint' }, { anonymity }).ok).toBe(true)
  })
})
