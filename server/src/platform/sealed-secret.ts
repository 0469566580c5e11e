import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

/**
 * Secrets the program has to give to others again (password of the mail server, address of a robot): AES-256-GCM with a
 * key derived from the site key by HKDF-SHA256, one key per purpose. The name is authenticated, so that a sealed secret
 * moved to another row does not open. Layout: version 1, nonce of 12 bytes, tag of 16, cipher text.
 */
export function sealSecret(siteKey: string, purpose: string, name: string, secret: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(siteKey, purpose), nonce).setAAD(Buffer.from(name))
  const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.of(1), nonce, cipher.getAuthTag(), body])
}

/** Throws when the secret was sealed for another purpose, name or site key, or was changed. */
export function openSecret(siteKey: string, purpose: string, name: string, sealed: Buffer): string {
  if (sealed[0] !== 1 || sealed.length < 29) throw new Error('unknown form of a sealed secret')
  const decipher = createDecipheriv('aes-256-gcm', keyFor(siteKey, purpose), sealed.subarray(1, 13))
  decipher.setAAD(Buffer.from(name)).setAuthTag(sealed.subarray(13, 29))
  return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString('utf8')
}

function keyFor(siteKey: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(siteKey, 'hex'), '', `sealed secret: ${purpose}`, 32))
}

/** A UUID that is always the same for the same words: the stream of a thing that exists once per owner. */
export function derivedId(...words: readonly string[]): string {
  const hash = createHash('sha256').update(words.join('\n')).digest('hex')
  // Version 8 (RFC 9562): made by the program's own rule.
  const variant = ((Number.parseInt(hash[16]!, 16) & 3) | 8).toString(16)
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
