/** A seeded source of chance for made material (demo, tests, bench): the same seed gives the same throws on every machine. */
export interface Dice {
  /** A number in [0, 1). */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** One of the entries, each as likely as its weight says. */
  weigh<T>(list: readonly (readonly [T, number])[]): T
  /** `count` different entries in random order (fewer when the list is shorter). */
  sample<T>(list: readonly T[], count: number): T[]
}

/** mulberry32 over the seed; good enough for test material, of no use for secrets. */
export function seededDice(seed: number): Dice {
  let state = (Math.imul(seed + 1, 0x9e3779b1) ^ 0x5bd1e995) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(list: readonly T[]): T => list[int(0, list.length - 1)] as T
  return {
    next,
    int,
    pick,
    chance: (probability) => next() < probability,
    weigh: (list) => {
      let rest = next() * list.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [entry, weight] of list) {
        rest -= weight
        if (rest < 0) return entry
      }
      return (list.at(-1) as (typeof list)[number])[0]
    },
    sample: <T>(list: readonly T[], count: number) => {
      const rest = [...list]
      const out: T[] = []
      while (out.length < count && rest.length > 0) out.push(...rest.splice(int(0, rest.length - 1), 1))
      return out
    },
  }
}

/** The words of a text, in order: long lists of names are easier to read and change without quotes. */
export function wordsIn(text: string): string[] {
  return text.trim().split(/\s+/)
}
