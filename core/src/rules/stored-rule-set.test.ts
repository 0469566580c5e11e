import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ruleSetFromPlan } from './from-plan.ts'
import { settingsOf } from './settings.ts'
import { storedRuleSet } from './stored-rule-set.ts'

/** One fixture for each shape that was ever stored, and what it reads as. Both are kept for ever, unchanged. */
const fixture = (name: string) => JSON.parse(readFileSync(new URL(`./stored/${name}.json`, import.meta.url), 'utf8'))

describe('a rule set stored before complaints had their full rules', () => {
  const stored = fixture('rule-set-1')
  const read = storedRuleSet(stored)

  test('keeps every setting it had', () => {
    for (const { path, setting } of settingsOf(stored))
      expect(settingsOf(read).find((one) => one.path === path)?.setting, path).toEqual(setting)
    expect(read).toMatchObject({ id: stored.id, series: stored.series, validFrom: stored.validFrom })
  })

  test('reads the same in every later program, however the defaults of new rule sets change', () => {
    expect(read).toMatchObject(fixture('rule-set-1-read'))
  })

  test('has all it lacked as set by the office itself', () => {
    const had = settingsOf(stored).map(({ path }) => path)
    const added = settingsOf(read).filter(({ path }) => !had.includes(path))
    expect(added.length).toBeGreaterThan(30)
    expect(added.filter(({ setting }) => setting.source.kind !== 'selfSet')).toEqual([])
  })
})

test('a rule set stored with the full rules for complaints reads as it stands', () => {
  const stored = fixture('rule-set-2')
  expect(storedRuleSet(stored)).toMatchObject(stored)
})

test('today’s rule set is read as it is', () => {
  const silent = { rules: { complaint: { handle: null, extension: null, feedback: null, rework: null } } }
  const head = { id: 'a-1', series: 'a', title: '试验用规则', divisionCode: '320724', validFrom: '2022-06-01' }
  const today = ruleSetFromPlan(silent, head)
  expect(storedRuleSet(JSON.parse(JSON.stringify(today)))).toEqual(today)
})

test('what never was a rule set is damage', () => {
  for (const damaged of [null, {}, { complaint: {} }, { ...fixture('rule-set-1'), alert: 3 }])
    expect(() => storedRuleSet(damaged)).toThrow('not a stored rule set')
})
