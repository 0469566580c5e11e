import { caseEventNames } from '@yingshang/core/cases/labels.zh'
import { describe, expect, test } from 'vitest'
import { caseEventSaid, caseEventText } from './case-words.ts'

describe('the words of the time line', () => {
  test('name the unit an event concerns', () => {
    expect(caseEventText('assigned', { toUnit: '县住建局' })).toBe('交办：县住建局')
    expect(caseEventText('declined', { unit: '县住建局' })).toBe('退单：县住建局')
  })

  test('tell who wrote a message and which way prominence went', () => {
    expect(caseEventText('messageAdded', { from: 'submitter' })).toBe('反映人留言')
    expect(caseEventText('messageAdded', { from: 'office' })).toBe('给反映人留言')
    expect(caseEventText('prominenceMarked', { prominent: 'no' })).toBe('不再列为突出问题')
  })

  test('say an outcome in the words of its event, never as a code', () => {
    expect(caseEventSaid('declined', { outcome: 'contested' })).toBe('待营商办裁定')
    expect(caseEventSaid('contactAttempted', { outcome: 'noAnswer', way: 'telephone' })).toBe('无人接听\n方式：电话')
    expect(caseEventSaid('verified', { outcome: 'solved', dueOn: '2022-11-08' })).toBe('解决\n期限：2022-11-08')
  })

  test('a rating written down by the office says so', () => {
    expect(caseEventSaid('rated', { satisfaction: 'partly', by: 'office' })).toBe('基本满意（营商办代为登记）')
    expect(caseEventSaid('rated', { satisfaction: 'partly', by: 'submitter' })).toBe('基本满意')
  })

  test('nothing said is nothing shown; erased words leave no empty line', () => {
    expect(caseEventSaid('signed', {})).toBeUndefined()
    expect(caseEventSaid('draftSentBack', { reason: '' })).toBeUndefined()
  })

  test('no code of an event, way or outcome reaches the screen', () => {
    for (const what of Object.keys(caseEventNames)) {
      const shown = caseEventText(what, {}) + (caseEventSaid(what, { outcome: 'unknown', way: 'unknown' }) ?? '')
      expect(shown).not.toMatch(/[a-z]/)
    }
  })
})
