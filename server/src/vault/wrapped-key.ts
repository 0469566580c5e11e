import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'

/** First byte of a wrapped private key: 1 = Argon2id (64 MiB, 3 passes) and AES-256-GCM. */
const argon2idMark = 1
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1, outputLen: 32 }
const [saltLength, nonceLength, tagLength] = [16, 12, 16]

/** Closes a private key under an officer's passphrase, for one key and one person only. */
export async function wrapPrivateKey(privateKey: Uint8Array, passphrase: string, about: WrappedFor): Promise<Buffer> {
  const salt = randomBytes(saltLength)
  const nonce = randomBytes(nonceLength)
  const key = await keyOf(passphrase, salt)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(aboutOf(about))
  const closed = Buffer.concat([cipher.update(privateKey), cipher.final(), cipher.getAuthTag()])
  key.fill(0)
  return Buffer.concat([Buffer.of(argon2idMark), salt, nonce, closed])
}

/** The private key, or `undefined` when the passphrase is wrong (or the row is another's). The caller wipes it. */
export async function unwrapPrivateKey(
  wrapped: Buffer,
  passphrase: string,
  about: WrappedFor,
): Promise<Buffer | undefined> {
  if (wrapped[0] !== argon2idMark || wrapped.length !== 1 + saltLength + nonceLength + 32 + tagLength)
    throw new Error('unknown form of a wrapped key')
  const salt = wrapped.subarray(1, 1 + saltLength)
  const nonce = wrapped.subarray(1 + saltLength, 1 + saltLength + nonceLength)
  const key = await keyOf(passphrase, salt)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(aboutOf(about))
  decipher.setAuthTag(wrapped.subarray(-tagLength))
  try {
    return Buffer.concat([
      decipher.update(wrapped.subarray(1 + saltLength + nonceLength, -tagLength)),
      decipher.final(),
    ])
  } catch {
    return undefined
  } finally {
    key.fill(0)
  }
}

export interface WrappedFor {
  readonly keyId: string
  readonly personId: string
}

let last: Promise<unknown> = Promise.resolve()

/** One at a time: 64 MiB each, and an officer can wait a second. */
function keyOf(passphrase: string, salt: Buffer): Promise<Buffer> {
  const made = last.then(() => hashRaw(passphrase.normalize('NFKC').trim(), { ...cost, salt }))
  last = made.catch(() => {})
  return made
}

function aboutOf({ keyId, personId }: WrappedFor): Buffer {
  return Buffer.from(`${keyId} ${personId}`)
}
