import { sendingKinds, sendingSubjects, type FoundProblem, type SendingRules } from '@yingshang/core/cases/sending'
import {
  sendingKindWords,
  sendingProblemWords,
  sendingSubjectWords,
  unnamedHints,
} from '@yingshang/core/cases/sending-words.zh'
import { consents } from '@yingshang/core/kernel/identity'
import { consentWords } from '@yingshang/core/vault/labels.zh'
import { html, type Html } from '../../platform/http/html.ts'
import { choice, countyPage, errorSummary, field, question } from '../../platform/portal/frame.ts'

export interface SendPage {
  readonly token: string
  /** What was typed before; empty on the first visit. */
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly FoundProblem[]
  /** Sentences that belong to no field: a file that was refused, a minute that is full. */
  readonly remarks: readonly string[]
  readonly categories: readonly { readonly code: string; readonly name: string }[]
  readonly heads: readonly { readonly code: string; readonly name: string }[]
  /** What the rules in force say about staying unnamed, and what acceptance needs beside this form. */
  readonly sending: SendingRules
  readonly alsoNeeded: readonly string[]
  readonly nonce: string
  /** QR code of a window: the unit at whose counter it hangs. */
  readonly window?: { readonly id: string; readonly name: string } | undefined
}

export const mostFiles = 6

/** 我要反映: the whole form on one page, no account, works without script. */
export function sendPage(page: SendPage): string {
  const { typed, problems, remarks } = page
  const wrong = (name: string) => {
    const found = problems.find((problem) => problem.field === name)
    return found && sendingProblemWords[found.code]
  }
  const said = (name: string) => typed[name] ?? ''
  const listed = [
    ...problems.map(({ field: name, code }) => ({ field: name, words: sendingProblemWords[code] })),
    ...remarks.map((words) => ({ field: 'files', words })),
  ]
  const body = html`<h1>我要反映</h1>
    <p class="lead">
      三分钟写完，不用注册${page.sending.anonymity === 'refuse' ? '' : '，可以不留姓名'}。提交后给您一个回执码，凭它查进度、收答复。
    </p>
    ${page.window ? html`<p>您正在 ${page.window.name} 的窗口反映“办不成的事”。这份内容直接交给营商办。</p>` : ''}
    ${listed.length > 0 ? errorSummary(listed) : ''}
    <form method="post" action="/report" enctype="multipart/form-data" id="send" data-token="${page.token}">
      <input type="hidden" name="token" value="${page.token}" />
      <input type="hidden" name="proof" value="" />
      ${page.window ? html`<input type="hidden" name="window" value="${page.window.id}" />` : ''}
      <div class="trap" aria-hidden="true">
        <label>请不要填这一格<input name="website" tabindex="-1" autocomplete="off" /></label>
      </div>
      ${question(
        'kind',
        '您想做什么？',
        sendingKinds.map((kind) => choice('kind', kind, said('kind'), sendingKindWords[kind])),
        { problem: wrong('kind') },
      )}
      ${question(
        'subject',
        '您说的是事，还是人？',
        sendingSubjects.map((subject) =>
          choice('subject', subject, said('subject') || 'matter', sendingSubjectWords[subject]),
        ),
        { hint: '投诉和举报时请选；其他的不用管这一项。' },
      )}
      ${field({
        name: 'text',
        label: '发生了什么事？',
        hint: '写清什么时候、在哪里、找了谁、结果怎样、希望怎么解决。',
        value: said('text'),
        problem: wrong('text'),
        type: 'textarea',
        most: 8000,
      })}
      ${field({ name: 'object', label: '说的是哪个单位、哪个窗口？（不清楚可以不填）', value: said('object'), problem: wrong('object'), most: 200 })}
      ${field({ name: 'title', label: '用一句话概括（可以不填）', value: said('title'), problem: wrong('title'), most: 100 })}
      ${trees(page, said)}
      ${
        page.alsoNeeded.length > 0
          ? html`<p class="hint">
              按本地规定，受理还需要：${page.alsoNeeded.join('、')}。手头没有的，可以先提交，以后凭回执码补。
            </p>`
          : ''
      }
      ${files()} ${who(page.sending, said, wrong)} ${recognised(said, problems)}
      <p>
        <button type="submit">提交</button>
      </p>
      <p class="quiet">提交后，您的原话、附件和身份会加密封存。办理单位看到的是去掉姓名、电话等信息的内容。</p>
      <p class="quiet draft" hidden>
        <label class="choice"
          ><input type="checkbox" id="keep-draft" /><span
            >在这台手机（电脑）上保存草稿。公用的设备请不要勾选。</span
          ></label
        >
      </p>
    </form>`
  return countyPage('我要反映', body, page.nonce)
}

