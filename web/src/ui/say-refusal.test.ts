import { describe, expect, test } from 'vitest'
import { learnSentences, sayRefusal } from './say-refusal.ts'

describe('sentences of refusals', () => {
  test('a learnt sentence is filled with its facts', () => {
    learnSentences({ 'practice.too-early': '{dueOn} 之前不能办理。' })
    expect(sayRefusal({ code: 'practice.too-early', facts: { dueOn: '2022-10-24' } })).toBe('2022-10-24 之前不能办理。')
    expect(sayRefusal({ code: 'practice.too-early' })).toBe('—— 之前不能办理。')
  })

  test('a sentence may be a function of the facts', () => {
    learnSentences({ 'practice.count': (facts) => `还差 ${facts['missing']} 份` })
    expect(sayRefusal({ code: 'practice.count', facts: { missing: 2 } })).toBe('还差 2 份。') // every sentence ends as one
  })

  test('an unknown code never shows itself', () => {
    for (const code of ['x.never-heard-of', 'thing.not-found', 'access.new-rule', 'toString']) {
      const said = sayRefusal({ code })
      expect(said).toMatch(/[\u4e00-\u9fff]/)
      expect(said).not.toMatch(/[a-zA-Z]/)
    }
  })
})
