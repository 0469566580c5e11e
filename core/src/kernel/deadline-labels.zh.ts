import type { PeriodUnit } from './deadline-rule.ts'
import type { PeriodLeg } from './deadline.ts'

const unitWords: Record<PeriodUnit, string> = { working: '个工作日', calendar: '日', month: '个月', year: '年' }

/** 15 个工作日, 30 日, 3 个月, 1 年. */
export function periodText(period: { readonly days: number; readonly unit: PeriodUnit }): string {
  return `${period.days} ${unitWords[period.unit]}`
}

/** 15 个工作日，延长 15 个工作日. Empty for a date that was given. */
export function legsText(legs: readonly PeriodLeg[]): string {
  return legs.map((leg, place) => (place === 0 ? periodText(leg) : `延长 ${periodText(leg)}`)).join('，')
}

const ordinals = ['一', '二', '三', '四'] as const

/** The name of a duty period by its key: 2022年第三季度, 2022年7月, 2022年下半年, 2022年, 2022年第27周, 全期 for `all`. */
export function dutyPeriodName(key: string): string {
  const [year, part = ''] = key.split('-')
  if (key === 'all') return '全期'
  if (part === '') return `${year}年`
  if (part.startsWith('Q')) return `${year}年第${ordinals[+part.slice(1) - 1]}季度`
  if (part.startsWith('H')) return `${year}年${part === 'H1' ? '上' : '下'}半年`
  if (part.startsWith('W')) return `${year}年第${+part.slice(1)}周`
  return `${year}年${+part}月`
}

/** A version in words: the running number of a rule set, the years a calendar covers. Ids are for the ledger. */
export function versionText(what: string, id: string): string {
  const years = /(\d{4})-(\d{4})$/.exec(id)
  if (years) return `${what}（${years[1]}—${years[2]}年）`
  const number = /-(\d+)$/.exec(id)
  return number ? `${what}第 ${number[1]} 版` : what
}
