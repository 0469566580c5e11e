import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'

export interface TestRobot {
  /** Address as a chat group shows it, with its token. */
  readonly address: string
  /** Texts that were accepted. */
  readonly texts: string[]
  readonly requests: { count: number }
  readonly mood: { answer: 'accept' | 'limit' | 'silent' | 'gone' | 'fault' }
  stop(): Promise<void>
}

/**
 * Behaves like the robot of a chat group: checks token, content type and (钉钉) time stamp and signature by the service's
 * own rule, and answers with its error codes.
 */
export async function startRobot(kind: 'wecom' | 'dingtalk', secret = '', now: () => number = Date.now): Promise<TestRobot> {
  const token = '9'.repeat(32)
  const texts: string[] = []
  const requests = { count: 0 }
  const mood: TestRobot['mood'] = { answer: 'accept' }
  const judge = (url: URL, body: string): object => {
    if (kind === 'wecom' && url.searchParams.get('key') !== token) return { errcode: 93000, errmsg: 'invalid webhook url' }
    if (kind === 'dingtalk') {
      if (url.searchParams.get('access_token') !== token) return { errcode: 300005, errmsg: 'token is not exist' }
      const stamp = url.searchParams.get('timestamp') ?? ''
      const expected = createHmac('sha256', secret).update(`${stamp}\n${secret}`, 'utf8').digest('base64')
      const fresh = Math.abs(Number(stamp) - now()) < 3_600_000
      if (!fresh || url.searchParams.get('sign') !== expected) return { errcode: 310000, errmsg: 'sign not match' }
    }
    if (mood.answer === 'limit') return { errcode: kind === 'wecom' ? 45009 : 130101, errmsg: 'too fast' }
    if (mood.answer === 'gone') return { errcode: kind === 'wecom' ? 93000 : 300005, errmsg: 'gone' }
    const message = JSON.parse(body) as { msgtype: string; markdown: { content?: string; text?: string; title?: string } }
    const text = kind === 'wecom' ? message.markdown.content : message.markdown.text
    if (message.msgtype !== 'markdown' || !text) return { errcode: 40008, errmsg: 'invalid message' }
    if (kind === 'wecom' && Buffer.byteLength(text) > 4096) return { errcode: 40058, errmsg: 'too long' }
    texts.push(text)
    return { errcode: 0, errmsg: 'ok' }
  }
  const server = createServer((request, response) => {
    requests.count++
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      if (mood.answer === 'silent') return response.destroy()
      if (mood.answer === 'fault') return response.writeHead(502).end()
      const answer = judge(new URL(request.url!, 'http://robot'), Buffer.concat(parts).toString('utf8'))
      return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const path = kind === 'wecom' ? `/cgi-bin/webhook/send?key=${token}` : `/robot/send?access_token=${token}`
  return {
    address: `http://127.0.0.1:${port}${path}`,
    texts,
    requests,
    mood,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
