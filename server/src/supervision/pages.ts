import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { dayText } from '@yingshang/core/kernel/day-words.zh'
import { dayInChina } from '@yingshang/core/kernel/dates'
import { tipDeclineNames, tipOutcomeNames } from '@yingshang/core/supervision/labels.zh'
import { tipReceiptJob } from '@yingshang/core/supervision/tip'
import type { LiveTip } from '@yingshang/core/supervision/tip-state'
import { holderWords, openingPartWords, openingReasonWords } from '@yingshang/core/vault/labels.zh'
import type { Services } from '../platform/capability.ts'
import { businessDayOf, readInstallation } from '../platform/clock.ts'
import { inUploadTurn } from '../platform/files/upload-turns.ts'
import { html, type Html } from '../platform/http/html.ts'
import { judgeFormToken, newFormToken } from '../platform/portal/form-token.ts'
import { countyPage } from '../platform/portal/frame.ts'
import { readPortalForm } from '../platform/portal/portal-form.ts'
import { readVisit } from '../platform/portal/portal-visit.ts'
import { commandOfForm, openingsSeenBySubmitter, vaultIntake } from '../vault/for-others.ts'
import { answersOf } from './tip-views.ts'
import { actOnTip, loadTip } from './tips.ts'

const mostFiles = 6

/** The receipt page of a tip: where it stands, answers, a way to write. Dates of inner steps stay inside. */
export function tipPages(app: FastifyInstance, services: Services): void {
  const db = services.databases.app
  const { siteKey } = services.keys
  const vault = vaultIntake(services)

  app.get('/receipt/tip', async (request, reply) => show(request, reply))

  app.post('/receipt/tip', async (request, reply) => {
    const now = services.clock.now()
    const visit = readVisit(request, siteKey, now)
    if (visit?.kind !== 'tip') return reply.redirect('/receipt', 303)
    const form = await inUploadTurn(() => readPortalForm(request, mostFiles))
    const words = (form.fields['words'] ?? '').trim()
    const token = form.fields['token'] ?? ''
    if (judgeFormToken(siteKey, token, now) === 'not-ours')
      return show(request, reply, '页面没有提交成功，请再提交一次。')
    if (form.tooLarge || form.tooMany) return show(request, reply, `附件最多 ${mostFiles} 个，每个不超过 20 MB。`)
    if (words === '' && form.files.length === 0) return show(request, reply, '请写几句话，或者加上附件。')
    if (words.length > 4000) return show(request, reply, '写得太长了，请控制在 4000 字以内。')
    const files: Awaited<ReturnType<typeof vault.takeFile>>[] = []
    for (const [at, file] of form.files.entries()) files.push(await vault.takeFile({ ...file, no: at + 1 }, now))
    const occasion = {
      commandId: commandOfForm(token),
      actor: { kind: 'system', job: tipReceiptJob } as const,
      businessDay: await today(),
      now,
    }
    await actOnTip(db, occasion, visit.id, async ({ file }) => {
      const sealed = await vault.sealMessage({
        holder: 'discipline',
        vaultId: file.facts.vaultId,
        text: words,
        files,
        now,
      })
      return { command: { type: 'sealMessage', commitment: sealed.commitment }, rows: sealed.attachments }
    })
    return show(request, reply, '留言收到了。')
  })

  async function show(request: FastifyRequest, reply: FastifyReply, remark?: string) {
    const now = services.clock.now()
    const visit = readVisit(request, siteKey, now)
    if (visit?.kind !== 'tip') return reply.redirect('/receipt', 303)
    const { state } = await loadTip(db, visit.id)
    const [answers, openings] = await Promise.all([
      answersOf(db, state),
      openingsSeenBySubmitter(db, state.file.facts.vaultId, await today()),
    ])
    const body = html`<h1>我的举报</h1>
      <p class="quiet">编号 ${state.file.facts.number}</p>
      ${remark ? html`<p class="confirmed" role="status">${remark}</p>` : ''}
      <div class="promise">
        <p><strong>${standing(state)}</strong></p>
        <p>这份内容只有纪检监察机关能看到，被反映的单位和人看不到，营商办也看不到。</p>
      </div>
      <p>收到日期：${dayText(state.file.facts.receivedOn)}</p>
      ${
        answers.length > 0
          ? html`<h2>纪检监察机关的答复</h2>
              <ul class="messages">
                ${answers.map(({ on, text }) => html`<li><strong>${dayText(on)}</strong><br />${text}</li>`)}
              </ul>`
          : ''
      }
      ${messageForm(newFormToken(siteKey, now))}
      <h2>谁看过您的原话和身份</h2>
      ${
        openings.length === 0
          ? html`<p>没有可以显示的记录。纪检监察机关打开的，按规定过一段时间才在这里显示。</p>`
          : html`<ul>
              ${openings.map(
                (one) =>
                  html`<li>
                    ${dayText(dayInChina(Date.parse(one.at)))}，${holderWords[one.role]}的工作人员，看了${openingPartWords[one.part]}，原因：${openingReasonWords[one.reason]}
                  </li>`,
              )}
            </ul>`
      }
      <form method="post" action="/receipt/leave" class="no-print">
        <p><button type="submit" class="second">看完了，退出</button></p>
      </form>`
    return reply.type('text/html; charset=utf-8').send(countyPage('我的举报', body))
  }

  async function today(): Promise<string> {
    return businessDayOf((await readInstallation(db))!, services.clock)
  }
}

function standing(state: LiveTip): string {
  switch (state.kind) {
    case 'received':
      return '纪检监察机关已经收到，还没有开始核查。'
    case 'examining':
      return '纪检监察机关正在核查。'
    case 'declined':
      return `没有受理，原因：${tipDeclineNames[state.because]}。有新的情况可以在下面补充。`
    case 'transferred':
      return `已经转给${state.to}处理。`
    case 'concluded':
      return `已经了结：${tipOutcomeNames[state.outcome]}。`
  }
}

function messageForm(token: string): Html {
  return html`<details class="act">
    <summary>补充情况、留言</summary>
    <form method="post" action="/receipt/tip" enctype="multipart/form-data">
      <input type="hidden" name="token" value="${token}" />
      <div class="field">
        <label for="words">想补充什么</label>
        <textarea id="words" name="words" rows="4" maxlength="4000"></textarea>
      </div>
      <div class="field">
        <label for="files">附件（可以不加）</label>
        <input type="file" id="files" name="files" multiple accept="image/*,.pdf,.doc,.docx,.xls,.xlsx,.txt" />
      </div>
      <p><button type="submit">提交</button></p>
    </form>
  </details>`
}
