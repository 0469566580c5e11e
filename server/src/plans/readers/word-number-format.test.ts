import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chineseNumber, formatNumber } from './word-number-format.ts'

/** Reads a Chinese number back, by place values, independent of how it was written. */
function valueOf(text: string): number {
  let sum = 0
  let digit = 0
  for (const sign of text) {
    const worth = { 十: 10, 百: 100, 千: 1000 }[sign]
    if (worth === undefined) digit = '零一二三四五六七八九'.indexOf(sign)
    else {
      sum += (digit || 1) * worth
      digit = 0
    }
  }
  return sum + digit
}

describe('chineseNumber', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [101, '一百零一'],
    [110, '一百一十'],
    [113, '一百一十三'],
    [1010, '一千零一十'],
    [2022, '二千零二十二'],
  ])('writes %i as %s', (value, text) => expect(chineseNumber(value)).toBe(text))

  it('means what it was made from, for every number a list can have', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
        expect(valueOf(chineseNumber(value))).toBe(value)
      }),
    )
  })
})

describe('formatNumber', () => {
  it.each([
    ['decimal', 12, '12'],
    ['decimalZero', 3, '03'],
    ['upperRoman', 14, 'XIV'],
    ['lowerLetter', 28, 'bb'],
    ['chineseCounting', 12, '十二'],
    ['chineseCounting', 100, '一〇〇'],
    ['chineseLegalSimplified', 12, '壹拾贰'],
    ['ideographTraditional', 11, '甲'],
    ['decimalEnclosedCircleChinese', 10, '⑩'],
    ['decimalEnclosedCircle', 21, '㉑'],
    ['decimalEnclosedParen', 2, '⑵'],
    ['decimalFullWidth', 10, '１０'],
    ['none', 1, ''],
    ['somethingNew', 7, '7'],
  ])('%s %i is %s', (format, value, text) => expect(formatNumber(value, format)).toBe(text))
})
