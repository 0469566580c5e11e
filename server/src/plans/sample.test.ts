import { existsSync, readFileSync } from 'node:fs'
import { planPackage } from '@yingshang/core/plans/package'
import type { PlanPackage } from '@yingshang/core/plans/package'
import { parsePlan } from '@yingshang/core/plans/importer/parse'
import { describe, expect, it } from 'vitest'
import { readText } from './readers/text.ts'

interface ShortNames {
  readonly document: { readonly title: string; readonly addressees: string }
  readonly clauses: Readonly<Record<string, string>>
  readonly annexClauses: Readonly<Record<string, string>>
  readonly categories: PlanPackage['categories']
  readonly tasks: Readonly<Record<string, Readonly<Record<string, string>>>>
}

const sample = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../sample/guannan-2022/${name}`, import.meta.url), 'utf8'))
const pack = planPackage.strict().parse(sample('plan.json'))
const names = sample('short-names.json') as ShortNames
const notice = new URL('../../../../shared/plans/guannan-2022.txt', import.meta.url)

/** Everything a plan says except titles, headings and texts, and the lines they stand on. */
function facts({ document, clauses, stages, lists, tasks, indicators, categories, rules }: PlanPackage) {
  return {
    document: { docNumber: document.docNumber, issuers: document.issuers, attachments: document.attachments },
    clauses: clauses.map(({ id, number }) => ({ id, number })),
    tasks: tasks.map(({ title: _title, text: _text, lines: _lines, ...fact }) => fact),
    categories: categories.map(({ group }) => group),
    stages,
    lists,
    indicators,
    rules,
  }
}

/** Every run of this many Chinese characters, punctuation and blanks aside within one stretch of text. */
function runs(text: string, length: number): Set<string> {
  const found = new Set<string>()
  for (const stretch of text.match(/\p{Script=Han}+/gu) ?? []) {
    for (let at = 0; at + length <= stretch.length; at++) found.add(stretch.slice(at, at + length))
  }
  return found
}

describe('the facts pack', () => {
  it('has the facts of the notice it was made from', () => {
    if (!existsSync(notice)) {
      console.log('the notice is not beside the repository: the facts pack was not compared with it')
      return expect(pack.tasks).toHaveLength(113)
    }
    expect(facts(pack)).toEqual(facts(parsePlan(readText(readFileSync(notice)))))
  })

  it('shares no run of sixteen characters with the notice, names of documents and units aside', () => {
    if (!existsSync(notice)) return expect(pack.tasks).toHaveLength(113)
    const titles = [...pack.lists.map((list) => list.title), ...pack.document.attachments, ...pack.document.issuers]
    const units = pack.tasks.flatMap((task) =>
      [task.leadUnits, task.responsibleUnits, task.supportingUnits, task.groupUnits, task.catchAll].flat(),
    )
    const own = [...titles, ...units, ...pack.tasks.flatMap((task) => task.basis)]
      .toSorted((a, b) => b.length - a.length)
      .reduce((text, name) => (name === '' ? text : text.replaceAll(name, '|')), JSON.stringify(pack))
    const printed = runs(readFileSync(notice, 'utf8').replace(/[\s\p{P}]/gu, ''), 16)
    expect(printed.size).toBeGreaterThan(10_000)
    expect([...runs(own.replace(/[\s“”]/g, ''), 16)].filter((run) => printed.has(run))).toEqual([])
  })

  it('names every task, clause and category as the table of short names does', () => {
    expect(pack.document).toMatchObject(names.document)
    expect(pack.categories).toEqual(names.categories)
    for (const { list, no, title } of pack.tasks) expect(title, `${list} ${no}`).toBe(names.tasks[list]![no])
    expect(Object.values(names.tasks).reduce((sum, list) => sum + Object.keys(list).length, 0)).toBe(pack.tasks.length)
    for (const [id, heading] of Object.entries({ ...names.clauses, ...names.annexClauses })) {
      expect(pack.clauses.find((clause) => clause.id === id)?.heading, id).toBe(heading)
    }
  })

  it('gives every task a short name of its own and a clause that exists', () => {
    const clauses = new Set(pack.clauses.map((clause) => clause.id))
    for (const { title, clause } of pack.tasks) {
      expect(title).toMatch(/^[\p{Script=Han}]{3,12}$/u)
      expect(clauses.has(clause), clause).toBe(true)
    }
    expect(new Set(pack.tasks.map((task) => task.title)).size).toBe(113)
  })

  it('has weights that add up to one hundred, and below every indicator to its own', () => {
    expect(pack.indicators.reduce((sum, indicator) => sum + indicator.weight, 0)).toBe(100)
    for (const { name, weight, children } of pack.indicators) {
      const below = children.reduce((sum, child) => sum + child.weight, 0)
      if (children.length > 0) expect(below, name).toBeCloseTo(weight, 9)
    }
  })
})
