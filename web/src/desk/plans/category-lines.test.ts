import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCategories, writeCategories } from './category-lines.ts'

test('the importer’s groups are written in words and read back', () => {
  const categories = [
    { group: 'problem-groups', name: '政策不落地' },
    { group: 'problem-heads', name: '办事不方便' },
  ]
  expect(writeCategories(categories)).toBe('收集的问题：政策不落地\n重点反馈的问题：办事不方便')
  expect(readCategories(writeCategories(categories))).toEqual(categories)
})

test('a line without a colon belongs to the group before it, blank lines to nobody', () => {
  expect(readCategories('收集的问题：甲\n乙\n\n其他: 丙')).toEqual([
    { group: 'problem-groups', name: '甲' },
    { group: 'problem-groups', name: '乙' },
    { group: '其他', name: '丙' },
  ])
})

test('whatever is written comes back', () => {
  const word = fc.stringMatching(/^[甲乙丙丁戊a-z]{1,6}$/)
  const group = fc.oneof(fc.constantFrom('problem-groups', 'problem-heads'), word)
  fc.assert(
    fc.property(fc.array(fc.record({ group, name: word })), (categories) => {
      expect(readCategories(writeCategories(categories))).toEqual(categories)
    }),
  )
})
