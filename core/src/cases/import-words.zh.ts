import type { ImportColumn } from './import-columns.ts'
import type { ImportFault, ImportFaultCode } from './import-rows.ts'
import type { ImportBatchRefusal, UndoReason } from './import-batch.ts'

export const importColumnNames: Record<ImportColumn, string> = {
  number: '来件编号',
  receivedOn: '受理时间',
  kind: '类型',
  title: '标题',
  text: '内容',
  object: '被反映对象',
  unit: '首问单位',
  submitterKind: '主体类型',
  name: '姓名',
  mobile: '联系电话',
  company: '企业名称',
  companyCode: '统一社会信用代码',
  email: '电子邮箱',
  address: '地址',
}

const faultWords: Record<ImportFaultCode, (number: number) => string> = {
  'import.empty': () => '没有填写，请补上',
  'import.too-long': (most) => `太长，请缩短到 ${most} 个字以内`,
  'import.number-wrong': () => '不像编号，请填来源方的编号（字母、数字和连接号，至少一个数字）',
  'import.number-is-telephone': () => '是手机号码，不是编号，请检查列的对应关系',
  'import.day-wrong': () => '不是存在的日期，请写成 2022-09-26 或 2022-09-26 10:21',
  'import.day-in-future': () => '晚于今天，请核对',
  'import.kind-unknown': () => '不认识，请改为投诉、问题线索、咨询、求助、建议或感谢',
  'import.kind-tip': () => '是举报：反映人员问题的请单独移交纪检监察机关，只反映事情的请改为“问题线索”或“投诉”',
  'import.submitter-kind-unknown': () => '不认识，请改为市场主体、个人、协会、单位，或者留空',
  'import.unit-unknown': () => '在单位名录里找不到唯一的单位，请写全称，或者留空',
  'import.secret': () => '带有密级标志，不得导入，请按保密规定处理',
  'import.twice-in-file': (row) => `与第 ${row} 行的编号相同，请删去一行`,
}

/** `第 15 行“受理时间”：不是存在的日期，请写成 …。` */
export function importFaultSentence({ row, column, code, number }: ImportFault): string {
  return `第 ${row} 行“${importColumnNames[column]}”：${faultWords[code](number ?? 0)}。`
}

export const importRefusalSentences: Record<ImportBatchRefusal, string> = {
  'import.office-only': '只有营商办可以批量导入来件。',
  'import.not-running': '这一批已经导入完毕，请刷新后查看结果。',
  'import.undone': '这一批已经撤销，不能再改。',
  'import.not-undoable': '这一批没有登记任何来件，无需撤销。',
  'import.file-missing': '没有收到文件，请重新选择。',
  'import.file-unreadable': '文件读不出来，请用 Excel 另存为 .xlsx 或 .csv 后再传。',
  'import.no-header': '没有找到表头，请确认前十行里有编号、受理时间和内容三列。',
  'import.too-many-rows': '一个文件最多 10000 行，请分成几个文件。',
  'import.no-rows': '表头下面没有数据。',
  'import.columns-missing': '还没有指明编号、受理时间和内容分别是哪一列，请补上对应关系。',
  'import.columns-unknown': '对应关系里有文件中不存在的列，请按文件的表头重新选择。',
  'import.has-faults': '文件里还有错误的行，请改好后再传，或者选择跳过有错的行。',
  'import.other-file': '文件与试导入的不是同一个，请重新试导入。',
}

export const undoReasonNames: Record<UndoReason, string> = {
  wrongFile: '传错了文件',
  wrongSource: '选错了来源',
  wrongColumns: '列的对应关系有误',
  rehearsal: '演练用的数据',
}
