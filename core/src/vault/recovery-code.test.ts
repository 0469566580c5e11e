import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRecoveryCode, recoveryCodeOf } from './recovery-code.ts'

const key = fc.uint8Array({ minLength: 32, maxLength: 32 })

test('what is printed is read back, also in small letters, without dashes, with O for 0 and l for 1', () => {
  fc.assert(
    fc.property(key, (bytes) => {
      const code = recoveryCodeOf(bytes)
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{2}$/)
      expect(readRecoveryCode(code)).toEqual(bytes)
      expect(
        readRecoveryCode(code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')),
      ).toEqual(bytes)
    }),
  )
})

test('a wrong sign, or two that changed places, is told before the key is tried', () => {
  fc.assert(
    fc.property(
      key,
      fc.nat(53),
      fc.nat(53),
      fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
      (bytes, at, other, sign) => {
        const code = [...recoveryCodeOf(bytes).replaceAll('-', '')]
        if (code[at] !== sign) expect(readRecoveryCode(code.with(at, sign).join(''))).toBeUndefined()
        const turned = code.with(at, code[other]!).with(other, code[at]!)
        if (at < 52 && other < 52 && code[at] !== code[other]) expect(readRecoveryCode(turned.join(''))).toBeUndefined()
      },
    ),
  )
})

test.each(['', 'ABCD', 'Z'.repeat(54), 'U'.repeat(54), '0'.repeat(53)])('%s is none', (typed) => {
  expect(readRecoveryCode(typed)).toBeUndefined()
})
