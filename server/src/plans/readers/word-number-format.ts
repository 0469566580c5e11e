const digits = '〇一二三四五六七八九'
const units = ['', '十', '百', '千']

/** 1 → 一, 10 → 十, 21 → 二十一, 101 → 一百零一; valid to 9,999, beyond that digit by digit. */
export function chineseNumber(value: number): string {
  if (value <= 0 || value > 9999) return chineseDigits(value)
  const places = String(value).split('').map(Number)
  let text = ''
  let zero = false
  for (const [at, digit] of places.entries()) {
    if (digit === 0) {
      zero = true
      continue
    }
    if (zero && text !== '') text += '零'
    zero = false
    text += digits[digit]! + units[places.length - 1 - at]!
  }
  return value < 20 ? text.replace(/^一十/, '十') : text
}

const chineseDigits = (value: number) => String(value).replace(/\d/g, (digit) => digits[Number(digit)]!)

function formal(value: number): string {
  const words: Record<string, string> = {
    一: '壹',
    二: '贰',
    三: '叁',
    四: '肆',
    五: '伍',
    六: '陆',
    七: '柒',
    八: '捌',
    九: '玖',
    十: '拾',
    百: '佰',
    千: '仟',
  }
  const plain = value >= 10 && value < 20 ? `一${chineseNumber(value)}` : chineseNumber(value)
  return plain.replace(/./g, (sign) => words[sign] ?? sign)
}

function roman(value: number): string {
  const signs: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let text = ''
  let left = value
  for (const [worth, sign] of signs) for (; left >= worth; left -= worth) text += sign
  return text
}

/** Word repeats the letter after z: aa, bb. */
const letter = (value: number) => String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))

const cycle = (signs: string) => (value: number) => signs[(value - 1) % signs.length]!
const from = (first: number, last: number) => (value: number) =>
  value <= last ? String.fromCodePoint(first + value - 1) : String(value)
const circled = (value: number) =>
  value <= 20 ? from(0x2460, 20)(value) : value <= 35 ? String.fromCodePoint(0x3251 + value - 21) : String(value)
const wide = (value: number) => String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
/** Up to 99 in words, from 100 digit by digit (ECMA-376 part 1, 17.18.59). */
const counting = (value: number) => (value < 100 ? chineseNumber(value) : chineseDigits(value))

const formats: Record<string, (value: number) => string> = {
  decimalZero: (value) => String(value).padStart(2, '0'),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: (value) => letter(value).toUpperCase(),
  lowerLetter: letter,
  chineseCounting: counting,
  taiwaneseCounting: counting,
  chineseCountingThousand: chineseNumber,
  taiwaneseCountingThousand: chineseNumber,
  japaneseCounting: chineseNumber,
  ideographDigital: chineseDigits,
  japaneseDigitalTenThousand: chineseDigits,
  taiwaneseDigital: chineseDigits,
  chineseLegalSimplified: formal,
  ideographLegalTraditional: formal,
  japaneseLegal: formal,
  ideographTraditional: cycle('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: cycle('子丑寅卯辰巳午未申酉戌亥'),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  ideographEnclosedCircle: (value) => (value <= 10 ? from(0x3280, 10)(value) : chineseNumber(value)),
  decimalEnclosedFullstop: from(0x2488, 20),
  decimalEnclosedParen: from(0x2474, 20),
  decimalFullWidth: wide,
  decimalFullWidth2: wide,
  none: () => '',
}

/** One counter as Word prints it. `format` is a value of ST_NumberFormat; an unknown one prints decimal, as Word does. */
export function formatNumber(value: number, format: string): string {
  return value < 1 && format !== 'decimal' && format !== 'decimalZero'
    ? String(value)
    : (formats[format] ?? String)(value)
}
