import type { FastifyInstance } from 'fastify'
import * as contract from '@yingshang/core/vault/contract'
import { keyHolders, type KeyHolder, type VaultKeyState } from '@yingshang/core/vault/key-state'
import { mayKeepKey, mayUseKey } from '@yingshang/core/vault/policy'
import type { PersonActor } from '@yingshang/core/kernel/actor'
import type { Refusal } from '@yingshang/core/kernel/refusal'
import type { Services } from '../platform/capability.ts'
import { forbidden, notFound, refused } from '../platform/http/failure.ts'
import { serve } from '../platform/http/register.ts'
import { load } from '../platform/ledger/load.ts'
import { makeFingerprints } from './fingerprints.ts'
import { addOfficer, changeOwnPassphrase, recoverByCode, removeOfficer } from './keep-key.ts'
import { keyOverview } from './key-views.ts'
import { makeVaultKey } from './make-key.ts'
import { dropWrapped, intoUse, keysOf, withBareKeys } from './passphrase.ts'
import { vaultKeys } from './tables.ts'
import type { UnlockedKeys } from './unlocked.ts'

export function keyRoutes(app: FastifyInstance, services: Services, unlocked: UnlockedKeys): void {
  const { division } = services.installation

  serve(app, contract.readVaultKeys, async ({ actor, businessDay, request, now }) => {
    const holders = keyHolders.filter((holder) => mayUseKey(actor, holder) === undefined)
    if (holders.length === 0) throw forbidden({ code: 'vault.not-permitted' })
    const openUntil = (holder: KeyHolder) => unlocked.openUntil(request.session!.tokenHash, holder, now)
    return {
      holders: await Promise.all(holders.map((one) => keyOverview(services, actor, one, businessDay, openUntil(one)))),
    }
  })

  serve(app, contract.makeKeyPair, async ({ body, ...call }) => {
    must(mayKeepKey(call.actor, body.holder))
    return makeVaultKey(services.databases.app, call, { division, ...body, officerId: call.actor.personId })
  })

  serve(app, contract.replaceKeyPair, async ({ body, params, ...call }) => {
    const { holder } = await pairOf(services, call.actor, params.keyId)
    const { passphrase, reason } = body
    const wanted = {
      division,
      holder,
      passphrase,
      officerId: call.actor.personId,
      instead: { keyId: params.keyId, reason },
    }
    return makeVaultKey(services.databases.app, call, wanted)
  })

  serve(app, contract.unlockVault, async ({ body, actor, request, now }) => {
    must(mayUseKey(actor, body.holder))
    const { personId } = actor
    const given = await keysOf(services, body.holder, personId)
    const until = await withBareKeys(services, personId, given, body.passphrase, now, async (bare) => {
      if (bare.some(({ purpose }) => purpose === 'handOver')) throw refused({ code: 'vault.choose-passphrase' })
      // What a change of passphrase that was cut off left behind.
      await dropWrapped(
        services,
        personId,
        bare.map(({ key }) => key.id),
        bare.map(({ rowId }) => rowId),
      )
      const keys = await intoUse(bare)
      // Beside the answer: whoever types a passphrase does not wait for what came in overnight.
      void makeFingerprints(services, keys).catch((error: unknown) =>
        services.log.incident('000000', 'fingerprints', error),
      )
      return unlocked.put(request.session!.tokenHash, body.holder, keys, now)
    })
    return { openUntil: new Date(until).toISOString() }
  })

  serve(app, contract.lockVault, ({ request }) => {
    unlocked.close(request.session!.tokenHash, keyHolders)
    return {}
  })

  serve(app, contract.changePassphrase, async ({ body, ...call }) => {
    must(mayUseKey(call.actor, body.holder))
    const { personId } = call.actor
    await changeOwnPassphrase(services, call, personId, body.holder, body.current, body.passphrase)
    return {}
  })

  serve(app, contract.addKeyOfficer, async ({ body, params, ...call }) => {
    const { holder } = await pairOf(services, call.actor, params.keyId)
    const wanted = {
      keyId: params.keyId,
      holder,
      from: call.actor.personId,
      to: body.personId,
      passphrase: body.passphrase,
    }
    return addOfficer(services, call, wanted)
  })

  serve(app, contract.removeKeyOfficer, async ({ params, ...call }) => {
    await pairOf(services, call.actor, params.keyId)
    await removeOfficer(services, call, params.keyId, params.personId)
    return {}
  })

  serve(app, contract.recoverKey, async ({ body, ...call }) => {
    must(mayUseKey(call.actor, body.holder))
    await recoverByCode(services, call, { ...body, personId: call.actor.personId })
    return {}
  })
}

function must(refusal: Refusal | undefined): void {
  if (refusal) throw forbidden(refusal)
}

/** A pair the actor may keep. Somebody else's pair is not there for them. */
async function pairOf(
  services: Services,
  actor: PersonActor,
  keyId: string,
): Promise<Exclude<VaultKeyState, { kind: 'none' }>> {
  const loaded = await load(services.databases.app, vaultKeys, keyId)
  if (!keyHolders.some((holder) => mayKeepKey(actor, holder) === undefined)) must(mayKeepKey(actor, 'office'))
  if (!loaded || loaded.state.kind === 'none' || mayKeepKey(actor, loaded.state.holder)) throw notFound('vaultKey')
  return loaded.state
}
