import type { z } from 'zod'
import type { caseMessages } from '@yingshang/core/cases/message-contract'
import type { CaseEvent } from '@yingshang/core/cases/case-events'
import { readsAllCases } from '@yingshang/core/cases/policy'
import type { Actor } from '@yingshang/core/kernel/actor'
import { forbidden } from '../platform/http/failure.ts'
import type { Occasion } from '../platform/ledger/decide.ts'
import { newId } from '../platform/ledger/record.ts'
import { actOnCase, type Written } from './act-on-case.ts'
import { circumstancesOf, type CaseServices } from './circumstances.ts'
import { namesOf } from './names.ts'
import { textsOf } from './texts.ts'

type Reply = z.infer<typeof caseMessages.reply>

interface Entry {
  readonly actor: Actor
  readonly data: Omit<Extract<CaseEvent, { type: 'messageAdded' }>, 'type'>
}

/** What office and submitter wrote to each other. For the office: a unit has no part in it. */
export async function messagesOf(
  services: CaseServices,
  call: Parameters<typeof circumstancesOf>[1],
  caseId: string,
): Promise<Reply> {
  const db = services.databases.app
  await circumstancesOf(services, call, caseId)
  if (!readsAllCases(call.actor)) throw forbidden({ code: 'case.office-only' })
  const found = await db.query<{ body: string }>({
    name: 'cases:messages-for-office',
    text: `select body from ledger.entry where stream_id = $1 and type = 'messageAdded' order by version`,
    values: [caseId],
  })
  const entries = found.rows.map((row) => JSON.parse(row.body) as Entry)
  const [texts, names] = await Promise.all([
    textsOf(
      db,
      entries.map(({ data }) => data.masked.textId),
    ),
    namesOf(db, { persons: entries.map(({ actor }) => (actor.kind === 'person' ? actor.personId : null)) }),
  ])
  return {
    messages: entries.map(({ actor, data }) => ({
      id: data.messageId,
      from: data.from,
      on: data.on,
      by: actor.kind === 'person' ? names.person(actor.personId) : null,
      text: texts.wordsOf(data.masked),
    })),
  }
}

/** The office writes to the submitter, who reads it behind the receipt code. */
export function sendMessageTo(
  services: CaseServices,
  occasion: Occasion,
  caseId: string,
  text: string,
): Promise<Written> {
  return actOnCase(services, occasion, caseId, ({ texts }) => {
    const masked = texts.keep('message', { text })
    const messageId = newId(occasion.now)
    return { command: { type: 'addMessage', messageId, from: 'office', commitment: masked.commitment, masked } }
  })
}
