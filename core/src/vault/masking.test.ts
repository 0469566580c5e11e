import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { laterTexts, markedTexts } from '../../testing/vault/masking-sample.ts'
import { coveredSigns, measureMasking } from '../../testing/vault/measure-masking.ts'
import { maskSigns } from './mask-reasons.ts'
import { maskText } from './masking.ts'

const plainOf = (marked: string) => marked.replaceAll(/〔\w+\|([^〕]+)〕/g, '$1')
/** Pieces of real sentences, numbers and signs in any order. */
const piece = fc.oneof(
  fc.constantFrom(...[...markedTexts, ...laterTexts].map(plainOf)),
  fc.constantFrom(
    '我叫',
    '电话',
    '号',
    '元',
    '路',
    '本人',
    '，',
    '。',
    ' ',
    '\n',
    '是',
    '〖',
    '〗',
    '姓名',
    '1',
    '3',
    '王',
    '李小测',
  ),
  fc.stringMatching(/^\d{1,20}$/),
  fc.string({ maxLength: 12 }),
)
const anyText = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))

describe('the made sample', () => {
  test.each([
    ['tuned on', markedTexts],
    ['written later', laterTexts],
  ])('%s: what has to be covered is, and hardly anything else', (_which, texts) => {
    const { recall, precision, faults } = measureMasking(texts)
    expect(faults).toEqual([])
    expect(recall).toBe(1)
    expect(precision).toBe(1)
  })

  test('a wrong mark would be noticed', () => {
    expect(measureMasking(['〔name|今天〕下雨，〔telephone|一二三〕']).recall).toBe(0)
    expect(measureMasking(['电话13912345678，〔name|无名〕']).precision).toBe(0)
  })
})

describe('masking', () => {
  test('a masked text masks to itself', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = maskText(text).text
        expect(maskText(once)).toEqual({ text: once, masks: [] })
      }),
    )
  })

  test('changes nothing but what it says: the rest stands as it was, every sign where the marks say', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: masked, masks } = maskText(text)
        const covered = coveredSigns(text)
        const rest = [...covered.keys()].filter((at) => !covered[at]).map((at) => text[at])
        let without = ''
        let at = 0
        for (const mask of masks) {
          expect(masked.startsWith(maskSigns[mask.reason], mask.at)).toBe(true)
          expect(mask.covered).toBeGreaterThan(0)
          without += masked.slice(at, mask.at)
          at = mask.at + maskSigns[mask.reason].length
        }
        expect(without + masked.slice(at)).toBe(rest.join(''))
      }),
    )
  })

  test('a mobile number is covered wherever it stands, however it is parted', () => {
    const mobile = fc.stringMatching(/^1[3-9]\d{9}$/)
    const around = fc.constantFrom('', '，', '：', '电话', '(', '。', '\n', '我的号是')
    fc.assert(
      fc.property(mobile, around, around, fc.constantFrom('', ' ', '-'), (number, before, after, between) => {
        const written = [number.slice(0, 3), number.slice(3, 7), number.slice(7)].join(between)
        expect(maskText(`请打${before}${written}${after}`).text).toBe(`请打${before}${maskSigns.telephone}${after}`)
      }),
    )
  })

  test('what the submitter gave as identity is covered wherever it stands', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const identity = {
          name: '蒙古尔泰',
          mobile: '0518 8321',
          company: '县小寅商贸有限公司',
          address: '南门外大槐树下',
        }
        for (const given of Object.values(identity))
          expect(maskText(`${before}。${given}。${after}`, { identity }).text).not.toContain(given)
      }),
    )
    expect(maskText('小寅商贸的事', { identity: { company: '某县小寅商贸有限公司' } }).text).toBe('〖企业名称〗的事')
  })

  test.each([
    '5000元',
    '13912345678元',
    '￥13800138000',
    '15个工作日',
    '2022年7月4日',
    '苏发改〔2021〕123号',
    '12345热线',
  ])('%s stays', (text) => {
    expect(maskText(`一共${text}，请查实`).text).toBe(`一共${text}，请查实`)
  })

  test('the firm stays when the choice says so', () => {
    const text = '我公司是县小戊商贸有限公司，请答复'
    expect(maskText(text).text).toBe('我公司是〖企业名称〗，请答复')
    expect(maskText(text, { companies: false }).text).toBe(text)
  })

  test('stays quick on hostile input', () => {
    for (const hostile of [
      '1'.repeat(20_000),
      '我叫'.repeat(8_000),
      '一'.repeat(20_000),
      '路1号'.repeat(6_000),
      'a@'.repeat(9_000),
      '有限公司'.repeat(5_000),
      '1 '.repeat(10_000),
    ]) {
      const begun = process.cpuUsage()
      maskText(hostile)
      const { user } = process.cpuUsage(begun)
      // Not a speed to reach but a wall against patterns that explode: those take minutes.
      expect(user).toBeLessThan(10_000_000)
    }
  })
})
