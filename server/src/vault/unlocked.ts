import type { KeyHolder } from '@yingshang/core/vault/key-state'
import type { PrivateKey } from './envelope.ts'

const idle = 15 * 60_000

interface Open {
  readonly keys: ReadonlyMap<string, PrivateKey>
  until: number
  timer: NodeJS.Timeout
}

/**
 * Private keys that officers have open: in this process's memory only, for one signed-in browser, until it was not used
 * for fifteen minutes. Another instance of the program, or this one after a restart, asks for the passphrase again.
 */
export class UnlockedKeys {
  readonly #open = new Map<string, Open>()

  put(session: Buffer, holder: KeyHolder, keys: ReadonlyMap<string, PrivateKey>, now: number): number {
    const place = placeOf(session, holder)
    // A second passphrase opens an older pair beside the newer one.
    const before = this.openUntil(session, holder, now) === undefined ? [] : this.#open.get(place)!.keys
    this.#drop(place)
    const timer = setTimeout(() => this.#drop(place), idle)
    timer.unref()
    this.#open.set(place, { keys: new Map([...before, ...keys]), until: now + idle, timer })
    return now + idle
  }

  /** The keys, and fifteen more minutes; `undefined` when they are closed. */
  use(session: Buffer, holder: KeyHolder, now: number): ReadonlyMap<string, PrivateKey> | undefined {
    const open = this.#open.get(placeOf(session, holder))
    if (!open) return undefined
    if (now >= open.until) {
      this.#drop(placeOf(session, holder))
      return undefined
    }
    open.until = now + idle
    open.timer.refresh()
    return open.keys
  }

  /** Looks without prolonging. */
  openUntil(session: Buffer, holder: KeyHolder, now: number): number | undefined {
    const open = this.#open.get(placeOf(session, holder))
    return open && now < open.until ? open.until : undefined
  }

  close(session: Buffer, holders: readonly KeyHolder[]): void {
    for (const holder of holders) this.#drop(placeOf(session, holder))
  }

  closeAll(): void {
    for (const place of this.#open.keys()) this.#drop(place)
  }

  #drop(place: string): void {
    clearTimeout(this.#open.get(place)?.timer)
    this.#open.delete(place)
  }
}

function placeOf(session: Buffer, holder: KeyHolder): string {
  return `${session.toString('hex')} ${holder}`
}
