import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

/** The part of vite's manifest that the budget reads; keys are source paths. */
export type Manifest = Record<
  string,
  { readonly file: string; readonly imports?: readonly string[]; readonly dynamicImports?: readonly string[] }
>

/** Bytes of script, gzip, that the first route of the desk may load before it can be used. */
export const deskBudget = 450_000

/**
 * The manifest keys of everything that loads together with `entries`: themselves and their static imports, each once.
 * Throws when an entry is not in the manifest, since the budget would then measure nothing.
 */
export function loadedTogether(manifest: Manifest, entries: readonly string[]): string[] {
  const seen = new Set<string>()
  const visit = (key: string) => {
    const chunk = manifest[key]
    if (!chunk) throw new Error(`${key} is not in the build's manifest; name the first route's module as it is now`)
    if (seen.has(key)) return
    seen.add(key)
    for (const next of chunk.imports ?? []) visit(next)
  }
  for (const entry of entries) visit(entry)
  return [...seen]
}

export interface Weight {
  readonly file: string
  /** Bytes as sent with gzip at its default level. */
  readonly bytes: number
}

/** Weight of each script that the first route loads, heaviest first. */
export function firstRouteScripts(dist: string, entries: readonly string[]): Weight[] {
  const path = join(dist, '.vite/manifest.json')
  if (!existsSync(path)) throw new Error('the desk has not been built; run npm run build first')
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest
  return loadedTogether(manifest, entries)
    .map((key) => manifest[key]!.file)
    .filter((file) => file.endsWith('.js'))
    .map((file) => ({ file, bytes: gzipSync(readFileSync(join(dist, file))).length }))
    .toSorted((a, b) => b.bytes - a.bytes)
}

/** Bytes of a whole portal page, as a slow telephone on a paid line takes it: page, style sheet, script. */
export const portalBudget = 60_000
/** What of it is kept free for the page itself; a journey measures whole pages. */
const pageAlone = 25_000

/** Weight of what every page of the portal brings along, not compressed: style sheet, script and what that imports. */
export function portalFiles(dist: string, manifest: Manifest): Weight[] {
  const scripts = loadedTogether(manifest, ['src/portal/portal.ts']).map((key) => manifest[key]!.file)
  return ['portal.css', ...new Set(scripts)].map((file) => ({ file, bytes: readFileSync(join(dist, file)).length }))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const dist = fileURLToPath(new URL('../web/dist', import.meta.url))
  const scripts = firstRouteScripts(dist, ['desk.html'])
  const total = scripts.reduce((sum, script) => sum + script.bytes, 0)
  for (const script of scripts.slice(0, 5)) console.log(`${String(script.bytes).padStart(8)}  ${script.file}`)
  console.log(`first route of the desk: ${total} of ${deskBudget} bytes of script (gzip), ${scripts.length} files`)
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest
  const portal = portalFiles(dist, manifest).reduce((sum, { bytes }) => sum + bytes, 0)
  console.log(`every page of the portal brings along ${portal} of ${portalBudget - pageAlone} bytes`)
  if (portal > portalBudget - pageAlone) {
    console.error('over the budget of the portal: it is read on old telephones; leave out what only decorates')
    process.exitCode = 1
  }
  if (total > deskBudget) {
    console.error('over the budget: load a route or a heavy library only when it is opened, by import()')
    process.exitCode = 1
  }
}
