import { describe, expect, test } from 'vitest'
import { addDays, weekday } from './dates.ts'
import { readHolidayNotice } from './work-calendar-notice.ts'
import { publishedYears } from './work-calendar-notices.ts'
import { canBeAdopted } from './work-calendar-proposal.ts'
import type { CalendarYear } from './work-calendar-year.ts'

const names = '一二三四五六日'
const spoken = (iso: string, from?: string) =>
  `${iso.slice(0, 4) === from?.slice(0, 4) ? '' : `${+iso.slice(0, 4)}年`}${+iso.slice(5, 7)}月${+iso.slice(8)}日`

/** Writes a year the way the notices do; `style` chooses how days of the week and numbers are set. */
function written(year: CalendarYear, style: '星期' | '周'): string {
  const named = (iso: string, from?: string) => `${spoken(iso, from)}（${style}${names[weekday(iso) - 1]}）`
  const holidays = [...new Set(year.days.map((day) => day.name))]
  const items = holidays.map((name, place) => {
    const of = (kind: string) =>
      year.days.filter((day) => day.name === name && day.kind === kind).map((day) => day.date)
    const [off, work] = [of('off'), of('work')]
    const first = off[0]!
    const last = off.at(-1)!
    const said = style === '周' ? named : spoken
    const block =
      off.length === 1 ? said(first, `${year.year}`) : `${said(first, `${year.year}`)}至${said(last, first)}`
    const worked = work.length === 0 ? '' : `${work.map((day) => named(day, `${year.year}`)).join('、')}上班。`
    return `${'一二三四五六七'[place]}、${name}：${block}放假调休，共${off.length}天。${worked}`
  })
  const { number, issuedOn } = year.notices[0]!
  return [
    `国务院办公厅关于${year.year}年`,
    '部分节假日安排的通知',
    number,
    ...items,
    '节假日期间，请妥善安排值班。',
    '国务院办公厅',
    spoken(issuedOn!),
    '（责任编辑 12月1日 10:00）',
  ].join('\n\n  ')
}

// The year 2020 as its first notice had it; the second one is a case of its own.
const notice2020: CalendarYear = {
  ...publishedYears[0]!,
  notices: [publishedYears[0]!.notices[0]!],
  days: publishedYears[0]!.days
    .filter(({ date }) => date !== '2020-01-31' && date !== '2020-02-02')
    .map((day) => (day.date === '2020-02-01' ? { ...day, kind: 'work' as const } : day)),
}

describe('a year written as a notice is read back', () => {
  const years = [notice2020, ...publishedYears.slice(1)]
  test.each(years.flatMap((year) => [[year.year, '星期', year] as const, [year.year, '周', year] as const]))(
    '%i, days of the week as %s',
    (_, style, year) => {
      const proposal = readHolidayNotice(written(year, style), { url: year.notices[0]!.url })
      expect(proposal).toEqual({ year, problems: [] })
    },
  )
})

function notice(...lines: string[]): string {
  return ['关于2030年部分节假日安排的通知', '国办发明电〔2029〕1号', ...lines, '国务院办公厅', '2029年11月1日'].join(
    '\n',
  )
}
const problemsOf = (...lines: string[]) =>
  readHolidayNotice(notice(...lines)).problems.filter((problem) => problem.code !== 'calendar.holiday-missing')
const daysOf = (...lines: string[]) =>
  readHolidayNotice(notice(...lines)).year?.days.map((day) => `${day.date} ${day.kind} ${day.name}`)

describe('ways of saying it', () => {
  test.each([
    ['一、元旦：1月1日放假，与周末连休。', ['2030-01-01 off 元旦']],
    ['一、元旦：1月1日（周二）放假1天，不调休。', ['2030-01-01 off 元旦']],
    ['一、劳动节：5月1日放假，5月2日（星期四）补休。', ['2030-05-01 off 劳动节', '2030-05-02 off 劳动节']],
    ['一、端午节:6月5日放假.', undefined],
    [
      '一、元旦：2029年12月30日至2030年1月1日放假调休，共3天。2029年12月29日（星期六）上班。',
      ['2029-12-29 work 元旦', '2029-12-30 off 元旦', '2029-12-31 off 元旦', '2030-01-01 off 元旦'],
    ],
    [
      '一、春节：2月2日（农历除夕、周六）至2月4日（农历正月初二、周一）放假调休，共3天。1月27日（周日）、2月9日（周六）上班。',
      [
        '2030-01-27 work 春节',
        '2030-02-02 off 春节',
        '2030-02-03 off 春节',
        '2030-02-04 off 春节',
        '2030-02-09 work 春节',
      ],
    ],
    [
      '一、中秋节、国庆节：９月３０日—10月1日放假。9月28日、29日上班。',
      [
        '2030-09-28 work 中秋节、国庆节',
        '2030-09-29 work 中秋节、国庆节',
        '2030-09-30 off 中秋节、国庆节',
        '2030-10-01 off 中秋节、国庆节',
      ],
    ],
  ])('%s', (line, expected) => {
    if (expected) expect(daysOf(line)).toEqual(expected)
    else expect(problemsOf(line).map((problem) => problem.code)).toContain('calendar.notice-sentence')
  })

  test('an advice to take leave makes no day off, and is told', () => {
    const lines = ['一、元旦：1月1日放假，共1天。鼓励各单位结合带薪年休假，安排职工在1月2日休息。']
    expect(daysOf(...lines)).toEqual(['2030-01-01 off 元旦'])
    expect(problemsOf(...lines)).toContainEqual(
      expect.objectContaining({ code: 'calendar.notice-advice', severity: 'note' }),
    )
  })
})

