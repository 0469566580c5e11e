import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { CaseCommand } from '@yingshang/core/cases/case-commands'
import { receiptJob } from '@yingshang/core/cases/policy'
import { submitterView, type SubmitterAct } from '@yingshang/core/cases/submitter-view'
import { readReceiptCode } from '@yingshang/core/vault/receipt-code'
import type { Occasion } from '../../platform/ledger/occasion.ts'
import { Failure } from '../../platform/http/failure.ts'
import { inUploadTurn } from '../../platform/files/upload-turns.ts'
import { record } from '../../platform/ledger/record.ts'
import { commandOfForm, receiptCodeOf, type ReceiptSubject } from '../../vault/for-others.ts'
import { dayText } from '@yingshang/core/kernel/day-words.zh'
import { sentPage } from './sent-page.ts'
import { actOnCase, type ActMaking, type CaseAct } from '../act-on-case.ts'
import { circumstancesOf } from '../circumstances.ts'
import { Budget } from '../../platform/portal/budget.ts'
import { doorPage, type DoorRemark } from './door-page.ts'
import { judgeFormToken, newFormToken } from '../../platform/portal/form-token.ts'
import { readPortalForm, type PortalForm } from '../../platform/portal/portal-form.ts'
import { beginVisit, endVisit, readVisit } from '../../platform/portal/portal-visit.ts'
import { receiptPage } from './receipt-page.ts'
import { receiptFacts } from './receipt-view.ts'
import { remarkOf } from './remark-words.ts'
import { today, type Sendable } from './send-route.ts'
import { mostFiles } from './send-page.ts'

/** Codes that fit no receipt, a minute, all addresses together: the fifteen digits and the slow hash do the rest. */
const wrongCodes = new Budget(120)

/** Stands in the case for words that lie sealed. */
const sealedWords = '（反映人的原话已加密封存，启封后可看。）'

const doneWords: Record<SubmitterAct, string> = {
  giveSupplement: '补充的材料收到了。',
  rate: '您的评价记下了。',
  askRework: '您的要求收到了。营商办看过以后，会在这里告诉您决定和理由。',
  askWithdrawal: '收到了。营商办会私下向您核实，核实以前照常办理。',
  addMessage: '留言收到了。',
}

