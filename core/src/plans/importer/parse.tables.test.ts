import { describe, expect, it } from 'vitest'
import type { PlanPackage } from '../package.ts'
import { parsePlan } from './parse.ts'
import type { SourceCell, SourceLine } from '../source.ts'
import { joinUnitLines } from './list-spaces.ts'
import { textSource } from './text-source.ts'

type PrintedCell = string | SourceCell

/** A document of lines and rows, as a reader of Word files or workbooks gives it. */
function read(...printed: (string | PrintedCell[])[]): PlanPackage {
  let table = -1
  const lines = printed.map((line, at): SourceLine => {
    if (typeof line === 'string') return { no: at + 1, text: line }
    if (typeof printed[at - 1] === 'string' || at === 0) table++
    const cells = line.map((cell) => (typeof cell === 'string' ? { text: cell, columns: 1, rows: 1 } : cell))
    return { no: at + 1, text: cells.map(({ text }) => text).join('\t'), row: { table, cells } }
  })
  return parsePlan({ format: 'docx', repairs: [], lines })
}

const duties = (plan: PlanPackage): unknown[] =>
  plan.tasks.map((task) => [
    task.no,
    task.title,
    task.leadUnits.join(' '),
    [...task.responsibleUnits, ...task.supportingUnits, ...task.groupUnits].join(' '),
    task.deadline.text,
  ])

describe('lines inside a cell of units', () => {
  it.each([
    ['县自然资源\n和规划局', '县自然资源和规划局'],
    ['县发改委\n县财政局', '县发改委、县财政局'],
    ['县发改委、县财政\n局、县税务局', '县发改委、县财政局、县税务局'],
    ['县委\n宣传部', '县委宣传部'],
    ['县人民政府\n办公室', '县人民政府办公室'],
    ['县人社\n局', '县人社局'],
    ['县住房和城乡\n建设局', '县住房和城乡建设局'],
    ['县发展和改革委\n员会', '县发展和改革委员会'],
    ['经开区\n管委会', '经开区管委会'],
    ['各镇\n各街道', '各镇、各街道'],
    ['县教育局\n财政局\n税务局', '县教育局、财政局、税务局'],
    ['国家税务总局\n某县税务局', '国家税务总局某县税务局'],
    ['人民银行\n财政部', '人民银行、财政部'],
    ['县市场监管局\n（牵头）\n县公安局', '县市场监管局（牵头）、县公安局'],
    ['县委宣传部（县新\n闻出版局）\n县委网信办', '县委宣传部（县新闻出版局）、县委网信办'],
    ['县政务办、县\n发展和改革局', '县政务办、县发展和改革局'],
    ['县财政局、县人力资源和社\n会保障局', '县财政局、县人力资源和社会保障局'],
    ['县财政局、县税\n务局、县城市管\n理综合行政执法\n局、各镇', '县财政局、县税务局、县城市管理综合行政执法局、各镇'],
  ])('%j', (printed, expected) => {
    expect(joinUnitLines(printed)).toBe(expected)
  })
})

