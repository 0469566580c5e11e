import { describe, expect, it } from 'vitest'
import { isIsoDate } from '@yingshang/core/kernel/dates'
import { makeNotice, type MadeNotice } from './generate.ts'
import { bareNumber, chineseNumber, numberForms, numberValue, printNumber } from './numbering.ts'
import { perfectPackage } from './perfect.ts'
import { figuresOf, normal, scorePlan } from './score.ts'
import { sourceWithRows } from './source.ts'

const seeds = Array.from({ length: 300 }, (_, i) => i)
const made = seeds.map(makeNotice)
const damaged = (notice: MadeNotice) =>
  ['layout:doubled', 'layout:and', 'layout:runningTitle'].some((tag) => notice.notation.includes(tag))

/** The lines of a range as one compared text, blank lines and page numbers left out. */
function printed(notice: MadeNotice, [from, to]: [number, number]): string {
  const lines = notice.text.split('\n').slice(from - 1, to)
  return normal(lines.filter((line) => !/^[—\s-]*\d+[—\s-]*$/.test(line)).join(''))
}

describe('the same seed', () => {
  it('gives the same notice, and another seed another', () => {
    for (const seed of [0, 7, 123]) expect(makeNotice(seed)).toEqual(made[seed])
    expect(new Set(made.map((notice) => notice.text)).size).toBe(300)
  })
})

describe('the answers', () => {
  it('say in which lines each title stands, with its number before it', () => {
    for (const notice of made.filter((n) => !damaged(n)))
      for (const task of notice.gold.tasks) {
        const text = printed(notice, task.lines)
        expect(text, `${notice.gold.doc} ${task.line}`).toContain(normal(task.title_or_first_sentence))
        if (!notice.notation.includes('place:table'))
          expect(text.startsWith(normal(task.no)), `${notice.gold.doc} ${task.line}: ${text}`).toBe(true)
      }
  })

  it('name only units, groups and catch-alls that are printed with the task or handed down to it', () => {
    for (const notice of made.filter((n) => !damaged(n)))
      for (const task of notice.gold.tasks) {
        const own = printed(notice, task.lines)
        const all = normal(notice.text)
        const broken = notice.notation.some((tag) => tag === 'layout:pageBreaks' || tag === 'layout:wrap')
        for (const unit of [...task.lead_units, ...task.responsible_units, ...task.group_units, task.catch_all].filter(
          Boolean,
        ))
          if (!task.inherited?.includes('units')) expect(own, `${notice.gold.doc} ${task.line}`).toContain(normal(unit))
          else if (!broken) expect(all).toContain(normal(unit))
      }
  })

  it('give deadlines and basis as printed', () => {
    for (const notice of made.filter((n) => !damaged(n)))
      for (const task of notice.gold.tasks) {
        const own = printed(notice, task.lines)
        if (task.deadline_text && !task.inherited?.includes('deadline'))
          expect(own, `${notice.gold.doc} ${task.line}`).toContain(normal(task.deadline_text))
        if (task.deadline_due) expect(isIsoDate(task.deadline_due)).toBe(true)
        expect(task.deadline_kind === 'none').toBe(task.deadline_text === '')
      }
  })

  it('never list a unit twice in one role, and lead by rule with the first unit', () => {
    for (const { gold } of made)
      for (const task of gold.tasks) {
        expect(new Set(task.responsible_units).size).toBe(task.responsible_units.length)
        if (task.lead_by_rule) expect(task.lead_units).toEqual(task.responsible_units.slice(0, 1))
      }
  })

  it('give tasks in the order of their lines, each on lines of its own', () => {
    for (const { gold, text } of made) {
      const count = text.split('\n').length - 1
      gold.tasks.forEach((task, i) => {
        expect(task.line).toBe(task.lines[0])
        expect(task.lines[1]).toBeLessThanOrEqual(count)
        if (i > 0) expect(task.line).toBeGreaterThan(gold.tasks[i - 1]!.lines[1])
      })
    }
  })

  it('give stages with days that exist, begun before they end, in the order of their first months', () => {
    for (const { gold } of made)
      gold.stages.forEach((stage, i) => {
        expect(isIsoDate(stage.start) && isIsoDate(stage.end), JSON.stringify(stage)).toBe(true)
        expect(stage.start <= stage.end, JSON.stringify(stage)).toBe(true)
        if (i > 0) expect(stage.start.slice(0, 7) >= gold.stages[i - 1]!.start.slice(0, 7)).toBe(true)
      })
    expect(made.some(({ gold }) => gold.stages.some((s, i) => i > 0 && s.start <= gold.stages[i - 1]!.end))).toBe(true)
  })

  it('give parents the sum of their children in the table of indicators', () => {
    for (const { gold } of made)
      for (const indicator of gold.indicators)
        if (indicator.children.length > 0)
          expect(indicator.weight).toBeCloseTo(
            indicator.children.reduce((sum, c) => sum + c.weight, 0),
            6,
          )
  })
})

