import { useCallback, useEffect, useState } from 'react'

const prefix = 'yingshang.draft.'
const keptFor = 30 * 86_400_000

interface Kept<Value> {
  readonly at: number
  readonly value: Value
}

/** Reads a kept draft; old or unreadable ones count as none. */
export function readDraft<Value>(store: Pick<Storage, 'getItem'>, key: string, now: number): Value | undefined {
  try {
    const text = store.getItem(prefix + key)
    if (text === null) return undefined
    const kept = JSON.parse(text) as Kept<Value>
    return typeof kept.at === 'number' && now - kept.at < keptFor ? kept.value : undefined
  } catch {
    return undefined
  }
}

export function writeDraft<Value>(store: Pick<Storage, 'setItem'>, key: string, value: Value, now: number): void {
  try {
    store.setItem(prefix + key, JSON.stringify({ at: now, value } satisfies Kept<Value>))
  } catch {
    // A full or forbidden store must not stop the typing.
  }
}

export function forgetDraft(key: string): void {
  try {
    localStorage.removeItem(prefix + key)
  } catch {
    // nothing was kept
  }
}

/** Removes every draft of this browser: a person who signs out leaves nothing behind on a shared computer. */
export function forgetAllDrafts(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key)
  } catch {
    // nothing was kept
  }
}

/**
 * A form's value that survives reloads, lost sessions and closed windows. `key` names the person, the thing and the
 * form. `clear` after it was sent. Only for staff's own words; nothing from the vault may be put here.
 */
export function useDraft<Value>(key: string, empty: Value) {
  const [value, setValue] = useState<Value>(() => readDraft<Value>(localStorage, key, Date.now()) ?? empty)
  const [restored, setRestored] = useState(() => readDraft<Value>(localStorage, key, Date.now()) !== undefined)
  useEffect(() => {
    const kept = readDraft<Value>(localStorage, key, Date.now())
    setValue(kept ?? empty)
    setRestored(kept !== undefined)
    // `empty` is a fresh object on every render; only the key names the draft.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key])
  const change = useCallback(
    (next: Value) => {
      setValue(next)
      writeDraft(localStorage, key, next, Date.now())
    },
    [key],
  )
  const clear = useCallback(() => {
    forgetDraft(key)
    setValue(empty)
    setRestored(false)
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key])
  return { value, change, clear, restored }
}
