import { describe, expect, it } from 'vitest'
import { readDocument } from './read.ts'
import { definition, instance, level, paragraph, run, wordFile } from './testing/office-file.ts'
import type { WordParts } from './testing/office-file.ts'

async function read(parts: WordParts) {
  const reading = await readDocument(wordFile(parts))
  if ('refusal' in reading) throw new Error(reading.refusal.code)
  return reading.source
}
const texts = async (parts: WordParts) => (await read(parts)).lines.map((line) => line.text)

const plan = [
  definition(
    0,
    level(0, '%1、', 'chineseCounting'),
    level(1, '（%2）', 'chineseCountingThousand', '<w:suff w:val="nothing"/>'),
    level(2, '%3.', 'decimal', '<w:suff w:val="space"/>'),
  ),
  instance(1, 0),
  instance(2, 0),
  instance(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
].join('')

describe('automatic numbers', () => {
  it('are printed as Word prints them, level by level, and lower levels begin anew', async () => {
    const body = ['1/0', '1/1', '1/2', '1/2', '1/1', '1/2', '1/0', '1/1']
      .map((list) => paragraph('事', { list }))
      .join('')
    expect(await texts({ body, numbering: plan })).toEqual([
      '一、事',
      '（一）事',
      '1. 事',
      '2. 事',
      '（二）事',
      '1. 事',
      '二、事',
      '（一）事',
    ])
  })

  it('run on through another instance of the same list and begin anew at a start override, once', async () => {
    const body = ['1/0', '2/0', '3/0', '3/0', '1/0'].map((list) => paragraph('事', { list })).join('')
    expect(await texts({ body, numbering: plan })).toEqual(['一、事', '二、事', '一、事', '二、事', '三、事'])
  })

  it('count an empty paragraph but print nothing for it', async () => {
    const body = paragraph('甲', { list: '1/0' }) + paragraph('', { list: '1/0' }) + paragraph('乙', { list: '1/0' })
    expect(await texts({ body, numbering: plan })).toEqual(['一、甲', '', '三、乙'])
  })

  it('show the numbers of upper levels, in decimal where the level says so, and never restart where it says so', async () => {
    const numbering =
      definition(
        0,
        level(0, '第%1章', 'chineseCounting'),
        level(1, '%1.%2', 'decimal', '<w:isLgl/>'),
        level(2, '第%3条', 'chineseCountingThousand', '<w:lvlRestart w:val="0"/>'),
      ) + instance(1, 0)
    const body = ['1/0', '1/1', '1/2', '1/0', '1/1', '1/2'].map((list) => paragraph('事', { list })).join('')
    expect(await texts({ body, numbering })).toEqual([
      '第一章事',
      '1.1 事',
      '第一条事',
      '第二章事',
      '2.1 事',
      '第二条事',
    ])
  })

  it('come from the style, at the level the list links to it; a paragraph can turn them off', async () => {
    const numbering =
      definition(
        0,
        level(0, '%1、', 'chineseCounting', '<w:pStyle w:val="a"/>'),
        level(1, '（%2）', 'chineseCounting', '<w:pStyle w:val="b"/>'),
      ) + instance(1, 0)
    const listed = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    const styles =
      `<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/><w:pPr>${listed}</w:pPr></w:style>` +
      `<w:style w:type="paragraph" w:styleId="b"><w:name w:val="heading 2"/><w:basedOn w:val="a"/></w:style>`
    const body =
      paragraph('甲', { style: 'a' }) + paragraph('乙', { style: 'b' }) + paragraph('丙', { style: 'a', list: '0' })
    expect((await read({ body, numbering, styles })).lines).toEqual([
      { no: 1, text: '一、甲', headingLevel: 1 },
      { no: 2, text: '（一）乙', headingLevel: 2 },
      { no: 3, text: '丙', headingLevel: 1 },
    ])
  })

  it('follow a list that is defined through a list style', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="公文"/></w:abstractNum>' +
      `<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="公文"/>${level(0, '%1、', 'chineseCounting')}</w:abstractNum>` +
      instance(1, 0)
    expect(await texts({ body: paragraph('甲', { list: '1/0' }), numbering })).toEqual(['一、甲'])
  })

  it('print a bullet as a dot, and nothing for a list that is not defined', async () => {
    const numbering = definition(0, level(0, '\uF0B7', 'bullet')) + instance(1, 0)
    expect(
      await texts({ body: paragraph('甲', { list: '1/0' }) + paragraph('乙', { list: '9/0' }), numbering }),
    ).toEqual(['• 甲', '乙'])
  })
})

