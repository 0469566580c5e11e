import { expect, test } from 'vitest'
import { freshCode } from './edit-rows.tsx'

test('a new row gets a code of its version, past those the list has', () => {
  const rows = [
    { code: 'civil', name: '民事纠纷' },
    { code: 'own-2-1', name: '上一版加的' },
    { code: 'own-3-4', name: '这一版加的' },
  ]
  expect(freshCode(rows, 3)).toBe('own-3-5')
  expect(freshCode(rows, 4)).toBe('own-4-1')
  expect(freshCode([], 1)).toBe('own-1-1')
})
