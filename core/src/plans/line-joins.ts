import { bracketsOf } from './brackets.ts'
import { isAnnexHeading } from './annex-heading.ts'
import type { Line } from './paragraphs.ts'
import { isCatchAll, isGroup, looksLikeUnit } from './unit-names.ts'

const terminal = /[。！？；：!?;:…]["”’』」）)〕】\]]?$|[\u4e00-\u9fff]\.$/
const maxBracketLines = 14

/** How a line goes on from the one before: `doubled` is the character a page break printed twice, or ''. */
export interface Join {
  readonly doubled: string
}

/**
 * Decides for a document whether a line continues the paragraph before it. The evidence is taken from the document itself:
 * whether its text was wrapped at a fixed width, and whether the items of a numbering level usually end in a full stop.
 */
export function joinOf(lines: readonly Line[]): (text: string, parts: readonly Line[], next: Line) => Join | null {
  const wrap = wrapWidth(lines)
  const sentenceLevels = levelsThatEndInFullStop(lines)
  const bigrams = new Map<string, number>()
  for (const line of lines) {
    if (line.row) continue
    for (let i = 0; i + 1 < line.text.length; i++) {
      const pair = line.text.slice(i, i + 2)
      bigrams.set(pair, (bigrams.get(pair) ?? 0) + 1)
    }
  }
  const counts = new Map<string, number>()

  return (text, parts, next) => {
    const first = parts[0]!
    const last = parts.at(-1)!
    const joined = decide(text, first, last, parts.length, next)
    if (parts.length === 1 && first.numbering) counts.set(first.numbering.style, first.numbering.value)
    return joined ? { doubled: doubledAcross(text, next, bigrams) } : null
  }

  function decide(text: string, first: Line, last: Line, length: number, next: Line): boolean {
    if (first.row || next.row || next.headingLevel !== null || first.headingLevel === 0) return false
    if (isAnnexHeading(next.text) || isAnnexHeading(text)) return false
    const open = length <= maxBracketLines && openBracket(text)
    const unfinished = !terminal.test(text)
    if (next.numbering) {
      if (!open && !unfinished) return false
      return !plausible(next, first) && (open || /[，、,]$/.test(text) || isFull(last))
    }
    if (open) return !(next.label && /[。；;]$/.test(text))
    if (next.label) return false
    if (first.label || endsInLabel.test(text)) return labelGoesOn(text, next.text)
    if (!unfinished) return false
    if (/[，、,]$/.test(text)) return true
    if (/[）)〕】\]]$/.test(text) && !isFull(last)) return false
    if (isFull(last)) return true
    if (wrap > 0 && last.gap === 0 && next.gap === 0 && length > 1) return false
    if (first.numbering) {
      if (/[。；]/.test(text)) return true
      return sentenceLevels.has(first.numbering.style) && text.length >= 16
    }
    return /[，。；,]/.test(text) && text.length >= 15 && !/^[（(].*[）)]$/.test(text) && !/^\d{4}年\d/.test(next.text)
  }

  function isFull(line: Line): boolean {
    return wrap > 0 && width(line.text) >= wrap - 4
  }

  /** A number at a line's start is an item's when it opens or goes on with a count. */
  function plausible(next: Line, first: Line): boolean {
    const { style, value } = next.numbering!
    if (value <= 1) return true
    const before = first.numbering?.style === style ? first.numbering.value : counts.get(style)
    return before !== undefined && value > before && value <= before + 3
  }
}

const endsInLabel = /(?:单位|部门|时限|时间|依据|主体)[：:]$/

/** A line of units or a date that a page break cut: the last name is no name yet, or the next line goes on with the list. */
function labelGoesOn(text: string, next: string): boolean {
  if (/[：:、，,]$/.test(text)) return true
  if (/[。；;]$/.test(text) || /[。；].{6,}/.test(next)) return false
  const value = /[：:、，,；;]([^：:、，,；;]*)$/.exec(text)?.[1] ?? ''
  if (/(?:时限|时间|期限|要求|节点|进度|安排)[：:][^：:]*$/.test(text))
    return /(?:[年月第至到—–-]|\d)$/.test(text) && /^[\d月日旬年底末前初季上中下]/.test(next)
  const names = next.replace(/[；;。].*$/, '').split(/[、，,]/)
  if (!looksLikeUnit(value) && !isGroup(value) && !isCatchAll(value) && next.length <= 200)
    return looksLikeUnit(value + names[0]!) || isGroup(value + names[0]!) || isCatchAll(value + names[0]!)
  return names.length > 1 && names.slice(1).every((name) => looksLikeUnit(name) || isGroup(name) || isCatchAll(name))
}

