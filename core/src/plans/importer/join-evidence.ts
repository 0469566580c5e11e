import type { Line } from './line.ts'

/** A line's end that finishes a sentence or a heading. */
export const terminal = /[。！？；：!?;:…]["”’』」）)〕】\]］〗]?$|[\u4e00-\u9fff]\.$/

/** What a document shows about its own lines. */
export interface JoinEvidence {
  /** The width, in half-width cells, that its text was wrapped at; 0 when paragraphs stand on one line each. */
  readonly wrap: number
  /** The number of characters its lines were cut at, by a program that counts characters; 0 when they were not. */
  readonly wrapCharacters: number
  /** Every paragraph's first line is indented and the others are not: a line that is opens a paragraph. */
  readonly indents: boolean
  /** How often items of a numbering style end as sentences do, 0–1. */
  readonly stopped: (style: string) => number
  /** True when the document prints these characters together somewhere. */
  readonly prints: (characters: string) => boolean
}

export function joinEvidence(lines: readonly Line[]): JoinEvidence {
  const shares = stoppedShares(lines)
  let all: string | null = null
  return {
    wrap: wrapWidth(lines),
    wrapCharacters: wrapLength(lines),
    indents: indents(lines),
    stopped: (style) => shares.get(style) ?? 0,
    prints(characters) {
      all ??= lines.map((line) => line.text).join('\n')
      return all.includes(characters)
    },
  }
}

/** Width in half-width cells, as a printer counts. */
export function widthOfText(text: string): number {
  let total = 0
  for (const c of text) total += c.charCodeAt(0) > 0xff ? 2 : 1
  return total
}

function wrapWidth(lines: readonly Line[]): number {
  const widths = lines.filter((line) => !line.row).map((line) => widthOfText(line.text))
  if (widths.length < 12) return 0
  const sorted = [...widths].sort((a, b) => a - b)
  const high = sorted[Math.floor(sorted.length * 0.97)]!
  if (high > 130 || high < 30) return 0
  const near = widths.filter((w) => w >= high - 4 && w <= high + 6).length
  return near >= widths.length * 0.35 ? high : 0
}

/** Lines cut by count are exactly as long as each other, but for an indent of two. */
function wrapLength(lines: readonly Line[]): number {
  const lengths = lines.filter((line) => !line.row).map((line) => line.spaced.length)
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0)
  if (lengths.length < 12 || longest < 16 || longest > 70) return 0
  const full = lengths.filter((length) => length === longest || length === longest - 2).length
  return full >= lengths.length * 0.25 ? longest : 0
}

function indents(lines: readonly Line[]): boolean {
  const plain = lines.filter((line) => !line.row)
  const numbered = plain.filter((line) => line.numbering !== null)
  const indented = plain.filter((line) => line.indented)
  return (
    numbered.length >= 3 &&
    numbered.filter((line) => line.indented).length >= numbered.length * 0.9 &&
    plain.length - indented.length >= plain.length * 0.15
  )
}

function stoppedShares(lines: readonly Line[]): Map<string, number> {
  const seen = new Map<string, { all: number; stopped: number }>()
  for (const { numbering, text } of lines) {
    if (!numbering) continue
    const entry = seen.get(numbering.style) ?? { all: 0, stopped: 0 }
    entry.all++
    if (terminal.test(text) || /[）)〕】\]］〗]$/.test(text) || text.length > 45) entry.stopped++
    seen.set(numbering.style, entry)
  }
  const shares = new Map<string, number>()
  for (const [style, { all, stopped }] of seen) if (all >= 3) shares.set(style, stopped / all)
  return shares
}

// Words that begin with a character which also ends words: 工作作为, 机制制度 are no damage.
const wordsAfterSameCharacter = new Set(
  '作为 作用 作出 作业 制度 制定 制约 目标 目录 目前 目的 展开 展示 为了 为主 务必 务实 由于 行政 行业 行动 行为 管理 管控 部门 部署 部分 业务 业主 业态 面向 面对 面积 发展 发现 发布 发挥 发放 地区 地方 地点 人员 人才 人民 家庭 家长 合作 合同 合理 合法 分类 分别 分级 分工 理论 理解 理念 理由 力度 力量 力争 化解 性质 体系 体制 法规 法律 法治 法院 会议 会员 会商 期间 期限 点位 实施 实际 实现 实行 式样 度假 量化 监管 监督 市场 市民 区域 县级 信用 信息 资金 资源 资产 产业 产品 产权 务工 设立 设施 设备 设置 建设 建立 建议 用地 用户 用于 用电 办理 办法 办公 进行 进度 进入 接受 接入 接待 公开 公示 公司 安全 安排 全面 全部 全县 全市 学校 学习 生产 生活 生态 明确 明显 报告 报送 定期 定向 动态 动力 效果 效率 成果 成本 成效 通过 通报 保障 保护 平台 平安 文化 文件 文明'.split(
    ' ',
  ),
)

/**
 * The character that a page break printed at the end of one line and again at the start of the next, or ''. The document
 * itself decides where it prints the words elsewhere, once or twice; otherwise the language does.
 */
export function doubledAcross(text: string, next: string, { prints }: JoinEvidence): string {
  const c = next[0] ?? ''
  if (text.at(-1) !== c || !/[\u4e00-\u9fff]/.test(c)) return ''
  const before = text.slice(-3, -1)
  const after = next.slice(1, 3)
  if (before.length === 2 && after.length === 2) {
    if (prints(before + c + after)) return c
    if (prints(before + c + c + after.slice(0, 1)) || prints(before.slice(1) + c + c + after)) return ''
  }
  if (/[县市区省][\u4e00-\u9fff]$/.test(text) && c === '人') return c
  if (wordsAfterSameCharacter.has(next.slice(0, 2)) || /[人天事处家常往年月步层个种点样时代户件一]/.test(c)) return ''
  return prints(c + c) ? '' : c
}
