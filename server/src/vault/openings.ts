import { maskText } from '@yingshang/core/vault/masking'
import { opening, type OpeningCommand } from '@yingshang/core/vault/opening'
import type { OpeningPart, OpeningReason, OpeningState } from '@yingshang/core/vault/opening-state'
import { mayUseKey } from '@yingshang/core/vault/policy'
import { usualVaultRules } from '@yingshang/core/vault/rules'
import type { OpenedContent } from '@yingshang/core/vault/opening-contract'
import { keyHolders, type KeyHolder } from '@yingshang/core/vault/key-state'
import type { PersonActor } from '@yingshang/core/kernel/actor'
import type { Services } from '../platform/capability.ts'
import { forbidden, notFound, refused } from '../platform/http/failure.ts'
import { decideAndRecord } from '../platform/ledger/decide-and-record.ts'
import { changeOne, newChange, orRefuse } from '../platform/ledger/decide.ts'
import { load } from '../platform/ledger/load.ts'
import { newId } from '../platform/ledger/record.ts'
import { custodyOf } from './custody-store.ts'
import { keysOf } from './passphrase.ts'
import { holderOf, readPart, type Keys } from './read-sealed.ts'
import { findSubjects, type VaultSubjects } from './subject.ts'
import { vaultOpenings } from './tables.ts'
import type { UnlockedKeys } from './unlocked.ts'

export interface OpeningCall {
  readonly actor: PersonActor
  readonly businessDay: string
  readonly now: number
  readonly commandId: string
  /** Hash of the browser's session: the key is open for it or not. */
  readonly session: Buffer
}

export interface Openings {
  readonly services: Services
  readonly unlocked: UnlockedKeys
  readonly subjects: readonly VaultSubjects[]
}

type Answer = { openingId: string; content: OpenedContent | null }

/**
 * Opens one part of a submission: permitted officer, key open in this browser, preset reason; written to the ledger
 * before anything is read. A protected submission only asks: a second person decides.
 */
export async function openOriginal(
  vault: Openings,
  call: OpeningCall,
  wanted: { vaultId: string; part: OpeningPart; reason: OpeningReason; note: string },
): Promise<Answer> {
  const { vaultId, part } = wanted
  const { app } = vault.services.databases
  worksWithSome(call.actor)
  const kept = await custodyOf(app, vaultId)
  const holder = await holderOf(vault.services, vaultId)
  // An erased one has no rows: to whom it belonged is not told to those who could not have opened it.
  if (!holder) throw kept.kind === 'erased' ? refused({ code: 'vault.erased' }) : notFound('vaultSubject')
  const keys = await permitted(vault, call, vaultId, holder)
  const command: OpeningCommand = {
    type: 'open',
    ...wanted,
    note: maskText(wanted.note).text,
    holder,
    isProtected: kept.kind === 'kept' && kept.isProtected,
    isErased: kept.kind === 'erased',
  }
  const done = await decideAndRecord(app, call, async () => {
    const openingId = newId(call.now)
    const events = orRefuse(opening.decide(command, opening.initial, contextOf(call)))
    const change = newChange(vaultOpenings, opening, openingId, events)
    return { changes: [change], result: { openingId, kind: change.state.kind, at: call.now } }
  })
  freshOrRefuse(done.at, call.now)
  const content = done.kind === 'opened' ? await readPart(vault.services, keys, vaultId, part) : null
  return { openingId: done.openingId, content }
}

/** Shows what the second person allowed. */
export async function useOpening(vault: Openings, call: OpeningCall, openingId: string): Promise<Answer> {
  const { app } = vault.services.databases
  const asked = await openingOf(vault, call, openingId)
  const keys = await permitted(vault, call, asked.vaultId, asked.holder)
  const isErased = (await custodyOf(app, asked.vaultId)).kind === 'erased'
  const done = await changeOne(app, vaultOpenings, opening, openingId, call, ({ state }) => ({
    events: orRefuse(opening.decide({ type: 'use', isErased }, state, contextOf(call))),
    result: call.now,
  }))
  freshOrRefuse(done.result as number, call.now)
  return { openingId, content: await readPart(vault.services, keys, asked.vaultId, asked.part) }
}

