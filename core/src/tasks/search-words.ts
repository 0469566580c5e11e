/** Version of the cutting below; stored with each row so that rows cut by an older program can be found and cut again. */
export const wordsVersion = 2

/** Text as it is compared: full-width forms narrowed, lower case, white space folded. */
export function searchText(parts: readonly string[]): string {
  return parts
    .join('\n')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\S\n]+/g, ' ')
}

/** The runs of letters, digits and characters in a text; punctuation and spaces part them. */
function runsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Every pair of neighbouring characters, each once: what the index holds. Chinese needs no dictionary this way. */
export function bigrams(text: string): string[] {
  const found = new Set<string>()
  for (const run of runsOf(text)) {
    const signs = [...run]
    for (let i = 0; i + 1 < signs.length; i++) found.add(signs[i]! + signs[i + 1]!)
  }
  return [...found]
}

/**
 * The value of a `tsvector` column as PostgreSQL reads it from text: the pairs, and the mark of the campaign. A search is
 * always one campaign's; without the mark the index would first find the pair in all of them.
 */
export function tsvectorOf(parts: readonly string[], campaignId: string): string {
  return [campaignMark(campaignId), ...bigrams(searchText(parts))].map(quoted).join(' ')
}

/** No pair of characters looks like it. */
function campaignMark(campaignId: string): string {
  return `campaign:${campaignId}`
}

export interface TextQuery {
  /** A `tsquery` as text: all pairs of all runs, in the campaign; null when nothing has two characters. */
  readonly words: string | null
  /** `LIKE` patterns that must all match the search text: neighbouring pairs alone would also find scattered ones. */
  readonly patterns: readonly string[]
  /** Set when a single character was asked for: it is looked for at the beginning of titles only. */
  readonly titlePrefix: string | null
}

/** What a typed search in a campaign asks of the database; null for an empty one. */
export function textQuery(typed: string, campaignId: string): TextQuery | null {
  const text = searchText([typed]).trim()
  const runs = runsOf(text)
  if (runs.length === 0) return null
  if (runs.length === 1 && [...runs[0]!].length === 1)
    return { words: null, patterns: [], titlePrefix: `${escapeLike(runs[0]!)}%` }
  const pairs = bigrams(text)
  return {
    words: pairs.length > 0 ? [campaignMark(campaignId), ...pairs].map(quoted).join(' & ') : null,
    patterns: runs.map((run) => `%${escapeLike(run)}%`),
    titlePrefix: null,
  }
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
