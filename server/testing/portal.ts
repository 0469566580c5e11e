import type { FastifyInstance } from 'fastify'
import { newFormToken } from '../src/platform/portal/form-token.ts'
import type { TestProduct } from './product.ts'

export interface PortalReply {
  readonly status: number
  readonly text: string
  readonly location: string | undefined
}

type Fields = Readonly<Record<string, string | readonly string[]>>
export interface SentFile {
  readonly name: string
  readonly content: Buffer
}

/** A browser without script on the portal: forms as a browser sends them, and the one cookie of a visit. */
export class PortalBrowser {
  readonly #http: FastifyInstance
  cookie: string | undefined

  constructor(http: FastifyInstance) {
    this.#http = http
  }

  get(url: string): Promise<PortalReply> {
    return this.#ask('GET', url)
  }

  async post(url: string, fields: Fields): Promise<PortalReply> {
    const payload = new URLSearchParams(
      Object.entries(fields).map(([name, value]) => [name, String(value)] as [string, string]),
    ).toString()
    return this.#ask('POST', url, payload, 'application/x-www-form-urlencoded')
  }

  /** A form with files, as `multipart/form-data`. */
  async send(url: string, fields: Fields, files: readonly SentFile[] = []): Promise<PortalReply> {
    const boundary = '----portal-form'
    const parts: Buffer[] = []
    const add = (head: string, content: Buffer) =>
      void parts.push(
        Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
        content,
        Buffer.from('\r\n'),
      )
    for (const [name, value] of Object.entries(fields))
      for (const one of [value].flat()) add(`name="${name}"`, Buffer.from(one))
    for (const { name, content } of files)
      add(`name="files"; filename="${name}"\r\ncontent-type: application/octet-stream`, content)
    parts.push(Buffer.from(`--${boundary}--\r\n`))
    return this.#ask('POST', url, Buffer.concat(parts), `multipart/form-data; boundary=${boundary}`)
  }

  async #ask(method: 'GET' | 'POST', url: string, payload?: string | Buffer, type?: string): Promise<PortalReply> {
    const response = await this.#http.inject({
      method,
      url,
      remoteAddress: '10.9.9.9',
      headers: { ...(type ? { 'content-type': type } : {}), ...(this.cookie ? { cookie: this.cookie } : {}) },
      ...(payload === undefined ? {} : { payload }),
    })
    const given = response.cookies.find((one) => one.name === 'yingshang_receipt')
    if (given) this.cookie = given.value === '' ? undefined : `yingshang_receipt=${given.value}`
    return {
      status: response.statusCode,
      text: response.body,
      location: response.headers.location as string | undefined,
    }
  }
}

/** A form's token that was given out a minute ago: somebody has been writing since. */
export function writtenToken({ services, time }: Pick<TestProduct, 'services' | 'time'>): string {
  return newFormToken(services.keys.siteKey, time.now - 60_000)
}

/** The sixteen digits on the page that confirms a sending. */
export function codeOn(page: string): string {
  const found = /name="code" value="(\d{16})"/.exec(page)
  if (!found) throw new Error('the page shows no receipt code')
  return found[1]!
}
