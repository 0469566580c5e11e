import type { FastifyInstance } from 'fastify'
import { registerCase } from '@yingshang/core/cases/intake-contract'
import { mayRegister } from '@yingshang/core/cases/policy'
import { isOffice, type PersonActor } from '@yingshang/core/kernel/actor'
import { unitRoles } from '@yingshang/core/kernel/own-unit'
import type { Services } from '../platform/capability.ts'
import { forbidden, refused } from '../platform/http/failure.ts'
import { serve } from '../platform/http/register.ts'
import { runningCampaignOf } from '../rules/for-others.ts'
import { receiptCodeOf, type VaultIntake } from '../vault/for-others.ts'
import type { CaseRegister } from './registering.ts'

export interface Entry {
  readonly services: Services
  readonly vault: VaultIntake
  readonly cases: CaseRegister
}

/**
 * Staff entry: the office writes down what it was told, a unit's window what was said there (that unit is then the body asked
 * first). The words go into the vault as they came; the answer brings a code by which the submitter takes the case over.
 */
export function registerRoute(app: FastifyInstance, { services, vault, cases }: Entry): void {
  serve(app, registerCase, async (call) => {
    const { actor, body, businessDay, now, commandId } = call
    const refusal = mayRegister(actor)
    if (refusal) throw forbidden(refusal)
    if (body.receivedOn > businessDay)
      throw refused({ code: 'case.received-in-future', facts: { on: body.receivedOn } })
    const { kind, source, receivedOn, receivedAt, submitterKind, title, text, object, identity, consent } = body
    const sealed = await vault.seal({ holder: 'office', original: { title, text, object }, identity, consent, now })
    // The command's id is known to nobody else: a repeated command answers the same code.
    const code = receiptCodeOf(services.keys.siteKey, `take-over ${commandId}`)
    const made = await cases.register(
      { actor, businessDay, now, commandId },
      {
        kind,
        source,
        receivedOn,
        receivedAt,
        submitterKind,
        firstContactUnitId: firstContactOf(actor),
        vaultId: sealed.vaultId,
        commitments: sealed.commitments,
        campaignId: (await runningCampaignOf(services.databases.app, services.installation.division)) ?? null,
        masked: { title: sealed.maskedTitle.text, text: sealed.maskedText.text, object: sealed.maskedObject.text },
        ...(body.classification ? { classification: body.classification } : {}),
      },
      async (id) => [
        ...sealed.attachments,
        await vault.receipt({ code, subject: { kind: 'case', id }, purpose: 'takeOver', now }),
      ],
    )
    return { ...made, takeOverCode: code }
  })
}

/** 首问负责: the unit at whose window it was said; nobody when the office itself was asked. */
function firstContactOf(actor: PersonActor): string | null {
  if (isOffice(actor)) return null
  const posts = actor.posts.filter((post) => (unitRoles as readonly string[]).includes(post.role))
  return posts[0]?.unitId ?? null
}