function openBracket(text: string): boolean {
  const { unclosed } = bracketsOf(text)
  const at = unclosed.at(-1)
  return at !== undefined && text.length - at < 1200
}

/** Width in half-width cells, as a printer counts. */
function width(text: string): number {
  let total = 0
  for (const c of text) total += c.charCodeAt(0) > 0xff ? 2 : 1
  return total
}

/** The width the text was wrapped at, or 0 when paragraphs stand on one line each. */
function wrapWidth(lines: readonly Line[]): number {
  const widths = lines.filter((line) => !line.row).map((line) => width(line.text))
  if (widths.length < 12) return 0
  const sorted = [...widths].sort((a, b) => a - b)
  const high = sorted[Math.floor(sorted.length * 0.97)]!
  if (high > 130 || high < 30) return 0
  const near = widths.filter((w) => w >= high - 4 && w <= high + 6).length
  return near >= widths.length * 0.35 ? high : 0
}

/** Numbering styles whose items are sentences: an item of theirs that ends without a stop was broken. */
function levelsThatEndInFullStop(lines: readonly Line[]): Set<string> {
  const seen = new Map<string, { all: number; stopped: number }>()
  for (const { numbering, text } of lines) {
    if (!numbering) continue
    const entry = seen.get(numbering.style) ?? { all: 0, stopped: 0 }
    entry.all++
    if (terminal.test(text) || /[）)〕】\]]$/.test(text) || text.length > 45) entry.stopped++
    seen.set(numbering.style, entry)
  }
  const levels = new Set<string>()
  for (const [style, { all, stopped }] of seen)
    if (all >= 3 && stopped >= all * 0.6 && style !== 'han') levels.add(style)
  return levels
}

// Words that begin with a character which also ends words: 工作作为, 机制制度 are no damage.
const wordsAfterSameCharacter = new Set(
  '作为 作用 作出 作业 制度 制定 制约 目标 目录 目前 目的 展开 展示 为了 为主 务必 务实 由于 行政 行业 行动 行为 管理 管控 部门 部署 部分 业务 业主 业态 面向 面对 面积 发展 发现 发布 发挥 发放 地区 地方 地点 人员 人才 人民 家庭 家长 合作 合同 合理 合法 分类 分别 分级 分工 理论 理解 理念 理由 力度 力量 力争 化解 性质 体系 体制 法规 法律 法治 法院 会议 会员 会商 期间 期限 点位 实施 实际 实现 实行 式样 度假 量化 监管 监督 市场 市民 区域 县级 信用 信息 资金 资源 资产 产业 产品 产权 务工 设立 设施 设备 设置 建设 建立 建议 用地 用户 用于 用电 办理 办法 办公 进行 进度 进入 接受 接入 接待 公开 公示 公司 安全 安排 全面 全部 全县 全市 学校 学习 生产 生活 生态 明确 明显 报告 报送 定期 定向 动态 动力 效果 效率 成果 成本 成效 通过 通报 保障 保护 平台 平安 文化 文件 文明'.split(
    ' ',
  ),
)

/** The character that a page break printed at the end of one line and again at the start of the next. */
function doubledAcross(text: string, next: Line, bigrams: ReadonlyMap<string, number>): string {
  const c = next.text[0]!
  if (text.at(-1) !== c || !/[\u4e00-\u9fff]/.test(c)) return ''
  if (wordsAfterSameCharacter.has(next.text.slice(0, 2)) || /[人天事处家常往年月步层个种点样时代户件一]/.test(c))
    return ''
  // Written twice elsewhere in the same document, it is the author's own.
  return (bigrams.get(c + c) ?? 0) > 0 ? '' : c
}
