import { groupKinds, isShorthandOf, levelOf, nameKey, takeApart, tidyName } from './unit-names.ts'
import { namesOf, type UnitKind } from './unit.ts'

/** A unit as far as matching needs it. Merged and closed units stay findable. */
export interface KnownUnit {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly aliases: readonly string[]
  readonly kind: UnitKind
  readonly active: boolean
  readonly mergedInto: string | null
}

/** Why a unit is offered; the sentence stands in `labels.zh.ts`. */
export const matchReasons = [
  'sameName',
  'formerOrPrintedName',
  'sameWhenShortened',
  'secondName',
  'shorthand',
  'otherLevel',
  'mergedUnit',
] as const
export type MatchReason = (typeof matchReasons)[number]

export interface MatchCandidate {
  readonly unitId: string
  readonly name: string
  readonly why: MatchReason
}

export interface NameMatch {
  /** As given. */
  readonly name: string
  /** Set when there is exactly one certain answer; everything less certain is only a candidate to ask about. */
  readonly unitId?: string
  readonly candidates: readonly MatchCandidate[]
}

const certain: readonly MatchReason[] = ['sameName', 'formerOrPrintedName', 'sameWhenShortened', 'mergedUnit']

/**
 * Finds the unit of each printed name. Certain: equal to a name or alias, or equal once long words are shortened and
 * the levels agree. Asked about: shorthand (资源局 / 自然资源局), the second plate in brackets, another level.
 * `places` are the names of the division (灌南县, 灌南), which may stand in front of a name.
 */
export function matchNames(
  names: readonly string[],
  units: readonly KnownUnit[],
  places: readonly string[] = [],
): NameMatch[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const spelled = units.map((unit) => ({
    unit,
    main: [unit.name, unit.shortName].map(tidyName),
    all: namesOf(unit).map(tidyName),
    keys: namesOf(unit).map((name) => ({
      key: nameKey(name, places),
      level: levelOf(takeApart(name).main, places).level,
    })),
    seconds: namesOf(unit).flatMap((name) => takeApart(name).second ?? []),
  }))
  return names.map((name) => {
    const tidy = tidyName(name)
    const { main, second } = takeApart(name)
    const key = nameKey(name, places)
    const { level } = levelOf(main, places)
    const found = new Map<string, MatchCandidate>()
    const offer = (unit: KnownUnit, why: MatchReason) => {
      const last = follow(unit, byId)
      if (!last?.active || found.has(last.id)) return
      found.set(last.id, { unitId: last.id, name: last.shortName, why: last.id === unit.id ? why : whyMerged(why) })
    }
    for (const one of spelled) if (one.main.includes(tidy)) offer(one.unit, 'sameName')
    for (const one of spelled) if (one.all.includes(tidy)) offer(one.unit, 'formerOrPrintedName')
    if (found.size === 0) {
      for (const one of spelled)
        if (one.keys.some((known) => known.key === key && agree(known.level, level)))
          offer(one.unit, 'sameWhenShortened')
    }
    const sure = [...found.values()].filter((candidate) => certain.includes(candidate.why))
    if (sure.length === 1 && second === null) return { name, unitId: sure[0]!.unitId, candidates: sure }
    const secondKey = second === null ? null : nameKey(second, places)
    for (const one of spelled) {
      if (secondKey !== null && one.keys.some((known) => known.key === secondKey)) offer(one.unit, 'secondName')
      if (one.seconds.some((plate) => nameKey(plate, places) === key)) offer(one.unit, 'secondName')
      if (one.keys.some((known) => known.key === key && !agree(known.level, level))) offer(one.unit, 'otherLevel')
      if (
        one.keys.some(
          (known) => agree(known.level, level) && (isShorthandOf(key, known.key) || isShorthandOf(known.key, key)),
        )
      )
        offer(one.unit, 'shorthand')
    }
    const candidates = [...found.values()].slice(0, 8)
    // 县发改委（县信用办）: the main name is certain and no other unit claims the second plate.
    return sure.length === 1 && candidates.length === 1
      ? { name, unitId: sure[0]!.unitId, candidates }
      : { name, candidates }
  })
}

/** The units a collective name stands for (各镇 → every active town), in their own order; `undefined`: not collective. */
export function resolveGroupName(printed: string, units: readonly KnownUnit[]): string[] | undefined {
  const kinds = groupKinds(printed)
  return kinds && units.filter((unit) => unit.active && kinds.includes(unit.kind)).map((unit) => unit.id)
}

function agree(one: string, other: string): boolean {
  return one === other || one === '' || other === ''
}

function whyMerged(why: MatchReason): MatchReason {
  return certain.includes(why) ? 'mergedUnit' : why
}

/** The unit a merged unit lives on in; mergers can follow one another. */
function follow(unit: KnownUnit, byId: ReadonlyMap<string, KnownUnit>): KnownUnit | undefined {
  let last: KnownUnit | undefined = unit
  for (let steps = 0; last && last.mergedInto !== null && steps < 50; steps++) last = byId.get(last.mergedInto)
  return last
}
