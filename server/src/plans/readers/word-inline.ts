import type { WordStyles } from './word-styles.ts'
import { child, elements, isOn, textOf, valueOf } from './xml.ts'
import type { XmlElement } from './xml.ts'

/** What stands inside one paragraph. */
export interface Inline {
  /** Printed text; a manual line break is `\n`. */
  text: string
  /** Contents of text boxes anchored here. */
  readonly boxes: XmlElement[]
  /** Ids of footnotes and endnotes referred to, in order. */
  readonly notes: { readonly kind: 'footnote' | 'endnote'; readonly id: string }[]
}

/** Elements that only wrap what is printed; everything else is skipped unless named below. */
const wrappers = new Set([
  'ins',
  'moveTo',
  'hyperlink',
  'smartTag',
  'customXml',
  'sdt',
  'sdtContent',
  'fldSimple',
  'dir',
  'bdo',
  'ruby',
  'rubyBase',
  'subDoc',
  'oMathPara',
  'oMath',
])

/**
 * Collects printed text: insertions kept, deletions and hidden text skipped, of a field its result, of an alternative
 * the first reading. Field state lives for one paragraph: an unfinished field never hides the rest of a document.
 */
export function inlineOf(paragraph: XmlElement, styles: WordStyles): Inline {
  const inline: Inline = { text: '', boxes: [], notes: [] }
  const fields: ('code' | 'result')[] = []
  const walk = (parent: XmlElement) => {
    for (const element of elements(parent)) {
      if (element.name === 'r') run(element)
      else if (wrappers.has(element.name)) walk(element)
      else if (element.name === 'AlternateContent') alternative(element, walk)
    }
  }
  const run = (element: XmlElement) => {
    const properties = child(element, 'rPr')
    if (isOn(properties, 'vanish') || styles.isHidden(valueOf(properties, 'rStyle'))) return
    for (const piece of elements(element)) {
      if (piece.name === 'fldChar') field(piece.attributes.fldCharType)
      else if (!fields.includes('code')) inline.text += printed(piece)
    }
  }
  const field = (type: string | undefined) => {
    if (type === 'begin') fields.push('code')
    else if (type === 'separate' && fields.length > 0) fields[fields.length - 1] = 'result'
    else if (type === 'end') fields.pop()
  }
  const printed = (piece: XmlElement): string => {
    switch (piece.name) {
      case 't':
        return textOf(piece)
      case 'tab':
      case 'ptab':
        return '\t'
      case 'br':
        return piece.attributes.type === undefined || piece.attributes.type === 'textWrapping' ? '\n' : ''
      case 'cr':
        return '\n'
      case 'noBreakHyphen':
        return '-'
      case 'footnoteReference':
      case 'endnoteReference':
        inline.notes.push({
          kind: piece.name === 'footnoteReference' ? 'footnote' : 'endnote',
          id: piece.attributes.id ?? '',
        })
        return ''
      case 'drawing':
      case 'pict':
      case 'object':
        boxesIn(piece, inline.boxes)
        return ''
      case 'AlternateContent':
        alternative(piece, (chosen) => {
          for (const inner of elements(chosen)) inline.text += printed(inner)
        })
        return ''
      case 'ruby':
        walk(child(piece, 'rubyBase') ?? piece)
        return ''
      default:
        return ''
    }
  }
  walk(paragraph)
  return inline
}

/** Writers put the same content twice, for new and for old programs: one reading only. */
function alternative(element: XmlElement, read: (chosen: XmlElement) => void): void {
  const chosen = child(element, 'Choice') ?? child(element, 'Fallback')
  if (chosen) read(chosen)
}

function boxesIn(parent: XmlElement, boxes: XmlElement[]): void {
  for (const element of elements(parent)) {
    if (element.name === 'txbxContent') boxes.push(element)
    else if (element.name === 'AlternateContent') alternative(element, (chosen) => boxesIn(chosen, boxes))
    else boxesIn(element, boxes)
  }
}
