import type { DeadlineKind } from '@yingshang/core/tasks/deadline-kind'
import { diceFor } from './chance.ts'

export type Speed = 'quick' | 'usual' | 'slow'

/** How one unit goes about one of its parts. Days are working days. */
export interface Manner {
  readonly speed: Speed
  readonly signAfter: number
  readonly firstReport: number
  readonly reportEvery: number
  /** When the result is to be signed, seen from the due day. */
  readonly handInAt: number
  /** How long before that the liaison drafts. */
  readonly draftAhead: number
  readonly redoAfter: number
  /** The office finds something missing in the first result. */
  readonly comesBack: boolean
  readonly namesPersons: boolean
  readonly passesInside: boolean
  readonly asksForTime: boolean
  readonly asksForOtherUnit: boolean
  readonly attachesFile: boolean
}

/** A unit's way of working, the same over the whole campaign. */
export function speedOf(unitCode: string): Speed {
  return diceFor('unit', unitCode).weigh([
    ['quick', 42],
    ['usual', 42],
    ['slow', 16],
  ])
}

export function mannerOf(unitCode: string, partKey: string, kind: DeadlineKind): Manner {
  const speed = speedOf(unitCode)
  const dice = diceFor('part', partKey)
  const by = <Value>(values: Readonly<Record<Speed, Value>>): Value => values[speed]
  const between = (ranges: Readonly<Record<Speed, readonly [number, number]>>) => dice.int(...by(ranges))
  return {
    speed,
    signAfter: between({ quick: [0, 2], usual: [1, 5], slow: [3, 14] }),
    firstReport: between({ quick: [5, 12], usual: [8, 20], slow: [15, 35] }),
    reportEvery: between({ quick: [14, 22], usual: [18, 30], slow: [28, 50] }),
    handInAt: handInAt(speed, dice, kind === 'ongoing' ? 9 : 0),
    draftAhead: between({ quick: [1, 2], usual: [1, 3], slow: [2, 5] }),
    redoAfter: between({ quick: [1, 3], usual: [2, 6], slow: [4, 12] }),
    comesBack: dice.chance(by({ quick: 0.08, usual: 0.16, slow: 0.34 })),
    namesPersons: dice.chance(0.6),
    passesInside: dice.chance(0.5),
    asksForTime:
      dice.chance(by({ quick: 0.02, usual: 0.06, slow: 0.12 })) && kind !== 'ongoing' && kind !== 'recurring',
    asksForOtherUnit: dice.chance(0.02),
    attachesFile: dice.chance(0.18),
  }
}

/** A yearly conclusion is written earlier, by `ahead` days more. */
function handInAt(speed: Speed, dice: ReturnType<typeof diceFor>, ahead: number): number {
  const ways = {
    quick: [
      [() => -dice.int(2, 18) - ahead, 96],
      [() => dice.int(1, 4), 4],
    ],
    usual: [
      [() => -dice.int(1, 10) - ahead, 80],
      [() => 0, 8],
      [() => dice.int(1, 6), 12],
    ],
    slow: [
      [() => -dice.int(1, 6), 72],
      [() => dice.int(1, 14), 25],
      [() => dice.int(25, 60), 3],
    ],
  } as const satisfies Record<Speed, readonly (readonly [() => number, number])[]>
  return dice.weigh<() => number>(ways[speed])()
}
