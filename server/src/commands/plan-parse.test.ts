import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { planPackage } from '@yingshang/core/plans/package'
import { afterAll, describe, expect, it } from 'vitest'
import { definition, instance, level, paragraph, wordFile } from '../plans/readers/testing/office-file.ts'
import { runCommandLine } from './run.ts'

const directory = mkdtempSync(path.join(tmpdir(), 'yingshang-plan-'))
afterAll(() => rmSync(directory, { recursive: true }))

describe('plan parse', () => {
  it('prints a plan package that fits the schema, numbers from Word included', async () => {
    const numbering = definition(0, level(0, '%1.', 'decimal')) + instance(1, 0)
    const task = (text: string) => paragraph(text, { list: '1/0' })
    const body =
      paragraph('某县2023年优化营商环境任务清单', { properties: '<w:jc w:val="center"/>' }) +
      task('压缩开办时间。（责任单位：县政务办，完成时限：2023年10月31日）') +
      task('降低开办费用。（责任单位：县税务局、县发改委，完成时限：长年坚持）')
    writeFileSync(path.join(directory, '清单.docx'), wordFile({ body, numbering }))
    let out = ''
    const code = await runCommandLine(['plan', 'parse', '清单.docx'], {
      directory,
      print: (text) => (out += text),
      complain: () => undefined,
    })
    expect(code).toBe(0)
    const plan = planPackage.strict().parse(JSON.parse(out))
    expect(plan.tasks.map((one) => [one.no, one.responsibleUnits, one.deadline.kind, one.deadline.due])).toEqual([
      ['1', ['县政务办'], 'date', '2023-10-31'],
      ['2', ['县税务局', '县发改委'], 'ongoing', null],
    ])
  })
})
