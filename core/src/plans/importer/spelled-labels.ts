import { columnRole, startsWithLabel } from './tail-labels.ts'

const strong = '[\\u4e00-\\u9fff]{0,6}(?:单位|部门|主体|时限|时间|期限|节点|要求|安排|进度|依据|来源|责任人|领导)'
const strongLabel = new RegExp(`^${strong}$`)
const opened = new RegExp(`(^|[（(〔【[［〖])(\\s*)(${strong})为(?!牵头|主办|主责|第一|首)`, 'g')
const following = new RegExp(`([；;，,。\\s])(${strong})为(?!牵头|主办|主责|第一|首)`, 'g')

/**
 * 责任单位为甲、乙；完成时限为6月底 → with colons. Only where the words open a line or a bracket: inside a sentence 为 is
 * its verb.
 */
export function withColons(text: string): string {
  if (!text.includes('为')) return text
  let changed = false
  const first = text.replace(opened, (printed, bracket: string, gap: string, label: string) => {
    if (columnRole(label) === null) return printed
    changed = true
    return `${bracket}${gap}${label}：`
  })
  if (!changed) return text
  return first.replace(following, (printed, mark: string, label: string) =>
    columnRole(label) === null ? printed : `${mark}${label}：`,
  )
}

/**
 * 牵头单位　县财政局　完成时限　9月底前: labels parted from their values by spaces get their colon. A line of nothing but
 * labels is the header of a table and stays.
 */
export function withLabelColons(text: string): string {
  const pieces = text.trim().split(/[ \t\u3000]+/)
  if (pieces.length < 2 || pieces.length > 40 || !isLabel(pieces[0]!)) return text
  if (pieces.some((piece, at) => isLabel(piece) && (pieces[at + 1] === undefined || isLabel(pieces[at + 1]!))))
    return text
  if (pieces.slice(1).some((piece) => startsWithLabel(piece))) return text
  return pieces
    .map((piece, at) => (isLabel(piece) ? `${piece}：` : at < pieces.length - 1 ? `${piece} ` : piece))
    .join('')
}

function isLabel(piece: string): boolean {
  return strongLabel.test(piece) && columnRole(piece) !== null
}
