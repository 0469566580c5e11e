import { addDays, type IsoDate } from './dates.ts'

/**
 * The days off that the law itself fixes (全国年节及纪念日放假办法), for years without a notice (rule D-04). The lunar
 * days are written down, not computed: approximate astronomy goes wrong when a new moon falls close to midnight.
 * One row per year: 春节 初一, 清明, 端午, 中秋.
 */
const movableDays: Readonly<Record<number, string>> = {
  2014: '01-31 04-05 06-02 09-08',
  2015: '02-19 04-05 06-20 09-27',
  2016: '02-08 04-04 06-09 09-15',
  2017: '01-28 04-04 05-30 10-04',
  2018: '02-16 04-05 06-18 09-24',
  2019: '02-05 04-05 06-07 09-13',
  2020: '01-25 04-04 06-25 10-01',
  2021: '02-12 04-04 06-14 09-21',
  2022: '02-01 04-05 06-03 09-10',
  2023: '01-22 04-05 06-22 09-29',
  2024: '02-10 04-04 06-10 09-17',
  2025: '01-29 04-04 05-31 10-06',
  2026: '02-17 04-05 06-19 09-25',
  2027: '02-06 04-05 06-09 09-15',
  2028: '01-26 04-04 05-28 10-03',
  2029: '02-13 04-04 06-16 09-22',
  2030: '02-03 04-05 06-05 09-12',
  2031: '01-23 04-05 06-24 10-01',
  2032: '02-11 04-04 06-12 09-19',
  2033: '01-31 04-04 06-01 09-08',
  2034: '02-19 04-05 06-20 09-27',
  2035: '02-08 04-05 06-10 09-16',
  2036: '01-28 04-04 05-30 10-04',
  2037: '02-15 04-04 06-18 09-24',
  2038: '02-04 04-05 06-07 09-13',
  2039: '01-24 04-05 05-27 10-02',
  2040: '02-12 04-04 06-14 09-20',
}

/** The years the work calendar can answer for: those whose lunar holidays are written down above. */
export const firstCalendarYear = 2014
export const lastCalendarYear = 2040

export interface StatutoryHoliday {
  readonly date: IsoDate
  readonly name: string
}

/**
 * The statutory days off of a year from 2014 to 2040. A holiday on a weekend is made up on a day that only a notice can
 * tell, so none is invented here; that is one reason why such a year stays 暂定.
 */
export function statutoryHolidays(year: number): StatutoryHoliday[] {
  const row = movableDays[year]
  if (row === undefined) throw new RangeError(`no statutory holidays written down for ${year}`)
  const [springFestival, tombSweeping, dragonBoat, midAutumn] = row.split(' ').map((day) => `${year}-${day}`)
  // 国务院令第795号: from 2025 on, 除夕 and 2 May are days off as well (11 days became 13).
  const since2025 = year >= 2025
  return [
    ...run('元旦', `${year}-01-01`, 1),
    ...(since2025 ? run('春节', addDays(springFestival!, -1), 4) : run('春节', springFestival!, 3)),
    ...run('清明节', tombSweeping!, 1),
    ...run('劳动节', `${year}-05-01`, since2025 ? 2 : 1),
    ...run('端午节', dragonBoat!, 1),
    ...run('中秋节', midAutumn!, 1),
    ...run('国庆节', `${year}-10-01`, 3),
  ]
}

function run(name: string, first: IsoDate, days: number): StatutoryHoliday[] {
  return Array.from({ length: days }, (_, offset) => ({ date: addDays(first, offset), name }))
}
