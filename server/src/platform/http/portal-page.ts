import type { Html } from './html.ts'
import { html } from './html.ts'

/** The frame of every portal page: no script, one small style sheet, works on any phone. */
export function portalPage(title: string, body: Html): string {
  return `<!doctype html>\n${
    html`<html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="/portal.css" />
      </head>
      <body>
        <a class="skip" href="#main">跳到正文</a>
        <main id="main">${body}</main>
      </body>
    </html>`.text
  }`
}
