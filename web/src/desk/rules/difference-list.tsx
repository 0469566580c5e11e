import { settingNames } from '@yingshang/core/rules/labels.zh'
import { settingLines } from '@yingshang/core/rules/setting-text.zh'
import type { Difference } from './difference-table.tsx'
import { linesApart } from './lines-apart.ts'
import { SettingSource, type Clause } from './setting-source.tsx'

interface DifferenceListProps {
  readonly label: string
  readonly differences: readonly Difference[]
  readonly campaignId: string | null
  readonly clauses: readonly Clause[]
}

/** The same as the table, for a narrow place: one setting under the other. */
export function DifferenceList({ label, differences, campaignId, clauses }: DifferenceListProps) {
  return (
    <ul className="rule-rows change-rows" aria-label={label}>
      {differences.map(({ path, before, after }) => {
        const { gone, fresh, same } = linesApart(settingLines(path, before.value), settingLines(path, after.value))
        return (
          <li key={path}>
            <b>{settingNames[path]}</b>
            {gone.map((line) => (
              <p key={line} className="quiet">
                {same > 0 ? '去掉' : '原来'}：{line}
              </p>
            ))}
            {fresh.map((line) => (
              <p key={line}>
                {same > 0 ? '加上' : '改为'}：{line}
              </p>
            ))}
            {gone.length + fresh.length === 0 && <p>内容不变，依据改变</p>}
            <p className="small">
              <SettingSource source={after.source} campaignId={campaignId} clauses={clauses} />
            </p>
          </li>
        )
      })}
    </ul>
  )
}
