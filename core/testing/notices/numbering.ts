import type { Dice } from './dice.ts'

const ones = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1–99 in Chinese figures: 一, 十二, 三十. */
export function chineseNumber(n: number): string {
  if (n < 10) return ones[n] as string
  const tens = Math.floor(n / 10)
  return `${tens === 1 ? '' : ones[tens]}十${ones[n % 10]}`
}

/** The value of a number written in Arabic or Chinese figures (1–99); NaN for anything else. */
export function numberValue(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const parts = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text)
  if (!parts || text === '') return NaN
  const [, a = '', ten = '', b = ''] = parts
  if (!ten) return b === '' || a === '' ? ones.indexOf(a || b) : NaN
  return (a === '' ? 1 : ones.indexOf(a)) * 10 + Math.max(0, ones.indexOf(b))
}

export const numberForms = [
  '一、',
  '（一）',
  '1.',
  '1．',
  '1、',
  '1. ',
  '（1）',
  '(1)',
  '(一)',
  '第一条',
  '①',
  '1）',
  '第一章',
  '任务一：',
  '任务1：',
  '1.1',
  '——',
  'none',
  '⑴',
  '1)',
  '第1条',
  '措施一：',
  '一.',
] as const
export type NumberForm = (typeof numberForms)[number]

/** The printed number with its punctuation, ready to stand before the title; `parent` is the section's number. */
export function printNumber(n: number, form: NumberForm, parent = 1): string {
  switch (form) {
    case '——':
      return form
    case 'none':
      return ''
    case '⑴':
      return n <= 20 ? String.fromCharCode(0x2474 + n - 1) : `(${n})`
    case '第1条':
      return `第${n}条　`
    case '1.1':
      return `${parent}.${n}　`
    case '①':
      return n <= 20 ? String.fromCharCode(0x2460 + n - 1) : `（${n}）`
    case '第一条':
    case '第一章':
      return `第${chineseNumber(n)}${form[2]}　`
    default:
      return form.replace('一', chineseNumber(n)).replace('1', String(n))
  }
}

/** The number as an answer: without punctuation, parentheses of （一） kept. */
export function bareNumber(n: number, form: NumberForm, parent = 1): string {
  if (form === '①' || form === '⑴') return printNumber(n, form)
  if (form === '——' || form === 'none') return ''
  if (form === '1.1') return `${parent}.${n}`
  if (form === '第1条') return `第${n}条`
  if (form === '第一条') return `第${chineseNumber(n)}条`
  return printNumber(n, form).replace(/[.．、：\s　]/g, '')
}

/** The forms of sections, subsections and tasks, outermost first; tasks stand at the last level. */
export function chooseLevels(dice: Dice, levels: 1 | 2 | 3): NumberForm[] {
  const task: NumberForm[] = ['1.', '1．', '1、', '1. ']
  if (levels === 1)
    return [
      dice.pick<NumberForm>([
        '1.',
        '1．',
        '1、',
        '1. ',
        '一、',
        '第一条',
        '（一）',
        '1）',
        '任务一：',
        '任务1：',
        '第1条',
        '措施一：',
        '1)',
        '一.',
      ]),
    ]
  if (levels === 2 && dice.chance(0.06)) return ['第一章', '第一条']
  if (levels === 2 && dice.chance(0.05)) return ['一、', '1.1']
  if (levels === 2 && dice.chance(0.06)) return ['一、', dice.pick<NumberForm>(['——', 'none'])]
  if (levels === 2)
    return dice.chance(0.45)
      ? ['一、', dice.pick<NumberForm>(['（一）', '(一)'])]
      : ['一、', dice.pick<NumberForm>([...task, ...task, '（1）', '①', '第一条', '1）', '1)', '⑴'])]
  const second = dice.pick<NumberForm>(['（一）', '(一)', '（一）'])
  return ['一、', second, dice.pick<NumberForm>([...task, ...task, '（1）', '(1)', '①'])]
}
