import { dayText } from '@yingshang/core/kernel/day-words.zh'
import type { Step, SubmitterAct, SubmitterView } from '@yingshang/core/cases/submitter-view'
import { awaitedWords, stepWords, submitterActWords, type UnitNames } from '@yingshang/core/cases/submitter-words.zh'
import { html, type Html } from '../../platform/http/html.ts'
import { checked, choice, countyPage } from '../../platform/portal/frame.ts'

export interface ShownMessage {
  readonly on: string
  readonly from: 'submitter' | 'office'
  /** Null for what the submitter wrote: it lies sealed, also before this page. */
  readonly text: string | null
}

/** Who opened the sealed identity: role, time and reason, never a name. */
export interface ShownOpening {
  readonly at: string
  readonly role: string
  readonly reason: string
}

export interface ReceiptPage {
  readonly number: string
  readonly view: SubmitterView
  readonly words: ReadonlyMap<string, string>
  readonly units: UnitNames
  readonly grounds: ReadonlyMap<string, string>
  /** The grades of the rule set. */
  readonly options: readonly { readonly code: string; readonly name: string }[]
  readonly reasons: readonly { readonly code: string; readonly name: string }[]
  readonly explained: readonly string[]
  readonly provisional: boolean
  readonly messages: readonly ShownMessage[]
  readonly openings: readonly ShownOpening[]
  readonly token: string
  /** What was just done, or why not. */
  readonly remark: { readonly kind: 'done' | 'wrong'; readonly text: string } | undefined
  readonly typed: Readonly<Record<string, string>>
  readonly nonce: string
}

/** 我的反映: everything the submitter may know and do, behind the receipt code. */
export function receiptPage(page: ReceiptPage): string {
  const { view } = page
  const body = html`<h1>我的反映</h1>
    <p class="quiet">编号 ${page.number}</p>
    ${
      page.remark
        ? html`<p
            class="${page.remark.kind === 'done' ? 'confirmed' : 'error-summary'}"
            role="${page.remark.kind === 'done' ? 'status' : 'alert'}"
          >
            ${page.remark.text}
          </p>`
        : ''
    }
    ${view.awaited ? nextStep(page) : ''}
    <h2>办到哪一步了</h2>
    <ol class="progress">
      ${view.steps.map((step) => stepItem(step, page))}
      ${view.awaited ? html`<li class="next">${awaitedWords(view.awaited)}</li>` : ''}
    </ol>
    ${
      view.may.length > 0
        ? html`<h2>您可以</h2>
            ${view.may.map((act) => actForm(act, page))}`
        : ''
    }
    ${messagesPart(page.messages)} ${openingsPart(page.openings)}
    <h2>请知道</h2>
    <ul>
      <li>反映问题不影响您依法申请行政复议或者提起诉讼，也不会停止计算这些期限。</li>
      <li>因为反映问题受到刁难、报复的，请用下面的“受到打击报复”，直接告诉纪检监察机关。</li>
    </ul>
    <p><a class="button second" href="/report?kind=report&amp;subject=conduct">受到打击报复</a></p>
    <form method="post" action="/receipt/leave" class="no-print">
      <p><button type="submit" class="second">看完了，退出</button></p>
    </form>`
  return countyPage('我的反映', body, page.nonce)
}

function nextStep(page: ReceiptPage): Html {
  const { awaited } = page.view
  return html`<div class="promise">
    <p><strong>${awaitedWords(awaited!)}</strong></p>
    ${page.provisional ? html`<p>暂定：下一年的放假安排还没有公布，公布后这个日期可能会变。</p>` : ''}
    ${
      page.explained.length > 0
        ? html`<details>
            <summary>这个日期是怎么算出来的</summary>
            <ol class="days">
              ${page.explained.map((line) => html`<li>${line}</li>`)}
            </ol>
          </details>`
        : ''
    }
  </div>`
}

function stepItem(step: Step, page: ReceiptPage): Html {
  const text =
    'answer' in step
      ? step.answer
      : 'why' in step
        ? step.why
        : 'what' in step
          ? step.what
          : 'words' in step
            ? step.words
            : null
  const said = text === null ? undefined : page.words.get(text.textId)
  return html`<li>
    <strong>${dayText(step.on)}</strong><br />${stepWords(step, page.units, page.grounds)}
    ${said ? html`<blockquote>${said}</blockquote>` : ''}
  </li>`
}

