import type { Dice } from './dice.ts'
import { relined, replaced, type Mutation } from './mutate.ts'

/** Paragraphs begin with two full-width spaces; what goes on after a page break does not. */
export const indented: Mutation = {
  name: 'indented',
  apply: (from) => {
    let before = ''
    return relined(from, (line) => {
      if (line.trim() === '') return [line]
      const goesOn = before.length > 20 && !/[。：；！？）)〕\]]$/.test(before)
      before = line
      return [goesOn || line.includes('\t') ? line : `　　${line}`]
    })
  },
}

/** Where a page may end inside a line without hiding a number or a repeated character; 0 for nowhere. */
function cutOf(line: string, dice: Dice): number {
  if (line.length < 60 || line.includes('\t')) return 0
  const at = dice.int(20, line.length - 10)
  const before = line[at - 1] as string
  const after = line[at] as string
  if (/[\d一二三四五六七八九十第（(\s、.．]/.test(after) || before === after || /[\d\s]/.test(before)) return 0
  return at
}

function brokenPages(name: string, between: (page: number) => string[], doubled: boolean): Mutation {
  return {
    name,
    apply: (from, dice) => {
      let page = 1
      return relined(from, (line) => {
        const at = dice.chance(0.2) ? cutOf(line, dice) : 0
        if (at === 0) return [line]
        const twice = doubled && /\p{Script=Han}{2}/u.test(line.slice(at - 1, at + 1)) && dice.chance(0.3)
        return [line.slice(0, at), '', ...between(page++), (twice ? line[at - 1] : '') + line.slice(at)]
      })
    },
  }
}

/** Lines as the text of a PDF gives them: cut after so many characters, paragraphs indented. */
const wrapped: Mutation = {
  name: 'wrapped lines',
  apply: (from, dice) => {
    const inner = indented.apply(from, dice) ?? from
    return relined(inner, (line) => {
      if (line.includes('\t') || line.length <= 38) return [line]
      return Array.from({ length: Math.ceil(line.length / 38) }, (_, i) => line.slice(i * 38, i * 38 + 38))
    })
  },
}

const half: Record<string, string> = { '，': ',', '：': ':', '；': ';', '（': '(', '）': ')' }
const full = Object.fromEntries(Object.entries(half).map(([a, b]) => [b, a]))

/** What printing, scanning and copying do to a text. */
export const damageMutations: readonly Mutation[] = [
  indented,
  {
    name: 'blank lines between paragraphs',
    apply: (from) => relined(from, (line) => (line.includes('\t') ? [line] : [line, ''])),
  },
  brokenPages('page breaks', () => [], false),
  brokenPages('page breaks with numbers', (page) => [`— ${page} —`, ''], false),
  brokenPages('page breaks with doubled characters', () => [], true),
  wrapped,
  {
    name: 'mixed widths',
    apply: (from, dice) =>
      replaced(from, (text) =>
        text.replace(/(?<=\p{Script=Han}|[）)》”])[，：；（）,:;()](?=\p{Script=Han}|[（(《“])/gu, (c) =>
          dice.chance(0.3) ? (half[c] ?? full[c] ?? c) : c,
        ),
      ),
  },
  {
    name: 'wide figures',
    apply: (from) =>
      replaced(from, (text) => text.replace(/\d/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))),
  },
  {
    name: 'and for 和',
    apply: (from) => replaced(from, (text) => text.replace(/(?<=\p{Script=Han})和(?=\p{Script=Han})/gu, ' and ')),
  },
  {
    name: 'spaces between characters',
    apply: (from, dice) =>
      replaced(from, (text) =>
        text.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, () => (dice.chance(0.01) ? ' ' : '')),
      ),
  },
]
