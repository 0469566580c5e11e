import { sourceNames } from '@yingshang/core/calendar/labels.zh'
import type { shownVersion } from '@yingshang/core/calendar/contract'
import type { z } from 'zod'

export type ShownVersion = z.output<typeof shownVersion>

/** What a version changed, in words. */
export function changedText({ changed, source, differentDays }: ShownVersion): string {
  const days = differentDays === 0 ? '，没有日子变动' : `，${differentDays} 天变动`
  switch (changed.kind) {
    case 'founded':
      return '程序自带的日历'
    case 'year':
      return `${changed.year} 年放假安排${days}`
    case 'overlay':
      return `本地安排${days}`
    case 'restore':
      return `恢复为第 ${source.fromVersion} 版${days}`
  }
}

/** Where it comes from: 粘贴通知 国办发明电〔2026〕9号. */
export function sourceText({ source }: ShownVersion): string {
  return `${sourceNames[source.kind]} ${source.title}`.trim()
}
