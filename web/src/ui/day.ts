import type { IsoDate } from '@yingshang/core/kernel/dates'
import { weekdayName } from '@yingshang/core/kernel/work-calendar-labels.zh'

/** `2022-10-24（周一）` */
export function dayText(iso: IsoDate): string {
  return `${iso}（${weekdayName(iso)}）`
}

/** `2022-10-24 09:05`, in China Standard Time, from epoch milliseconds or an ISO instant. */
export function momentText(instant: number | string): string {
  const ms = typeof instant === 'number' ? instant : Date.parse(instant)
  if (!Number.isFinite(ms)) return ''
  return new Date(ms + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}

/** `2022-10-24（周一）09:05`: the day an entry counts for, with the hour and minute in China of its recording. */
export function dayAndTimeText(day: IsoDate, instant: number | string): string {
  return `${dayText(day)}${momentText(instant).slice(11)}`
}

/** 「92.3%（48/52）」; a whole of nothing is 「—（0/0）」. Half up, one decimal. */
export function shareText(part: number, whole: number): string {
  if (whole === 0) return '—（0/0）'
  const tenths = Math.floor((part * 1000) / whole + 0.5)
  return `${Math.floor(tenths / 10)}.${tenths % 10}%（${part}/${whole}）`
}

/** `1.2 MB`, for file lists. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`
  if (bytes < 1_048_576) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1_048_576).toFixed(1)} MB`
}
