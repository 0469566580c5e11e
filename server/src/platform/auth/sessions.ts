import { randomBytes } from 'node:crypto'
import { sessionHours } from '@yingshang/core/units/access'
import type { Queryable } from '../database/pools.ts'
import { hashToken } from '../http/session.ts'
import { newId } from '../ledger/record.ts'

export interface NewSession {
  readonly personId: string
  readonly now: number
  readonly secondFactor: boolean
  readonly byLink: boolean
  /** Coarse, from `browserOf`; never the whole agent text. */
  readonly browser: string
}

/** Opens a session and returns its token; only the hash is stored. */
export async function openSession(db: Queryable, session: NewSession): Promise<string> {
  const token = randomBytes(32).toString('hex')
  const expires = new Date(session.now + sessionHours * 3_600_000)
  await db.query({
    name: 'session:open',
    text: `insert into access.session (token_hash, id, person_id, created_at, last_seen_at, expires_at, second_factor, by_link, browser)
      values ($1, $2, $3, $4, $4, $5, $6, $7, $8)`,
    values: [
      hashToken(token),
      newId(session.now),
      session.personId,
      new Date(session.now),
      expires,
      session.secondFactor,
      session.byLink,
      session.browser,
    ],
  })
  return token
}

/** Gives a session a new token after the second factor, so that a token from before is worth nothing. */
export async function rotateSession(
  db: Queryable,
  tokenHash: Buffer,
  secondFactor: boolean,
): Promise<string | undefined> {
  const token = randomBytes(32).toString('hex')
  const rotated = await db.query({
    name: 'session:rotate',
    text: 'update access.session set token_hash = $2, second_factor = second_factor or $3 where token_hash = $1',
    values: [tokenHash, hashToken(token), secondFactor],
  })
  return rotated.rowCount === 1 ? token : undefined
}

export async function endSession(db: Queryable, tokenHash: Buffer): Promise<void> {
  await db.query({ name: 'session:end', text: 'delete from access.session where token_hash = $1', values: [tokenHash] })
}

/** Ends all sessions of people; `except` is the hash of the one that stays. */
export async function endSessionsOf(db: Queryable, personIds: readonly string[], except?: Buffer): Promise<void> {
  await db.query({
    name: 'session:end-all',
    text: 'delete from access.session where person_id = any($1::uuid[]) and ($2::bytea is null or token_hash <> $2)',
    values: [personIds, except ?? null],
  })
}

/** Ends one of a person's other sessions by its id; false when there is no such one. */
export async function endOtherSession(db: Queryable, personId: string, id: string, current: Buffer): Promise<boolean> {
  const ended = await db.query({
    name: 'session:end-other',
    text: 'delete from access.session where id = $1 and person_id = $2 and token_hash <> $3',
    values: [id, personId, current],
  })
  return ended.rowCount === 1
}

/** "Edge · Windows": enough to recognise one's own computer in a list, too little to follow anybody. */
export function browserOf(agent: string | undefined): string {
  const text = agent ?? ''
  const browser = /Edg\//.test(text)
    ? 'Edge'
    : /MicroMessenger|wxwork/.test(text)
      ? '微信'
      : /DingTalk/.test(text)
        ? '钉钉'
        : /Firefox\//.test(text)
          ? 'Firefox'
          : /Chrome\//.test(text)
            ? 'Chrome'
            : /Safari\//.test(text)
              ? 'Safari'
              : '其他浏览器'
  const system = /Windows/.test(text)
    ? 'Windows'
    : /Android/.test(text)
      ? '安卓'
      : /iPhone|iPad/.test(text)
        ? '苹果手机或平板'
        : /Mac OS/.test(text)
          ? 'macOS'
          : /Linux|X11/.test(text)
            ? 'Linux'
            : '其他系统'
  return `${browser} · ${system}`
}
