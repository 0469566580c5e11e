import { expect, test } from 'vitest'
import { linesApart } from './lines-apart.ts'

test('a list that gained an entry shows that entry, not the whole list twice', () => {
  expect(linesApart(['甲', '乙'], ['甲', '乙', '丙'])).toEqual({ gone: [], fresh: ['丙'], same: 2 })
})

test('a reworded entry is gone and fresh', () => {
  expect(linesApart(['甲', '乙'], ['甲', '丁'])).toEqual({ gone: ['乙'], fresh: ['丁'], same: 1 })
})

test('one value in place of another', () => {
  expect(linesApart(['15 个工作日'], ['10 个工作日'])).toEqual({
    gone: ['15 个工作日'],
    fresh: ['10 个工作日'],
    same: 0,
  })
})
