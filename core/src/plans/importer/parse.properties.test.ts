import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeNotice } from '../../../testing/notices/generate.ts'
import { planPackage, type PlanPackage } from '../package.ts'
import { parsePlan } from './parse.ts'
import type { SourceCell, SourceDocument, SourceLine } from '../source.ts'
import { textSource } from './text-source.ts'

function expectSound(plan: PlanPackage, source: SourceDocument): void {
  planPackage.parse(plan)
  const numbers = new Set(source.lines.map(({ no }) => no))
  for (const { lines } of [...plan.tasks, ...plan.clauses]) {
    expect(lines[0]).toBeLessThanOrEqual(lines[1])
    for (const line of lines) expect(numbers.has(line)).toBe(true)
  }
  for (const { lines } of plan.diagnostics) for (const line of lines) expect(numbers.has(line)).toBe(true)
  const clauses = new Set(plan.clauses.map(({ id }) => id))
  expect(clauses.size).toBe(plan.clauses.length)
  for (const { list } of plan.tasks) expect(plan.lists.some(({ id }) => id === list)).toBe(true)
  expect(new Set(plan.diagnostics.map(({ code }) => code)).size).toBe(plan.diagnostics.length)
}

const scraps = [
  '一、',
  '（一）',
  '1.',
  '①',
  '第一条 ',
  '附件1',
  '附件：',
  '责任单位：',
  '牵头单位：',
  '完成时限：',
  '依据：',
  '（',
  '）',
  '〔',
  '】',
  '《',
  '》',
  '“',
  '。',
  '；',
  '、',
  '，',
  '：',
  '县财政局',
  '各镇',
  '县各相关单位按职责分工负责',
  '等有关部门',
  '会同',
  '牵头',
  '负责',
  '配合',
  '2月30日',
  '2022年',
  '10月底前',
  '每季度',
  '长期坚持',
  '15个工作日',
  '重新办理',
  '\n',
  '\n\n',
  '\t',
  '序号',
  '任务',
  '一级指标',
  '分值',
  '9',
  '2.5',
  '阶段',
  '6—7月',
  '下同',
  '排在第一位的为牵头单位',
  '★',
  ' and ',
  '的',
  '目',
  '深化改革',
  '推进“一件事”',
]
const scrapText = fc.array(fc.constantFrom(...scraps), { maxLength: 120 }).map((parts) => parts.join(''))

describe('any input', () => {
  it('gives a sound package: arbitrary characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) =>
        expectSound(parsePlan(textSource(text)), textSource(text)),
      ),
      { numRuns: 150 },
    )
  })

  it('gives a sound package: scraps of notices in any order', () => {
    fc.assert(
      fc.property(scrapText, (text) => expectSound(parsePlan(textSource(text)), textSource(text))),
      { numRuns: 400 },
    )
  })

  it('gives a sound package: a made notice cut off, shuffled, with characters lost', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(), fc.constantFrom('cut', 'lose', 'swap', 'drop-lines'), (seed, at, how) => {
        const { text } = makeNotice(seed)
        const lines = text.split('\n')
        const k = at % text.length
        const changed =
          how === 'cut'
            ? text.slice(0, k)
            : how === 'lose'
              ? text.slice(0, k) + text.slice(k + 1 + (at % 7))
              : how === 'swap'
                ? [...lines.slice(at % lines.length), ...lines.slice(0, at % lines.length)].join('\n')
                : lines.filter((_, i) => (i * 7 + at) % 5 !== 0).join('\n')
        expectSound(parsePlan(textSource(changed)), textSource(changed))
      }),
      { numRuns: 120 },
    )
  })

  it('gives a sound package: tables with merged and missing cells', () => {
    const cell = fc.record({
      text: fc.constantFrom(
        '',
        '序号',
        '任务',
        '责任单位',
        '完成时限',
        '一级指标',
        '分值',
        '1',
        '二',
        '县财政局、县发改委',
        '6月底',
        '优化服务。',
        '—',
        '注：略',
      ),
      columns: fc.integer({ min: 1, max: 3 }),
      rows: fc.integer({ min: 1, max: 3 }),
      continued: fc.boolean(),
    })
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 12 })
    fc.assert(
      fc.property(rows, (table) => {
        const lines = table.map((cells, i): SourceLine => ({
          no: i + 1,
          text: cells.map(({ text }) => text).join('\t'),
          row: { table: i % 2, cells: cells as SourceCell[] },
        }))
        const source: SourceDocument = { format: 'docx', lines, repairs: [] }
        expectSound(parsePlan(source), source)
      }),
      { numRuns: 300 },
    )
  })
})

describe('the number of an item with unreadable notation', () => {
  it('is never lost: each numbered item of a list with a closing bracket of unit-like words is a task', () => {
    const names = fc.array(
      fc.constantFrom('县甲乙局', '县丙丁办', '县戊己委', '某某处所', '张三', '联络小组（临时）'),
      { minLength: 2, maxLength: 5 },
    )
    fc.assert(
      fc.property(
        fc.array(names, { minLength: 2, maxLength: 6 }),
        fc.constantFrom('、', '/', '；', '＋'),
        (items, separator) => {
          const text = `某县任务清单\n一、总的方面\n${items.map((units, i) => `${i + 1}.做好第${i + 1}件事情。按要求抓好工作。（${units.join(separator)}负责）`).join('\n')}`
          const plan = parsePlan(textSource(text))
          expect(
            plan.tasks.length + (plan.diagnostics.find(({ code }) => code === 'unread-tail')?.lines.length ?? 0),
          ).toBeGreaterThanOrEqual(items.length)
        },
      ),
    )
  })
})
