import { registerCase } from '@yingshang/core/cases/intake-contract'
import { consents } from '@yingshang/core/kernel/identity'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bodyOf, emptyEntry, isTyped, timeOf, whatIsWrong, type Entry } from './register-case-state.ts'

const today = '2022-07-04'
const told: Entry = {
  ...emptyEntry(today, 'telephone'),
  title: '施工许可材料说法不一',
  text: '跑了四趟，每次说的材料都不一样。',
  who: 'unnamed',
}

describe('what is missing', () => {
  test('an empty form names every missing field at once, and nothing that may stay empty', () => {
    expect(Object.keys(whatIsWrong(emptyEntry(today, null), today))).toEqual(['source', 'title', 'text', 'who'])
    expect(whatIsWrong(told, today)).toEqual({})
  })

  test('spaces are no words', () => {
    expect(Object.keys(whatIsWrong({ ...told, title: '  ', text: '\n' }, today))).toEqual(['title', 'text'])
  })

  test('an earlier day is a back entry; a later one and a cleared one are wrong', () => {
    expect(whatIsWrong({ ...told, receivedOn: '2022-06-01' }, today)).toEqual({})
    expect(whatIsWrong({ ...told, receivedOn: '2022-07-05' }, today).receivedOn).toContain('不能晚于今天')
    expect(whatIsWrong({ ...told, receivedOn: undefined }, today).receivedOn).toBe('请填收到日期')
  })

  test('who leaves a name leaves something, and says who may know it', () => {
    expect(Object.keys(whatIsWrong({ ...told, who: 'named' }, today))).toEqual(['identity', 'consent'])
    const reached: Entry = { ...told, who: 'named', identity: { ...told.identity, mobile: '13900000001' } }
    expect(Object.keys(whatIsWrong(reached, today))).toEqual(['consent'])
  })
})

describe('what is sent', () => {
  const words = fc.string({ maxLength: 60 })
  const entries = fc.record({
    title: words,
    text: words,
    object: words,
    receivedAt: fc.constantFrom('', '9:30', '23:59', '8：05', '24:00', '9点'),
    who: fc.constantFrom('unnamed' as const, 'named' as const, null),
    identity: fc.record({ name: words, mobile: fc.constantFrom('', '13900000001'), company: words, reachBy: words }),
    consent: fc.constantFrom(...consents, null),
    category: fc.constantFrom('1', null),
    head: fc.constantFrom('2', null),
  })

  test('what the form accepts, the contract accepts', () => {
    fc.assert(
      fc.property(entries, (typed) => {
        const entry = { ...told, ...typed }
        fc.pre(Object.keys(whatIsWrong(entry, today)).length === 0)
        expect(registerCase.body?.safeParse(bodyOf(entry)).success).toBe(true)
      }),
    )
  })

  test('without a name nothing typed about the person is sent', () => {
    fc.assert(
      fc.property(entries, (typed) => {
        const body = bodyOf({ ...told, ...typed, who: 'unnamed' })
        expect([body.identity, body.consent]).toEqual([null, 'doNotPassOn'])
      }),
    )
  })
})

test('a time is read as people type it; what is no time is said to be wrong', () => {
  expect(['', ' 9:30 ', '8：05', '23:59'].map(timeOf)).toEqual([null, '09:30', '08:05', '23:59'])
  expect(['24:00', '9:60', '9点', '930'].map(timeOf)).toEqual([undefined, undefined, undefined, undefined])
  expect(whatIsWrong({ ...told, receivedAt: '9点' }, today).receivedAt).toContain('例如 09:30')
})

test('only words count as typed', () => {
  expect(isTyped(emptyEntry(today, 'window'))).toBe(false)
  expect(isTyped({ ...emptyEntry(today, null), kind: 'inquiry', who: 'named' })).toBe(false)
  expect(isTyped(told)).toBe(true)
  expect(isTyped({ ...emptyEntry(today, null), identity: { ...told.identity, mobile: '1' } })).toBe(true)
})
