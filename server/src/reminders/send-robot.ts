import { createHmac } from 'node:crypto'
import { isRobotAddress, tokenParameter, type RobotKind } from '@yingshang/core/reminders/channel-settings'
import type { Attempt, Trouble } from '@yingshang/core/reminders/delivery'
import { plainInMarkdown, textWithin, type Digest } from '@yingshang/core/reminders/digest'
import type { RobotSecret } from './settings.ts'

/** The parts of a robot's address, or null when it cannot be one. */
export function robotAddress(kind: RobotKind, address: string): URL | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  const token = url.searchParams.get(tokenParameter[kind])
  return isRobotAddress({ protocol: url.protocol, host: url.host, token }) ? url : null
}

/**
 * Posts one digest. Not sent again when nobody knows whether it arrived: neither service recognises a repetition.
 * 企业微信 (developer.work.weixin.qq.com 91770): the address carries the key, markdown up to 4,096 bytes, 20 a minute.
 * 钉钉 (custom robot, 加签): `timestamp` in milliseconds and `sign` = Base64(HMAC-SHA256(secret, timestamp + LF + secret)),
 * 20 a minute, then blocked for ten minutes.
 */
export async function postToRobot(kind: RobotKind, secret: RobotSecret, digest: Digest, now: number): Promise<Attempt> {
  const url = robotAddress(kind, secret.address)
  if (url === null) return { kind: 'refused', trouble: 'robot.address' }
  if (kind === 'dingtalk') signAddress(url, secret.secret, now)
  let response: Response
  try {
    response = await fetch(url, {
      method: 'POST',
      // A connection of its own: one kept open may be dead already, and then nobody knows whether the message arrived.
      headers: { 'content-type': 'application/json; charset=utf-8', connection: 'close' },
      body: JSON.stringify(bodyOf(kind, digest)),
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
    })
  } catch (error) {
    return neverArrived(error) ? later('robot.connect') : { kind: 'uncertain', trouble: 'robot.uncertain' }
  }
  if (response.status === 429) return later('robot.limit')
  if (response.status >= 500) return later('robot.connect')
  if (!response.ok) return { kind: 'refused', trouble: 'robot.address' }
  return judge(await readAnswer(response))
}

const later = (trouble: Trouble): Attempt => ({ kind: 'later', trouble })

export function signAddress(url: URL, secret: string, now: number): void {
  const sign = createHmac('sha256', secret).update(`${now}\n${secret}`).digest('base64')
  url.searchParams.set('timestamp', String(now))
  url.searchParams.set('sign', sign)
}

function bodyOf(kind: RobotKind, digest: Digest): object {
  const lines = [`**${plainInMarkdown(digest.subject)}**`, ...digest.lines.map(plainInMarkdown)]
  if (kind === 'wecom') return { msgtype: 'markdown', markdown: { content: textWithin(lines, 4000) } }
  // 钉钉 joins lines that are not separated by an empty one.
  const text = textWithin(lines, 18_000).replaceAll('\n', '\n\n')
  return { msgtype: 'markdown', markdown: { title: digest.subject, text } }
}

/** Errors after which the message cannot have been handed over: the connection was never made. */
function neverArrived(error: unknown): boolean {
  const cause = (error as { cause?: { code?: string } }).cause
  const code = cause?.code ?? ''
  return (
    /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|UND_ERR_CONNECT_TIMEOUT)$/.test(code) ||
    /^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS_|ERR_SSL_)/.test(code)
  )
}

async function readAnswer(response: Response): Promise<{ errcode: number; errmsg: string } | null> {
  try {
    const text = (await response.text()).slice(0, 10_000)
    const answer = JSON.parse(text) as { errcode?: unknown; errmsg?: unknown }
    return typeof answer.errcode === 'number' ? { errcode: answer.errcode, errmsg: String(answer.errmsg) } : null
  } catch {
    return null
  }
}

function judge(answer: { errcode: number; errmsg: string } | null): Attempt {
  if (answer === null) return { kind: 'uncertain', trouble: 'robot.uncertain' }
  const refusedBy = (trouble: Trouble): Attempt => ({ kind: 'refused', trouble })
  switch (answer.errcode) {
    case 0:
      return { kind: 'sent' }
    case -1: // both: the system is busy
      return later('robot.connect')
    case 45009: // 企业微信: too many calls
    case 130101: // 钉钉: sent too fast
    case 410100: // 钉钉: sent too fast
      return later('robot.limit')
    case 93000: // 企业微信: no such robot, or removed from the group
    case 300001: // 钉钉: token does not exist
    case 300005: // 钉钉: token does not exist
    case 400101: // 钉钉: access_token does not exist
      return refusedBy('robot.address')
    case 310000: // 钉钉: key words, signature or address range do not fit
      return refusedBy('robot.signature')
    default:
      return refusedBy('robot.refused')
  }
}
