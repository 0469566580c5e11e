import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import * as HPKE from 'hpke'

/**
 * First byte of everything sealed: 1 = HPKE (RFC 9180: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM) closes a
 * data key, AES-256-GCM with that key closes the content. 2 is kept for SM2/SM4.
 */
export const hpkeMark = 1

const suite = new HPKE.CipherSuite(HPKE.KEM_DHKEM_X25519_HKDF_SHA256, HPKE.KDF_HKDF_SHA256, HPKE.AEAD_AES_256_GCM)
const [encLength, wrappedLength, nonceLength, tagLength] = [32, 48, 12, 16]
export const sealedOverhead = 1 + encLength + wrappedLength + nonceLength + tagLength

/** The public half a content is sealed to. */
export interface PublicKey {
  readonly keyId: string
  readonly publicKey: Uint8Array
}

/** A private half as it is used: it cannot be read out of the process's objects again. */
export interface PrivateKey {
  readonly keyId: string
  readonly pair: Awaited<ReturnType<typeof suite.GenerateKeyPair>>
  /** For fingerprints; derived from the private half (HKDF-SHA256), of no use for opening. */
  readonly fingerprintKey: Buffer
}

interface DataKey {
  readonly key: Buffer
  /** Algorithm byte and the data key closed to the public key: stands before every content it seals. */
  readonly head: Buffer
}

/** A data key closes at most this many contents, and lives at most this long (milliseconds). */
const mostUses = 1000
const longestLife = 60_000

/**
 * Seals contents to one public key. Closing a data key to the public key costs half a millisecond, closing a content
 * with it some microseconds, so a data key serves for a minute at most and is then wiped; each sealed content carries
 * its closed data key along and opens by itself. Why this is enough: docs/decisions on the vault.
 */
export class Sealer {
  readonly #to: PublicKey
  #current: Promise<DataKey> | undefined
  #madeAt = 0
  #uses = 0
  #wipe: NodeJS.Timeout | undefined

  constructor(to: PublicKey) {
    this.#to = to
  }

  get keyId(): string {
    return this.#to.keyId
  }

  /** `about` is authenticated with the content: what was sealed for one row does not open in another. */
  async seal(plain: Uint8Array, about: string, now: number): Promise<Buffer> {
    const { key, head } = await this.#dataKey(now)
    const nonce = randomBytes(nonceLength)
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
    return Buffer.concat([head, nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  }

  #dataKey(now: number): Promise<DataKey> {
    if (!this.#current || ++this.#uses >= mostUses || Math.abs(now - this.#madeAt) > longestLife) {
      this.#forget()
      this.#current = makeDataKey(this.#to)
      this.#madeAt = now
      this.#uses = 0
      this.#wipe = setTimeout(() => this.#forget(), longestLife)
      this.#wipe.unref()
    }
    return this.#current
  }

  #forget(): void {
    clearTimeout(this.#wipe)
    // Whoever was promised this key uses it in the turn it is given, before an immediate runs; later seals make a new one.
    this.#current?.then(
      ({ key }) => setImmediate(() => key.fill(0)),
      () => {},
    )
    this.#current = undefined
  }
}

async function makeDataKey(to: PublicKey): Promise<DataKey> {
  const key = randomBytes(32)
  const publicKey = await suite.DeserializePublicKey(to.publicKey)
  const { encapsulatedSecret, ciphertext } = await suite.Seal(publicKey, key, { info: infoOf(to.keyId) })
  return { key, head: Buffer.concat([Buffer.of(hpkeMark), encapsulatedSecret, ciphertext]) }
}

/** Opens what was sealed. Throws when key, place (`about`) or bytes are not the ones it was sealed with. */
export async function openSealed(key: PrivateKey, sealed: Buffer, about: string): Promise<Buffer> {
  if (sealed[0] !== hpkeMark || sealed.length < sealedOverhead) throw new Error('unknown form of a sealed content')
  let at = 1
  const take = (length: number) => sealed.subarray(at, (at += length))
  const enc = take(encLength)
  const wrapped = take(wrappedLength)
  const nonce = take(nonceLength)
  const dataKey = await suite.Open(key.pair, enc, wrapped, { info: infoOf(key.keyId) })
  const decipher = createDecipheriv('aes-256-gcm', dataKey, nonce).setAAD(Buffer.from(about))
  decipher.setAuthTag(sealed.subarray(-tagLength))
  const plain = Buffer.concat([decipher.update(sealed.subarray(at, -tagLength)), decipher.final()])
  dataKey.fill(0)
  return plain
}

/** A new pair as raw bytes (32 each). The caller wipes the private one when it is wrapped. */
export async function makeKeyPair(): Promise<{ publicKey: Buffer; privateKey: Buffer }> {
  const pair = await suite.GenerateKeyPair(true)
  return {
    publicKey: Buffer.from(await suite.SerializePublicKey(pair.publicKey)),
    privateKey: Buffer.from(await suite.SerializePrivateKey(pair.privateKey)),
  }
}

/** Takes raw bytes into use. Throws when they are no key. */
export async function usePrivateKey(keyId: string, publicKey: Uint8Array, privateKey: Uint8Array): Promise<PrivateKey> {
  const pair = {
    publicKey: await suite.DeserializePublicKey(publicKey),
    privateKey: await suite.DeserializePrivateKey(privateKey, false),
  }
  const fingerprintKey = Buffer.from(hkdfSync('sha256', privateKey, '', `yingshang vault fingerprints ${keyId}`, 32))
  return { keyId, pair, fingerprintKey }
}

function infoOf(keyId: string): Uint8Array {
  return Buffer.from(`yingshang vault 1 ${keyId}`)
}
