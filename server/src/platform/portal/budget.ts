/**
 * How many portal sends (or wrong codes) the instance takes a minute, all addresses together: a whole town may share one
 * address, so none is ever locked out. A send with proof of work draws from a budget of its own.
 */
export class Budget {
  readonly #perMinute: number
  #minute = 0
  #used = 0

  constructor(perMinute: number) {
    this.#perMinute = perMinute
  }

  /** Takes one; false when this minute's are used up. */
  take(now: number): boolean {
    const minute = Math.floor(now / 60_000)
    if (minute !== this.#minute) [this.#minute, this.#used] = [minute, 0]
    if (this.#used >= this.#perMinute) return false
    this.#used++
    return true
  }
}
