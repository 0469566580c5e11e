import type { CheckLevel } from '@yingshang/core/status/checks'

interface Shown {
  readonly title: string
  readonly level: CheckLevel
}

/** 「1 项有故障：磁盘；2 项请留意：备份、工作日历。」 What is not in use is not counted. */
export function statusSentence(checks: readonly Shown[]): string {
  const at = (level: CheckLevel) => checks.filter((check) => check.level === level).map((check) => check.title)
  const said = (names: string[], word: string) =>
    names.length === 0 ? [] : [`${names.length} 项${word}：${names.join('、')}`]
  const parts = [...said(at('failing'), '有故障'), ...said(at('warning'), '请留意')]
  return parts.length === 0 ? '启用的各项都正常。' : `${parts.join('；')}。`
}
