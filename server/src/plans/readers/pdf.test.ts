import { describe, expect, it } from 'vitest'
import { readDocument } from './read.ts'
import { fontlessPdf, pdfFile, ruled, textLines } from './testing/pdf-file.ts'
import type { Mark } from './testing/pdf-file.ts'

async function read(pages: readonly (readonly Mark[])[]) {
  const reading = await readDocument(pdfFile(pages))
  if ('refusal' in reading) throw new Error(reading.refusal.code)
  return reading.source
}
const texts = async (pages: readonly (readonly Mark[])[]) => (await read(pages)).lines.map((line) => line.text)

/** Twenty-seven letters fill a line of 16 points between the margins of 80 and 512. */
const full = (text: string) => text.padEnd(27, '整治优化营商环境攻坚行动')
const numbered = (page: number): Mark => ({ text: `— ${page} —`, x: 280, y: 60, size: 14 })

describe('PDF text', () => {
  it('joins the lines of a paragraph over the page end and drops page numbers', async () => {
    const first = full('为贯彻落实')
    const pages = [
      [
        ...textLines(760, { text: '一、目标', indent: 32 }, { text: full('甲').slice(0, 25), indent: 32 }, first),
        numbered(1),
      ],
      [...textLines(760, '最后半句。', { text: '二、任务', indent: 32 }), numbered(2)],
    ]
    expect(await texts(pages)).toEqual(['一、目标', `${full('甲').slice(0, 25)}${first}最后半句。`, '二、任务'])
    expect((await read(pages)).lines.map((line) => line.page)).toEqual([1, 1, 2])
  })

  it('drops a running head that repeats, and keeps the same words inside the page', async () => {
    const head: Mark = { text: '某县文件', x: 240, y: 800, size: 10 }
    const page = (text: string): Mark[] => [
      head,
      ...textLines(700, { text: full('甲').slice(2), indent: 32 }, full('乙'), text),
    ]
    const paragraph = full('甲').slice(2) + full('乙')
    expect(await texts([page('一。'), page('二。'), page('某县文件。')])).toEqual([
      `${paragraph}一。`,
      `${paragraph}二。`,
      `${paragraph}某县文件。`,
    ])
  })

  it('keeps paragraphs of one line apart, and a signature from the words above it', async () => {
    const items = ['甲', '乙', '丙', '丁', '戊', '己'].flatMap((name, at) => [
      { text: `${at + 1}.${full(name).slice(0, 23)}`, indent: 32 },
      ...(at < 2 ? [full('接').slice(0, 12)] : []),
      { text: '完成时限：6月底前', indent: 32 },
    ])
    const signature = { text: '某县人民政府办公室', x: 80 + 27 * 16 - 9 * 16, y: 300 }
    const lines = await texts([[...textLines(760, ...items), signature, numbered(1)]])
    expect(lines.filter((text) => text === '完成时限：6月底前')).toHaveLength(6)
    expect(lines.filter((text) => /^\d\./.test(text))).toHaveLength(6)
    expect(lines.at(-1)).toBe('某县人民政府办公室')
  })

  it('takes labels with wide gaps between them for a line, not for a table', async () => {
    const row = (y: number, unit: string): Mark[] => [
      { text: `牵头单位：${unit}`, x: 112, y },
      { text: '完成时限：6月底', x: 340, y },
    ]
    const { lines } = await read([[...row(700, '县财政局'), ...row(672, '县税务局'), ...row(644, '县住建局')]])
    expect(lines.every((line) => line.row === undefined)).toBe(true)
    expect(lines.map((line) => line.text)).toEqual(
      ['县财政局', '县税务局', '县住建局'].map((unit) => `牵头单位：${unit}完成时限：6月底`),
    )
  })

  it('replaces radical code points, says where, and leaves full-width punctuation alone', async () => {
    const source = await read([textLines(700, { text: '⼈⺠政府门⼾：⻅附件（⼀）', indent: 32 })])
    expect(source.lines[0]!.text).toBe('人民政府门户：见附件（一）')
    expect(source.repairs).toMatchObject([{ code: 'radical-characters', line: 1 }])
  })

  it('drops the blanks a character grid leaves between Chinese characters and beside figures', async () => {
    expect(await texts([textLines(700, { text: '开 办 企 业 政策 100 条 Made In 县', indent: 32 })])).toEqual([
      '开办企业政策100条Made In县',
    ])
  })

  it('joins a centred title of two lines', async () => {
    const title: Mark[] = [
      { text: '某县优化营商环境', x: 208, y: 760, size: 22 },
      { text: '实施方案', x: 252, y: 725, size: 22 },
    ]
    const body = textLines(660, { text: full('甲').slice(0, 25), indent: 32 }, full('乙'), full('丙'), '丁。')
    expect((await texts([[...title, ...body]]))[0]).toBe('某县优化营商环境 实施方案')
  })

  it('keeps list entries apart, and the second line of an entry with it', async () => {
    const entry = full('1.')
    const page = textLines(700, entry, { text: '余下。', indent: 16 }, '2.短', '3.短', entry)
    expect(await texts([page])).toEqual([`${entry}余下。`, '2.短', '3.短', entry])
  })

  it.each([
    ['GBK-EUC-H', 'c4b3cfd8b7bdb0b8a3a831a3a9a1a3'],
    ['UniGB-UCS2-H', Buffer.from('某县方案（1）。', 'utf16le').swap16().toString('hex')],
  ])('reads a font that is not in the file, by %s', async (encoding, codes) => {
    const reading = await readDocument(fontlessPdf(encoding, codes))
    expect(reading).toMatchObject({ source: { lines: [{ text: '某县方案（1）。' }] } })
  })

  it('does not guess at glyph numbers without a map', async () => {
    expect(await readDocument(fontlessPdf('Identity-H', '0e3f0e40'))).toMatchObject({
      refusal: { code: 'plan.pdf-garbled' },
    })
  })

  it.each([
    ['no text at all', [[], []]],
    ['page numbers only', [[numbered(1)], [numbered(2)]]],
  ])('refuses a file with %s', async (_name, pages) => {
    expect(await readDocument(pdfFile(pages))).toEqual({ refusal: { code: 'plan.pdf-no-text' } })
  })
})

