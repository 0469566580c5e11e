import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readReceiptCode, shownReceiptCode, withCheckDigit } from './receipt-code.ts'

const fifteen = fc.stringMatching(/^\d{15}$/)

describe('a receipt code', () => {
  test('follows the published example of the check digit', () => {
    // 572 has the check digit 4.
    expect(withCheckDigit('000000000000572')).toBe('0000000000005724')
  })

  test('is read back as it was given, however it is grouped or typed', () => {
    fc.assert(
      fc.property(fifteen, fc.constantFrom(' ', '-', '－', '　', '—'), (digits, between) => {
        const code = withCheckDigit(digits)
        const shown = shownReceiptCode(code)
        expect(shown).toMatch(/^(\d{4} ){3}\d{4}$/)
        expect(readReceiptCode(` ${shown.replaceAll(' ', between)}\n`)).toBe(code)
        const fullWidth = code.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
        expect(readReceiptCode(fullWidth)).toBe(code)
      }),
    )
  })

  test('one wrong digit, or two neighbours that changed places, are always found', () => {
    fc.assert(
      fc.property(fifteen, fc.nat(15), fc.integer({ min: 1, max: 9 }), (digits, at, more) => {
        const code = withCheckDigit(digits)
        const wrong = [...code]
        wrong[at] = String((Number(code[at]) + more) % 10)
        expect(readReceiptCode(wrong.join(''))).toBeUndefined()
        if (at < 15 && code[at] !== code[at + 1]) {
          const turned = code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2)
          expect(readReceiptCode(turned)).toBeUndefined()
        }
      }),
    )
  })

  test.each(['', '1234', '000000000000572', '00000000000057240', '一二三四', '0000 0000 0000 572a'])(
    '%s is none',
    (typed) => {
      expect(readReceiptCode(typed)).toBeUndefined()
    },
  )
})
