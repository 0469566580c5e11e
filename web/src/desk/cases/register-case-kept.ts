import { useState } from 'react'
import type { Intention } from '../../api/use-command.ts'
import type { Entry } from './register-case-state.ts'

/**
 * The half-typed entry of one person, in this page's memory alone: the words and the identity of a submitter are never
 * written to a disk unsealed, so the drafts in the browser's store are not for them. It outlives other pages of the desk.
 */
let kept: { readonly personId: string; readonly entry: Entry } | undefined

let sending: { readonly personId: string; readonly intention: Intention } | undefined

/**
 * The command id of an entry whose answer was lost: who looks into the list first and then sends again gets the number and
 * the code of the same case.
 */
export function keptIntention(personId: string): Intention {
  if (sending?.personId !== personId) sending = { personId, intention: { current: undefined } }
  return sending.intention
}

export function useKeptEntry(personId: string, empty: Entry) {
  const [entry, setEntry] = useState(() => (kept?.personId === personId ? kept.entry : empty))
  return {
    entry,
    change(part: Partial<Entry>) {
      const next = { ...entry, ...part }
      kept = { personId, entry: next }
      setEntry(next)
    },
    /** Begins again, after it was sent. */
    begin(next: Entry) {
      kept = undefined
      setEntry(next)
    },
  }
}
