import { settingLines } from '@yingshang/core/rules/setting-text.zh'
import type { SettingPath } from '@yingshang/core/rules/settings'

/** A value in words: one line, or a list. */
export function SettingValue({ path, value }: { path: SettingPath; value: unknown }) {
  const lines = settingLines(path, value)
  if (lines.length === 1) return <span>{lines[0]}</span>
  return (
    <ul className="plain">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
