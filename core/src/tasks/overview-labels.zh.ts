import type { FigureName, UnitGroup } from './overview-figures.ts'

/** Names of the overview's figures, as they stand under a number and in the ledger's filter. */
export const figureWords: Record<FigureName, string> = {
  held: '承担',
  unsigned: '待签收',
  overdue: '逾期',
  newlyOverdue: '近 7 天新逾期',
  dueSoon: '临期',
  dueToday: '今天到期',
  toVerify: '待核查',
  returned: '退回在改',
  requested: '申请待批',
  confirmed: '已确认',
  onTime: '首次按期报送',
  late: '首次报送超期',
}

export const unitGroupWords: Record<UnitGroup, string> = {
  departments: '县直部门',
  towns: '镇',
  parks: '园区',
  stationed: '垂直管理单位、法院和检察院',
  others: '群团、媒体和内设机构',
}
