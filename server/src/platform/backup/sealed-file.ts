import { createHmac } from 'node:crypto'
import {
  createReadStream,
  createWriteStream,
  openSync,
  closeSync,
  fsyncSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { pipeline as piped, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'
import type { Decrypter, Encrypter } from 'age-encryption'
import { fileFailure, PlainFailure } from '../plain-failure.ts'
import { damaged } from './frames.ts'

/** How a backup is closed: by words a person keeps, to a public key (age1…), or by this installation's site key. */
export type Seal =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'recipient'; readonly recipient: string }
  | { readonly kind: 'site'; readonly siteKey: string }

/** Everything that may open a backup; what fits is used. */
export interface Opening {
  readonly passphrases?: readonly string[]
  /** `AGE-SECRET-KEY-1…` lines. */
  readonly identities?: readonly string[]
  readonly siteKeys?: readonly string[]
}

/** scrypt's 2^18 for words of a person (1.5 s, 256 MiB for a moment); the site key is 32 random bytes and needs none. */
const workFactor = 18
const workFactorOfKeys = 10

/** Writes compressed, sealed bytes to a file that gets its name only when complete and on the disk. Answers its size. */
export async function writeSealed(file: string, seal: Seal, plain: AsyncIterable<Buffer>): Promise<number> {
  const half = `${file}.part`
  try {
    const zip = createZstdCompress()
    piped(Readable.from(plain, { objectMode: false }), zip, (error) => void (error && zip.destroy(error)))
    const sealed = await (await encrypter(seal)).encrypt(Readable.toWeb(zip) as never)
    await pipeline(
      Readable.fromWeb(sealed as unknown as ReadableStream),
      createWriteStream(half, { mode: 0o600, flags: 'w', flush: true }),
    )
    renameSync(half, file)
    syncFolder(dirname(file))
    return statSync(file).size
  } catch (error) {
    rmSync(half, { force: true })
    throw fileFailure(`备份位置 ${file} `, error) ?? error
  }
}

/** The plain bytes of a sealed file. Throws a sentence when nothing opens it, or when it was cut off or changed. */
export async function* readSealed(file: string, opening: Opening): AsyncGenerator<Buffer> {
  try {
    const bytes = Readable.toWeb(createReadStream(file, { highWaterMark: 256 << 10 })) as never
    const opened = await (await decrypter(opening)).decrypt(bytes)
    const unzip = createZstdDecompress()
    piped(Readable.fromWeb(opened as unknown as ReadableStream), unzip, (error) => void (error && unzip.destroy(error)))
    yield* unzip
  } catch (error) {
    throw openingFailure(file, error)
  }
}

async function encrypter(seal: Seal): Promise<Encrypter> {
  const { Encrypter } = await import('age-encryption')
  const age = new Encrypter()
  if (seal.kind === 'recipient') {
    try {
      age.addRecipient(seal.recipient)
    } catch {
      throw new PlainFailure(
        'backup.bad-recipient',
        '公钥写法不对，应是以 age1 开头的一行（用 yingshang backup new-key 生成）',
      )
    }
    return age
  }
  age.setScryptWorkFactor(seal.kind === 'site' ? workFactorOfKeys : workFactor)
  age.setPassphrase(seal.kind === 'site' ? siteWords(seal.siteKey) : seal.passphrase)
  return age
}

async function decrypter({ passphrases = [], identities = [], siteKeys = [] }: Opening): Promise<Decrypter> {
  const { Decrypter } = await import('age-encryption')
  const age = new Decrypter()
  for (const words of [...siteKeys.map(siteWords), ...passphrases]) age.addPassphrase(words)
  for (const identity of identities) {
    try {
      age.addIdentity(identity)
    } catch {
      throw new PlainFailure('backup.bad-identity', '私钥文件内容不对，应有一行以 AGE-SECRET-KEY-1 开头')
    }
  }
  return age
}

function siteWords(siteKey: string): string {
  return createHmac('sha256', Buffer.from(siteKey, 'hex')).update('backup').digest('hex')
}

function openingFailure(file: string, error: unknown): unknown {
  if (error instanceof PlainFailure) return error
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return new PlainFailure('backup.no-file', `没有找到备份文件 ${file}`)
  if (code === 'EACCES' || code === 'EISDIR') return new PlainFailure('backup.no-file', `备份文件 ${file} 不能读取`)
  if (/no identity matched/i.test(message))
    return new PlainFailure('backup.wrong-secret', '口令（或私钥）不对，打不开这份备份。请核对后再试')
  if (code === undefined || /^(Z_|ZSTD_|ERR_STREAM)/.test(code) || code === 'ERR_INVALID_STATE') return damaged()
  return error
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
