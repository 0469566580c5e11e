import { useSyncExternalStore } from 'react'

const key = 'yingshang.large-type'
const listeners = new Set<() => void>()

function read(): boolean {
  try {
    return localStorage.getItem(key) === 'yes'
  } catch {
    return false
  }
}

function show(): void {
  document.documentElement.classList.toggle('large-type', read())
}

/** Switches the large letters on or off in this browser. */
export function setLargeType(large: boolean): void {
  try {
    localStorage.setItem(key, large ? 'yes' : 'no')
  } catch {
    // then only for this page
  }
  show()
  for (const listener of listeners) listener()
}

export function useLargeType(): boolean {
  return useSyncExternalStore((listener) => {
    show()
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, read)
}

const narrow = window.matchMedia('(max-width: 767px)')

/** True on a phone's width, where controls are as tall as a thumb. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      narrow.addEventListener('change', listener)
      return () => narrow.removeEventListener('change', listener)
    },
    () => narrow.matches,
  )
}
