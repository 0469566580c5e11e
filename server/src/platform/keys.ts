import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PlainFailure } from './plain-failure.ts'

/** Secrets of this installation, made on first start, readable by the owner of the folder only. */
export interface Keys {
  readonly superuserPassword: string
  readonly ownerPassword: string
  readonly appPassword: string
  readonly vaultPassword: string
  /** Keys for HMACs and cookies, hex, 32 bytes each. */
  readonly siteKey: string
}

/** Reads the keys, or makes them when the folder has none. Refuses a file that others may read. */
export function readOrMakeKeys(folder: string): Keys {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  const file = join(folder, 'keys.json')
  if (existsSync(file)) return readKeys(folder)
  const secret = () => randomBytes(32).toString('hex')
  const keys: Keys = {
    superuserPassword: secret(),
    ownerPassword: secret(),
    appPassword: secret(),
    vaultPassword: secret(),
    siteKey: secret(),
  }
  writeFileSync(`${file}.new`, JSON.stringify(keys), { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return keys
}

/** The keys of a folder that has some. Refuses a file that others may read. */
export function readKeys(folder: string): Keys {
  const file = join(folder, 'keys.json')
  if ((statSync(file).mode & 0o077) !== 0)
    throw new PlainFailure('keys.open', `密钥文件权限过宽，请执行 chmod 600 ${file}`)
  return JSON.parse(readFileSync(file, 'utf8')) as Keys
}
