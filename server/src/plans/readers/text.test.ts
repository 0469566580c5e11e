import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocument } from './read.ts'
import { readText, rowsFromTabs } from './text.ts'

const notice = '某县实施方案\r\n\r\n一、目标要求\r\n1. 压缩开办时间。（责任单位：县政务办，完成时限：10月31日）\r\n'
const lines = ['某县实施方案', '', '一、目标要求', '1. 压缩开办时间。（责任单位：县政务办，完成时限：10月31日）']

function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le')
  return order === 'le' ? bytes : Buffer.from(bytes).swap16()
}

// GB18030 of 某县方案（1）。 and a line end; Node decodes but does not encode it.
const gb18030 = Buffer.from('c4b3cfd8b7bdb0b8a3a831a3a9a1a30d0acfd8d5feb8aeb0ec', 'hex')

describe('readText', () => {
  it.each([
    ['UTF-8', Buffer.from(notice)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${notice}`)],
    ['UTF-16 little-endian with a mark', utf16(notice, 'le', true)],
    ['UTF-16 big-endian with a mark', utf16(notice, 'be', true)],
    ['UTF-16 little-endian without a mark', utf16(notice, 'le', false)],
    ['UTF-16 big-endian without a mark', utf16(notice, 'be', false)],
  ])('reads %s to the same lines', (_name, bytes) => {
    expect(readText(bytes).lines.map((line) => line.text)).toEqual(lines)
  })

  it('reads GB18030', () => {
    expect(readText(gb18030).lines.map((line) => line.text)).toEqual(['某县方案（1）。', '县政府办'])
  })

  it('reads a quote of Windows-1252 in UTF-8 text, as a byte and as a control character, for the quote it prints', () => {
    const bytes = Buffer.concat([
      Buffer.from('某县方案。'.repeat(60)),
      Buffer.from([0x93]),
      Buffer.from('十佳'),
      Buffer.from([0x94]),
      Buffer.from('案例'),
    ])
    expect(readText(bytes).lines[0]!.text).toMatch(/。“十佳”案例$/)
    expect(readText(bytes).repairs).toEqual([])
    expect(readText(Buffer.from('评选\u0093十佳\u0094案例')).lines[0]!.text).toBe('评选“十佳”案例')
  })

  it('numbers lines as the file does, whatever ends them', () => {
    expect(readText(Buffer.from('一\r\n\r二\n三')).lines).toEqual([
      { no: 1, text: '一' },
      { no: 2, text: '' },
      { no: 3, text: '二' },
      { no: 4, text: '三' },
    ])
  })

  it('reports a broken character with its line instead of refusing the file', () => {
    const bytes = Buffer.concat([Buffer.from(`${'好'.repeat(300)}\n县`), Buffer.from([0xff]), Buffer.from('局')])
    expect(readText(bytes).repairs).toMatchObject([{ code: 'broken-character', line: 2 }])
  })

  it.each([
    ['nothing', Buffer.alloc(0), 'plan.file-empty'],
    ['only blanks', Buffer.from(' \n\t\n　\n'), 'plan.no-content'],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0]), 'plan.format-unknown'],
    ['RTF', Buffer.from('{\\rtf1\\ansi'), 'plan.format-rtf'],
    ['a web page', Buffer.from('\uFEFF<html xmlns:o="urn">'), 'plan.format-html'],
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'plan.format-picture'],
    ['an archive', Buffer.from('Rar!\u001a'), 'plan.format-archive'],
  ])('refuses %s', async (_name, bytes, code) => {
    expect(await readDocument(bytes)).toMatchObject({ refusal: { code } })
  })

  it('gives back what was written, for any text of a notice', () => {
    const line = fc.string({ unit: fc.constantFrom(...'一二、（）。，1.县局办8月31日“”《》 '), minLength: 1 })
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), fc.constantFrom('\n', '\r\n'), (written, end) => {
        fc.pre(written.some((text) => text.trim() !== ''))
        const read = readText(Buffer.from(written.join(end) + end)).lines
        expect(read.map((line) => (line.text.trim() === '' ? '' : line.text))).toEqual(
          written.map((text) => (text.trim() === '' ? '' : text)),
        )
      }),
    )
  })
})

describe('rowsFromTabs', () => {
  const tables = (printed: string[]) => rowsFromTabs(printed).map((line) => line.row?.table)

  it('takes neighbouring lines with inner tabs for rows of one table', () => {
    expect(tables(['标题', '序号\t任务\t单位', '', '1\t甲\t乙', '\t丙\t', '正文', '序号\t任务', '1\t丁'])).toEqual([
      undefined,
      0,
      undefined,
      0,
      0,
      undefined,
      1,
      1,
    ])
  })

  it('takes lines with drawn edges, and columns held apart by blanks, for rows; what only draws is blank', () => {
    const lines = rowsFromTabs(['| 序号 | 任务 | 责任单位 |', '|---|---|---|', '| 1 | 甲 | 县财政局 |'])
    expect(lines.map((line) => line.row?.cells.map(({ text }) => text) ?? line.text)).toEqual([
      ['序号', '任务', '责任单位'],
      '',
      ['1', '甲', '县财政局'],
    ])
    const spaced = rowsFromTabs([
      '序号  任务    责任单位',
      '1     甲      县财政局',
      '2     乙      县税务局',
      '以上请抓好落实。',
    ])
    expect(spaced.map((line) => line.row?.cells.length)).toEqual([3, 3, 3, undefined])
  })

  it('leaves indented paragraphs and copied automatic numbers alone', () => {
    expect(tables(['\t为贯彻落实', '一、\t目标', '（一）\t基础', '1.\t推进', '①\t其他'])).toEqual(
      Array(5).fill(undefined),
    )
  })
})
