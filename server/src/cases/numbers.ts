import type { Queryable } from '../platform/database/pools.ts'

interface Year {
  next: number
  /** Taken for a write that came to nothing: given out again, so that a number missing from the year means something. */
  readonly free: number[]
}

/**
 * Human numbers of cases: division, year, place in the year (320724-2022-000123). They are counted in memory, so that cases
 * coming in at once do not wait for each other; the table's unique constraint holds them when several programs run.
 */
export class CaseNumbers {
  readonly #db: Queryable
  readonly #years = new Map<string, Promise<Year>>()

  constructor(db: Queryable) {
    this.#db = db
  }

  async take(division: string, year: number): Promise<string> {
    const counted = await this.#year(division, year)
    return numberOf(division, year, counted.free.shift() ?? counted.next++)
  }

  /** The write came to nothing. */
  async release(number: string): Promise<void> {
    const [division, year, serial] = number.split('-') as [string, string, string]
    const counted = await this.#year(division, Number(year))
    counted.free.push(Number(serial))
    counted.free.sort((one, other) => one - other)
  }

  /** Another program took numbers: goes on behind the last one kept. */
  async lookAgain(division: string, year: number): Promise<void> {
    const counted = await this.#year(division, year)
    const kept = await this.#lastKept(division, year)
    counted.next = Math.max(counted.next, kept + 1)
    counted.free.splice(0, counted.free.length, ...counted.free.filter((serial) => serial > kept))
  }

  #year(division: string, year: number): Promise<Year> {
    const key = `${division}-${year}`
    let counted = this.#years.get(key)
    if (!counted) {
      counted = this.#lastKept(division, year).then((kept) => ({ next: kept + 1, free: [] }))
      // A failed look is no answer: the next one looks again.
      counted.catch(() => this.#years.delete(key))
      this.#years.set(key, counted)
    }
    return counted
  }

  async #lastKept(division: string, year: number): Promise<number> {
    const found = await this.#db.query<{ serial: number }>({
      name: 'cases:last-number',
      text: 'select serial from app.case where division = $1 and year = $2 order by serial desc limit 1',
      values: [division, year],
    })
    return found.rows[0]?.serial ?? 0
  }
}

export function numberOf(division: string, year: number, serial: number): string {
  return `${division}-${year}-${String(serial).padStart(6, '0')}`
}
