import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { dayText } from '@yingshang/core/kernel/day-words.zh'
import { receiptJob } from '@yingshang/core/cases/policy'
import { readSending, type FoundProblem, type Sending } from '@yingshang/core/cases/sending'
import { businessDayOf, readInstallation } from '../../platform/clock.ts'
import { inUploadTurn } from '../../platform/files/upload-turns.ts'
import type { Occasion } from '../../platform/ledger/occasion.ts'
import { commandOfForm, receiptCodeOf, type VaultIntake } from '../../vault/for-others.ts'
import { registerTip } from '../../supervision/for-others.ts'
import type { Services } from '../../platform/capability.ts'
import { timeInChina } from '../circumstances.ts'
import type { CaseRegister } from '../registering.ts'
import { Budget } from '../../platform/portal/budget.ts'
import { judgeFormToken, newFormToken } from '../../platform/portal/form-token.ts'
import { portalLists } from './portal-lists.ts'
import { readPortalForm, type PortalForm } from '../../platform/portal/portal-form.ts'
import { provesWork } from '../../platform/portal/proof-of-work.ts'
import { remarkOf } from './remark-words.ts'
import { mostFiles, sendPage } from './send-page.ts'
import { sentPage } from './sent-page.ts'

export interface Sendable {
  readonly services: Services
  readonly vault: VaultIntake
  readonly cases: CaseRegister
}

/** Sends a minute without and with proof of work, all addresses together. */
const withoutProof = new Budget(60)
const withProof = new Budget(600)

/** 我要反映: the form and its sending. No account, no script needed, nothing about the sender in any log. */
export function sendRoutes(app: FastifyInstance, parts: Sendable): void {
  const { services } = parts
  const { siteKey } = services.keys

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    page: {
      typed?: PortalForm['fields']
      problems?: readonly FoundProblem[]
      remarks?: readonly string[]
      status?: number
    },
  ) => {
    const typed = page.typed ?? {}
    const day = await today(parts)
    const lists = await portalLists(services, day)
    return reply
      .code(page.status ?? 200)
      .type('text/html; charset=utf-8')
      .send(
        sendPage({
          token: newFormToken(siteKey, services.clock.now()),
          typed,
          problems: page.problems ?? [],
          remarks: page.remarks ?? [],
          categories: lists.categories,
          heads: lists.heads,
          sending: lists.sending,
          alsoNeeded: lists.alsoNeeded,
          nonce: request.nonce,
        }),
      )
  }

  app.get('/report', async (request, reply) => {
    const { kind = '', subject = '' } = request.query as Record<string, string>
    return show(request, reply, { typed: { kind: String(kind), subject: String(subject) } })
  })

  app.post('/report', async (request, reply) => {
    const form = await inUploadTurn(() => readPortalForm(request, mostFiles))
    const typed = form.fields
    const now = services.clock.now()
    const token = typed['token'] ?? ''
    const judged = judgeFormToken(siteKey, token, now)
    const again = (remarks: readonly string[], status: number) => show(request, reply, { typed, remarks, status })
    if ((typed['website'] ?? '') !== '' || judged === 'not-ours')
      return again(['页面没有提交成功，请再点一次提交。'], 400)
    if (judged === 'too-fast') return again(['提交得太快了，请等几秒钟再点一次提交。'], 400)
    if (judged === 'too-old') return again(['这一页打开超过一天了，请再点一次提交。'], 400)
    const { sending } = await portalLists(services, await today(parts))
    const read = readSending(typed, sending)
    if (!read.ok) return show(request, reply, { typed, problems: read.problems, status: 422 })
    if (form.tooMany) return again([`附件最多 ${mostFiles} 个，请减少后重新选择。`], 422)
    if (form.tooLarge) return again(['有附件超过 20 MB，请压缩或者拆开后重新选择。'], 422)
    const budget = provesWork(token, typed['proof'] ?? '') ? withProof : withoutProof
    if (!budget.take(now)) return again(['现在提交的人很多，请过一分钟再点一次提交。您写的内容都还在。'], 429)
    try {
      const code = await send(parts, read.sending, form, token, now)
      const on = dayText(await today(parts))
      const conduct = read.sending.subject === 'conduct'
      return await reply.type('text/html; charset=utf-8').send(sentPage({ code, on, conduct, nonce: request.nonce }))
    } catch (error) {
      const remark = remarkOf(error)
      if (remark === undefined) throw error
      return again([remark], 422)
    }
  })
}

/** Seals, registers and answers the receipt code: one write; the same form sent twice is one case with one code. */
async function send(parts: Sendable, sending: Sending, form: PortalForm, token: string, now: number): Promise<string> {
  const { services, vault, cases } = parts
  const day = await today(parts)
  const occasion: Occasion = {
    commandId: commandOfForm(token),
    actor: { kind: 'system', job: receiptJob },
    businessDay: day,
    now,
  }
  const files = []
  for (const [at, file] of form.files.entries()) files.push(await vault.takeFile({ ...file, no: at + 1 }, now))
  const { original, identity, consent } = sending
  const conduct = sending.subject === 'conduct'
  const sealed = await vault.seal({
    holder: conduct ? 'discipline' : 'office',
    original,
    identity,
    consent,
    files,
    now,
  })
  const code = receiptCodeOf(services.keys.siteKey, token)
  const rows = async (kind: 'case' | 'tip', id: string) => [
    ...sealed.attachments,
    await vault.receipt({ code, subject: { kind, id }, now }),
  ]
  if (conduct) {
    const { vaultId, commitments } = sealed
    const tip = { receivedOn: day, vaultId, commitments, files: files.length, source: 'portal' } as const
    await registerTip(services, occasion, tip, (id) => rows('tip', id))
    return code
  }
  const lists = await portalLists(services, day)
  await cases.register(
    occasion,
    {
      kind: sending.kind,
      source: 'portal',
      receivedOn: day,
      receivedAt: timeInChina(occasion) ?? null,
      firstContactUnitId: null,
      submitterKind: sending.submitterKind,
      vaultId: sealed.vaultId,
      commitments: sealed.commitments,
      campaignId: lists.campaignId,
      masked: { title: sealed.maskedTitle.text, text: sealed.maskedText.text, object: sealed.maskedObject.text },
      classification: {
        category: known(lists.categories, sending.category),
        head: known(lists.heads, sending.head),
      },
    },
    (id) => rows('case', id),
  )
  return code
}

function known(list: readonly { readonly code: string }[], code: string | null): string | null {
  return list.some((one) => one.code === code) ? code : null
}

export async function today({ services }: Pick<Sendable, 'services'>): Promise<string> {
  const installation = (await readInstallation(services.databases.app))!
  return businessDayOf(installation, services.clock)
}
