import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Builds the desk when its sources changed since the last build; otherwise answers at once. */
export async function buildWeb(): Promise<'built' | 'fresh'> {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const mark = join(root, 'web/dist/.built-from')
  const digest = digestOf([
    join(root, 'web/src'),
    join(root, 'core/src'),
    join(root, 'web/desk.html'),
    join(root, 'web/vite.config.ts'),
    join(root, 'package-lock.json'),
  ])
  if (existsSync(mark) && readFileSync(mark, 'utf8') === digest) return 'fresh'
  const { build } = await import('vite')
  await build({ root: join(root, 'web'), configFile: join(root, 'web/vite.config.ts'), logLevel: 'error' })
  mkdirSync(join(root, 'web/dist'), { recursive: true })
  writeFileSync(mark, digest)
  return 'built'
}

function digestOf(places: string[]): string {
  const hash = createHash('sha256')
  const visit = (place: string) => {
    if (!existsSync(place)) return
    if (statSync(place).isDirectory()) for (const name of readdirSync(place).sort()) visit(join(place, name))
    else hash.update(place).update(readFileSync(place))
  }
  for (const place of places) visit(place)
  return hash.digest('hex')
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(`工作台页面：${(await buildWeb()) === 'built' ? '已生成' : '无需重新生成'}`)
