import { expect, test } from 'vitest'
import { periodText } from './period-text.ts'

test.each([
  ['2022-Q3', '2022 年第 3 季度'],
  ['2022-07', '2022 年 7 月'],
  ['2022-H2', '2022 年下半年'],
  ['2022-W05', '2022 年第 5 周'],
  ['2022', '2022 年'],
])('the period %s reads %s', (key, text) => {
  expect(periodText(key)).toBe(text)
})
