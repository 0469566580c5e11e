import { child, childrenNamed, isOn, valueOf } from './xml.ts'
import type { XmlElement } from './xml.ts'

interface Style {
  readonly name: string
  readonly basedOn: string | undefined
  readonly properties: XmlElement | undefined
  readonly hidden: boolean
}

/** What a paragraph's style chain says. */
export interface StyledAs {
  readonly ids: readonly string[]
  readonly names: readonly string[]
  readonly list: string | undefined
  readonly level: number | undefined
  readonly outline: number | undefined
  readonly centred: boolean
}

/** Paragraph styles of styles.xml, resolved along `basedOn`. */
export class WordStyles {
  readonly #styles = new Map<string, Style>()
  readonly #resolved = new Map<string, StyledAs>()
  readonly #usual: string | undefined

  constructor(part: XmlElement | undefined) {
    for (const style of childrenNamed(part, 'style')) {
      const id = style.attributes.styleId ?? ''
      this.#styles.set(id, {
        name: (valueOf(style, 'name') ?? '').toLowerCase(),
        basedOn: valueOf(style, 'basedOn'),
        properties: child(style, 'pPr'),
        hidden: isOn(child(style, 'rPr'), 'vanish'),
      })
      const isUsual = style.attributes.type === 'paragraph' && ['1', 'true'].includes(style.attributes.default ?? '')
      if (isUsual) this.#usual ??= id
    }
  }

  /** Text of a character style that is not printed. */
  isHidden(id: string | undefined): boolean {
    return id !== undefined && (this.#styles.get(id)?.hidden ?? false)
  }

  resolve(id: string | undefined): StyledAs {
    const key = id ?? this.#usual ?? ''
    const known = this.#resolved.get(key)
    if (known) return known
    const chain: [string, Style][] = []
    // A chain that bites its own tail ends where it would repeat.
    for (let at: string | undefined = key; at !== undefined && !chain.some(([seen]) => seen === at);) {
      const style = this.#styles.get(at)
      if (!style) break
      chain.push([at, style])
      at = style.basedOn
    }
    const first = (read: (properties: XmlElement) => string | undefined) => {
      for (const [, style] of chain) {
        const value = style.properties && read(style.properties)
        if (value !== undefined) return value
      }
      return undefined
    }
    const level = first((properties) => valueOf(child(properties, 'numPr'), 'ilvl'))
    const outline = first((properties) => valueOf(properties, 'outlineLvl'))
    const styled: StyledAs = {
      ids: chain.map(([id]) => id),
      names: chain.map(([, style]) => style.name),
      list: first((properties) => valueOf(child(properties, 'numPr'), 'numId')),
      level: level === undefined ? undefined : Number(level),
      outline: outline === undefined ? undefined : Number(outline),
      centred: first((properties) => valueOf(properties, 'jc')) === 'center',
    }
    this.#resolved.set(key, styled)
    return styled
  }
}

/** 0 for the title style, 1–9 for headings, undefined for body text. A paragraph's own outline level wins. */
export function headingLevel(styled: StyledAs, ownOutline: string | undefined): number | undefined {
  if (ownOutline !== undefined) return Number(ownOutline) < 9 ? Number(ownOutline) + 1 : undefined
  for (const name of styled.names) {
    if (name === 'title') return 0
    const heading = /^(?:heading|标题) ?([1-9])$/.exec(name)
    if (heading) return Number(heading[1])
  }
  return styled.outline !== undefined && styled.outline < 9 ? styled.outline + 1 : undefined
}
