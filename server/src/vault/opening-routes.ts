import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as contract from '@yingshang/core/vault/opening-contract'
import { maySeeOpenings } from '@yingshang/core/vault/policy'
import { forbidden, notFound } from '../platform/http/failure.ts'
import { serve } from '../platform/http/register.ts'
import { sendSealedFile } from './files.ts'
import { openingLog } from './opening-views.ts'
import {
  decideOpening,
  keysForDownload,
  openOriginal,
  useOpening,
  type OpeningCall,
  type Openings,
} from './openings.ts'
import { readFileRow } from './read-sealed.ts'

export function openingRoutes(app: FastifyInstance, vault: Openings): void {
  const { databases } = vault.services

  serve(app, contract.openOriginal, async ({ body, ...call }) => openOriginal(vault, withSession(call), body))

  serve(app, contract.useOpening, async ({ params, ...call }) => useOpening(vault, withSession(call), params.openingId))

  serve(app, contract.allowOpening, async ({ params, ...call }) => {
    await decideOpening(vault, withSession(call), params.openingId, { type: 'allow' })
    return {}
  })

  serve(app, contract.refuseOpening, async ({ params, body, ...call }) => {
    await decideOpening(vault, withSession(call), params.openingId, { type: 'refuse', because: body.because })
    return {}
  })

  serve(app, contract.readOpenings, async ({ query, actor, businessDay }) => {
    const refusal = maySeeOpenings(actor, query.holder)
    if (refusal) throw forbidden(refusal)
    const wanted = { holder: query.holder, waiting: query.waiting === 'yes', page: query.page }
    return openingLog(databases.app, vault.subjects, actor, businessDay, wanted)
  })

  serve(app, contract.downloadSealedFile, async ({ params, reply, ...call }) => {
    const { keys, vaultId } = await keysForDownload(vault, withSession(call), params.openingId)
    const file = await readFileRow(vault.services, keys, vaultId, params.fileId)
    if (!file) throw notFound('file')
    await sendSealedFile(databases.vault, file, reply)
  })
}

function withSession(call: Omit<OpeningCall, 'session'> & { readonly request: FastifyRequest }): OpeningCall {
  const { actor, businessDay, now, commandId } = call
  return { actor, businessDay, now, commandId, session: call.request.session!.tokenHash }
}
