import { formatNumber } from './word-number-format.ts'
import { child, childrenNamed, isOn, valueOf } from './xml.ts'
import type { XmlElement } from './xml.ts'

interface Level {
  readonly start: number
  readonly format: string
  readonly text: string
  readonly suffix: string
  /** 0 never restarts; n restarts after a paragraph of level n (counted from 1) or above; absent: after any level above. */
  readonly restartAfter: number | undefined
  readonly legal: boolean
  readonly style: string | undefined
}
interface Abstract {
  readonly levels: ReadonlyMap<number, Level>
  readonly styleLink: string | undefined
  readonly linkedTo: string | undefined
}
interface Instance {
  readonly abstract: string
  readonly starts: ReadonlyMap<number, number>
  readonly levels: ReadonlyMap<number, Level>
}

export interface Numbering {
  readonly instances: ReadonlyMap<string, Instance>
  readonly abstracts: ReadonlyMap<string, Abstract>
}

const whole = (text: string | undefined, otherwise: number) => {
  const value = Number.parseInt(text ?? '', 10)
  return Number.isSafeInteger(value) ? value : otherwise
}

/** Reads numbering.xml: list definitions, their instances and overrides (ECMA-376 part 1, 17.9). */
export function readNumbering(part: XmlElement | undefined): Numbering {
  const abstracts = new Map<string, Abstract>()
  for (const definition of childrenNamed(part, 'abstractNum')) {
    abstracts.set(definition.attributes.abstractNumId ?? '', {
      levels: readLevels(definition),
      styleLink: valueOf(definition, 'styleLink'),
      linkedTo: valueOf(definition, 'numStyleLink'),
    })
  }
  const instances = new Map<string, Instance>()
  for (const list of childrenNamed(part, 'num')) {
    const starts = new Map<number, number>()
    const levels = new Map<number, Level>()
    for (const override of childrenNamed(list, 'lvlOverride')) {
      const at = whole(override.attributes.ilvl, 0)
      const start = valueOf(override, 'startOverride')
      if (start !== undefined) starts.set(at, whole(start, 1))
      for (const [level, definition] of readLevels(override)) levels.set(level, definition)
    }
    instances.set(list.attributes.numId ?? '', { abstract: valueOf(list, 'abstractNumId') ?? '', starts, levels })
  }
  return { abstracts, instances }
}

function readLevels(parent: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>()
  for (const level of childrenNamed(parent, 'lvl')) {
    const restart = valueOf(level, 'lvlRestart')
    // A custom format is wrapped in AlternateContent; its fallback has the nearest plain one.
    const wrapped = child(child(level, 'AlternateContent'), 'Fallback')
    levels.set(whole(level.attributes.ilvl, 0), {
      start: whole(valueOf(level, 'start'), 0),
      format: valueOf(level, 'numFmt') ?? valueOf(wrapped, 'numFmt') ?? 'decimal',
      text: valueOf(level, 'lvlText') ?? '',
      suffix: valueOf(level, 'suff') ?? 'tab',
      restartAfter: restart === undefined ? undefined : whole(restart, 0),
      legal: isOn(level, 'isLgl'),
      style: valueOf(level, 'pStyle'),
    })
  }
  return levels
}

/** Counts through one document and gives each numbered paragraph the label Word would print. */
export class ListCounter {
  readonly #numbering: Numbering
  /** Lists of one definition count together, so counters belong to the definition, not to the instance. */
  readonly #counters = new Map<string, (number | undefined)[]>()
  readonly #restarted = new Set<string>()

  constructor(numbering: Numbering) {
    this.#numbering = numbering
  }

  /** The level of a list that a paragraph style is linked to, if any. */
  levelOfStyle(list: string, style: string): number | undefined {
    const instance = this.#numbering.instances.get(list)
    const levels = instance && this.#definition(instance)?.[1].levels
    for (const [at, level] of levels ?? []) if (level.style === style) return at
    return undefined
  }

  /** Counts one paragraph and returns its label with the gap Word prints after it; empty when the list does not exist. */
  next(list: string, at: number): string {
    const instance = this.#numbering.instances.get(list)
    const definition = instance && this.#definition(instance)
    if (!instance || !definition) return ''
    const [key, { levels }] = definition
    const levelAt = (level: number) => instance.levels.get(level) ?? levels.get(level)
    const level = levelAt(at)
    if (!level) return ''
    let counters = this.#counters.get(key)
    if (!counters) this.#counters.set(key, (counters = []))
    const startAt = (level: number) => instance.starts.get(level) ?? levelAt(level)?.start ?? 1
    const override = `${list}/${at}`
    if (instance.starts.has(at) && !this.#restarted.has(override)) {
      this.#restarted.add(override)
      counters[at] = startAt(at)
    } else counters[at] = counters[at] === undefined ? startAt(at) : counters[at] + 1
    for (let below = at + 1; below < 9; below++) {
      const restart = levelAt(below)?.restartAfter
      if (restart === undefined || at < restart) counters[below] = undefined
    }
    if (level.format === 'bullet') return level.text === '' ? '' : '• '
    const label = level.text.replace(/%([1-9])/g, (_all, place: string) => {
      const other = Number(place) - 1
      const format = level.legal ? 'decimal' : (levelAt(other)?.format ?? 'decimal')
      return formatNumber(counters[other] ?? startAt(other), format === 'bullet' ? 'none' : format)
    })
    return label + gap(label, level.suffix)
  }

  #definition(instance: Instance): [string, Abstract] | undefined {
    const own = this.#numbering.abstracts.get(instance.abstract)
    if (!own?.linkedTo) return own && [instance.abstract, own]
    for (const [key, other] of this.#numbering.abstracts) if (other.styleLink === own.linkedTo) return [key, other]
    return [instance.abstract, own]
  }
}

/** Printed Chinese has no gap after 、 or ）; a digit needs one so that 1 and 2022年 do not become 12022年. */
function gap(label: string, suffix: string): string {
  return label === '' || suffix === 'nothing' || /[^\u0021-\u007E]$/.test(label) ? '' : ' '
}
