import type { FastifyInstance } from 'fastify'
import * as contract from '@yingshang/core/vault/custody-contract'
import type { CustodyState } from '@yingshang/core/vault/custody'
import type { KeyHolder } from '@yingshang/core/vault/key-state'
import { keyHolders } from '@yingshang/core/vault/key-state'
import { mayDecideCustody, mayUseKey } from '@yingshang/core/vault/policy'
import type { PersonActor } from '@yingshang/core/kernel/actor'
import { forbidden, notFound } from '../platform/http/failure.ts'
import { serve } from '../platform/http/register.ts'
import { changeCustody, custodyOf } from './custody-store.ts'
import { eraseSealed } from './erase.ts'
import type { Openings } from './openings.ts'
import { findSubjects, type VaultSubject } from './subject.ts'

export function custodyRoutes(app: FastifyInstance, { services, subjects }: Openings): void {
  const db = services.databases.app

  /** The submission's subject when its holder's officers include the actor; otherwise it is not there. */
  async function subjectOf(actor: PersonActor, vaultId: string): Promise<{ subject: VaultSubject; holder: KeyHolder }> {
    if (!keyHolders.some((holder) => mayUseKey(actor, holder) === undefined))
      throw forbidden({ code: 'vault.not-permitted' })
    const subject = (await findSubjects(subjects, [vaultId])).get(vaultId)?.subject
    const holder = subject?.kind === 'tip' ? 'discipline' : 'office'
    if (!subject || mayUseKey(actor, holder)) throw notFound('vaultSubject')
    return { subject, holder }
  }

  async function keeper(actor: PersonActor, vaultId: string): Promise<VaultSubject> {
    const { subject, holder } = await subjectOf(actor, vaultId)
    const refusal = mayDecideCustody(actor, holder)
    if (refusal) throw forbidden(refusal)
    return subject
  }

  serve(app, contract.readCustody, async ({ actor, params }) => {
    const { holder } = await subjectOf(actor, params.vaultId)
    const state = await custodyOf(db, params.vaultId)
    return { ...shown(state), mayDecide: mayDecideCustody(actor, holder) === undefined }
  })

  serve(app, contract.protectSubmission, async ({ params, body, ...call }) => {
    // Everybody who works with it may protect it at once; taking that away is the keeper's.
    if (body.isProtected) await subjectOf(call.actor, params.vaultId)
    else await keeper(call.actor, params.vaultId)
    await changeCustody(db, call, params.vaultId, { type: body.isProtected ? 'protect' : 'liftProtection' })
    return {}
  })

  serve(app, contract.holdSubmission, async ({ params, body, ...call }) => {
    await keeper(call.actor, params.vaultId)
    const type = body.isOnHold ? 'placeHold' : 'liftHold'
    await changeCustody(db, call, params.vaultId, { type, reason: body.reason })
    return {}
  })

  serve(app, contract.askErasure, async ({ params, body, ...call }) => {
    await subjectOf(call.actor, params.vaultId)
    await changeCustody(db, call, params.vaultId, { type: 'askErasure', ground: body.ground })
    return {}
  })

  serve(app, contract.decideErasure, async ({ params, body, ...call }) => {
    const { isOpen } = await keeper(call.actor, params.vaultId)
    if (body.decision === 'refuse') {
      await changeCustody(db, call, params.vaultId, { type: 'refuseErasure', because: body.because })
      return {}
    }
    await changeCustody(db, call, params.vaultId, { type: 'erase', isOpenCase: isOpen })
    // Written down first: a stop in between is finished by the daily scan.
    await eraseSealed(services, [params.vaultId])
    return {}
  })

  serve(app, contract.readErasures, async ({ actor }) => {
    if (!keyHolders.some((holder) => mayUseKey(actor, holder) === undefined))
      throw forbidden({ code: 'vault.not-permitted' })
    const found = await db.query<{ id: string; state: CustodyState }>(
      'select id, state from app.vault_custody where erasure_asked order by id limit 500',
    )
    const known = await findSubjects(
      subjects,
      found.rows.map((row) => row.id),
    )
    const lines = found.rows.flatMap(({ id, state }) => {
      const subject = known.get(id)?.subject
      if (!subject || state.kind !== 'kept' || !state.asked) return []
      if (mayUseKey(actor, subject.kind === 'tip' ? 'discipline' : 'office')) return []
      return [{ vaultId: id, caseNumber: subject.number, ...state.asked, isOnHold: state.holds.length > 0 }]
    })
    return { lines }
  })
}

function shown(state: CustodyState) {
  if (state.kind === 'erased') return { kind: 'erased' as const, isProtected: false, holds: [], asked: null }
  const { kind, isProtected, holds, asked } = state
  return { kind, isProtected, holds, asked }
}
