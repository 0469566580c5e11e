import type { Html } from '../http/html.ts'
import { html } from '../http/html.ts'

export interface PortalFrame {
  /** Name of the county's service, above every page; the links beside it. */
  readonly name: string
  readonly links: readonly { readonly href: string; readonly text: string }[]
  readonly foot?: Html
  /** A script that makes the page nicer, never necessary; with this request's nonce. */
  readonly script?: { readonly src: string; readonly nonce: string }
}

/** The frame of every portal page: one small style sheet, works on any phone and without script. */
export function portalPage(title: string, body: Html, frame?: PortalFrame): string {
  return `<!doctype html>\n${
    html`<html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="/portal.css" />
        ${frame?.script ? html`<script defer src="${frame.script.src}" nonce="${frame.script.nonce}"></script>` : ''}
      </head>
      <body>
        <a class="skip" href="#main">跳到正文</a>
        ${frame ? head(frame) : ''}
        <main id="main">${body}</main>
        ${frame?.foot ? html`<footer class="portal-foot"><div>${frame.foot}</div></footer>` : ''}
      </body>
    </html>`.text
  }`
}

function head({ name, links }: PortalFrame): Html {
  return html`<header class="portal-head">
    <div>
      <strong>${name}</strong>
      <nav aria-label="本页面">${links.map(({ href, text }) => html`<a href="${href}">${text}</a> `)}</nav>
    </div>
  </header>`
}
