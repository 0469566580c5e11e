import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgePassword } from './password.ts'

const own = ['10103', '13912345678', '县政务办联络员1']
const code = (password: string) => {
  const judged = judgePassword(password, own)
  return judged.ok ? 'ok' : judged.refusal.code
}

describe('a new password', () => {
  test.each([
    ['short1!', 'password.too-short'],
    ['Password2022!', 'password.common'],
    ['P@ssw0rd1234', 'password.common'],
    ['1234567890', 'password.common'],
    ['qwertyuiop123', 'password.common'],
    ['1qaz2wsx3edc', 'password.common'],
    ['aaaaaaaaaaaa', 'password.common'],
    ['abcdabcdabcd', 'password.common'],
    ['guannan2022!!', 'password.common'],
    ['woaini1314520', 'password.common'],
    ['xy10103xyzzyq', 'password.own-name'],
    ['tel13912345678', 'password.own-name'],
    ['县政务办联络员1的密码很长', 'password.own-name'],
    ['correct-horse-battery', 'ok'],
    ['我家门前有两棵枣树还有一口井', 'ok'],
    ['tiBq7-vumRe2', 'ok'],
  ])('%s → %s', (password, expected) => {
    expect(code(password)).toBe(expected)
  })

  test('whatever stands around it, the own number is found', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.string({ minLength: 6, maxLength: 20 }), (before, after) => {
        expect(['password.own-name', 'password.too-short']).toContain(code(`${before}13912345678${after}`))
      }),
    )
  })
})
