import { describe, expect, it } from 'vitest'
import { capabilityTable } from './glossary-table.ts'
import { foldersIn, sources } from './sources.ts'

describe('shape of files', () => {
  const files = sources((path) => /\.(ts|tsx|css|sql)$/.test(path))

  it('no file is longer than 400 lines, tests included', () => {
    const long = files
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > 400)
      .map(({ path, lines }) => `${path}: ${lines} lines`)
    expect(long.join('\n'), 'split it by verb or topic, each part with a name that says what it does').toBe('')
  })

  it('names say what is inside', () => {
    const empty = /^(utils?|helpers?|common|services?|models?|types?|index|misc|shared|lib)$/
    const wrong = files.filter(({ path }) => path.split('/').some((part) => empty.test(part.split('.')[0]!)))
    const sentence = 'name the file or folder after what it does; a barrel (index) hides where things are'
    expect(wrong.map(({ path }) => path).join('\n'), sentence).toBe('')
  })

  it('names are lower case words with hyphens', () => {
    const wrong = files.filter(
      ({ path }) => !/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(path.split('/').at(-1)!.replaceAll('_', '-')),
    )
    expect(wrong.map(({ path }) => path).join('\n'), 'write it like task-ledger.ts').toBe('')
  })
})

describe('folders are capabilities of the glossary', () => {
  const table = capabilityTable()
  const rooms: [string, string][] = [
    ['core', 'core/src'],
    ['server', 'server/src'],
    ['desk', 'web/src/desk'],
  ]

  it('has one row per folder name', () => {
    const names = table.map(({ folder }) => folder)
    expect(names).toEqual([...new Set(names)])
    expect(table.flatMap((row) => row.rooms).filter((room) => !rooms.some(([name]) => name === room))).toEqual([])
  })

  for (const [room, folder] of rooms) {
    it(`every folder of ${folder} stands in the table`, () => {
      const allowed = table.filter((row) => row.rooms.includes(room)).map((row) => row.folder)
      const unknown = foldersIn(folder).filter((name) => !allowed.includes(name))
      const sentence = `rename it to its capability in GLOSSARY.md, or add a row there if it is a new word (${folder})`
      expect(unknown.join(', '), sentence).toBe('')
    })
  }

  it('sees folders in core and server', () => {
    expect(foldersIn('core/src')).toContain('kernel')
    expect(foldersIn('server/src')).toContain('platform')
  })
})
