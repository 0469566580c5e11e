import { roles } from '@yingshang/core/kernel/actor'
import { roleNames, rosterColumnNames, unitKindNames } from '@yingshang/core/units/labels.zh'
import { mostRosterRows, rosterColumns, type RosterColumn } from '@yingshang/core/units/roster'
import type { UnitRow } from './unit-views.ts'

const widths: Record<RosterColumn, number> = {
  unit: 26,
  name: 14,
  role: 16,
  mobile: 16,
  officePhone: 18,
  email: 26,
  fromDay: 14,
  signInName: 12,
}
const needed: readonly RosterColumn[] = ['unit', 'name', 'role']
const offeredRows = 400

/** The workbook an office fills in: the roster with drop-down lists, this county's units, and how to fill it in. */
export async function rosterTemplateWorkbook(units: readonly UnitRow[]): Promise<Buffer> {
  const { default: exceljs } = await import('exceljs')
  const book = new exceljs.Workbook()
  const roster = book.addWorksheet('名册', {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
  })
  roster.columns = rosterColumns.map((column) => ({
    header: rosterColumnNames[column] + (needed.includes(column) ? '*' : ''),
    key: column,
    width: widths[column],
    // Text, so that Excel neither cuts a leading zero nor writes 1.39E+10.
    style: { numFmt: '@' },
  }))
  const head = roster.getRow(1)
  head.font = { bold: true, color: { argb: 'FFFFFFFF' } }
  head.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F4E79' } }
  head.alignment = { horizontal: 'center', vertical: 'middle' }
  head.height = 24
  const column = (key: RosterColumn) => roster.getColumn(key).letter
  const active = units.filter((unit) => unit.active)
  for (let row = 2; row <= offeredRows + 1; row++) {
    roster.getCell(`${column('unit')}${row}`).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [`单位!$A$2:$A$${active.length + 1}`],
      showErrorMessage: false,
    }
    roster.getCell(`${column('role')}${row}`).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [`填写说明!$D$2:$D$${roles.length + 1}`],
      showErrorMessage: true,
      errorTitle: '岗位',
      error: '请从列表中选择岗位',
    }
  }
  const list = book.addWorksheet('单位', { views: [{ state: 'frozen', ySplit: 1 }] })
  list.columns = [
    { header: '简称', key: 'short', width: 26 },
    { header: '全称', key: 'name', width: 40 },
    { header: '类别', key: 'kind', width: 12 },
    { header: '编号', key: 'code', width: 10 },
  ]
  for (const unit of active)
    list.addRow({ short: unit.shortName, name: unit.name, kind: unitKindNames[unit.kind], code: unit.code })
  list.getRow(1).font = { bold: true }
  const guide = book.addWorksheet('填写说明')
  guide.getColumn(1).width = 14
  guide.getColumn(2).width = 70
  guide.getColumn(4).width = 18
  const lines: [string, string][] = [
    ['项目', '怎么填'],
    ['单位*', '填“单位”表中的简称或全称，也可填文件中的写法；不能确定时会请您选择'],
    ['姓名*', '真实姓名'],
    ['岗位*', '从下拉列表中选择；一人多岗填多行'],
    ['手机', '11 位；用于登录和提醒，可不填'],
    ['办公电话', '例如 0518-83210000，可不填'],
    ['任职日期', '例如 2022-07-04；不填按导入当天'],
    ['工号', '新人员留空，由系统编号；更正已有人员时填写'],
    ['行数', `一次最多 ${mostRosterRows} 行；先“试导入”看全部问题，确认后才写入`],
    ['重复导入', '同一份名册可以重复导入，不会产生重复人员；单元格留空表示不改'],
  ]
  lines.forEach(([what, how], index) => {
    guide.getCell(index + 1, 1).value = what
    guide.getCell(index + 1, 2).value = how
  })
  guide.getCell(1, 4).value = '岗位'
  roles.forEach((role, index) => (guide.getCell(index + 2, 4).value = roleNames[role]))
  guide.getRow(1).font = { bold: true }
  return Buffer.from(await book.xlsx.writeBuffer())
}
