import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../kernel/dates.ts'
import { replay } from '../kernel/decider.ts'
import { proposedRuleSet, type SettingEdit } from './proposal.ts'
import { firstDayOfNext, ruleSetOn } from './rule-set-version.ts'
import { ruleSeriesDecider, type RuleSeries, type RuleSeriesEvent } from './rule-series.ts'
import type { RuleSet } from './rule-set.ts'
import { changedSettings, settingPaths, settingsOf } from './settings.ts'
import { standingRuleSet } from './standing-rule-set.ts'

const first: RuleSet = { ...standingRuleSet('320724'), id: 'a-1', series: 'a', validFrom: '2022-06-01' }
const begun = ruleSeriesDecider.decide(
  { type: 'begin', division: '320724', campaignId: 'c', ruleSet: first, reason: '', on: '2022-06-15' },
  { kind: 'none' },
  undefined,
)
const publish = (ruleSet: RuleSet, on: string, reason = '省里有新要求') =>
  ({ type: 'publish', ruleSet, on, reason }) as const
const after = (events: readonly RuleSeriesEvent[]): RuleSeries => replay(ruleSeriesDecider, events)

const days = (count: number): SettingEdit => ({ path: 'complaint.handle', value: { days: count, unit: 'working' } })

describe('a series of versions', () => {
  test('a version that begins before its publication is refused, whatever came before', () => {
    const state = after(begun.ok ? begun.events : [])
    const next = { ...first, id: 'a-2', validFrom: '2022-07-01' }
    expect(ruleSeriesDecider.decide(publish(next, '2022-07-02'), state, undefined)).toMatchObject({
      ok: false,
      refusal: { code: 'rules.valid-from-past', facts: { today: '2022-07-02' } },
    })
    expect(ruleSeriesDecider.decide(publish(next, '2022-07-01'), state, undefined).ok).toBe(true)
  })

  test('is begun once', () => {
    const state = after(begun.ok ? begun.events : [])
    const again = {
      type: 'begin',
      division: '320724',
      campaignId: 'c',
      ruleSet: first,
      reason: '',
      on: '2022-06-15',
    } as const
    expect(ruleSeriesDecider.decide(again, state, undefined)).toMatchObject({
      refusal: { code: 'rules.already-begun' },
    })
    expect(ruleSeriesDecider.decide(publish(first, '2022-06-15'), { kind: 'none' }, undefined)).toMatchObject({
      refusal: { code: 'rules.not-begun' },
    })
  })

  test('whatever is proposed in whatever order: begins later, keeps what is published, every day has one version', () => {
    const step = fc.record({
      passed: fc.integer({ min: 0, max: 40 }),
      from: fc.integer({ min: -30, max: 60 }),
      count: fc.integer({ min: -1, max: 30 }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const events: RuleSeriesEvent[] = begun.ok ? [...begun.events] : []
        const versions: RuleSet[] = [first]
        let today = '2022-06-15'
        for (const { passed, from, count } of steps) {
          today = addDays(today, passed)
          const kept = JSON.stringify(versions)
          const proposal = { validFrom: addDays(today, from), edits: [days(count)] }
          const next = proposedRuleSet(versions, proposal)
          const decided = next.ok && ruleSeriesDecider.decide(publish(next.ruleSet, today), after(events), undefined)
          const possible = count > 0 && proposal.validFrom >= firstDayOfNext(versions, today)
          const differs = versions.at(-1)!.complaint.handle.value.days !== count
          expect(decided && decided.ok).toBe(possible && differs)
          expect(JSON.stringify(versions)).toBe(kept)
          if (!decided || !decided.ok || !next.ok) continue
          events.push(...decided.events)
          versions.push(next.ruleSet)
        }
        const begins = versions.map(({ validFrom }) => validFrom)
        expect(begins).toEqual([...new Set(begins)].sort())
        expect(new Set(versions.map(({ id }) => id)).size).toBe(versions.length)
        for (const version of versions) expect(ruleSetOn(versions, version.validFrom)).toBe(version)
        const state = after(events)
        expect(state.kind === 'kept' && state.versions.map(({ id }) => id)).toEqual(versions.map(({ id }) => id))
      }),
    )
  })
})

describe('a proposal', () => {
  test('changes the settings it names and no other', () => {
    fc.assert(
      fc.property(fc.subarray([...settingPaths], { minLength: 1 }), (paths) => {
        const edits = paths.map((path) => ({
          path,
          value: settingsOf(first).find((one) => one.path === path)!.setting.value,
          document: '省里的规定',
        }))
        const next = proposedRuleSet([first], { validFrom: '2022-09-01', edits })
        const changed = next.ok ? changedSettings(first, next.ruleSet) : []
        expect(changed.map(({ path }) => path).sort()).toEqual([...paths].sort())
        for (const { before, after: now } of changed) {
          expect(now.value).toEqual(before.value)
          expect(now.source).toEqual({ kind: 'document', document: '省里的规定' })
        }
      }),
    )
  })

  test('a value that a clause of the notice does not say is the office’s own', () => {
    const clause = { kind: 'clause', clause: '2.7' } as const
    const printed = {
      ...first,
      complaint: { ...first.complaint, handle: { ...first.complaint.handle, source: clause } },
    }
    const shorter = proposedRuleSet([printed], { validFrom: '2022-09-01', edits: [days(10)] })
    expect(shorter.ok && shorter.ruleSet.complaint.handle.source).toEqual({ kind: 'selfSet' })
    const back =
      shorter.ok && proposedRuleSet([printed, shorter.ruleSet], { validFrom: '2022-10-01', edits: [days(15)] })
    expect(back && back.ok && back.ruleSet.complaint.handle.source).toEqual(clause)
  })

  test.each([
    ['complaint.handle', { days: 0, unit: 'working' }, 'rules.invalid-value'],
    ['complaint.handle', { days: 3.5, unit: 'working' }, 'rules.invalid-value'],
    ['complaint.refuseGrounds', [], 'rules.invalid-value'],
    [
      'complaint.tiers',
      [
        { code: 'a', name: '甲', period: { days: 5, unit: 'working' } },
        { code: 'a', name: '乙', period: { days: 9, unit: 'working' } },
      ],
      'rules.code-repeats',
    ],
    [
      'complaint.escalation',
      [
        { step: 'circular', afterOverdueDays: 1 },
        { step: 'urgeNotice', afterOverdueDays: 5 },
      ],
      'rules.ladder-not-rising',
    ],
    [
      'complaint.escalation',
      [
        { step: 'urgeNotice', afterOverdueDays: 5 },
        { step: 'circular', afterOverdueDays: 1 },
      ],
      'rules.ladder-not-rising',
    ],
    [
      'alert',
      { blue: { percentLeft: 30, workingDaysLeft: 5 }, yellow: { percentLeft: 15, workingDaysLeft: 6 } },
      'rules.lamps-crossed',
    ],
    ['complaint.unreachable', { attempts: 2, days: 3 }, 'rules.attempts-too-few'],
    [
      'complaint.satisfactionOptions',
      [
        { code: 'good', name: '满意', meaning: 'satisfied' },
        { code: 'fair', name: '基本满意', meaning: 'partly' },
      ],
      'rules.answers-missing',
    ],
  ] as const)('%s cannot be %j', (path, value, code) => {
    const next = proposedRuleSet([first], { validFrom: '2022-09-01', edits: [{ path, value }] })
    expect(next.ok ? [] : next.problems.map((problem) => problem.code)).toContain(code)
    expect(next.ok ? '' : next.problems[0]!.path.startsWith(path)).toBe(true)
  })
})
