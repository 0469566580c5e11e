import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DatabaseUrls } from './database/pools.ts'
import { PlainFailure } from './plain-failure.ts'

export type Mode = 'trial' | 'production'

export interface Config {
  readonly mode: Mode
  /** Code of the administrative division (GB/T 2260) that a new database is stamped with. */
  readonly division: string
  /** Everything that must survive a restart: cluster, keys, certificate. Private (0700). */
  readonly dataFolder: string
  readonly host: string
  readonly port: number
  /** Set when the office's own PostgreSQL is used instead of the embedded one. */
  readonly urls: DatabaseUrls | undefined
  /** Host names and addresses the certificate is made for; production always, trial when given. */
  readonly names: readonly string[]
  readonly tls: boolean
  /** Plain HTTP door that leads to HTTPS and hands out the certificate; undefined for none. */
  readonly plainPort: number | undefined
  /** One login for everything; only with an explicit flag, shown as a lower protection level. */
  readonly singleRole: boolean
}

/** Where the data of an installation are: all that commands need to know. */
export type Storage = Pick<Config, 'dataFolder' | 'urls' | 'singleRole'>

const projectRoot = fileURLToPath(new URL('../../../', import.meta.url))

/** Division of the sample campaign, for trials. */
const sampleDivision = '320724'

/** The settings that say where the data are; commands need no more. */
export function readStorage(mode: Mode, environment: Environment): Storage {
  const dataFolder = resolve(environment['YINGSHANG_DATA'] || join(projectRoot, 'data', mode))
  return { dataFolder, ...readUrls(environment) }
}

/**
 * Settings from the environment. Throws one plain Chinese sentence for a setting that cannot be used.
 * There are no secret settings with defaults: keys are made on first start (see `keys.ts`).
 */
export function readConfig(mode: Mode, environment: Environment): Config {
  const names = readNames(mode, environment)
  const tls = mode === 'production' || names.length > 0
  const port = readPort(mode, environment)
  return {
    mode,
    division: mode === 'trial' ? sampleDivision : readDivision(environment),
    // A trial answers on this machine only, by both addresses of its name.
    host: environment['YINGSHANG_HOST'] || (tls ? '::' : 'localhost'),
    port,
    names,
    tls,
    plainPort: readPlainPort(environment, tls && port === 443 ? 80 : undefined),
    ...readStorage(mode, environment),
  }
}

type Environment = Readonly<Record<string, string | undefined>>

function readPort(mode: Mode, environment: Environment): number {
  return portIn(environment, 'YINGSHANG_PORT') ?? (mode === 'trial' ? 8642 : 443)
}

/** `none` closes the plain door. */
function readPlainPort(environment: Environment, usual: number | undefined): number | undefined {
  if (environment['YINGSHANG_PLAIN_PORT'] === 'none') return undefined
  return portIn(environment, 'YINGSHANG_PLAIN_PORT') ?? usual
}

function portIn(environment: Environment, name: string): number | undefined {
  const text = environment[name]
  if (!text) return undefined
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port
  throw new PlainFailure('config.port', `${name} 应为 0–65535 的整数`)
}

function readNames(mode: Mode, environment: Environment): string[] {
  const names = (environment['YINGSHANG_NAMES'] ?? '')
    .split(/[,，\s]+/)
    .map((name) => name.toLowerCase())
    .filter((name) => name !== '')
  const wrong = names.find((name) => !isIP(name) && !/^(?=.{1,253}$)[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/.test(name))
  if (wrong !== undefined)
    throw new PlainFailure(
      'config.names',
      `YINGSHANG_NAMES 中的“${wrong}”不是域名或 IP 地址。写法例如：yingshang.lan,10.0.3.8（不带 https:// 和端口）`,
    )
  if (mode === 'production' && names.length === 0)
    throw new PlainFailure(
      'config.names-missing',
      '正式运行需要设置 YINGSHANG_NAMES（同事在浏览器里输入的域名或 IP 地址，用逗号隔开），证书按它签发。例如：YINGSHANG_NAMES=yingshang.lan,10.0.3.8',
    )
  return names
}

/** Six digits of GB/T 2260; the first two are a province. */
function readDivision(environment: Environment): string {
  const division = environment['YINGSHANG_DIVISION'] ?? ''
  if (/^[1-8]\d{5}$/.test(division)) return division
  throw new PlainFailure(
    'config.division',
    `正式运行需要设置 YINGSHANG_DIVISION 为本县（市、区）的行政区划代码，六位数字（GB/T 2260）${division === '' ? '' : `，现在是“${division}”`}`,
  )
}

function readUrls(environment: Environment): Pick<Config, 'urls' | 'singleRole'> {
  const owner = environment['YINGSHANG_OWNER_URL'] || undefined
  const app = environment['YINGSHANG_APP_URL'] || undefined
  const vault = environment['YINGSHANG_VAULT_URL'] || undefined
  const singleRole = environment['YINGSHANG_SINGLE_ROLE'] === 'yes'
  if (!owner && !app && !vault) return { urls: undefined, singleRole: false }
  for (const [name, url] of Object.entries({ OWNER: owner, APP: app, VAULT: vault }))
    if (url !== undefined && !/^postgres(ql)?:\/\//.test(url))
      throw new PlainFailure('config.url', `YINGSHANG_${name}_URL 应以 postgresql:// 开头`)
  if (owner && app && vault) return { urls: { owner, app, vault }, singleRole: false }
  if (owner && singleRole && !app && !vault) return { urls: { owner, app: owner, vault: owner }, singleRole: true }
  throw new PlainFailure(
    'config.urls',
    '使用已有的 PostgreSQL 时，需要同时设置 YINGSHANG_OWNER_URL、YINGSHANG_APP_URL、YINGSHANG_VAULT_URL 三个地址；用 yingshang db roles 可以得到建立三个账号的 SQL。' +
      '只有一个账号时可以另设 YINGSHANG_SINGLE_ROLE=yes，但那样程序自己就能改动台账、读取密封内容，防护等级会显示为“低”',
  )
}
