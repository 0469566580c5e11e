import type { DeadlineKind } from '@yingshang/core/plans/package'
import { lastDayOfMonth } from '@yingshang/core/kernel/dates'
import type { Dice } from './dice.ts'
import { chineseNumber } from './numbering.ts'

export interface MadeDeadline {
  text: string
  kind: DeadlineKind
  /** The last day meant, where the text names one. */
  due: string | null
  /** Which way of printing it is, for the table of notations. */
  form: string
}

export const noDeadline: MadeDeadline = { text: '', kind: 'none', due: null, form: 'none' }

const pad = (n: number) => String(n).padStart(2, '0')
const ongoing = [
  '长期坚持',
  '长年坚持',
  '持续推进',
  '长期推进',
  '全年',
  '常态化推进',
  '持续实施',
  '常年坚持',
  '长期',
  '贯穿全年',
  '长期任务',
  '持续开展',
  '长期落实',
  '常抓不懈',
  '动态推进',
  '全年推进',
]
const recurring = [
  '每季度一次',
  '每月一次',
  '每半年一次',
  '每年12月底前',
  '每季度末',
  '每月25日前',
  '长年坚持，每季度不少于一次',
  '持续推进，每半年不少于一次',
  '每周一次',
  '每两月一次',
  '每季度首月10日前',
  '每年6月、12月',
  '按季度推进',
  '每月5日前',
]

/** One deadline of a notice of the given year. Forms with a comma inside are left out where a comma would end the part. */
export function makeDeadline(dice: Dice, year: number, commaAllowed: boolean): MadeDeadline {
  const month = dice.int(4, 12)
  const last = lastDayOfMonth(year, month)
  const y = dice.chance(0.6) ? `${year}年` : ''
  const day = (text: string, due: string, form: string): MadeDeadline => ({ text, kind: 'date', due, form })
  switch (
    dice.weigh([
      ['day', 6],
      ['before', 6],
      ['end', 5],
      ['month', 2],
      ['third', 2],
      ['quarter', 2],
      ['year', 3],
      ['half', 1],
      ['dotted', 1],
      ['next', 2],
      ['range', 1],
      ['han-figures', 0.7],
      ['two-steps', 0.7],
      ['bracketed', 0.7],
      ['ongoing', 6],
      ['recurring', 3],
      ['mixed', 1],
    ])
  ) {
    case 'day': {
      const d = dice.pick([10, 15, 20, Number(last.slice(8))])
      return day(`${y}${month}月${d}日`, `${year}-${pad(month)}-${pad(d)}`, y ? 'day' : 'day-without-year')
    }
    case 'before': {
      const d = dice.pick([10, 15, 20, Number(last.slice(8))])
      return day(
        `${y}${month}月${d}日${dice.pick(['前', '之前', '前完成'])}`,
        `${year}-${pad(month)}-${pad(d)}`,
        'day-before',
      )
    }
    case 'end':
      return day(
        `${y}${month}月${dice.pick(['底', '底前', '末', '底前完成', '底之前', '月底前'.slice(1), '底前落实到位', '底前取得实效'])}`,
        last,
        'month-end',
      )
    case 'month':
      return { text: `${year}年${month}月`, kind: 'month', due: last, form: 'month' }
    case 'third': {
      const [word, d] = dice.pick([
        ['上旬', '10'],
        ['中旬', '20'],
        ['下旬', last.slice(8)],
      ] as const)
      return day(`${y}${month}月${word}${dice.pick(['', '前'])}`, `${year}-${pad(month)}-${d}`, 'ten-days')
    }
    case 'quarter': {
      const q = dice.int(1, 3)
      return day(
        `${y}${dice.pick(['', '第'])}${'二三四'[q - 1]}季度${dice.pick(['', '末', '末前'])}`,
        lastDayOfMonth(year, (q + 1) * 3),
        'quarter',
      )
    }
    case 'year':
      return day(
        dice.pick([
          `${year}年底`,
          `${year}年底前`,
          '年底前',
          '年底',
          `${year}年年底前`,
          '年内完成',
          `${year}年内`,
          '今年年底前',
          '本年度',
          `${year}年度`,
          `${year}年12月底`,
        ]),
        `${year}-12-31`,
        'year-end',
      )
    case 'half':
      return day(dice.pick([`${year}年上半年`, '上半年', '6月底前']), `${year}-06-30`, 'half-year')
    case 'dotted':
      return day(
        dice.pick([`${year}.${month}.15`, `${year}-${pad(month)}-15`, `${year}/${month}/15`]),
        `${year}-${pad(month)}-15`,
        'dotted',
      )
    case 'next':
      return day(`${year + 1}年3月底前`, `${year + 1}-03-31`, 'next-year')
    case 'han-figures':
      return day(`${chineseNumber(month)}月${dice.pick(['底前', '底', '末'])}`, last, 'han-figures')
    case 'two-steps':
      return commaAllowed
        ? day(
            `${year}年6月底前出台办法，${Math.max(7, month)}月底前落地`,
            lastDayOfMonth(year, Math.max(7, month)),
            'two-steps',
          )
        : day(`${year}年6月底前`, `${year}-06-30`, 'month-end')
    case 'range':
      return day(`${year}年3月${dice.pick(['—', '至', '-'])}${month}月`, last, 'range')
    case 'bracketed':
      return day(`${year}年${month}月底前（${dice.pick(['长期坚持', '持续推进', '分步实施'])}）`, last, 'bracketed')
    case 'ongoing':
      return { text: dice.pick(ongoing), kind: 'ongoing', due: null, form: 'ongoing' }
    case 'mixed':
      return commaAllowed
        ? { text: `${year}年6月底前，并长期坚持`, kind: 'date', due: `${year}-06-30`, form: 'date-then-ongoing' }
        : { text: '长期坚持', kind: 'ongoing', due: null, form: 'ongoing' }
    default:
      return {
        text: dice.pick(commaAllowed ? recurring : recurring.filter((r) => !r.includes('，'))),
        kind: 'recurring',
        due: null,
        form: 'recurring',
      }
  }
}
