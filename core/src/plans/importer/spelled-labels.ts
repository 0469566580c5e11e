import { bracketsOf } from './brackets.ts'
import { columnRole, startsWithLabel } from './tail-labels.ts'

const strong = '[\\u4e00-\\u9fff]{0,6}(?:单位|部门|主体|时限|时间|期限|节点|要求|安排|进度|依据|来源|责任人|领导)'
const strongLabel = new RegExp(`^${strong}$`)
const opening = new RegExp(`^(\\s*)(${strong})为(?!牵头|主办|主责|第一|首)`)
const following = new RegExp(`([；;，,。\\s])(${strong})为(?!牵头|主办|主责|第一|首)`, 'g')
// 依据为《…》 names a document and nothing else.
const basis = /([；;，,。\s]\s*)((?:政策|文件|工作|任务|制定|法律|法规)?(?:依据|来源))为(?=《)/g

/**
 * 责任单位为甲、乙；完成时限为6月底 → with colons. Only where the words open a line or a bracket: inside a sentence 为 is
 * its verb.
 */
export function withColons(text: string): string {
  if (!text.includes('为')) return text
  if (opens(text)) return spell(text)
  let spelled = text
  const { groups, unclosed } = bracketsOf(text)
  const spans = groups
    .filter(({ open }) => !'《〈'.includes(open))
    .map(({ start, end }) => [start + 1, end - 1] as const)
  if (unclosed.length > 0) spans.push([unclosed.at(-1)! + 1, text.length])
  for (const [from, to] of spans.toReversed()) {
    const content = text.slice(from, to)
    const changed = opens(content) ? spell(content) : content.replace(basis, '$1$2：')
    if (changed !== content) spelled = spelled.slice(0, from) + changed + spelled.slice(to)
  }
  return spelled
}

function opens(text: string): boolean {
  if (/^\s*[\u4e00-\u9fff]{2,8}[：:]/.test(text) && startsWithLabel(text)) return true
  const m = opening.exec(text)
  return m !== null && columnRole(m[2]!) !== null
}

function spell(text: string): string {
  return text
    .replace(opening, (printed, gap: string, label: string) =>
      columnRole(label) === null ? printed : `${gap}${label}：`,
    )
    .replace(following, (printed, mark: string, label: string) =>
      columnRole(label) === null ? printed : `${mark}${label}：`,
    )
}

const signedLabel = /^(\s*)([\u4e00-\u9fff]{2,8})\s*(?:[—–－→＝=|｜]|-{1,2}>?|\s[-~]\s)\s*(?=[\u4e00-\u9fff\d《])/
const angled = /[<〈＜﹤]([^<>〈〉＜＞]{4,400})[>〉＞﹥]/g

/** 牵头单位—县甲局, 完成时限→6月底: a sign in the place of the colon; 〈责任单位：…〉: brackets of names in the place of others. */
export function withUsualSigns(text: string): string {
  const usual = /[<〈＜﹤]/.test(text)
    ? text.replace(angled, (whole, content: string) => (startsWithLabel(content) ? `（${content}）` : whole))
    : text
  return usual.replace(signedLabel, (whole, gap: string, label: string) =>
    strongLabel.test(label) && columnRole(label) !== null ? `${gap}${label}：` : whole,
  )
}

const gappedLabel =
  /(?<=^|[，,；;。（(【〔[\s])[\u4e00-\u9fff]{1,6}(?:[ \u3000]{1,2}[\u4e00-\u9fff]{1,6}){1,7}[ \u3000]?(?=[：:])/g

/** 责 任 单 位：, 完成 时限：: a label that the layout spread out, closed up. Words before it keep their spaces. */
export function withoutLabelGaps(text: string): string {
  if (!/[：:]/.test(text) || !/[ \u3000]/.test(text)) return text
  return text.replace(gappedLabel, (printed) => {
    const pieces = printed.trim().split(/[ \u3000]+/)
    for (let from = 0; from < pieces.length - 1; from++) {
      const label = pieces.slice(from).join('')
      if (!strongLabel.test(label) || columnRole(label) === null || isLabel(pieces.at(-1)!) === isLabel(pieces[from]!))
        continue
      return [...pieces.slice(0, from), label].join(' ')
    }
    return printed
  })
}

/**
 * 牵头单位 县财政局 完成时限 9月底前: labels parted from their values by spaces get their colon. A line of nothing but
 * labels is the header of a table and stays.
 */
export function withLabelColons(text: string): string {
  const pieces = text.trim().split(/[ \t\u3000]+/)
  if (/^(?:自|应|须|要|在|对|接到|收到|不|可|必须|负责)/.test(pieces[1] ?? '')) return text
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