describe('a table of tasks', () => {
  it('may have any order of columns, other headings, and notes above and below', () => {
    const plan = read(
      '2023年任务清单',
      ['填报说明：未写年份的均为2023年', '', '', '', '', ''],
      ['序号', '政策依据', '承办部门', '工作要求', '时间节点', '备注'],
      ['1', '《甲条例》', '县财政局\n县税务局', '办好甲事。', '6月底', ''],
      ['2', '《乙条例》', '县住房和城乡\n建设局', '办好乙事。', '常年', '新增'],
      ['注：各单位每月25日前报送进展。', '', '', '', '', ''],
    )
    expect(duties(plan)).toEqual([
      ['1', '办好甲事', '', '县财政局 县税务局', '6月底'],
      ['2', '办好乙事', '', '县住房和城乡建设局', '常年'],
    ])
    expect(plan.tasks.map(({ basis }) => basis)).toEqual([['《甲条例》'], ['《乙条例》']])
  })

  it('may have a header of two rows, but a section below the header is no second row of it', () => {
    const head = [
      { text: '序号', columns: 1, rows: 2 },
      { text: '重点任务', columns: 1, rows: 2 },
      { text: '责任分工', columns: 2, rows: 1 },
      { text: '完成期限', columns: 1, rows: 2 },
    ]
    const below = [
      { text: '', columns: 1, rows: 1, continued: true },
      { text: '', columns: 1, rows: 1, continued: true },
      '牵头单位',
      '配合单位',
      { text: '', columns: 1, rows: 1, continued: true },
    ]
    expect(duties(read('清单', head, below, ['1', '办好甲事', '县财政局', '县税务局', '6月底']))).toEqual([
      ['1', '办好甲事', '县财政局', '县税务局', '6月底'],
    ])
    const sections = read(
      '清单',
      ['序号', '重点任务', '责任单位', '完成时限'],
      ['一、提升服务', '', '', ''],
      ['1', '办好甲事', '县财政局', '6月底'],
      ['2', '办好乙事', '县税务局', '7月底'],
    )
    expect(sections.tasks.map(({ no, section }) => [no, section])).toEqual([
      ['1', ['一、提升服务']],
      ['2', ['一、提升服务']],
    ])
  })

  it('keeps a merged cell over the header that a new page prints again', () => {
    const merged = { text: '', columns: 1, rows: 1, continued: true }
    const head = ['工作领域', '编号', '任务事项', '牵头部门', '时间节点']
    const plan = read(
      '清单',
      head,
      [{ text: '政务环境', columns: 1, rows: 4 }, '1', '办好甲事。', '县财政局', '6月底'],
      [merged, '2', '办好乙事。', '县税务局', '7月底'],
      head,
      [merged, '3', '办好丙事。', '县司法局', '8月底'],
    )
    expect(plan.tasks.map(({ no, section }) => [no, section])).toEqual([
      ['1', ['政务环境']],
      ['2', ['政务环境']],
      ['3', ['政务环境']],
    ])
  })

  it('is not begun anew by a row whose words sound like headings', () => {
    const plan = read(
      '清单',
      ['任务名称', '具体内容', '实施主体', '时限'],
      ['办好甲事', '压缩时间。', '县财政局', '6月底'],
      ['改进牵头部门会商质效', '依托统一平台汇集数据，不再要求重复填报', '县农业农村局', '持续实施'],
      ['办好乙事', '压缩时间。', '县税务局', '7月底'],
    )
    expect(plan.tasks.map(({ responsibleUnits }) => responsibleUnits)).toEqual([
      ['县财政局'],
      ['县农业农村局'],
      ['县税务局'],
    ])
  })
})

describe('a table without a header', () => {
  it('is read by what its columns hold, and says so', () => {
    const plan = read(
      '清单',
      ['1', '办好甲事，压缩时间', '县财政局', '县税务局、县住建局', '6月底前'],
      ['2', '办好乙事，减少材料', '县水利局', '', '长期坚持'],
      ['3', '办好丙事，公开流程', '县司法局', '县民政局', '2023年7月15日'],
    )
    expect(duties(plan)).toEqual([
      ['1', '办好甲事，压缩时间', '县财政局', '县税务局 县住建局', '6月底前'],
      ['2', '办好乙事，减少材料', '县水利局', '', '长期坚持'],
      ['3', '办好丙事，公开流程', '县司法局', '县民政局', '2023年7月15日'],
    ])
    expect(plan.diagnostics.map(({ code }) => code)).toContain('columns-inferred')
  })

  it('is no list of tasks where its cells do not show it: a list of telephones', () => {
    const plan = read(
      '通讯录',
      ['1', '县财政局', '某甲', '0000001'],
      ['2', '县税务局', '某乙', '0000002'],
      ['3', '县司法局', '某丙', '0000003'],
    )
    expect(plan.tasks).toEqual([])
    expect(plan.diagnostics.map(({ code }) => code)).toContain('unread-table')
  })
})

describe('a table that a text file draws', () => {
  const drawn = (...lines: string[]): unknown[] => duties(parsePlan(textSource(lines.join('\n'))))
  const expected = [
    ['1', '办好甲事，压缩时间', '县财政局', '县税务局 县人力资源和社会保障局', '6月底'],
    ['2', '办好乙事', '县水利局', '', '长期坚持'],
  ]

  it('with strokes, as Markdown does', () => {
    expect(
      drawn(
        '| 序号 | 任务 | 牵头单位 | 配合单位 | 完成时限 |',
        '|:---:|------|---|---|---|',
        '| 1 | 办好甲事，压缩时间。 | 县财政局 | 县税务局、县人力资源和社会保障局 | 6月底 |',
        '| 2 | 办好乙事。 | 县水利局 |  | 长期坚持 |',
      ),
    ).toEqual(expected)
  })

  it('with a frame around each cell', () => {
    expect(
      drawn(
        '┌──┬────┬────┬────┬───┐',
        '│序号│工作任务│牵头单位│配合单位│时限│',
        '├──┼────┼────┼────┼───┤',
        '│1│办好甲事，压缩时间。│县财政局│县税务局、县人力资源和社会保障局│6月底│',
        '├──┼────┼────┼────┼───┤',
        '│2│办好乙事。│县水利局││长期坚持│',
        '└──┴────┴────┴────┴───┘',
      ),
    ).toEqual(expected)
  })

  it('with blanks alone, cells going on below themselves', () => {
    expect(
      drawn(
        '序号  工作任务          牵头单位      配合单位              完成时限',
        '1     办好甲事，        县财政局      县税务局、县人力资    6月底',
        '      压缩时间。                      源和社会保障局',
        '2     办好乙事。        县水利局                            长期坚持',
        '以上任务请抓好落实。',
      ),
    ).toEqual(expected)
  })
})

