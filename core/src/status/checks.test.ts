import { describe, expect, it } from 'vitest'
import { roles } from '../kernel/actor.ts'
import { backupLevel, calendarLevel, channelLevel, checkKeys, checkLevels, diskLevel, queueLevel, worst } from './checks.ts'
import { checkSentence } from './labels.zh.ts'
import { maySeeStatus } from './policy.ts'

const gigabyte = 1024 ** 3

describe('levels', () => {
  it('a disk is judged by what is left and by its share', () => {
    expect(diskLevel(50 * gigabyte, 100 * gigabyte)).toBe('fine')
    expect(diskLevel(4 * gigabyte, 10 * gigabyte)).toBe('warning')
    expect(diskLevel(50 * gigabyte, 1000 * gigabyte)).toBe('warning')
    expect(diskLevel(gigabyte / 2, gigabyte)).toBe('failing')
    expect(diskLevel(10 * gigabyte, 1000 * gigabyte)).toBe('failing')
  })

  it('queue, backup and channels', () => {
    expect([0, 4, 5, 59, 60].map(queueLevel)).toEqual(['fine', 'fine', 'warning', 'warning', 'failing'])
    expect([null, 0, 7, 8, 30, 31].map(backupLevel)).toEqual(['warning', 'fine', 'fine', 'warning', 'warning', 'failing'])
    expect(channelLevel(false, 3, 3)).toBe('off')
    expect(channelLevel(true, 0, 0)).toBe('fine')
    expect(channelLevel(true, 1, 0)).toBe('warning')
  })

  it('the next year is asked for from October on, the running year always', () => {
    expect(calendarLevel('2022-09-30', true, false)).toBe('fine')
    expect(calendarLevel('2022-10-01', true, false)).toBe('warning')
    expect(calendarLevel('2022-12-31', true, true)).toBe('fine')
    expect(calendarLevel('2022-01-05', false, true)).toBe('failing')
  })

  it('the worst decides, what is off does not', () => {
    expect(worst(['fine', 'off'])).toBe('fine')
    expect(worst(['fine', 'warning', 'failing'])).toBe('failing')
    expect(worst([])).toBe('fine')
  })
})

describe('words and rights', () => {
  it('every check has a sentence at every level', () => {
    for (const key of checkKeys)
      for (const level of checkLevels) expect(checkSentence({ key, level, facts: {} }), `${key} ${level}`).toMatch(/。$/)
  })

  it('administrator and auditor see it, every other role does not', () => {
    for (const role of roles) {
      const posts = [{ role, unitId: 'u', unitPath: '/u/' }]
      const actor = { kind: 'person', personId: 'p', homeUnitId: 'u', homeUnitPath: '/u/', posts } as const
      expect(maySeeStatus(actor) === null, role).toBe(role === 'administrator' || role === 'auditor')
    }
  })
})
