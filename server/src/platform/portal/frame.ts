import { html, type Html } from '../http/html.ts'
import { portalPage } from './portal-page.ts'

const links = [
  { href: '/', text: '首页' },
  { href: '/report', text: '我要反映' },
  { href: '/receipt', text: '查进度' },
]

/** A page of the portal in the county's frame. `nonce` only where the page has a script. */
export function countyPage(title: string, body: Html, nonce?: string): string {
  return portalPage(`${title}－优化营商环境`, body, {
    name: '优化营商环境',
    links,
    foot: html`<p>反映问题不影响您依法申请行政复议或者提起诉讼，也不会停止计算这些期限。</p>`,
    ...(nonce === undefined ? {} : { script: { src: '/portal.js', nonce } }),
  })
}

/** What went wrong, first on the page, each with a link to its field. */
export function errorSummary(problems: readonly { readonly field: string; readonly words: string }[]): Html {
  return html`<div class="error-summary" role="alert" tabindex="-1">
    <h2>还差一点，没有提交</h2>
    <ul>
      ${problems.map(({ field, words }) => html`<li><a href="#${field}">${words}</a></li>`)}
    </ul>
    <p>您写的内容都还在。附件需要重新选一次。</p>
  </div>`
}

/** One choice of several, as a radio button with a hint below its name. */
export function choice(
  name: string,
  value: string,
  chosen: string,
  words: { readonly name: string; readonly hint?: string },
  id?: string,
): Html {
  return html`<label class="choice"
    ><input
      type="radio"
      name="${name}"
      value="${value}"
      ${checked(value === chosen)}
      ${id ? html`id="${id}"` : ''}
    /><span>${words.name}${words.hint ? html`<span class="hint">${words.hint}</span>` : ''}</span></label
  >`
}

export function checked(yes: boolean): Html | false {
  return yes && html`checked`
}

export interface FieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly problem?: string | undefined
  readonly type?: 'text' | 'tel' | 'textarea'
  readonly autocomplete?: string
  readonly most: number
}

export function field(props: FieldProps): Html {
  const { name, label, hint, value, problem, most } = props
  const described = [hint && `${name}-hint`, problem && `${name}-wrong`].filter(Boolean).join(' ')
  const shared = html`id="${name}" name="${name}" maxlength="${most}"
  ${described ? html`aria-describedby="${described}"` : ''} ${problem ? html`aria-invalid="true"` : ''}`
  return html`<div class="field${problem ? ' wrong' : ''}">
    <label for="${name}">${label}</label>
    ${hint ? html`<span class="hint" id="${name}-hint">${hint}</span>` : ''}
    ${problem ? html`<span class="wrong-text" id="${name}-wrong">${problem}</span>` : ''}
    ${
      props.type === 'textarea'
        ? html`<textarea ${shared} rows="7">${value}</textarea>`
        : html`<input
            type="${props.type ?? 'text'}"
            ${shared}
            value="${value}"
            autocomplete="${props.autocomplete ?? 'off'}"
          />`
    }
  </div>`
}

/** A group of choices with its question. */
export function question(
  name: string,
  legend: string,
  choices: readonly Html[],
  more: { readonly hint?: string; readonly problem?: string | undefined } = {},
): Html {
  return html`<fieldset class="field${more.problem ? ' wrong' : ''}" id="${name}" tabindex="-1">
    <legend>${legend}</legend>
    ${more.hint ? html`<span class="hint">${more.hint}</span>` : ''}
    ${more.problem ? html`<span class="wrong-text">${more.problem}</span>` : ''} ${choices}
  </fieldset>`
}