/** 查进度: the receipt page. The code opens a visit; no code and no id ever stands in an address. */
export function receiptRoutes(app: FastifyInstance, parts: Sendable): void {
  const { services, vault } = parts
  const { siteKey } = services.keys
  const secure = services.config.tls
  const html = (reply: FastifyReply, page: string, status = 200) =>
    reply.code(status).type('text/html; charset=utf-8').send(page)
  const door = (reply: FastifyReply, remark: DoorRemark, status: number) => html(reply, doorPage(remark), status)

  app.get('/receipt', async (_request, reply) => html(reply, doorPage()))

  app.post('/receipt', async (request, reply) => {
    const code = String((request.body as Record<string, unknown> | undefined)?.['code'] ?? '')
    const now = services.clock.now()
    if (readReceiptCode(code) === undefined) return door(reply, 'slip', 422)
    try {
      const found = await vault.find(code)
      if (!found) return door(reply, wrongCodes.take(now) ? 'unknown' : 'busy', 422)
      if (found.purpose === 'takeOver') return await takeOver(request, reply, code, found.subject, now)
      beginVisit(reply, siteKey, found.subject, now, secure)
      return await reply.redirect(found.subject.kind === 'case' ? '/receipt/case' : '/receipt/tip', 303)
    } catch (error) {
      if (error instanceof Failure && error.refusal.code === 'receipt.busy') return door(reply, 'busy', 429)
      throw error
    }
  })

  /** A code that staff told works once: it is replaced by a receipt code that nobody but the submitter has seen. */
  async function takeOver(
    request: FastifyRequest,
    reply: FastifyReply,
    typed: string,
    subject: ReceiptSubject,
    now: number,
  ) {
    const token = newFormToken(siteKey, now)
    const code = receiptCodeOf(siteKey, token)
    const replaces = readReceiptCode(typed)!
    const row = await vault.receipt({ code, subject, replaces, now })
    try {
      await record(services.databases.app, { ...(await occasionOf(token, now)), changes: [], attachments: [row] })
    } catch (error) {
      // Two at the same moment with one code: the first has it.
      if ((error as { code?: string }).code === '23505') return door(reply, 'unknown', 422)
      throw error
    }
    const on = dayText(await today(parts))
    return html(reply, sentPage({ code, on, conduct: false, takenOver: true, nonce: request.nonce }))
  }

  app.post('/receipt/leave', async (_request, reply) => {
    endVisit(reply)
    return door(reply, 'left', 200)
  })

  app.get('/receipt/case', async (request, reply) => show(request, reply, undefined, {}))

  app.post('/receipt/act', async (request, reply) => {
    const visit = readVisit(request, siteKey, services.clock.now())
    if (visit?.kind !== 'case') return door(reply, 'ended', 401)
    const form = await inUploadTurn(() => readPortalForm(request, mostFiles))
    const act = form.fields['act'] as SubmitterAct
    const wrong = (text: string) => show(request, reply, { kind: 'wrong', text }, form.fields, 422)
    const now = services.clock.now()
    const judged = judgeFormToken(siteKey, form.fields['token'] ?? '', now)
    if (judged === 'not-ours' || judged === 'too-old') return wrong('页面打开太久了，请再提交一次。')
    if (!Object.hasOwn(doneWords, act)) return wrong('页面没有提交成功，请再提交一次。')
    if (form.tooLarge) return wrong('有附件超过 20 MB，请压缩或者拆开后重新选择。')
    if (form.tooMany) return wrong(`附件最多 ${mostFiles} 个，请减少后重新选择。`)
    const missing = whatIsMissing(act, form)
    if (missing) return wrong(missing)
    try {
      await carryOut(visit.id, act, form, now)
    } catch (error) {
      const remark = remarkOf(error)
      if (remark === undefined) throw error
      return wrong(remark)
    }
    return show(request, reply, { kind: 'done', text: doneWords[act] }, {})
  })

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    remark: { kind: 'done' | 'wrong'; text: string } | undefined,
    typed: PortalForm['fields'],
    status = 200,
  ) {
    const now = services.clock.now()
    const visit = readVisit(request, siteKey, now)
    if (visit?.kind !== 'case') return door(reply, 'ended', 401)
    const occasion = await occasionOf(newFormToken(siteKey, now), now)
    const circumstances = await circumstancesOf(services, occasion, visit.id)
    const view = submitterView(circumstances.state, circumstances)
    const facts = await receiptFacts(services, circumstances, view)
    const page = { ...facts, view, remark, typed, token: newFormToken(siteKey, now), nonce: request.nonce }
    return html(reply, receiptPage(page), status)
  }

  async function carryOut(caseId: string, act: SubmitterAct, form: PortalForm, now: number): Promise<void> {
    const occasion = await occasionOf(form.fields['token']!, now)
    const words = (form.fields['words'] ?? '').trim()
    const files: Awaited<ReturnType<typeof vault.takeFile>>[] = []
    for (const [at, file] of form.files.entries()) files.push(await vault.takeFile({ ...file, no: at + 1 }, now))
    await actOnCase(services, occasion, caseId, (making) => caseAct(act, form.fields, words, files, making, now))
  }

  async function caseAct(
    act: SubmitterAct,
    fields: PortalForm['fields'],
    words: string,
    files: Awaited<ReturnType<typeof vault.takeFile>>[],
    { state, texts, circumstances }: ActMaking,
    now: number,
  ): Promise<CaseAct> {
    const { vaultId } = state.file.facts
    // What the submitter adds is sealed word for word and never masked by guess: who they are is not known here, so a name
    // could not be found. The office reads it by an opening that the submitter sees.
    const sealed =
      (words !== '' || files.length > 0) && vaultId !== null
        ? await vault.sealMessage({ holder: 'office', vaultId, text: words, files, now })
        : undefined
    const masked = words === '' ? '' : sealedWords
    return { command: commandOf(), attachments: sealed?.attachments ?? [] }

    function commandOf(): CaseCommand {
      switch (act) {
        case 'rate': {
          const option = circumstances.rules.satisfactionOptions.find((one) => one.code === fields['option'])
          if (!option) throw new Failure(422, { code: 'case.code-unknown', facts: { code: fields['option'] ?? '' } })
          return {
            type: 'rate',
            satisfaction: option.meaning,
            option: option.code,
            reasons: (fields['reasons'] ?? '').split(',').filter(Boolean),
            words: texts.keepNote('rating', masked),
          }
        }
        case 'askRework':
          return {
            type: 'askRework',
            reason: texts.keep('reason', { text: sealedWords }),
            evidence: files.length + (words ? 1 : 0),
          }
        case 'giveSupplement':
          return { type: 'receiveSupplement', masked: null }
        case 'askWithdrawal':
          return { type: 'askWithdrawal' }
        case 'addMessage':
          return {
            type: 'addMessage',
            messageId: sealed!.messageId,
            from: 'submitter',
            commitment: sealed!.commitment,
            masked: texts.keep('message', { text: sealedWords }),
          }
      }
    }
  }

  async function occasionOf(token: string, now: number): Promise<Occasion> {
    return {
      commandId: commandOfForm(token),
      actor: { kind: 'system', job: receiptJob },
      businessDay: await today(parts),
      now,
    }
  }
}

function whatIsMissing(act: SubmitterAct, form: PortalForm): string | undefined {
  const words = (form.fields['words'] ?? '').trim()
  if (words.length > 4000) return '写得太长了，请控制在 4000 字以内。'
  switch (act) {
    case 'rate':
      return form.fields['option'] ? undefined : '请选一项：您对结果满意吗。'
    case 'askRework':
      return words === '' ? '请写明新的情况和理由。' : undefined
    case 'giveSupplement':
    case 'addMessage':
      return words === '' && form.files.length === 0 ? '请写几句话，或者加上附件。' : undefined
    case 'askWithdrawal':
      return undefined
  }
}