describe('the variety', () => {
  it('covers at least 40 notations, and each topic in several forms', () => {
    const tags = new Set(made.flatMap((notice) => notice.notation))
    expect(tags.size).toBeGreaterThanOrEqual(40)
    const forms = (topic: string) => [...tags].filter((tag) => tag.startsWith(`${topic}:`)).length
    expect(forms('number')).toBeGreaterThanOrEqual(9)
    expect(forms('roles')).toBeGreaterThanOrEqual(11)
    expect(forms('place')).toBeGreaterThanOrEqual(8)
    expect(forms('bracket')).toBe(7)
    expect(forms('stages')).toBeGreaterThanOrEqual(8)
    expect(forms('layout')).toBeGreaterThanOrEqual(9)
  })

  it('gives rows of tables their cells', () => {
    const notice = made.find((n) => n.notation.includes('shape:annex-table'))!
    const rows = sourceWithRows(notice.text).lines.filter((line) => line.row)
    expect(rows.length).toBeGreaterThanOrEqual(notice.gold.tasks.length)
    for (const line of rows) expect(line.row!.cells.map((cell) => cell.text).join('\t')).toBe(line.text)
  })
})

describe('the same notice as a Word file', () => {
  it('has the same lines, and says which cells are merged', () => {
    let merged = 0
    for (const { word, text, notation } of made) {
      const plain = sourceWithRows(text).lines
      expect(word.lines.length).toBe(plain.length)
      // A section row that a text file prints without tabs is a row of the table only in the Word file.
      if (notation.includes('table-section-plain')) continue
      word.lines.forEach((line, i) => {
        expect(line.row?.table).toBe(plain[i]!.row?.table)
        if (!line.row) return
        expect(line.row.cells.reduce((sum, cell) => sum + cell.columns, 0)).toBe(plain[i]!.row!.cells.length)
        merged += line.row.cells.filter((cell) => cell.continued).length
        for (const cell of line.row.cells) if (cell.continued) expect(cell.text).toBe('')
      })
    }
    expect(merged).toBeGreaterThan(100)
  })
})

describe('printed numbers', () => {
  it('come back from Chinese figures', () => {
    for (let n = 1; n < 100; n++) expect(numberValue(chineseNumber(n))).toBe(n)
    for (const wrong of ['', '一二', 'x', '百']) expect(numberValue(wrong)).toBeNaN()
  })
  it('stand as printed, without their punctuation, in the answers', () => {
    for (const form of numberForms)
      for (const n of [1, 9, 10, 12, 20])
        expect(normal(printNumber(n, form)).replace(/[、—]/g, '')).toBe(normal(bareNumber(n, form)))
  })
})

describe('the scorer', () => {
  it('gives full marks to the answers themselves', () => {
    const figures = figuresOf(made.map(({ gold }) => scorePlan(perfectPackage(gold), gold)))
    for (const [name, value] of Object.entries(figures)) if (name !== 'notices') expect(value, name).toBe(1)
  })

  it('takes marks for a missing task, an extra task, a wrong role, a wrong deadline', () => {
    const { gold } = made.find(
      (n) => n.gold.tasks.length > 5 && n.gold.tasks.every((t) => t.responsible_units.length > 0),
    )!
    const change = (edit: (plan: ReturnType<typeof perfectPackage>) => void) => {
      const plan = perfectPackage(gold)
      edit(plan)
      return figuresOf([scorePlan(plan, gold)])
    }
    expect(change((p) => p.tasks.pop()).tasks).toBeLessThan(1)
    expect(
      change((p) => p.tasks.push({ ...p.tasks[0]!, lines: [900, 900], title: '另一件事', text: '', no: '99' })).tasks,
    ).toBeLessThan(1)
    expect(
      change((p) => p.tasks[0]!.groupUnits.push(p.tasks[0]!.responsibleUnits.pop() as string)).triples,
    ).toBeLessThan(1)
    expect(change((p) => (p.tasks[0]!.deadline.text += '前')).deadline).toBeLessThan(1)
    // Supporting units count as responsible ones, as in the script.
    expect(change((p) => p.tasks.forEach((t) => t.supportingUnits.push(...t.responsibleUnits.splice(0)))).triples).toBe(
      1,
    )
  })
})