describe('text', () => {
  it('keeps insertions and moved text, skips deletions and hidden text, and joins what a deleted paragraph mark joined', async () => {
    const body =
      `<w:p>${run('保留')}<w:ins>${run('插入')}</w:ins><w:del><w:r><w:delText>删除</w:delText></w:r></w:del>` +
      `<w:moveFrom>${run('移走')}</w:moveFrom><w:moveTo>${run('移来')}</w:moveTo><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r></w:p>` +
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('前半')}</w:p><w:p>${run('后半')}</w:p>`
    expect(await texts({ body })).toEqual(['保留插入移来', '前半后半'])
  })

  it('shows the result of a field, not its code, and leaves out the table of contents', async () => {
    const field =
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>' +
      `<w:r><w:t>代码</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('10月31日')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`
    const styles = '<w:style w:type="paragraph" w:styleId="t1"><w:name w:val="toc 1"/></w:style>'
    expect(await texts({ body: paragraph('一、总则 1', { style: 't1' }) + field, styles })).toEqual(['10月31日'])
  })

  it('takes a break in a centred title for layout, after a sentence or before a number for a new line', async () => {
    const broken = (...pieces: string[]) => `<w:r>${pieces.map((piece) => `<w:t>${piece}</w:t>`).join('<w:br/>')}</w:r>`
    const body =
      `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${broken('某县优化营商环境', '实施方案')}</w:p>` +
      `<w:p>${broken('第一句完。', '第二句', '接着说', '1.另起')}</w:p>`
    expect(await texts({ body })).toEqual(['某县优化营商环境 实施方案', '第一句完。', '第二句接着说', '1.另起'])
  })

  it('reads a text box once although it is written twice, after its paragraph, and footnotes at the end', async () => {
    const box = (text: string) => `<wps:txbx><w:txbxContent>${paragraph(text)}</w:txbxContent></wps:txbx>`
    const body =
      `<w:p>${run('正文')}<w:r><mc:AlternateContent><mc:Choice><w:drawing>${box('框里')}</w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict>${box('框里')}</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>` +
      paragraph('下段')
    const footnotes = `<w:footnote w:id="1">${paragraph('没有引用')}</w:footnote><w:footnote w:id="2">${paragraph('脚注')}</w:footnote>`
    expect(await texts({ body, footnotes })).toEqual(['正文', '框里', '下段', '脚注'])
  })
})

describe('tables', () => {
  const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`
  const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`

  it('give rows with spans; a cell across the table is a line of its own', async () => {
    const body = `<w:tbl>${row(cell('指标'), cell('分值', '<w:gridSpan w:val="2"/>'))}${row(cell('一、甲类', '<w:gridSpan w:val="3"/>'))}${row(
      cell('开办', '<w:vMerge w:val="restart"/>'),
      cell('流程'),
      cell('2.7'),
    )}${row(cell('', '<w:vMerge/>'), cell('耗时'), cell('1.8'))}</w:tbl>`
    const { lines } = await read({ body })
    expect(lines.map((line) => line.text)).toEqual(['指标\t分值', '一、甲类', '开办\t流程\t2.7', '\t耗时\t1.8'])
    expect(lines[0]!.row!.cells).toMatchObject([{ columns: 1 }, { columns: 2 }])
    expect(lines[1]!.row).toBeUndefined()
    expect(lines[2]!.row!.cells[0]).toMatchObject({ text: '开办', rows: 2 })
    expect(lines[3]!.row!.cells[0]).toMatchObject({ text: '', continued: true })
  })

  it('count automatic numbers in cells, and keep the paragraphs of a cell apart', async () => {
    const numbering = definition(0, level(0, '%1', 'decimal')) + instance(1, 0)
    const number = `<w:tc>${paragraph('', { list: '1/0' })}</w:tc>`
    const units = `<w:tc>${paragraph('县发改委')}${paragraph('县科技局')}</w:tc>`
    const { lines } = await read({
      body: `<w:tbl>${row(number, units)}${row(number, cell('县税务局'))}</w:tbl>`,
      numbering,
    })
    expect(lines.map((line) => line.row!.cells.map((one) => one.text))).toEqual([
      ['1', '县发改委\n县科技局'],
      ['2', '县税务局'],
    ])
  })

  it('of one column are frames: their paragraphs are text', async () => {
    const body = `<w:tbl>${row(`<w:tc>${paragraph('甲')}${paragraph('乙')}</w:tc>`)}</w:tbl>`
    expect((await read({ body })).lines).toEqual([
      { no: 1, text: '甲' },
      { no: 2, text: '乙' },
    ])
  })
})
