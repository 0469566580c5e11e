import { seededDice, type Dice } from '@yingshang/core/kernel/dice'

/** The demo's seed: another number is another half-year. */
export const demoSeed = 17

/**
 * Dice of their own for every matter, found by its names: what one unit throws does not depend on how many others threw before
 * it, so that the same seed gives the same half-year in whatever order things are written.
 */
export function diceFor(...names: readonly (string | number)[]): Dice {
  let hash = 0x811c9dc5 ^ demoSeed
  for (const character of names.join('|')) {
    hash ^= character.codePointAt(0)!
    hash = Math.imul(hash, 0x01000193)
  }
  return seededDice(hash >>> 0)
}
