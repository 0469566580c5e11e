import { describe, expect, it } from 'vitest'
import { sources } from './sources.ts'

const files = sources((path) => path.startsWith('server/migrations/'))
const names = files.map(({ path }) => path.slice('server/migrations/'.length))

describe('migrations', () => {
  it('are numbered from 0001 without gaps or doubles', () => {
    const numbers = names.map((name) => Number(/^(\d{4})_[a-z0-9]+(?:_[a-z0-9]+)*\.sql$/.exec(name)?.[1]))
    const sentence =
      'name it 0007_what_it_brings.sql with the next free number; two files of one number: renumber the later one'
    expect(numbers, sentence).toEqual(names.map((_, index) => index + 1))
  })

  it('keep to what PostgreSQL 15 understands', () => {
    const newer =
      /\buuidv7\s*\(|\bvirtual\b(?!.*--)|\bany_value\s*\(|\bjson_table\b|\bmerge\b.*\breturning\b|\bnulls\s+not\s+distinct\b.*\bvirtual\b/i
    const wrong = files.filter(({ text }) => newer.test(text.replaceAll(/--.*$/gm, ''))).map(({ path }) => path)
    expect(wrong.join('\n'), 'production may run on PostgreSQL 15: make ids in the program, use stored columns').toBe(
      '',
    )
  })

  it('say what their tables are for', () => {
    const silent = files.flatMap(({ path, text }) =>
      [...text.matchAll(/create table (?:if not exists )?([a-z_.]+)/gi)]
        .map((match) => match[1]!)
        .filter((table) => !files.some((file) => file.text.includes(`comment on table ${table} is`)))
        .map((table) => `${path}: ${table}`),
    )
    expect(silent.join('\n'), 'add: comment on table … is ‘one sentence’').toBe('')
  })
})
