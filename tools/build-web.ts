import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const mark = join(root, 'web/dist/.built-from')
const ingredients = ['web/src', 'core/src', 'web/desk.html', 'web/vite.config.ts', 'package-lock.json'].map((place) =>
  join(root, place),
)

/**
 * For the start of the product: builds the desk in a process of its own, so that the bundler's memory is given back.
 * The bundler is a development package; where it is not installed, a desk that was built elsewhere is taken as it is.
 */
export async function ensureDesk(): Promise<void> {
  if (isBuiltFrom(digestOf(ingredients))) return
  if (existsSync(mark) && !existsSync(join(root, 'node_modules/vite'))) return
  console.log('正在生成工作台页面（第一次启动和更新以后需要，约半分钟以内）……')
  mkdirSync(join(root, '.cache'), { recursive: true })
  // Two starts at once must not build into each other.
  const build = [join(root, '.cache/desk-build.lock'), process.execPath, fileURLToPath(import.meta.url)]
  const built = spawnSync('flock', build, { encoding: 'utf8' })
  if (built.status !== 0) throw new Error(`工作台页面没有生成成功，请重新执行 npm install 后再启动。\n${built.stderr ?? built.error}`)
}

/** Builds the desk when its sources changed since the last build; otherwise answers at once. */
export async function buildWeb(): Promise<'built' | 'fresh'> {
  const digest = digestOf(ingredients)
  if (isBuiltFrom(digest)) return 'fresh'
  const { build } = await import('vite')
  await build({ root: join(root, 'web'), configFile: join(root, 'web/vite.config.ts'), logLevel: 'error' })
  mkdirSync(join(root, 'web/dist'), { recursive: true })
  writeFileSync(mark, digest)
  return 'built'
}

function isBuiltFrom(digest: string): boolean {
  return existsSync(mark) && readFileSync(mark, 'utf8') === digest
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
