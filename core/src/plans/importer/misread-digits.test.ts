import { describe, expect, it } from 'vitest'
import { createFindings } from './findings.ts'
import { repairDigits } from './misread-digits.ts'
import { parsePlan } from './parse.ts'
import { textSource } from './text-source.ts'

const repaired = (text: string): string => repairDigits(text, 1, createFindings())

describe('letters that stand for digits', () => {
  it.each([
    ['2O24年6月3O日前', '2024年6月30日前'],
    ['2〇24年l0月底', '2024年10月底'],
    ['I2月底前', '12月底前'],
    ['2O23.ll.3O', '2023.11.30'],
    ['〔2O22〕5l号', '〔2022〕51号'],
    ['l5个工作日内办结', '15个工作日内办结'],
    ['1l.做好某事', '11.做好某事'],
    ['（1O）做好某事', '（10）做好某事'],
  ])('%s', (printed, expected) => {
    expect(repaired(printed)).toBe(expected)
  })

  it.each(['二〇二四年六月', '二O二四年六月', 'O2O模式', 'ISO认证', '推行AI审批', '5G基站10个', 'VOC治理', '办事ll'])(
    'leave %s alone',
    (printed) => {
      expect(repaired(printed)).toBe(printed)
    },
  )

  it('are said, each with what became of it', () => {
    const findings = createFindings()
    repairDigits('2O24年l0月底', 7, findings)
    expect(findings.diagnostics()).toEqual([
      {
        code: 'repaired-misread-digits',
        severity: 'warning',
        message: '数字被认成了字母，已改回数字：“2O24”→“2024”；“l0”→“10”。请核对。',
        lines: [7],
      },
    ])
  })
})

describe('numbers of items printed with letters', () => {
  const numbers = (...lines: string[]): string[] => parsePlan(textSource(lines.join('\n'))).tasks.map(({ no }) => no)

  it('count where the count in figures needs them', () => {
    const items = Array.from({ length: 12 }, (_, at) => {
      const printed = at === 0 ? 'l' : at === 9 ? 'IO' : at === 10 ? 'lI' : String(at + 1)
      return `${printed}.第${at + 1}件事。（责任单位：县财政局）`
    })
    expect(numbers('一、任务', ...items)).toEqual(Array.from({ length: 12 }, (_, at) => String(at + 1)))
  })

  it('stay Roman numbers or letters where the list counts with them', () => {
    expect(
      numbers('I.甲事。（责任单位：县财政局）', 'II.乙事。（责任单位：县财政局）', 'III.丙事。（责任单位：县财政局）'),
    ).toEqual(['I', 'II', 'III'])
  })
})