describe('what does not add up is reported with its sentence', () => {
  test.each([
    ['calendar.notice-total', '一、元旦：1月1日至3日放假调休，共4天。'],
    ['calendar.notice-total', '一、元旦：1月1日放假2天。'],
    ['calendar.notice-weekday', '一、元旦：1月1日（周三）放假。'],
    ['calendar.notice-date', '一、清明节：4月31日放假。'],
    ['calendar.notice-date', '一、国庆节：10月7日至1日放假。'],
    ['calendar.notice-sentence', '一、元旦：1月1日轮休。'],
    ['calendar.notice-sentence', '一、元旦：1月1日放假，1月2日另行通知。'],
    ['calendar.make-up-on-weekday', '一、元旦：1月1日放假。1月3日上班。'],
    ['calendar.make-up-on-weekday', '一、元旦：1月1日放假。1月4日（星期五）上班。'],
    ['calendar.day-twice', '一、元旦：1月1日放假。1月1日放假。'],
    ['calendar.day-of-other-year', '一、元旦：2028年12月30日放假。'],
    ['calendar.notice-no-holidays', '一、元旦：另行通知。'],
  ])('%s: %s', (code, line) => {
    const proposal = readHolidayNotice(notice(line))
    expect(proposal.problems).toContainEqual(expect.objectContaining({ code, severity: 'error' }))
    expect(canBeAdopted(proposal)).toBe(false)
  })

  test('a missing holiday and a statutory day that is not off are warnings', () => {
    const proposal = readHolidayNotice(notice('一、元旦：1月1日放假。'))
    expect(canBeAdopted(proposal)).toBe(true)
    expect(proposal.problems).toContainEqual({
      code: 'calendar.holiday-missing',
      severity: 'warning',
      facts: { year: 2030, names: '春节、清明节、劳动节、端午节、中秋节、国庆节' },
    })
    expect(proposal.problems).toContainEqual({
      code: 'calendar.statutory-day-not-off',
      severity: 'warning',
      facts: { date: '2030-05-01', name: '劳动节' },
    })
  })

  test('a text that is no notice', () => {
    expect(readHolidayNotice('今天放假').problems.map((problem) => problem.code)).toEqual(['calendar.notice-no-year'])
    expect(readHolidayNotice('').year).toBeNull()
  })
})

describe('a later notice that lengthens a holiday', () => {
  const text = [
    '国务院办公厅关于延长2020年春节假期的通知',
    '国办发明电〔2020〕1号',
    '一、延长2020年春节假期至2月2日（农历正月初九，星期日），2月3日（星期一）起正常上班。',
    '二、各地学校推迟开学。',
    '国务院办公厅',
    '2020年1月26日',
  ].join('\n')

  test('turns the make-up day inside into a day off and keeps both notices', () => {
    const proposal = readHolidayNotice(text, { url: publishedYears[0]!.notices[1]!.url, known: [notice2020] })
    expect(proposal).toEqual({ year: publishedYears[0], problems: [] })
    expect(addDays(proposal.year!.days.findLast((day) => day.name === '春节')!.date, 1)).toBe('2020-02-03')
  })

  test('needs the year it changes', () => {
    expect(readHolidayNotice(text).problems.map((problem) => problem.code)).toEqual(['calendar.notice-needs-year'])
  })

  test('is refused when it lengthens nothing', () => {
    const again = readHolidayNotice(text, { known: [publishedYears[0]!] })
    expect(again.problems.map((problem) => problem.code)).toContain('calendar.notice-sentence')
    expect(canBeAdopted(again)).toBe(false)
  })
})
