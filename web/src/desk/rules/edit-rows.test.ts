import { choice } from '@yingshang/core/rules/complaint-choices'
import { expect, test } from 'vitest'
import { freshCode } from './edit-rows.tsx'

test('every new row gets a code of its own that a rule set can hold', () => {
  const codes = Array.from({ length: 500 }, freshCode)
  expect(new Set(codes).size).toBe(codes.length)
  for (const code of codes) expect(choice.safeParse({ code, name: '情形' }).success).toBe(true)
})
