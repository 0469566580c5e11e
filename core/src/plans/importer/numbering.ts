/** A number printed at the start of a line. Two lines of the same `style` stand on the same level of their part. */
export interface Numbering {
  readonly style: string
  /** Its place in the count; 0 for a bullet. */
  readonly value: number
  /** As printed, without the punctuation after it: `1`, `一`, `（一）`. */
  readonly printed: string
  /** Where the words begin. */
  readonly end: number
}

const han = '零〇一二三四五六七八九十百'
const hanDigits: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** 二十三 → 23, 一百零一 → 101, 二〇二二 → 2022, 15 → 15; NaN when it is no number. */
export function countOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  if (text === '' || !/^[零〇一二两三四五六七八九十百]+$/.test(text)) return Number.NaN
  if (!/[十百]/.test(text)) return Number([...text].map((c) => hanDigits[c]).join(''))
  let total = 0
  let digit = 0
  for (const c of text) {
    if (c === '百') {
      total += (digit || 1) * 100
      digit = 0
    } else if (c === '十') {
      total += (digit || 1) * 10
      digit = 0
    } else digit = hanDigits[c] ?? 0
  }
  return total + digit
}

const roman: Record<string, number> = { I: 1, V: 5, X: 10 }
function romanValue(text: string): number {
  const code = text.charCodeAt(0)
  if (code >= 0x2160 && code <= 0x216b) return code - 0x215f
  let total = 0
  const upper = text.toUpperCase()
  for (let i = 0; i < upper.length; i++) {
    const here = roman[upper[i]!] ?? 0
    total += here < (roman[upper[i + 1] ?? ''] ?? 0) ? -here : here
  }
  return total
}

interface Rule {
  readonly style: (m: RegExpExecArray) => string
  readonly pattern: RegExp
  readonly printed: (m: RegExpExecArray) => string
  readonly value: (m: RegExpExecArray) => number
}

/** The usual rule: group 1 is the number as printed; `value` reads it. */
function rule(style: string, pattern: RegExp, value = (m: RegExpExecArray): number => countOf(m[1]!)): Rule {
  return { style: () => style, pattern, printed: (m) => m[1]!, value }
}

// After a decimal such as 3.5 or 1.5 a measure word makes it a quantity, not a number of an item.
const quantity = '(?!\\d|\\s*(?:[万亿个％%倍元项家户件人次分天年月日米]|百分))'

const rules: readonly Rule[] = [
  {
    style: (m) => `第${m[2]}`,
    pattern: new RegExp(`^第\\s*([${han}\\d]+)\\s*(章|节|条|项|编|部分|阶段)(?!线|件|款)[\\s　、：:．.]*`),
    printed: (m) => m[0].replace(/[\s　、：:．.]/g, ''),
    value: (m) => countOf(m[1]!),
  },
  rule('paren-han', new RegExp(`^([（(〔【\\[]\\s*[${han}]{1,4}\\s*[）)〕】\\]])\\s*[、.．]?\\s*`), (m) =>
    countOf(inner(m[1]!)),
  ),
  rule('han', new RegExp(`^([${han}]{1,5})\\s*[、．.](?!\\d)\\s*`)),
  rule('paren-arabic', /^([（(【[〔]\s*\d{1,3}\s*[）)】\]〕])\s*[、.．]?\s*/, (m) => Number(inner(m[1]!))),
  rule('half-paren-arabic', /^(\d{1,3})\s*[）)]\s*/),
  {
    style: (m) => `decimal-${m[1]!.split(/[.．]/).length}`,
    pattern: new RegExp(`^(\\d{1,2}(?:[.．]\\d{1,2}){1,3})[.．、]?${quantity}\\s*(?=[^\\d.．%％])`),
    printed: (m) => m[1]!,
    value: (m) => Number(m[1]!.split(/[.．]/).at(-1)),
  },
  rule('arabic', /^(\d{1,3})\s*[.．、﹒]\s*(?!\d)/),
  // A year or a quantity may follow the item's own number directly: 3.2022年…
  rule('arabic', /^(\d{1,3})[.．、](?=(?:19|20)\d\d\s*年|\d+\s*[家个项类])/),
  rule('roman', /^([IVXivx]{1,5}|[Ⅰ-Ⅻ])\s*[.．、](?!\d)\s*/, (m) => romanValue(m[1]!)),
  {
    style: (m) => `word-${m[2]}`,
    pattern: new RegExp(`^((任务|举措|措施|事项|项目|行动|问题|工程)\\s*([${han}\\d]{1,4}))\\s*(?:[：:.．、]\\s*|$)`),
    printed: (m) => m[1]!,
    value: (m) => countOf(m[3]!),
  },
  rule('letter', /^([A-Za-z])[.．、)）]\s*(?=[\u4e00-\u9fff“"《])/, (m) => m[1]!.toLowerCase().charCodeAt(0) - 96),
  {
    style: () => 'bullet',
    pattern: /^([●◆■▪•➢◇□○]|[—–]{2}|—(?=[\u4e00-\u9fff“《]))\s*/,
    printed: () => '',
    value: () => 0,
  },
]

const inner = (bracketed: string): string => bracketed.slice(1, -1).trim()

/** The number a line starts with, or null. Enclosed numerals (①, ⑴, ⒈, ㈠) count like their spelt forms. */
export function numberingOf(text: string): Numbering | null {
  const enclosed = enclosedNumber(text)
  if (enclosed) return enclosed
  const start = text.slice(0, 24)
  for (const { style, pattern, printed, value } of rules) {
    const m = pattern.exec(start)
    if (!m) continue
    const number = value(m)
    if (!Number.isFinite(number)) continue
    return { style: style(m), value: number, printed: printed(m).replace(/\s/g, ''), end: m[0].length }
  }
  return null
}

const enclosedRanges: readonly (readonly [from: number, to: number, style: string, first?: number])[] = [
  [0x2460, 0x2473, 'circled'],
  [0x3251, 0x325f, 'circled', 21],
  [0x32b1, 0x32bf, 'circled', 36],
  [0x2474, 0x2487, 'paren-arabic'],
  [0x2488, 0x249b, 'arabic'],
  [0x2776, 0x277f, 'circled'],
  [0x3220, 0x3229, 'paren-han'],
]

function enclosedNumber(text: string): Numbering | null {
  const code = text.charCodeAt(0)
  for (const [from, to, style, first = 1] of enclosedRanges) {
    if (code < from || code > to) continue
    const end = /^.[\s、.．]*/.exec(text)?.[0].length ?? 1
    return { style, value: code - from + first, printed: text[0]!, end }
  }
  return null
}
