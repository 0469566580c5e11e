import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { Queryable } from '../database/pools.ts'

const stepSeconds = 30

function sealingKey(siteKey: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(siteKey, 'hex'), '', 'totp secret', 32))
}

/** The secret as kept: nonce, tag and AES-256-GCM text, bound to the person. */
export function sealSecret(siteKey: string, personId: string, secret: Buffer): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(siteKey), nonce).setAAD(Buffer.from(personId))
  const text = Buffer.concat([cipher.update(secret), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text])
}

export function openSecret(siteKey: string, personId: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(siteKey), sealed.subarray(0, 12))
  decipher.setAAD(Buffer.from(personId)).setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
}

function generatorOf(secret: Buffer, label: string): TOTP {
  return new TOTP({
    issuer: '营商',
    label,
    secret: Secret.fromHex(secret.toString('hex')),
    period: stepSeconds,
    digits: 6,
  })
}

/** What the enrolment page shows: QR picture, the secret in groups of four to type, the address inside the picture. */
export async function enrolment(
  secret: Buffer,
  signInName: string,
): Promise<{ svg: string; secret: string; uri: string }> {
  const uri = generatorOf(secret, signInName).toString()
  const { default: qrcode } = await import('qrcode')
  const svg = await qrcode.toString(uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })
  const base32 = Secret.fromHex(secret.toString('hex')).base32
  return { svg, secret: base32.replace(/(.{4})(?=.)/g, '$1 '), uri }
}

/** The time step a code belongs to (one step of drift each way), or `undefined` when the code is wrong. */
export function stepOf(secret: Buffer, code: string, now: number): number | undefined {
  const token = code.replace(/\s/g, '')
  const delta = generatorOf(secret, '').validate({ token, timestamp: now, window: 1 })
  return delta === null ? undefined : Math.floor(now / 1000 / stepSeconds) + delta
}

/** Uses a step up: true for the first use only. The same step and older ones are refused for ever. */
export async function useStep(db: Queryable, personId: string, step: number): Promise<boolean> {
  const used = await db.query({
    name: 'totp:use',
    text: 'update access.credential set totp_last_step = $2 where person_id = $1 and totp_last_step < $2',
    values: [personId, step],
  })
  return used.rowCount === 1
}

/** Letters and figures that are not mistaken for one another on paper. */
export const paperAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Ten recovery codes of about fifty bits, each good once; only their HMACs are stored. */
export function makeRecoveryCodes(): string[] {
  const letter = () => paperAlphabet[randomInt(paperAlphabet.length)]!
  return Array.from(
    { length: 10 },
    () => `${Array.from({ length: 5 }, letter).join('')}-${Array.from({ length: 5 }, letter).join('')}`,
  )
}

export function recoveryHash(siteKey: string, personId: string, code: string): Buffer {
  const plain = code.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return createHmac('sha256', Buffer.from(siteKey, 'hex')).update(`recovery\n${personId}\n${plain}`).digest()
}
