import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What is made, not written: the same list as `.gitignore`, and git itself. */
const made = new Set(['node_modules', 'dist', 'generated', '.git', '.cache', 'test-results', 'data'])

export interface Source {
  /** Path from the repository's root with forward slashes. */
  readonly path: string
  readonly text: string
}

/**
 * Every written file of the repository whose path passes `wanted`, sorted by path. Throws when there is none: a rule
 * that looks at nothing holds nothing.
 */
export function sources(wanted: (path: string) => boolean): Source[] {
  const found = allPaths().filter(wanted)
  if (found.length === 0) throw new Error('this rule saw no file at all; its folder or name pattern is out of date')
  return found.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

export const isCode = (path: string): boolean => /\.(ts|tsx)$/.test(path)
export const isTest = (path: string): boolean => /\.(test|spec|journey)\.tsx?$/.test(path) || path.includes('/testing/')

let paths: string[] | undefined

function allPaths(): string[] {
  paths ??= walk(root).toSorted()
  return paths
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = join(folder, entry.name)
    if (made.has(entry.name)) return []
    if (entry.isDirectory()) return walk(full)
    return entry.isFile() && !entry.name.endsWith('.log') ? [relative(root, full)] : []
  })
}

/** The names of the folders directly under `folder` that hold at least one written file. */
export function foldersIn(folder: string): string[] {
  const inside = allPaths().filter((path) => path.startsWith(`${folder}/`))
  const names = inside.map((path) => path.slice(folder.length + 1).split('/'))
  return [...new Set(names.filter((parts) => parts.length > 1).map((parts) => parts[0]!))]
}

export interface Import {
  readonly from: string
  /** As written in the file. */
  readonly written: string
  /** Path from the root for files of the repository, `@yingshang/core/…` included; otherwise the package's name. */
  readonly target: string
}

/** Imports, exports from, dynamic imports and worker addresses of a file; comments are not read. */
export function importsOf({ path, text }: Source): Import[] {
  const code = withoutComments(text)
  const patterns = [
    /^(?:import|export)\s[^'"`;()=]*?\bfrom\s*['"]([^'"\n]+)['"]/gm,
    /^import\s*['"]([^'"\n]+)['"]/gm,
    /\bimport\s*\(\s*['"]([^'"\n]+)['"]/g,
    /new URL\(\s*['"](\.[^'"]+\.ts)['"]\s*,\s*import\.meta\.url/g,
  ]
  const written = patterns.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1]!))
  return written.map((name) => ({ from: path, written: name, target: targetOf(path, name) }))
}

function targetOf(path: string, written: string): string {
  if (written.startsWith('.')) return relative(root, resolve(root, dirname(path), written))
  const core = /^@yingshang\/core\/(testing\/)?(.+)$/.exec(written)
  if (core) return core[1] ? `core/testing/${core[2]}.ts` : `core/src/${core[2]}.ts`
  const parts = written.split('/')
  return written.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!
}

/** The text with comments blanked out, line for line, so that a rule about code does not fall over a word in a comment. */
export function withoutComments(text: string): string {
  return text
    .replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
    .replaceAll(/(^|[^:'"`\\])\/\/.*$/gm, '$1')
}

/** `path:line` of every match, for a failure that leads to the place. */
export function places(source: Source, pattern: RegExp): string[] {
  const lines = source.text.split('\n')
  return lines.flatMap((line, index) => (pattern.test(line) ? [`${source.path}:${index + 1}: ${line.trim()}`] : []))
}
