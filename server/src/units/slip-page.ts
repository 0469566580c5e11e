import { dayInChina } from '@yingshang/core/kernel/dates'
import { html, Html } from '../platform/http/html.ts'

export interface Slip {
  readonly name: string
  readonly unitName: string
  readonly signInName: string
  readonly code: string
  readonly reset: boolean
  /** Epoch milliseconds. */
  readonly expiresAt: number
}

// A4 less margins, two columns by four rows: 93 × 66 mm a slip with cutting lines.
const style = `
@page { size: A4 portrait; margin: 12mm 12mm; }
* { box-sizing: border-box; }
body { margin: 0; font: 10.5pt/1.5 "Noto Sans SC", "Microsoft YaHei", "SimSun", sans-serif; color: #000; }
.screen { padding: 12px 16px; background: #f3f4f6; border-bottom: 1px solid #ccc; }
.sheet { display: grid; grid-template-columns: 93mm 93mm; grid-auto-rows: 66mm; page-break-after: always; break-after: page; margin: 0 auto; width: 186mm; }
.sheet:last-child { page-break-after: auto; break-after: auto; }
.slip { border: 0.3mm dashed #888; padding: 5mm 6mm; overflow: hidden; }
.slip h2 { font-size: 11pt; margin: 0 0 2mm; }
.slip dl { display: grid; grid-template-columns: 18mm 1fr; margin: 0; }
.slip dt { color: #444; } .slip dd { margin: 0; overflow-wrap: anywhere; }
.slip .address { font-size: 9pt; }
.code { font: 700 15pt/1.6 "DejaVu Sans Mono", Consolas, monospace; letter-spacing: 0.5pt; }
.hint { margin: 2mm 0 0; font-size: 8.5pt; color: #444; }
@media print { .screen { display: none; } }`

/** The page of slips to print on A4, eight a sheet. */
export function slipPage(slips: readonly Slip[], address: string, nonce: string): string {
  const sheets: Html[] = []
  for (let at = 0; at < slips.length; at += 8)
    sheets.push(html`<section class="sheet">${slips.slice(at, at + 8).map((slip) => one(slip, address))}</section>`)
  const page = html`<html lang="zh-CN">
    <head>
      <meta charset="utf-8" />
      <title>激活单（${slips.length} 张）</title>
      <style nonce="${nonce}">
        ${new Html(style)}
      </style>
    </head>
    <body>
      <p class="screen">
        共 ${slips.length} 张，A4 纸每页 8 张。请用浏览器的打印功能打印（Ctrl+P），沿虚线裁开，当面交给本人。本页 15
        分钟内有效，请勿保存或转发。
      </p>
      ${sheets}
    </body>
  </html>`
  return `<!doctype html>\n${page.text}`
}

/** An address may break before a slash of its path, not inside a word that has to be typed. */
function breakable(address: string): Html {
  const [start = '', ...path] = address.split(/(?<=[^/])(?=\/[^/])/)
  return html`${start}${path.map((part) => html`<wbr />${part}`)}`
}

function one(slip: Slip, address: string): Html {
  return html`<article class="slip">
    <h2>${slip.reset ? '账号重置单' : '账号激活单'}</h2>
    <dl>
      <dt>单位</dt>
      <dd>${slip.unitName}</dd>
      <dt>姓名</dt>
      <dd>${slip.name}</dd>
      <dt>工号</dt>
      <dd>${slip.signInName}</dd>
      <dt>激活码</dt>
      <dd class="code">${slip.code}</dd>
      <dt>网址</dt>
      <dd class="address">${breakable(address)}</dd>
    </dl>
    <p class="hint">
      ${dayInChina(slip.expiresAt)} 前有效，只能用一次。打开网址，输入激活码，设置自己的密码。激活码请勿告诉他人。
    </p>
  </article>`
}
