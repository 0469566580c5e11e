import { seededDice, type Dice } from './dice.ts'
import { damageMutations } from './damage-mutations.ts'
import type { Mutation, Printed } from './mutate.ts'
import { reprintMutations } from './reprint-mutations.ts'

/** Several mutations one after the other, as documents in the world suffer them. */
function combination(seed: number): Mutation {
  const dice = seededDice(seed)
  const reprints = reprintMutations.filter((m) => m.name !== 'tasks as a table')
  const steps = [dice.pick(reprints), dice.pick(reprints), dice.pick(damageMutations)]
  return {
    name: `together: ${steps.map((m) => m.name).join(' + ')}`,
    apply: (from: Printed, inner: Dice) => steps.reduce<Printed>((text, step) => step.apply(text, inner) ?? text, from),
  }
}

/** Every way of printing the same notice differently that is tried on the texts with gold files. */
export const mutations: readonly Mutation[] = [
  { name: 'unchanged', apply: (from) => from },
  ...reprintMutations,
  ...damageMutations,
  ...Array.from({ length: 30 }, (_, i) => combination(i)),
]
