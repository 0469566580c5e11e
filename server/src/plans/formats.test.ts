import { existsSync, readFileSync } from 'node:fs'
import { parsePlan } from '@yingshang/core/plans/importer/parse'
import type { PlanPackage, PlanTask } from '@yingshang/core/plans/package'
import { beforeAll, describe, expect, it } from 'vitest'
import { readDocument } from './readers/read.ts'

const folder = new URL('../../../../shared/plans/', import.meta.url)
const present = existsSync(folder)

async function importFile(name: string): Promise<PlanPackage> {
  const reading = await readDocument(readFileSync(new URL(name, folder)))
  if ('refusal' in reading) throw new Error(reading.refusal.code)
  return parsePlan(reading.source)
}

/** Widths of punctuation and blanks differ between formats of one notice; they are no facts. */
const plain = (text: string) => text.normalize('NFKC').replace(/[\s，,。.；;：:、“”"'‘’《》〈〉()（）[\]〔〕]/g, '')
function facts<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
    typeof part === 'string' ? plain(part) : part,
  ) as T
}
const withoutLines = ({ lines: _lines, ...task }: PlanTask) => task
const withoutPlace = ({ lines: _lines, list: _list, clause: _clause, ...task }: PlanTask) => task

describe('one notice in several formats', () => {
  let text: PlanPackage
  beforeAll(async () => {
    if (present) text = await importFile('guannan-2022.txt')
    else console.log('the notice is not beside the repository: its formats were not compared')
  })

  it.each(['docx', 'doc', 'pdf'])('gives the same facts as text and as %s', async (format) => {
    if (!present) return expect(existsSync(folder)).toBe(false)
    const other = await importFile(`guannan-2022.${format}`)
    expect(other.tasks).toHaveLength(113)
    expect(facts(other.tasks.map(withoutLines))).toEqual(facts(text.tasks.map(withoutLines)))
    for (const part of ['document', 'stages', 'lists', 'indicators', 'categories', 'rules'] as const) {
      expect(facts(other[part]), part).toEqual(facts(text[part]))
    }
    const clauses = ({ clauses }: PlanPackage) =>
      facts(clauses.map(({ id, number, heading }) => ({ id, number, heading })))
    expect(clauses(other)).toEqual(clauses(text))
  })

  it('gives the same list of tasks as a workbook', async () => {
    if (!present) return expect(existsSync(folder)).toBe(false)
    const workbook = await importFile('guannan-annex2.xlsx')
    const list = text.lists[1]!
    expect(workbook.lists.map((one) => plain(one.title))).toEqual([plain(list.title)])
    expect(facts(workbook.tasks.map(withoutPlace))).toEqual(
      facts(text.tasks.filter((task) => task.list === list.id).map(withoutPlace)),
    )
  })

  it('gives the same table of indicators as a workbook', async () => {
    if (!present) return expect(existsSync(folder)).toBe(false)
    const workbook = await importFile('guannan-annex3.xlsx')
    expect(workbook.indicators).toHaveLength(11)
    expect(facts(workbook.indicators)).toEqual(facts(text.indicators))
    expect(workbook.tasks).toEqual([])
  })
})
