import type { IsoDate } from './dates.ts'
import { weekdayName } from './work-calendar-labels.zh.ts'

/** 2022年10月24日（周一） */
export function dayText(day: IsoDate): string {
  const [year, month, date] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日（${weekdayName(day)}）`
}
