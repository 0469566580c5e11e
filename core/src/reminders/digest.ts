import { itemLine, newsWords } from './labels.zh.ts'
import type { NewsKind, StoredNews } from './news.ts'

/** One piece of news as it goes into a message; `unitName` where readers of several units read it. */
export interface DigestEntry {
  readonly news: Pick<StoredNews, 'kind' | 'facts' | 'items'>
  readonly unitName?: string
}

export interface Digest {
  readonly subject: string
  /** Paragraphs of plain text, the last one says where to go on. */
  readonly lines: readonly string[]
}

const pressing: readonly NewsKind[] = ['task.overdue', 'task.urged', 'task.dueSoon', 'task.returned', 'reportingRun.dueSoon', 'case.overdue', 'case.urged', 'case.dueSoon', 'case.returned']
const mostItems = 10

/**
 * Several pieces of news as one message: the pressing ones first, otherwise in the order they came. Only number, short
 * title and date of a task, never what a case says (rule N-11).
 */
export function digestOf(entries: readonly DigestEntry[], deskAddress: string | null): Digest {
  if (entries.length === 0) throw new Error('a digest needs at least one piece of news')
  const rank = (entry: DigestEntry) => {
    const at = pressing.indexOf(entry.news.kind)
    return at === -1 ? pressing.length : at
  }
  const ordered = entries.toSorted((one, other) => rank(one) - rank(other))
  const first = newsWords[ordered[0]!.news.kind].title
  const subject = entries.length === 1 ? `【营商办】${first}` : `【营商办】${first}等 ${entries.length} 条提醒`
  const lines = ordered.flatMap((entry, index) => linesOf(entry, entries.length === 1 ? '' : `${index + 1}. `))
  return { subject, lines: [...lines, deskAddress === null ? '请登录系统办理。' : `请登录系统办理：${deskAddress}`] }
}

function linesOf({ news, unitName }: DigestEntry, number: string): string[] {
  const { title, sentence } = newsWords[news.kind]
  const items = news.items ?? []
  const shown = items.slice(0, mostItems).map((item) => `　· ${itemLine(item)}`)
  const rest = items.length > mostItems ? [`　· 另有 ${items.length - mostItems} 项，请在系统里查看`] : []
  return [`${number}${unitName === undefined ? '' : `${unitName}：`}【${title}】${sentence(news.facts)}`, ...shown, ...rest]
}

/** The same as one text, cut at whole lines so that its UTF-8 length stays within a service's limit. */
export function textWithin(lines: readonly string[], bytes: number): string {
  const cut = '……余下内容请登录系统查看。'
  const kept: string[] = []
  let used = 0
  for (const [index, line] of lines.entries()) {
    const length = utf8Length(line) + 1
    const reserve = index === lines.length - 1 ? 0 : utf8Length(cut) + 1
    if (used + length + reserve > bytes) return [...kept, cut].join('\n')
    kept.push(line)
    used += length
  }
  return kept.join('\n')
}

function utf8Length(text: string): number {
  let length = 0
  for (const character of text) {
    const code = character.codePointAt(0)!
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return length
}

/** Text of a stranger inside markdown: nothing in it may format, link or mention anybody. */
export function plainInMarkdown(line: string): string {
  return line.replaceAll(/[*_`~[\]<>#|\\]/g, ' ').replaceAll('@', '＠')
}