/** The second person's word. Their key need not be open: they see nothing. */
export async function decideOpening(
  vault: Openings,
  call: OpeningCall,
  openingId: string,
  command: Extract<OpeningCommand, { type: 'allow' | 'refuse' }>,
): Promise<void> {
  const asked = await openingOf(vault, call, openingId)
  await permittedSubject(vault, call, asked.vaultId, asked.holder)
  const masked = command.type === 'refuse' ? { ...command, because: maskText(command.because).text } : command
  await changeOne(vault.services.databases.app, vaultOpenings, opening, openingId, call, ({ state }) => ({
    events: orRefuse(opening.decide(masked, state, contextOf(call))),
  }))
}

/**
 * A repeated command is answered once more because the answer may have got lost; a command repeated later would be a
 * look that nobody wrote down.
 */
function freshOrRefuse(openedAt: number, now: number): void {
  if (now - openedAt > 2 * 60_000) throw refused({ code: 'vault.open-again' })
}

const downloadable = 60 * 60_000

/** The keys for a file of an original this officer opened within the last hour. */
export async function keysForDownload(
  vault: Openings,
  call: OpeningCall,
  openingId: string,
): Promise<{ keys: Keys; vaultId: string }> {
  const state = await openingOf(vault, call, openingId)
  if (state.officerId !== call.actor.personId) throw notFound('vaultOpening')
  const keys = await permitted(vault, call, state.vaultId, state.holder)
  if (state.kind !== 'opened' || state.part !== 'original' || call.now - Date.parse(state.openedAt) > downloadable)
    throw refused({ code: 'vault.open-again' })
  return { keys, vaultId: state.vaultId }
}

type Kept = Exclude<OpeningState, { kind: 'none' }>

/** Everybody else is told so at once, whatever they ask about. */
function worksWithSome(actor: PersonActor): void {
  if (!keyHolders.some((holder) => mayUseKey(actor, holder) === undefined))
    throw forbidden({ code: 'vault.not-permitted' })
}

async function openingOf({ services }: Openings, { actor }: OpeningCall, openingId: string): Promise<Kept> {
  worksWithSome(actor)
  const loaded = await load(services.databases.app, vaultOpenings, openingId)
  if (!loaded || loaded.state.kind === 'none') throw notFound('vaultOpening')
  return loaded.state
}

/** Policy of the key, the capability's own word about the case, and a key that is open here. */
async function permitted(vault: Openings, call: OpeningCall, vaultId: string, holder: KeyHolder): Promise<Keys> {
  await permittedSubject(vault, call, vaultId, holder)
  const keys = vault.unlocked.use(call.session, holder, call.now)
  if (!keys) throw refused({ code: 'vault.locked' })
  // Who was removed since the passphrase was typed, on whichever instance, opens no more.
  const given = (await keysOf(vault.services, holder, call.actor.personId)).map((key) => key.id)
  if (given.length === 0) throw refused({ code: 'vault.not-an-officer' })
  return new Map([...keys].filter(([keyId]) => given.includes(keyId)))
}

async function permittedSubject(
  vault: Openings,
  { actor }: OpeningCall,
  vaultId: string,
  holder: KeyHolder,
): Promise<void> {
  // What belongs to the other holder is not there: a refusal would tell that there is a tip.
  if (mayUseKey(actor, holder))
    throw holder === 'office' ? forbidden({ code: 'vault.not-permitted' }) : notFound('vaultSubject')
  const found = (await findSubjects(vault.subjects, [vaultId])).get(vaultId)
  if (!found) throw notFound('vaultSubject')
  const refusal = await found.of.mayOpen(actor, found.subject)
  if (refusal) throw forbidden(refusal)
}

function contextOf({ actor, businessDay, now }: OpeningCall) {
  return { personId: actor.personId, businessDay, at: new Date(now).toISOString(), rules: usualVaultRules }
}