function actForm(act: SubmitterAct, page: ReceiptPage): Html {
  const open = page.typed['act'] === act || (act === 'rate' && page.view.may.includes('rate'))
  return html`<details class="act" ${open && html`open`}>
    <summary>${submitterActWords[act]}</summary>
    <form method="post" action="/receipt/act" enctype="multipart/form-data">
      <input type="hidden" name="token" value="${page.token}" />
      <input type="hidden" name="act" value="${act}" />
      ${actFields(act, page)}
      <p><button type="submit">${act === 'askWithdrawal' ? '要求撤回' : '提交'}</button></p>
    </form>
  </details>`
}

function actFields(act: SubmitterAct, page: ReceiptPage): Html {
  const typed = page.typed['act'] === act ? page.typed : {}
  switch (act) {
    case 'rate':
      return html`<fieldset>
          <legend>对结果满意吗？</legend>
          ${page.options.map(({ code, name }) => choice('option', code, typed['option'] ?? '', { name }))}
        </fieldset>
        <fieldset>
          <legend>不满意的，是因为</legend>
          ${page.reasons.map(
            (one) =>
              html`<label class="choice"
                ><input
                  type="checkbox"
                  name="reasons"
                  value="${one.code}"
                  ${checked((typed['reasons'] ?? '').split(',').includes(one.code))}
                /><span>${one.name}</span></label
              >`,
          )}
        </fieldset>
        ${words(act, '还想说的（可以不填）', typed['words'])}`
    case 'askRework':
      return html`<p>需要有新的证据和理由。营商办会看，并告诉您决定和理由。</p>
        ${words(act, '新的情况和理由', typed['words'])} ${evidence(act)}`
    case 'giveSupplement':
      return html`${words(act, '补充的内容', typed['words'])} ${evidence(act)}`
    case 'addMessage':
      return html`${words(act, '想告诉营商办什么', typed['words'])} ${evidence(act)}`
    case 'askWithdrawal':
      return html`<p>营商办会私下向您核实是不是您自己愿意的。有人逼您撤回的，请不要提交，改用下面的“受到打击报复”。</p>`
  }
}

function words(act: SubmitterAct, label: string, typed: string | undefined): Html {
  return html`<div class="field">
    <label for="${act}-words">${label}</label>
    <textarea id="${act}-words" name="words" rows="4" maxlength="4000">${typed ?? ''}</textarea>
  </div>`
}

function evidence(act: SubmitterAct): Html {
  return html`<div class="field">
    <label for="${act}-files">附件（可以不加）</label>
    <input type="file" id="${act}-files" name="files" multiple accept="image/*,.pdf,.doc,.docx,.xls,.xlsx,.txt" />
  </div>`
}

function messagesPart(messages: readonly ShownMessage[]): Html {
  if (messages.length === 0) return html``
  return html`<h2>和营商办的来往</h2>
    <ul class="messages">
      ${messages.map(
        (one) =>
          html`<li class="${one.from}">
            <strong>${one.from === 'office' ? '营商办' : '您'}</strong>，${one.on}<br />${
              one.text ?? html`<span class="quiet">您写的内容已经加密封存，这里不再显示。</span>`
            }
          </li>`,
      )}
    </ul>`
}

function openingsPart(openings: readonly ShownOpening[]): Html {
  return html`<h2>谁看过您的原话和身份</h2>
    ${
      openings.length === 0
        ? html`<p>到现在没有人打开过。</p>`
        : html`<div class="scroll">
            <table>
              <thead>
                <tr>
                  <th>时间</th>
                  <th>谁</th>
                  <th>为什么</th>
                </tr>
              </thead>
              <tbody>
                ${openings.map(
                  (one) =>
                    html`<tr>
                      <td>${one.at}</td>
                      <td>${one.role}</td>
                      <td>${one.reason}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`
    }
    <p class="quiet">纪检监察机关打开的，按规定过一段时间才在这里显示。</p>`
}
