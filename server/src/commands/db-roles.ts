import { randomBytes } from 'node:crypto'
import { closedDatabaseSql, databaseSql, privateDatabaseSql, roleNames, rolesSql } from '../platform/database/roles.ts'
import type { CommandRun } from './command.ts'

/** `db roles [database]`: the SQL with which the administrator of a hosted PostgreSQL makes the three logins, once. */
export const run: CommandRun = async (args, place) => {
  const [database = 'yingshang', ...rest] = args
  if (rest.length > 0 || !/^[a-z_][a-z0-9_]{0,62}$/.test(database)) {
    place.complain('用法：yingshang db roles 数据库名（小写字母、数字、下划线，不写时为 yingshang）\n')
    return 2
  }
  const secret = () => randomBytes(24).toString('base64url')
  const passwords = { owner: secret(), app: secret(), vault: secret() }
  const statements = (list: string[]) => list.map((sql) => `${sql};\n`).join('')
  const url = (role: keyof typeof passwords) =>
    `postgresql://${roleNames[role]}:${passwords[role]}@数据库地址:5432/${database}`
  place.print(
    `-- 由数据库管理员（超级用户）执行一次。口令是刚刚随机生成的，只显示这一次，请妥善保管。\n` +
      statements([...rolesSql(passwords), ...databaseSql(database)]) +
      `\\connect ${database}\n` +
      statements([...closedDatabaseSql]) +
      `set role ${roleNames.owner};\n` +
      statements(privateDatabaseSql(database)) +
      `\n-- 执行后，在启动营商的环境中设置：\n` +
      `-- YINGSHANG_OWNER_URL=${url('owner')}\n-- YINGSHANG_APP_URL=${url('app')}\n-- YINGSHANG_VAULT_URL=${url('vault')}\n`,
  )
  return 0
}
