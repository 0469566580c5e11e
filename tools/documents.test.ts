import { describe, expect, it } from 'vitest'
import { sources } from './sources.ts'

const text = (name: string) => sources((path) => path === name)[0]!.text

describe('documents and commands agree', () => {
  it('README names the two commands, in both languages', () => {
    for (const name of ['README.md', 'README.zh-CN.md']) {
      expect(text(name), `${name}: the start command`).toContain('npm install && npm start')
      expect(text(name), `${name}: the test command`).toContain('npm install && npm test')
    }
  })

  it('.ci/run calls the README’s test command', () => {
    expect(text('.ci/run')).toContain('(npm install && npm test)')
  })

  it('every npm script that a document names exists', () => {
    const scripts = Object.keys((JSON.parse(text('package.json')) as { scripts: Record<string, string> }).scripts)
    const documents = sources((path) => path.endsWith('.md') || path === '.ci/run')
    const named = documents.flatMap(({ path, text: body }) =>
      [...body.matchAll(/\bnpm (?:run (?:--silent )?([a-z:-]+)|(start|test))\b/g)].map((match) => ({
        path,
        script: match[1] ?? match[2]!,
      })),
    )
    expect(named.length).toBeGreaterThan(0)
    const wrong = named
      .filter(({ script }) => !scripts.includes(script))
      .map(({ path, script }) => `${path}: npm run ${script}`)
    expect(wrong.join('\n'), 'correct the document or add the script').toBe('')
  })

  it('links between documents lead somewhere', () => {
    const all = new Set(sources(() => true).map(({ path }) => path))
    const wrong = sources((path) => path.endsWith('.md')).flatMap(({ path, text: body }) =>
      [...body.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
        .map((match) => new URL(match[1]!, `file:///${path}`).pathname.slice(1))
        .map((target) => decodeURIComponent(target))
        .filter(
          (target) => !all.has(target) && ![...all].some((file) => file.startsWith(`${target.replace(/\/$/, '')}/`)),
        )
        .map((target) => `${path} → ${target}`),
    )
    expect(wrong.join('\n'), 'correct the link').toBe('')
  })
})