describe('a table of stages', () => {
  it('gives stages and no tasks', () => {
    const plan = read(
      '某县2023年实施方案',
      '一、实施步骤',
      ['阶段', '时间', '主要工作'],
      ['第一阶段：动员部署', '2023年3月', '制定方案'],
      ['集中攻坚', '4月—10月', '推进落实'],
      ['', '', '每月通报'],
      ['总结提升', '11月—次年1月', '总结经验'],
    )
    expect(plan.stages.map(({ no, name, periodText, start, end }) => [no, name, periodText, start, end])).toEqual([
      [1, '动员部署', '2023年3月', '2023-03-01', '2023-03-31'],
      [2, '集中攻坚', '4月—10月', '2023-04-01', '2023-10-31'],
      [3, '总结提升', '11月—次年1月', '2023-11-01', '2024-01-31'],
    ])
    expect(plan.tasks).toEqual([])
  })

  it('is a table of tasks where units are named', () => {
    const plan = read(
      '某县2023年任务清单',
      ['阶段', '工作内容', '责任单位', '时间'],
      ['动员部署', '办好甲事。', '县财政局', '2023年3月'],
      ['集中攻坚', '办好乙事。', '县税务局', '2023年4月'],
    )
    expect(plan.stages).toEqual([])
    expect(plan.tasks.map(({ responsibleUnits }) => responsibleUnits)).toEqual([['县财政局'], ['县税务局']])
  })
})

describe('a table that is paper and no list', () => {
  const words = '把流程压一压，材料减一减，窗口并一并，让办事的人少跑几趟，把好事办实，把实事办好。'

  it('holds a plan in one of its cells: its paragraphs are read as text', () => {
    const plan = read(
      ['文件名称', '某县2023年实施方案'],
      [
        '正文',
        `一、总体要求\n坚持问题导向。\n二、重点任务\n1.办好甲事。${words}（责任单位：县财政局；完成时限：6月底）\n2.办好乙事。${words}（责任单位：县税务局）\n三、工作要求\n加强领导。`,
      ],
    )
    expect(plan.document.title).toBe('某县2023年实施方案')
    expect(duties(plan)).toEqual([
      ['1', '办好甲事', '', '县财政局', '6月底'],
      ['2', '办好乙事', '', '县税务局', ''],
    ])
    expect(plan.tasks.map(({ lines }) => lines)).toEqual([
      [2, 2],
      [2, 2],
    ])
  })

  it('holds a heading and its items in one cell: their order is kept though they share a line', () => {
    const plan = read(
      ['名称', '某县2023年任务清单'],
      [
        '内容',
        `一、甲类\n（一）办好甲事\n1.工作内容：${words}\n2.牵头单位：县财政局\n3.完成时限：6月底\n（二）办好乙事\n1.工作内容：${words}\n2.牵头单位：县税务局\n3.完成时限：7月底`,
      ],
    )
    expect(plan.tasks.map(({ no, section, leadUnits, deadline }) => [no, section, leadUnits, deadline.text])).toEqual([
      ['（一）', ['一、甲类'], ['县财政局'], '6月底'],
      ['（二）', ['一、甲类'], ['县税务局'], '7月底'],
    ])
  })

  it('parts the notation of an item into cells', () => {
    const plan = read(
      '1.办好甲事。说明。',
      ['牵头单位：县财政局', '配合单位：县税务局', '完成时限：6月底'],
      '2.办好乙事。说明。',
      ['牵头单位：县住建局', '', '完成时限：7月底'],
    )
    expect(duties(plan)).toEqual([
      ['1', '办好甲事', '县财政局', '县税务局', '6月底'],
      ['2', '办好乙事', '县住建局', '', '7月底'],
    ])
  })

  it('is a form with a label before each value, one after another for each task', () => {
    const form = (no: string, name: string, lead: string, others: string): PrintedCell[][] => [
      ['序号', no, '任务名称', name],
      ['主要内容', words, '', ''],
      ['牵头单位', lead, '配合单位', others],
      ['完成时限', '6月底', '责任人', '分管负责同志'],
    ]
    const plan = read(
      '某县任务清单',
      ...form('1', '办好甲事', '县财政局', '县税务局\n县住建局'),
      ...form('2', '办好乙事', '县水利局', '县财政局'),
    )
    expect(duties(plan)).toEqual([
      ['1', '办好甲事', '县财政局', '县税务局 县住建局', '6月底'],
      ['2', '办好乙事', '县水利局', '县财政局', '6月底'],
    ])
    for (const { text } of plan.tasks) expect(text).toContain(words)
  })
})
