import { expect, test } from 'vitest'
import { momentWords } from './choice-words.zh.ts'
import { exampleMoments } from './examples.ts'
import { elsewhere } from './places/elsewhere.zh.ts'
import { hubei } from './places/hubei.zh.ts'
import { jilinCityZone } from './places/jilin-city-zone.zh.ts'
import { ruleSetOfPlace } from './places/place.ts'
import { groupOfSetting, settingGroups } from './setting-groups.zh.ts'
import { settingLines } from './setting-text.zh.ts'
import { settingPaths, settingsOf } from './settings.ts'
import { standingRuleSet } from './standing-rule-set.ts'

const usual = standingRuleSet('320724')
const rules = [usual, ...[hubei, jilinCityZone, ...elsewhere].map((place) => ruleSetOfPlace(place, '320724'))]

test('every value of every rule set has plain Chinese words', () => {
  for (const ruleSet of rules)
    for (const { path, setting } of settingsOf(ruleSet)) {
      const lines = settingLines(path, setting.value)
      expect(lines.length, path).toBeGreaterThan(0)
      for (const line of lines) {
        expect(line, path).toMatch(/\p{Script=Han}/u)
        expect(line, path).not.toMatch(/undefined|null|true|false|NaN|\[object|[a-z]{3}/)
      }
    }
})

test('a value reads with its unit', () => {
  const said = (path: (typeof settingPaths)[number]) =>
    settingLines(path, settingsOf(usual).find((one) => one.path === path)!.setting.value)
  expect(said('complaint.handle')).toEqual(['15 个工作日'])
  expect(said('complaint.handleStarts')).toEqual(['交办之日，当日不算'])
  expect(said('complaint.tiers')).toEqual(['不分档'])
  expect(said('complaint.escalation')[0]).toBe('到期日起：催办')
  expect(said('reminders.quietHours')).toEqual(['20:00 至次日 08:00，休息日全天'])
  expect(said('alert')[0]).toBe('蓝灯：剩余时间 30% 以内，或者剩 5 个工作日，先到为准')
  expect(said('tasks.yearlyConclusion')).toEqual(['每年 12 月 31 日'])
  expect(settingLines('complaint.triage', null)).toEqual(['没有时限'])
})

test('every setting stands in a stage, every stage has settings, every moment has words', () => {
  expect(Object.keys(groupOfSetting).sort()).toEqual([...settingPaths].sort())
  for (const [group] of settingGroups) expect(Object.values(groupOfSetting)).toContain(group)
  for (const moment of exampleMoments) expect(momentWords[moment].ends).not.toBe('')
})
