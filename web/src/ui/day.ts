import { weekday, type IsoDate } from '@yingshang/core/kernel/dates'

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']

/** `2022-10-24（周一）` */
export function dayText(iso: IsoDate): string {
  return `${iso}（${weekdays[weekday(iso) - 1]}）`
}

/** `2022-10-24 09:05`, in China Standard Time, from epoch milliseconds or an ISO instant. */
export function momentText(instant: number | string): string {
  const ms = typeof instant === 'number' ? instant : Date.parse(instant)
  if (!Number.isFinite(ms)) return ''
  return new Date(ms + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
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
