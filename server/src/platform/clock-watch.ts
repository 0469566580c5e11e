import type { Log } from './log.ts'

export interface TwoClocks {
  /** The machine's wall clock, epoch milliseconds. */
  wall(): number
  /** Milliseconds that never jump. */
  steady(): number
}

export const machineClocks: TwoClocks = { wall: () => Date.now(), steady: () => performance.now() }

/** Five minutes: more than any drift that a time server corrects bit by bit. */
export const jump = 5 * 60_000

/**
 * Compares the wall clock with the steady one. A difference that grew by more than five minutes since the last look is
 * told once: somebody set the clock, or the machine slept. Sessions, second factors and `recorded_at` follow the wall
 * clock, so people may be signed out and times in the ledger may not be in order.
 */
export function watchClock(
  clocks: TwoClocks,
  tell: (minutes: number) => void,
  every = 30_000,
): { look(): void; stop(): void } {
  let apart = clocks.wall() - clocks.steady()
  const look = () => {
    const seen = clocks.wall() - clocks.steady()
    const moved = seen - apart
    apart = seen
    if (Math.abs(moved) > jump) tell(Math.round(moved / 60_000))
  }
  const timer = setInterval(look, every)
  timer.unref()
  return { look, stop: () => clearInterval(timer) }
}

/** Writes a jump down and says it on the terminal. */
export function tellClockJump(log: Log, say: (sentence: string) => void): (minutes: number) => void {
  return (minutes) => {
    log.line('clock-jumped', { minutes })
    const way = minutes > 0 ? `向前跳了 ${minutes} 分钟` : `往回跳了 ${-minutes} 分钟`
    say(`注意：这台机器的时钟${way}（被人改动，或机器休眠过）。请核对系统时间；有人可能需要重新登录`)
  }
}
