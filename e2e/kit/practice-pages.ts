import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Product } from './product.ts'

const sheet = `<style nonce="n">body{font-family:sans-serif;color:#1f2329;background:#fff}
:focus{outline:none}.ring:focus{outline:3px solid #1d4ed8}.red{color:#c00}.wide{width:2000px}
.next{break-before:page}@media print{nav{display:none}}@page{size:A4}</style>`

function html(body: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>练习页</title><link rel="icon" href="data:,">${sheet}</head><body><main><h1>练习页</h1>${body}</main></body></html>`
}

const pages: Record<string, string> = {
  '/': html('<p>已登录</p>'),
  '/good': html(
    '<nav>导航</nav><p>见民门长：人民政府一览。</p><p class="next">第二页</p><button class="ring">提交</button>',
  ),
  '/unnamed': html('<button></button><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'),
  '/wide': html('<div class="wide">很宽</div>'),
  '/coloured': html('<p class="red">逾期</p>'),
  '/inline-style': html('<p style="color:red">内联样式</p>'),
  '/inline-script': html('<script>1</script>'),
  '/outside': html('<link rel="stylesheet" href="http://yingshang.lan:9/a.css">'),
  '/error': html('<script nonce="n">console.error("坏了"); setTimeout(() => { throw new Error("没人接") })</script>'),
  '/missing-file': html('<link rel="stylesheet" href="/not-here.css">'),
  '/script': html(
    '<p id="seen">无脚本</p><script nonce="n">document.getElementById("seen").textContent = "有脚本"</script>',
  ),
  '/focus': html(
    '<a href="/good" id="plain">无边框</a><label>单位 <input class="ring" id="name" value="旧"></label><button class="ring" id="send">送出</button>',
  ),
}

/** A product that is nothing but a few pages with known faults: the kit is tried on it. */
export async function startPracticePages(): Promise<Product> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    dataFolder: '',
    links: [{ role: 'unitLiaison', unit: '单位一', person: '单位一联络员1', link: `${url}/sign-in?once` }],
    printed: () => '',
    stop: () => new Promise<void>((resolve) => void server.close(() => resolve()).closeAllConnections()),
  }
}

let spent = false

function answer(request: IncomingMessage, response: ServerResponse): void {
  if (request.url === '/sign-in?once' && !spent) {
    spent = true
    response.writeHead(303, { location: '/', 'set-cookie': 'session=practice; HttpOnly' }).end()
    return
  }
  if (request.url === '/broken') {
    response.writeHead(500, { 'content-type': 'text/html' }).end(html('坏'))
    return
  }
  if (request.url === '/refused') {
    response.writeHead(409, { 'content-type': 'text/html' }).end(html('不行'))
    return
  }
  const page = pages[request.url ?? '']
  const signedIn = request.headers.cookie?.includes('session=practice') ?? false
  response
    .writeHead(page ? 200 : 404, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "script-src 'nonce-n'; style-src 'nonce-n' http://yingshang.lan:9 'self'",
    })
    .end(request.url === '/' && !signedIn ? html('未登录') : (page ?? html('没有这一页')))
}