function trees(page: SendPage, said: (name: string) => string): Html {
  if (page.categories.length === 0 && page.heads.length === 0) return html``
  const list = (name: string, label: string, all: SendPage['heads']) =>
    all.length === 0
      ? ''
      : html`<div class="field">
          <label for="${name}">${label}</label>
          <select id="${name}" name="${name}">
            <option value="">不确定，由营商办来分</option>
            ${all.map(
              (one) =>
                html`<option value="${one.code}" ${said(name) === one.code && html`selected`}>${one.name}</option>`,
            )}
          </select>
        </div>`
  return html`<details class="field" ${(said('category') || said('head')) && html`open`}>
    <summary>知道属于哪一类？可以选（不选也行）</summary>
    ${list('category', '大致是哪方面的问题', page.categories)} ${list('head', '和哪一类情形最像', page.heads)}
  </details>`
}

function files(): Html {
  return html`<div class="field">
    <label for="files">附件（可以不加）</label>
    <span class="hint" id="files-hint"
      >照片、文档，最多 ${mostFiles} 个，每个不超过 20
      MB。我们会去掉拍摄地点、作者等隐藏信息并改成统一的文件名。不想让人认出来的，请不要传盖章的、带单位抬头的、手写的材料。标有秘密、机密、绝密的文件不能从这里传。</span
    >
    <input
      type="file"
      id="files"
      name="files"
      multiple
      aria-describedby="files-hint"
      accept="image/*,.pdf,.doc,.docx,.xls,.xlsx,.txt"
    />
  </div>`
}

function who(rules: SendingRules, said: (name: string) => string, wrong: (name: string) => string | undefined): Html {
  return html`${question(
      'who',
      '留不留姓名？',
      [
        choice('who', 'anonymous', said('who'), {
          name: '不留姓名',
          hint: unnamedHints[rules.anonymity],
        }),
        choice('who', 'named', said('who'), {
          name: '留姓名和联系方式',
          hint: '加密保存。只有指定的工作人员写明理由才能打开，每一次打开您在回执页面都看得到。',
        }),
      ],
      { problem: wrong('who') },
    )}
    <div class="named-only">
      <p class="hint">以下各项，选“留姓名”才需要填。</p>
      ${field({ name: 'name', label: '姓名', value: said('name'), problem: wrong('name'), most: 60, autocomplete: 'name' })}
      ${field({ name: 'mobile', label: '手机或电话', value: said('mobile'), problem: wrong('mobile'), most: 40, type: 'tel', autocomplete: 'tel' })}
      ${field({ name: 'company', label: '企业或店名（代表企业反映的填）', value: said('company'), problem: wrong('company'), most: 120, autocomplete: 'organization' })}
      ${field({ name: 'reachBy', label: '还可以怎么联系您（可以不填）', hint: '例如：晚上七点以后打电话、只发短信。', value: said('reachBy'), problem: wrong('reachBy'), most: 200 })}
      ${question(
        'consent',
        '办理的时候，能不能说出您是谁？',
        consents.map((one) => choice('consent', one, said('consent') || 'doNotPassOn', { name: consentWords[one] })),
      )}
    </div>
    <div class="field">
      <label for="sentAs">您代表谁反映</label>
      <select id="sentAs" name="sentAs">
        ${(
          [
            ['individual', '我自己'],
            ['marketEntity', '企业、个体工商户'],
            ['association', '行业协会、商会'],
            ['delegate', '党代表、人大代表、政协委员'],
          ] as const
        ).map(
          ([value, text]) =>
            html`<option value="${value}" ${(said('sentAs') || 'individual') === value && html`selected`}>
              ${text}
            </option>`,
        )}
      </select>
    </div>`
}

function recognised(said: (name: string) => string, problems: readonly FoundProblem[]): Html {
  const found = problems.find((problem) => problem.field === 'recognisable')
  const unsettled = found?.code === 'recognisable-unsettled'
  return html`${question(
    'recognisable',
    '会不会有人凭内容猜到是您？',
    [
      choice('recognisable', 'no', said('recognisable'), { name: '不会，这样的情况很多人都遇到过' }),
      choice('recognisable', 'yes', said('recognisable'), {
        name: '可能会',
        hint: '例如：这件事只有您和少数人知道，或者您刚和对方打过交道。',
      }),
    ],
    { problem: found && sendingProblemWords[found.code] },
  )}
  ${
    unsettled || said('understood') === 'yes'
      ? html`<div class="notice">
          <h3>无法匿名办理</h3>
          <p>
            要核实这件事，就得向被反映的单位问起它，对方可能因此猜到是您。不写姓名也挡不住这一点，我们不想瞒着您。您可以：
          </p>
          <ul>
            <li>把只有您知道的细节改得概括一些；</li>
            <li>改选“只能让上级机关知道”，由上级机关核实；</li>
            <li>说的是人的，改选“说的是某个工作人员”，只交给纪检监察机关；</li>
            <li>先不提交，拨打 12345 或到营商办当面咨询。</li>
          </ul>
          <label class="choice"
            ><input
              type="checkbox"
              name="understood"
              value="yes"
              ${said('understood') === 'yes' && html`checked`}
            /><span>我看明白了，就这样提交</span></label
          >
        </div>`
      : ''
  }`
}
