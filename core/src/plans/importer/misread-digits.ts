import type { Findings } from './findings.ts'

// What a scanner makes of 0 and 1.
const zero = /[OoＯ〇○]/g
const one = /[lI]/g
const digit = '[0-9OoIl〇○]'
/** Before these a number stands, and no word of foreign letters: 2O24年, l0月, 3O日, l5个工作日. */
const beforeDateWord = new RegExp(`(?<![A-Za-z0-9〇○零一二三四五六七八九])${digit}{1,4}(?=\\s*[年月日号])`, 'g')
const beforeMeasure = new RegExp(
  `(?<![A-Za-z0-9〇○零一二三四五六七八九])${digit}{2,4}(?=\\s*(?:个|项|天|件|家|条|%|％))`,
  'g',
)
const dotted = new RegExp(`(?<![A-Za-z0-9])2${digit}{3}([-./])${digit}{1,2}(?:\\1${digit}{1,2})?(?![A-Za-z0-9])`, 'g')
const inYearBrackets = new RegExp(`(?<=[〔[（(【])2${digit}{3}(?=[〕\\]）)】])`, 'g')
const itemNumber = new RegExp(`^([（(]?)(${digit}{2,3})(?=\\s*[.．、）)])`)
const wholeCell = new RegExp(`^${digit}{2,3}$`)

/** Letters that stand for digits in a date, a count or an item's number (2O24年, l.) made digits again, each one said. */
export function repairDigits(text: string, line: number, findings: Findings): string {
  if (!/[OoIl〇○]/.test(text)) return text
  const repair = (printed: string): string => {
    // 二〇二四年 is written so; a sign of its own kind beside figures is not.
    if (!/[0-9Il]/.test(printed) || !/[OoIl〇○]/.test(printed)) return printed
    const figures = digitsOf(printed)
    if (/^0+$/.test(figures)) return printed
    findings.add('repaired-misread-digits', line, `“${printed}”→“${figures}”`)
    return figures
  }
  return text
    .replace(beforeDateWord, repair)
    .replace(beforeMeasure, (printed) => (/[0-9]/.test(printed) ? repair(printed) : printed))
    .replace(dotted, repair)
    .replace(inYearBrackets, repair)
    .replace(itemNumber, (whole, open: string, number: string) =>
      /[0-9]/.test(number) ? open + repair(number) : whole,
    )
    .replace(wholeCell, (printed) => (/[0-9]/.test(printed) ? repair(printed) : printed))
}

function digitsOf(printed: string): string {
  return printed.replace(zero, '0').replace(one, '1')
}

const letters = /^([ \t\u3000]*[（(]?)([lI][lIO〇]?)([）)]?[.．、]?)(?=[\s\u3000]*[\u4e00-\u9fff“《])/
const counted = /^[ \t\u3000]*([（(]?)([0-9OIl〇]{1,3})([）)]?[.．、]?)(?=[\s\u3000]*[\u4e00-\u9fff“《])/

/**
 * Lines whose number is printed with letters alone (l. Il. I、): no letter and no Roman number, but the next one of a count
 * in figures. Gives the figures by the position of the line.
 */
export function misreadNumbers(
  lines: readonly { readonly text: string; readonly row?: unknown }[],
): Map<number, string> {
  const found = new Map<number, string>()
  if (!lines.some(({ text }) => letters.test(text))) return found
  if (lines.some(({ text }) => /^\s*(?:III|IV|VI?|ii|iii|iv)[.．、]/.test(text))) return found
  const last = new Map<string, number>()
  const waiting = new Map<string, number>()
  for (const [at, { text, row }] of lines.entries()) {
    if (row) continue
    const m = counted.exec(text)
    if (!m) continue
    const shape = `${m[1]}${m[3]}`
    if (shape === '') continue
    const value = Number(digitsOf(m[2]!))
    if (!letters.test(text)) {
      // The second of a count proves that the letter before it was its first.
      const first = waiting.get(shape)
      if (value === 2 && first !== undefined) found.set(first, '1')
      waiting.delete(shape)
      last.set(shape, value)
    } else if (value === (last.get(shape) ?? 0) + 1 && value > 1) {
      found.set(at, String(value))
      last.set(shape, value)
    } else if (value === 1) waiting.set(shape, at)
  }
  return found
}

/** Puts the figures in the place of the letters: l.做好 → 1.做好. */
export function withFigures(text: string, figures: string): string {
  return text.replace(letters, (_, before: string, __, after: string) => before + figures + after)
}
