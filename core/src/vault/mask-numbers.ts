import type { Found, MaskReason } from './mask-reasons.ts'

/** Plain instead of full-width signs. The length stays, so places found in the answer are places of the original. */
export function halfWidth(text: string): string {
  return text.replaceAll(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
}

const between = String.raw`[ \-‐-―]?`
const digits = (count: number) => `(?:\\d${between}){${count - 1}}\\d`

/** Money and quantities stay: they are the matter itself. */
const quantityAfter =
  /^\s*(?:\.\d+)?\s*(?:[亿万千百]?(?:余|多)?(?:元|块|美元|平方米|平米|㎡|亩|吨|公斤|斤|米|千米|公里|人|户|家|次|件|天|个|份|台|套|年|月|日|号文))/u
const moneyBefore = /(?:[¥￥$]|RMB|人民币)\s*$/iu

const plain = () => true
/** Not an amount and not a quantity. */
const free = (match: RegExpExecArray, text: string) =>
  !quantityAfter.test(text.slice(match.index + match[0].length)) && !moneyBefore.test(text.slice(0, match.index))
const hasLetter = ([code]: RegExpExecArray) => /[A-Z]/i.test(code) || code.startsWith('9')

type Form = readonly [MaskReason, RegExp, (match: RegExpExecArray, text: string) => boolean]

/** By form; the first group is what is covered when there is one. */
const forms: readonly Form[] = [
  ['email', /[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/g, plain],
  // GB 32100-2015: 18 signs, the division in signs 3 to 8. The letters it leaves out (I, O, S, V, Z) are typed all the same.
  ['companyCode', /(?<![0-9A-Za-z])([0-9A-Z]{2}\d{6}[0-9A-Z]{10})(?![0-9A-Za-z])/gi, hasLetter],
  // GB 11643-1999: division, birthday, sequence, check sign; and the fifteen digits of before 1999.
  [
    'idNumber',
    new RegExp(
      String.raw`(?<!\d)([1-8]\d{5}${between}(?:18|19|20)\d{2}${between}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])${between}\d{3}[\dXx*])(?![\dA-Za-z])`,
      'g',
    ),
    plain,
  ],
  ['idNumber', /(?<!\d)([1-8]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3})(?!\d)/g, free],
  [
    'idNumber',
    /(?:护照|通行证|证件|身份证|台胞证|军官证)(?:号码|号)?(?:是|为)?\s*[::]?\s*([A-Z]{0,2}\d{6,10})(?!\d)/gi,
    plain,
  ],
  [
    'telephone',
    new RegExp(String.raw`(?<![\d.])((?:\+?\s?(?:00)?86${between})?1[3-9](?:${between}\d){9})(?!\d)`, 'g'),
    free,
  ],
  [
    'telephone',
    new RegExp(String.raw`(?<![\d.])(\(?0\d{2,3}\)?${between}[2-9]\d{6,7}(?:(?:转|-|ext\.?)\s?\d{1,5})?)(?!\d)`, 'gi'),
    free,
  ],
  ['telephone', /(?<!\d)([48]00[ -]?\d{3}[ -]?\d{4})(?!\d)/g, free],
  [
    'telephone',
    /(?:电话|手机|座机|联系方式|联系号码|tel|拨打|致电)(?:号码|号)?(?:是|为)?\s*[::]?\s*(\d[\d -]{5,14}\d)(?!\d)/gi,
    free,
  ],
  ['bankCard', new RegExp(String.raw`(?<![\d.])(${digits(16)}(?:${between}\d){0,3})(?![\d.])`, 'g'), free],
  [
    'bankCard',
    /(?:卡号|账号|帐号|账户|帐户|银行卡)(?:号码|号)?(?:是|为)?\s*[::]?\s*(\d(?:[ -]?\d){8,24})(?!\d)/g,
    plain,
  ],
  [
    'plate',
    /([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-Z][·•. -]?(?:[DF]?[A-HJ-NP-Z0-9]{4,5}[DF挂学警港澳]?|[A-HJ-NP-Z0-9]{4}[挂学警港澳]))(?![A-Z0-9])/gi,
    ([plate]) => /\d/.test(plate),
  ],
  ['account', /(?:微信号?|QQ号?|抖音号?|支付宝(?:账号)?|旺旺)(?:是|为)?\s*[::]?\s*([A-Za-z0-9_-]{5,20})/gi, plain],
]

/** Telephones, document numbers, cards, plates, credit codes, mail and net accounts, by their own forms. */
export function numbersIn(text: string): Found[] {
  const found: Found[] = []
  for (const [reason, pattern, accepts] of forms)
    for (const match of text.matchAll(pattern)) {
      if (!accepts(match, text)) continue
      const covered = match[1] ?? match[0]
      const start = match.index + match[0].lastIndexOf(covered)
      found.push({ start, end: start + covered.length, reason })
    }
  return found
}
