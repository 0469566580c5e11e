/** A bracketed stretch: `start` is the opening bracket, `end` one past the closing one. */
export interface Bracketed {
  readonly start: number
  readonly end: number
  readonly open: string
  readonly content: string
}

const families: Record<string, string> = {
  '（': 'r',
  '(': 'r',
  '）': 'r',
  ')': 'r',
  '〔': 's',
  '【': 's',
  '[': 's',
  '［': 's',
  '〖': 's',
  '〕': 's',
  '】': 's',
  ']': 's',
  '］': 's',
  '〗': 's',
  '｛': 'c',
  '{': 'c',
  '｝': 'c',
  '}': 'c',
  '《': 'b',
  '》': 'b',
  '〈': 'b',
  '〉': 'b',
}
const openers = new Set('（(〔【[［〖｛{《〈')

const anyBracket = /[（(）)〔〕【】[\]［］〖〗｛｝{}《》〈〉]/

/** The outermost closed brackets of a text and the opening brackets that never close. Full and half width pair up. */
export function bracketsOf(text: string): { groups: Bracketed[]; unclosed: number[] } {
  if (!anyBracket.test(text)) return { groups: [], unclosed: [] }
  const stack: { at: number; family: string }[] = []
  const closed: [number, number][] = []
  for (let at = 0; at < text.length; at++) {
    const family = families[text[at]!]
    if (family === undefined) continue
    if (openers.has(text[at]!)) {
      stack.push({ at, family })
      continue
    }
    const depth = stack.length
    for (let back = depth - 1; back >= 0 && back >= depth - 4; back--) {
      if (stack[back]!.family !== family) continue
      closed.push([stack[back]!.at, at + 1])
      stack.length = back
      break
    }
  }
  closed.sort((a, b) => a[0] - b[0])
  const groups: Bracketed[] = []
  let reach = 0
  for (const [start, end] of closed) {
    if (start < reach) continue
    reach = end
    groups.push({ start, end, open: text[start]!, content: text.slice(start + 1, end - 1) })
  }
  return { groups, unclosed: stack.map((s) => s.at) }
}

/** Cuts a text at the given characters, but never inside brackets. */
export function splitOutsideBrackets(text: string, separators: string): string[] {
  const parts: string[] = []
  const { groups } = bracketsOf(text)
  let from = 0
  let next = 0
  for (let at = 0; at < text.length; at++) {
    while (next < groups.length && groups[next]!.end <= at) next++
    const group = groups[next]
    if (group && at >= group.start && at < group.end) {
      at = group.end - 1
      continue
    }
    if (!separators.includes(text[at]!)) continue
    parts.push(text.slice(from, at))
    from = at + 1
  }
  parts.push(text.slice(from))
  return parts
}
