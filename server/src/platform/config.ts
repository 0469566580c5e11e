import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DatabaseUrls } from './database/pools.ts'

export type Mode = 'trial' | 'production'

export interface Config {
  readonly mode: Mode
  /** Everything that must survive a restart: cluster, keys, certificate. Private (0700). */
  readonly dataFolder: string
  readonly host: string
  readonly port: number
  /** Set when the office's own PostgreSQL is used instead of the embedded one. */
  readonly urls: DatabaseUrls | undefined
  /** Host names and addresses the certificate is made for; production always, trial when given. */
  readonly names: readonly string[]
  readonly tls: boolean
  /** One login for everything; only with an explicit flag, shown as a lower protection level. */
  readonly singleRole: boolean
}

const projectRoot = fileURLToPath(new URL('../../../', import.meta.url))

/**
 * Settings from the environment. Throws one plain Chinese sentence for a setting that cannot be used.
 * There are no secret settings with defaults: keys are made on first start (see `keys.ts`).
 */
export function readConfig(mode: Mode, environment: Readonly<Record<string, string | undefined>>): Config {
  const port = Number(environment['YINGSHANG_PORT'] ?? (mode === 'trial' ? 8642 : 443))
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error('YINGSHANG_PORT 应为 0–65535 的整数')
  const owner = environment['YINGSHANG_OWNER_URL']
  const app = environment['YINGSHANG_APP_URL']
  const vault = environment['YINGSHANG_VAULT_URL']
  const singleRole = environment['YINGSHANG_SINGLE_ROLE'] === 'yes'
  if (owner && !singleRole && !(app && vault)) {
    throw new Error(
      '使用已有的 PostgreSQL 时，需要同时设置 YINGSHANG_OWNER_URL、YINGSHANG_APP_URL、YINGSHANG_VAULT_URL 三个地址',
    )
  }
  const names = (environment['YINGSHANG_NAMES'] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  if (mode === 'production' && names.length === 0) {
    throw new Error('正式运行需要设置 YINGSHANG_NAMES（本机的域名或地址，用逗号隔开），证书按它签发')
  }
  return {
    mode,
    dataFolder: environment['YINGSHANG_DATA'] ?? join(projectRoot, 'data', mode),
    host: environment['YINGSHANG_HOST'] ?? (names.length > 0 ? '0.0.0.0' : '127.0.0.1'),
    port,
    urls: owner ? { owner, app: app ?? owner, vault: vault ?? owner } : undefined,
    names,
    tls: mode === 'production' || names.length > 0,
    singleRole,
  }
}
