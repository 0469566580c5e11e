import type { Dice } from './dice.ts'
import { cellBreak, cellCovered, cellDropped, cellMerged, type Block } from './draft.ts'

/** Damage a document picks up between the office and the text file; each can be switched on by itself. */
export interface Damage {
  /** A paragraph is cut by a blank line where a page ended. */
  pageBreaks: boolean
  /** The page number stands on a line of its own at the cut. */
  pageNumbers: boolean
  /** The last character before one cut is printed again after it. */
  doubled: boolean
  /** ` and ` stands where 和 was. */
  and: boolean
  /** Spaces between Han characters and around figures. */
  spaces: boolean
  /** Punctuation of either width at random. */
  mixedWidth: boolean
  /** Figures printed as wide as Han characters. */
  wideFigures: boolean
  /** The title stands again on top of every page. */
  runningTitle: boolean
  /** Every line ends after so many characters, as in the text of a PDF; 0 for none. */
  wrap: number
}

export interface LayoutHabits extends Damage {
  blankLines: boolean
  indent: boolean
  halfWidth: boolean
}

export function chooseLayout(dice: Dice, spacesAllowed: boolean): LayoutHabits {
  const wrap = dice.chance(0.06) ? dice.int(26, 40) : 0
  const pageBreaks = wrap === 0 && dice.chance(0.25)
  return {
    blankLines: dice.chance(0.35) && wrap === 0,
    indent: dice.chance(0.35) || wrap > 0,
    halfWidth: dice.chance(0.15),
    pageBreaks,
    pageNumbers: (pageBreaks || wrap > 0) && dice.chance(0.4),
    doubled: pageBreaks && dice.chance(0.4),
    and: dice.chance(0.08),
    spaces: spacesAllowed && dice.chance(0.1),
    mixedWidth: dice.chance(0.08),
    wideFigures: dice.chance(0.03),
    runningTitle: (pageBreaks || wrap > 0) && dice.chance(0.12),
    wrap,
  }
}

export function layoutTags(habits: LayoutHabits): string[] {
  return (Object.keys(habits) as (keyof LayoutHabits)[]).filter((key) => habits[key]).map((key) => `layout:${key}`)
}

const half: Record<string, string> = { '，': ',', '：': ':', '；': ';', '（': '(', '）': ')' }
const han = /\p{Script=Han}/u

function character(text: string, habits: LayoutHabits, dice: Dice): string {
  let out = text
  if (habits.and && out.includes('和'))
    out = out.replace(/(?<=\p{Script=Han})和(?=\p{Script=Han})/gu, (c) => (dice.chance(0.3) ? ' and ' : c))
  if (habits.halfWidth) out = out.replace(/[，：；（）]/g, (c) => half[c] as string)
  if (habits.mixedWidth) out = out.replace(/[，：；（）]/g, (c) => (dice.chance(0.3) ? (half[c] as string) : c))
  if (habits.wideFigures) out = out.replace(/\d/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
  if (habits.spaces) {
    out = out.replace(/(?<=\p{Script=Han})(\d+)(?=\p{Script=Han})/gu, ' $1 ')
    out = out.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, () => (dice.chance(0.01) ? ' ' : ''))
  }
  return out
}

/** Places where a page may end inside a paragraph: not beside figures, numbers or two equal characters. */
function cutPlace(text: string, dice: Dice, doubled: boolean): number {
  const figure = /[\d０-９一二三四五六七八九十第（(①-⑳.．、。\s]/
  const places: number[] = []
  for (let i = 10; i < text.length - 3; i++) {
    const before = text[i - 1] as string
    const after = text[i] as string
    if (figure.test(after) && !(doubled && after === '（')) continue
    if (/[\d０-９\s]/.test(before) || before === after) continue
    if (doubled && !(han.test(before) && han.test(after))) continue
    places.push(i)
  }
  return places.length > 0 ? dice.pick(places) : 0
}

export interface Laid {
  text: string
  /** The text with the signs of merged and broken cells. */
  marked: string
  /** First and last line (1-based) of each block. */
  lines: [number, number][]
}

/** Turns paragraphs into lines of text, with the chosen layout and damage. */
export function layOut(blocks: readonly Block[], habits: LayoutHabits, dice: Dice): Laid {
  const out: string[] = []
  const lines: [number, number][] = []
  const title = blocks.find((block) => block.rigid)?.text ?? ''
  let page = 1
  let doubledLeft = habits.doubled ? 1 : 0
  const pageEnd = () => {
    out.push('')
    if (habits.pageNumbers) out.push(dice.pick([`— ${page} —`, `- ${page} -`, `${page}`, `—${page}—`]), '')
    if (habits.runningTitle) out.push(title, '')
    page++
  }
  blocks.forEach((block, index) => {
    let text = character(block.text, block.row ? { ...habits, spaces: false } : habits, dice)
    const inTable = block.row && blocks[index - 1]?.row
    if (habits.indent && !block.row && !block.rigid) text = `　　${text}`
    if (habits.blankLines && index > 0 && !inTable) out.push('')
    const from = out.length + 1
    if (block.row || block.rigid) out.push(text)
    else if (habits.wrap > 0) {
      for (let i = 0; i < text.length; i += habits.wrap) {
        if (i > 0 && habits.pageNumbers && dice.chance(0.02)) pageEnd()
        out.push(text.slice(i, i + habits.wrap))
      }
    } else {
      const cut = habits.pageBreaks && text.length > 30 && dice.chance(0.25) ? cutPlace(text, dice, doubledLeft > 0) : 0
      if (cut > 0) {
        out.push(text.slice(0, cut))
        pageEnd()
        out.push((doubledLeft > 0 ? text[cut - 1] : '') + text.slice(cut))
        doubledLeft = 0
      } else out.push(text)
    }
    lines.push([from, out.length])
  })
  const marked = `${out.join('\n')}\n`
  return {
    text: marked
      .replaceAll(`\t${cellDropped}`, '')
      .replaceAll(cellMerged, '')
      .replaceAll(cellCovered, '')
      .replaceAll(cellBreak, ' '),
    marked,
    lines,
  }
}
