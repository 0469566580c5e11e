import { addDays } from './dates.ts'
import type { ArrangedDay, CalendarNotice, CalendarVersion, CalendarYear } from './work-calendar-year.ts'

/** A holiday as a notice arranges it: its name, first and last day off, and the weekend days worked for it. */
type Holiday = readonly [name: string, firstOff: string, lastOff: string, ...worked: string[]]

function published(year: number, notices: CalendarNotice[], holidays: readonly Holiday[]): CalendarYear {
  const days: ArrangedDay[] = []
  for (const [name, firstOff, lastOff, ...worked] of holidays) {
    for (let date = firstOff; date <= lastOff; date = addDays(date, 1)) days.push({ date, kind: 'off', name })
    for (const date of worked) days.push({ date, kind: 'work', name })
  }
  return { year, status: 'published', notices, days: days.sort((a, b) => (a.date < b.date ? -1 : 1)) }
}

function notice(number: string, issuedOn: string, url: string): CalendarNotice {
  return { number, issuedOn, url }
}

/** The arrangements of 2020–2026 by the notices of the General Office of the State Council; ends included. */
export const publishedYears: readonly CalendarYear[] = [
  published(
    2020,
    [
      notice(
        '国办发明电〔2019〕16号',
        '2019-11-21',
        'https://www.gov.cn/zhengce/content/2019-11/21/content_5454164.htm',
      ),
      // The second notice lengthened 春节 to 2 February; 1 February, a make-up day in the first, became a day off.
      notice(
        '国办发明电〔2020〕1号',
        '2020-01-26',
        'https://www.gov.cn/zhengce/content/2020-01/27/content_5472352.htm',
      ),
    ],
    [
      ['元旦', '2020-01-01', '2020-01-01'],
      ['春节', '2020-01-24', '2020-02-02', '2020-01-19'],
      ['清明节', '2020-04-04', '2020-04-06'],
      ['劳动节', '2020-05-01', '2020-05-05', '2020-04-26', '2020-05-09'],
      ['端午节', '2020-06-25', '2020-06-27', '2020-06-28'],
      ['国庆节、中秋节', '2020-10-01', '2020-10-08', '2020-09-27', '2020-10-10'],
    ],
  ),
  published(
    2021,
    [
      notice(
        '国办发明电〔2020〕27号',
        '2020-11-25',
        'https://www.gov.cn/zhengce/zhengceku/2020-11/25/content_5564127.htm',
      ),
    ],
    [
      ['元旦', '2021-01-01', '2021-01-03'],
      ['春节', '2021-02-11', '2021-02-17', '2021-02-07', '2021-02-20'],
      ['清明节', '2021-04-03', '2021-04-05'],
      ['劳动节', '2021-05-01', '2021-05-05', '2021-04-25', '2021-05-08'],
      ['端午节', '2021-06-12', '2021-06-14'],
      ['中秋节', '2021-09-19', '2021-09-21', '2021-09-18'],
      ['国庆节', '2021-10-01', '2021-10-07', '2021-09-26', '2021-10-09'],
    ],
  ),
  published(
    2022,
    [
      notice(
        '国办发明电〔2021〕11号',
        '2021-10-25',
        'https://www.gov.cn/zhengce/zhengceku/2021-10/25/content_5644835.htm',
      ),
    ],
    [
      ['元旦', '2022-01-01', '2022-01-03'],
      ['春节', '2022-01-31', '2022-02-06', '2022-01-29', '2022-01-30'],
      ['清明节', '2022-04-03', '2022-04-05', '2022-04-02'],
      ['劳动节', '2022-04-30', '2022-05-04', '2022-04-24', '2022-05-07'],
      ['端午节', '2022-06-03', '2022-06-05'],
      ['中秋节', '2022-09-10', '2022-09-12'],
      ['国庆节', '2022-10-01', '2022-10-07', '2022-10-08', '2022-10-09'],
    ],
  ),
  published(
    2023,
    [
      notice(
        '国办发明电〔2022〕16号',
        '2022-12-08',
        'https://www.gov.cn/zhengce/zhengceku/2022-12/08/content_5730844.htm',
      ),
    ],
    [
      ['元旦', '2022-12-31', '2023-01-02'],
      ['春节', '2023-01-21', '2023-01-27', '2023-01-28', '2023-01-29'],
      ['清明节', '2023-04-05', '2023-04-05'],
      ['劳动节', '2023-04-29', '2023-05-03', '2023-04-23', '2023-05-06'],
      ['端午节', '2023-06-22', '2023-06-24', '2023-06-25'],
      ['中秋节、国庆节', '2023-09-29', '2023-10-06', '2023-10-07', '2023-10-08'],
    ],
  ),
  published(
    2024,
    [notice('国办发明电〔2023〕7号', '2023-10-25', 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm')],
    [
      ['元旦', '2024-01-01', '2024-01-01'],
      ['春节', '2024-02-10', '2024-02-17', '2024-02-04', '2024-02-18'],
      ['清明节', '2024-04-04', '2024-04-06', '2024-04-07'],
      ['劳动节', '2024-05-01', '2024-05-05', '2024-04-28', '2024-05-11'],
      ['端午节', '2024-06-10', '2024-06-10'],
      ['中秋节', '2024-09-15', '2024-09-17', '2024-09-14'],
      ['国庆节', '2024-10-01', '2024-10-07', '2024-09-29', '2024-10-12'],
    ],
  ),
  published(
    2025,
    [notice('国办发明电〔2024〕12号', '2024-11-12', 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm')],
    [
      ['元旦', '2025-01-01', '2025-01-01'],
      ['春节', '2025-01-28', '2025-02-04', '2025-01-26', '2025-02-08'],
      ['清明节', '2025-04-04', '2025-04-06'],
      ['劳动节', '2025-05-01', '2025-05-05', '2025-04-27'],
      ['端午节', '2025-05-31', '2025-06-02'],
      ['国庆节、中秋节', '2025-10-01', '2025-10-08', '2025-09-28', '2025-10-11'],
    ],
  ),
  published(
    2026,
    [notice('国办发明电〔2025〕7号', '2025-11-04', 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm')],
    [
      ['元旦', '2026-01-01', '2026-01-03', '2026-01-04'],
      ['春节', '2026-02-15', '2026-02-23', '2026-02-14', '2026-02-28'],
      ['清明节', '2026-04-04', '2026-04-06'],
      ['劳动节', '2026-05-01', '2026-05-05', '2026-05-09'],
      ['端午节', '2026-06-19', '2026-06-21'],
      ['中秋节', '2026-09-25', '2026-09-27'],
      ['国庆节', '2026-10-01', '2026-10-07', '2026-09-20', '2026-10-10'],
    ],
  ),
]

/** The calendar the program ships with. A newer one is a new version made with `withYear`. */
export const shippedCalendarVersion: CalendarVersion = {
  id: 'cn-2020-2026',
  adoptedOn: '2014-01-01',
  years: [...publishedYears],
  localDays: [],
}