describe('PDF tables', () => {
  const columns = [80, 160, 360, 512]
  const cell = (column: number, y: number, text: string): Mark => ({ text, x: columns[column]! + 6, y, size: 12 })

  it('with ruled lines give rows; a missing line merges, and a table runs on over the page with its heading repeated', async () => {
    const head = (y: number) => [cell(0, y, '指标'), cell(1, y, '内容'), cell(2, y, '单位')]
    const first = [
      ...ruled(columns, [700, 670, 640, 610], ['1,0']),
      ...head(680),
      cell(0, 640, '开办'),
      cell(1, 650, '流程'),
      cell(2, 650, '县政务办'),
      cell(1, 620, '费用'),
      cell(2, 620, '县税务局'),
    ]
    const second = [
      ...ruled(columns, [700, 670, 640]),
      ...head(680),
      cell(0, 650, '纳税'),
      cell(1, 650, '时间'),
      cell(2, 650, '县税务局'),
    ]
    const { lines } = await read([first, second])
    expect(lines.map((line) => line.text)).toEqual([
      '指标\t内容\t单位',
      '开办\t流程\t县政务办',
      '\t费用\t县税务局',
      '纳税\t时间\t县税务局',
    ])
    expect(new Set(lines.map((line) => line.row!.table))).toEqual(new Set([0]))
    expect(lines[1]!.row!.cells[0]).toMatchObject({ rows: 2 })
    expect(lines[2]!.row!.cells[0]).toMatchObject({ continued: true })
    expect(lines.map((line) => line.page)).toEqual([1, 1, 1, 2])
  })

  it('put a numbered row together that the page end cut', async () => {
    const row = (y: number, no: string, text: string, unit: string) =>
      [cell(0, y, no), cell(1, y, text), cell(2, y, unit)].filter((mark) => 'text' in mark && mark.text !== '')
    const first = [
      ...ruled(columns, [700, 670, 640]),
      ...row(680, '1', '甲', '县发改委'),
      ...row(650, '2', '推进一网', '县政务办、'),
    ]
    const second = [
      ...ruled(columns, [700, 670, 640]),
      ...row(680, '', '通办', '县税务局'),
      ...row(650, '3', '丙', '县科技局'),
    ]
    expect(await texts([first, second])).toEqual([
      '1\t甲\t县发改委',
      '2\t推进一网通办\t县政务办、县税务局',
      '3\t丙\t县科技局',
    ])
  })

  it('without lines are read by their columns', async () => {
    const rows = [
      ['序号', '任务', '单位'],
      ['1', '甲事', '县发改委'],
      ['2', '乙事', '县科技局'],
      ['3', '丙事', '县税务局'],
    ]
    const marks = rows.flatMap((row, at) => row.map((text, column) => cell(column, 700 - at * 24, text)))
    expect(await texts([marks])).toEqual(rows.map((row) => row.join('\t')))
  })

  it('keep units apart that stand one a line, and close up a word that only wrapped', async () => {
    const marks = [
      ...ruled(columns, [700, 640]),
      cell(0, 665, '1'),
      cell(1, 680, '推进“一网通办”改革建设工作走'),
      cell(1, 660, '深'),
      cell(2, 680, '县发改委'),
      cell(2, 660, '县科技局'),
    ]
    const { lines } = await read([marks])
    expect(lines[0]!.row!.cells.map((one) => one.text)).toEqual([
      '1',
      '推进“一网通办”改革建设工作走深',
      '县发改委\n县科技局',
    ])
  })
})
