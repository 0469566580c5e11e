import type { Actor } from '@yingshang/core/kernel/actor'

/** Who acts, on which business day, at which instant, by which command. */
export interface Occasion {
  readonly actor: Actor
  readonly businessDay: string
  readonly now: number
  readonly commandId: string
}
