import pg from 'pg'
import { PlainFailure } from '../plain-failure.ts'
import type { DatabaseUrls } from './pools.ts'

const oldest = 15
const names = { owner: 'YINGSHANG_OWNER_URL', app: 'YINGSHANG_APP_URL', vault: 'YINGSHANG_VAULT_URL' } as const

/** Connects once with each login of a PostgreSQL that is not ours; throws a sentence that names the setting. */
export async function checkHosted(urls: DatabaseUrls): Promise<void> {
  for (const login of ['owner', 'app', 'vault'] as const) {
    const version = await versionBehind(urls[login], names[login])
    if (version < oldest * 10_000)
      throw new PlainFailure(
        'database.too-old',
        `数据库服务器是 PostgreSQL ${Math.floor(version / 10_000)}，需要 ${oldest} 或更新的版本`,
      )
  }
}

async function versionBehind(url: string, setting: string): Promise<number> {
  let client: pg.Client | undefined
  try {
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000 })
    await client.connect()
    const found = await client.query<{ version: number; encoding: string }>(
      "select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding",
    )
    const { version, encoding } = found.rows[0]!
    if (encoding === 'UTF8') return version
    throw new PlainFailure('database.encoding', `数据库的编码是 ${encoding}，需要 UTF8。请按 yingshang db roles 打印的 SQL 新建数据库`)
  } catch (error) {
    throw connectionFailure(setting, error)
  } finally {
    await client?.end().catch(() => {})
  }
}

/** Never the message of the driver alone: it may hold the address with its password. */
function connectionFailure(setting: string, error: unknown): unknown {
  if (error instanceof PlainFailure) return error
  const { code = '', message } = error as NodeJS.ErrnoException
  const why: Record<string, string> = {
    '28P01': '账号或口令不对',
    '28000': '服务器不允许这个账号从本机连接（pg_hba.conf）',
    '3D000': '没有这个数据库',
    '42501': '账号没有连接这个数据库的权限',
    '53300': '服务器的连接数已满',
    ECONNREFUSED: '服务器没有在这个地址和端口上监听',
    ENOTFOUND: '找不到这个服务器名称',
    EAI_AGAIN: '找不到这个服务器名称（域名解析没有应答）',
    EHOSTUNREACH: '网络不通',
    ETIMEDOUT: '连接超时',
    ERR_INVALID_URL: '地址写法不对，口令里的特殊字符要写成 %XX',
    ENOENT: '找不到数据库的套接字文件',
  }
  const said = why[code] ?? (/timeout/i.test(message) ? '连接超时' : code || '没有应答')
  return new PlainFailure('database.unreachable', `按 ${setting} 连接数据库没有成功：${said}。请核对地址、账号和口令`)
}
