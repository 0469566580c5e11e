/** `2022-Q3` → 「2022 年第 3 季度」, `2022-07` → 「2022 年 7 月」, `2022-W27` → 「2022 年第 27 周」, `2022` → 「2022 年」. */
export function periodText(key: string): string {
  const found = /^(\d{4})(?:-(Q|H|W)?(\d{1,2}))?$/.exec(key)
  if (!found) return key
  const [, year, kind, number] = found
  if (number === undefined) return `${year} 年`
  if (kind === 'Q') return `${year} 年第 ${Number(number)} 季度`
  if (kind === 'H') return `${year} 年${number === '1' ? '上' : '下'}半年`
  if (kind === 'W') return `${year} 年第 ${Number(number)} 周`
  return `${year} 年 ${Number(number)} 月`
}
