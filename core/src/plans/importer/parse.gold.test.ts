import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { makeNotice } from '../../../testing/notices/generate.ts'
import { realTexts, realTextsPresent } from '../../../testing/notices/real-texts.ts'
import { figuresOf, scorePlan } from '../../../testing/notices/score.ts'
import { planPackage } from '../package.ts'
import { parsePlan } from './parse.ts'
import { textSource } from './text-source.ts'

const plans = fileURLToPath(new URL('../../../../../shared/plans/', import.meta.url))
if (!realTextsPresent)
  console.log('the notices with gold answers are not beside the repository: those tests are left out')

if (realTextsPresent)
  describe('the texts with gold answers', () => {
    const texts = realTexts()

    it('give every task, unit, deadline and catch-all of the gold', () => {
      for (const { name, text, gold } of texts) {
        const score = scorePlan(planPackage.parse(parsePlan(textSource(text))), gold)
        expect(
          score.differences.filter((line) => !/: section:/.test(line)),
          name,
        ).toEqual([])
        expect(score.tasksExtra, name).toBe(0)
      }
    })
  })

if (existsSync(`${plans}guannan-2022.txt`))
  describe('the first notice', () => {
    const plan = parsePlan(textSource(readFileSync(`${plans}guannan-2022.txt`, 'utf8')))

    it('has its head, lists, clauses and categories', () => {
      expect(plan.document.docNumber).toBe('灌办发〔2022〕51号')
      expect(plan.document.issuers).toEqual(['中共灌南县委办公室', '灌南县人民政府办公室'])
      expect(plan.document.attachments).toHaveLength(3)
      expect(plan.lists.map(({ id }) => id)).toEqual(['annex1', 'annex2', 'annex3'])
      expect(plan.clauses.find(({ id }) => id === '2.7')?.number).toBe('（七）')
      expect(plan.categories.filter(({ group }) => group === 'problem-groups')).toHaveLength(5)
      expect(plan.categories.filter(({ group }) => group === 'problem-heads')).toHaveLength(8)
      expect(new Set(plan.clauses.map(({ id }) => id)).size).toBe(plan.clauses.length)
      for (const task of plan.tasks) expect(plan.clauses.some(({ id }) => id === task.clause)).toBe(true)
    })

    it('has the five stages, the complaint periods and a hundred points', () => {
      expect(plan.stages.map(({ start, end }) => `${start} ${end}`)).toEqual([
        '2022-06-01 2022-06-30',
        '2022-06-01 2022-07-31',
        '2022-07-01 2022-09-30',
        '2022-09-01 2022-12-31',
        '2022-11-01 2023-02-28',
      ])
      expect(plan.rules.complaint).toEqual({
        handle: { days: 15, unit: 'working', clause: '2.7' },
        extension: { days: 15, unit: 'working', clause: '2.7' },
        feedback: { days: 5, unit: 'working', clause: '2.7' },
        rework: { days: 15, unit: 'working', clause: '2.7' },
      })
      expect(plan.indicators.map(({ weight }) => weight)).toEqual([9, 10, 8, 9, 9, 8, 8, 10, 9, 15, 5])
      expect(plan.indicators.at(-2)?.children.map(({ units }) => units)).toEqual([
        ['县工商联'],
        ['县民政局'],
        ['县综合指挥中心'],
      ])
    })

    it('says each repair and each doubt once, with its lines', () => {
      const lines = (code: string): number[] | undefined => plan.diagnostics.find((one) => one.code === code)?.lines
      expect(lines('repaired-foreign-word')).toEqual([29, 123, 153, 189])
      expect(lines('repaired-doubled-character')).toEqual([219, 221])
      expect(lines('list-not-in-file')).toEqual([43])
      expect(lines('two-dates-one-matter')).toEqual([57, 406])
      expect(lines('target-of-other-year')).toEqual([231])
      expect(lines('period-start-unstated')).toEqual([55])
      expect(lines('possibly-lost-character')).toEqual([318])
      expect(lines('measure-in-two-lists')).toContain(125)
      expect(lines('task-without-date')).toHaveLength(32)
      const names = plan.diagnostics.find(({ code }) => code === 'similar-unit-names')!.message
      expect(names).toContain('县资源局／县自然资源局')
      expect(names).toMatch(/县行政审批局／县政务办/)
      expect(new Set(plan.diagnostics.map(({ code }) => code)).size).toBe(plan.diagnostics.length)
      expect(plan.diagnostics.map(({ code }) => code)).not.toContain('weights-mismatch')
    })
  })

describe('made notices in many notations', () => {
  it('are read at least as well as the yardstick asks', () => {
    const scores = Array.from({ length: 120 }, (_, seed) => {
      const { text, gold } = makeNotice(seed + 5000)
      return scorePlan(parsePlan(textSource(text)), gold)
    })
    const figures = figuresOf(scores)
    expect(figures.tasks).toBeGreaterThanOrEqual(0.97)
    expect(figures.triples).toBeGreaterThanOrEqual(0.97)
    expect(figures.deadline).toBeGreaterThanOrEqual(0.97)
    expect(figures.rules).toBeGreaterThanOrEqual(0.97)
  })
})
