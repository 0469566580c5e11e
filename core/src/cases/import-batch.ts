import { isOffice, type Actor } from '../kernel/actor.ts'
import type { IsoDate } from '../kernel/dates.ts'
import type { Decider } from '../kernel/decider.ts'
import { accept, refuse, type Decision, type Refusal } from '../kernel/refusal.ts'
import type { ImportProfile, ImportSource } from './import-columns.ts'

/** What is known when an import begins. No word of any row. */
export interface BatchFacts {
  readonly source: ImportSource
  readonly division: string
  readonly profile: ImportProfile
  /** SHA-256 of the file, hex. */
  readonly digest: string
  /** Rows of the file; those left out for their faults; those known before. */
  readonly rows: number
  readonly leftOut: number
  readonly known: number
  /** Cases it is going to register. */
  readonly planned: number
}

interface Begun {
  readonly facts: BatchFacts
  readonly by: string
  readonly on: IsoDate
  readonly registered: number
}

export type ImportBatch =
  | { readonly kind: 'none' }
  | (Begun & { readonly kind: 'running' })
  | (Begun & { readonly kind: 'done' })
  | (Begun & { readonly kind: 'undoing'; readonly reason: UndoReason; readonly withdrawn: number })
  /** Cases somebody had taken in hand before were kept. */
  | (Begun & {
      readonly kind: 'undone'
      readonly reason: UndoReason
      readonly withdrawn: number
      readonly kept: number
    })

/** Why a batch is taken back. A closed list: nobody writes about submitters here. */
export const undoReasons = ['wrongFile', 'wrongSource', 'wrongColumns', 'rehearsal'] as const
export type UndoReason = (typeof undoReasons)[number]

export const importBatchStatuses = ['running', 'done', 'undoing', 'undone'] as const

export type ImportBatchCommand =
  | { readonly type: 'begin'; readonly facts: BatchFacts }
  | { readonly type: 'registerRows'; readonly count: number }
  | { readonly type: 'finish' }
  | { readonly type: 'beginUndo'; readonly reason: UndoReason }
  | { readonly type: 'withdrawRows'; readonly count: number }
  | { readonly type: 'finishUndo'; readonly kept: number }

export type ImportBatchEvent =
  | { readonly type: 'begun'; readonly facts: BatchFacts; readonly by: string; readonly on: IsoDate }
  | { readonly type: 'rowsRegistered'; readonly count: number }
  | { readonly type: 'finished' }
  | { readonly type: 'undoBegun'; readonly reason: UndoReason; readonly on: IsoDate }
  | { readonly type: 'rowsWithdrawn'; readonly count: number }
  | { readonly type: 'undoFinished'; readonly kept: number }

export const importBatchRefusals = [
  'import.office-only',
  'import.not-running',
  'import.undone',
  'import.not-undoable',
  'import.file-missing',
  'import.file-unreadable',
  'import.no-header',
  'import.too-many-rows',
  'import.no-rows',
  'import.columns-missing',
  'import.columns-unknown',
  'import.has-faults',
  'import.other-file',
] as const
export type ImportBatchRefusal = (typeof importBatchRefusals)[number]

export interface ImportBatchContext {
  readonly actor: Actor
  readonly businessDay: IsoDate
}

/** Imports pass by the office's own people: nobody else sees a file of several hundred submitters. */
export function mayImport(actor: Actor): Refusal<ImportBatchRefusal> | null {
  return isOffice(actor) ? null : { code: 'import.office-only' }
}

/** An import in steps: a program that is killed between two of them goes on where it stood. */
export const importBatchDecider: Decider<
  ImportBatchCommand,
  ImportBatch,
  ImportBatchEvent,
  ImportBatchRefusal,
  ImportBatchContext
> = {
  initial: { kind: 'none' },

  decide(command, state, { actor, businessDay: on }): Decision<ImportBatchEvent, ImportBatchRefusal> {
    const refusal = mayImport(actor)
    if (refusal || actor.kind !== 'person') return refuse('import.office-only')
    switch (command.type) {
      case 'begin':
        if (state.kind !== 'none') return refuse('import.not-running')
        return accept({ type: 'begun', facts: command.facts, by: actor.personId, on })
      case 'registerRows':
        if (state.kind !== 'running') return refuse(ended(state))
        return accept({ type: 'rowsRegistered', count: command.count })
      case 'finish':
        return state.kind === 'running' ? accept({ type: 'finished' }) : refuse(ended(state))
      case 'beginUndo':
        // An import that was cut off half-way may be taken back too.
        if (state.kind !== 'running' && state.kind !== 'done') return refuse('import.undone')
        if (state.registered === 0) return refuse('import.not-undoable')
        return accept({ type: 'undoBegun', reason: command.reason, on })
      case 'withdrawRows':
        if (state.kind !== 'undoing') return refuse('import.undone')
        return accept({ type: 'rowsWithdrawn', count: command.count })
      case 'finishUndo':
        if (state.kind !== 'undoing') return refuse('import.undone')
        return accept({ type: 'undoFinished', kept: command.kept })
    }
  },

  evolve(state, event): ImportBatch {
    if (event.type === 'begun') {
      const { facts, by, on } = event
      return { kind: 'running', facts, by, on, registered: 0 }
    }
    if (state.kind === 'none') throw new Error('an import begins before anything else')
    const { facts, by, on, registered } = state
    const begun = { facts, by, on, registered }
    switch (event.type) {
      case 'rowsRegistered':
        return { ...begun, kind: 'running', registered: registered + event.count }
      case 'finished':
        return { ...begun, kind: 'done' }
      case 'undoBegun':
        return { ...begun, kind: 'undoing', reason: event.reason, withdrawn: 0 }
      case 'rowsWithdrawn':
        if (state.kind !== 'undoing') throw new Error('rows are withdrawn while an import is undone')
        return { ...state, withdrawn: state.withdrawn + event.count }
      case 'undoFinished':
        if (state.kind !== 'undoing') throw new Error('an undoing ends where it began')
        return { ...state, kind: 'undone', kept: event.kept }
    }
  },
}

function ended(state: ImportBatch): ImportBatchRefusal {
  return state.kind === 'undone' || state.kind === 'undoing' ? 'import.undone' : 'import.not-running'
}
