import { numberingOf } from './numbering.ts'
import type { GridRow } from './table-grid.ts'
import { isSurelyUnit } from './unit-names.ts'
import { columnRole, type TailRole } from './tail-labels.ts'

export type ColumnKind = TailRole | 'no' | 'words' | 'section' | 'weight' | 'name1' | 'name2' | 'other'

const numberHeader = /^(?:序号|编号|项次|序|号|no\.?|条目号|任务序号|任务编号)$/i
const wordsHeader = /任务|措施|举措|事项|内容|要点|工作|项目|目标|要求|做法|指标解读|改革|服务|清单|问题|需求|诉求/
const sectionHeader = /类别|领域|板块|分类|类型|方面|环境|专项|模块|维度|大类/
const weightHeader = /^(?:分值|权重|分数|满分|标准分|赋分|基准分|基础分|考核分|得分值|指标分值|指标权重)/
const deadlineHeader = /时限|时间|期限|日期|节点|进度/

/** 序号, 编号: a heading over numbers. */
export function isNumberHeader(header: string): boolean {
  return numberHeader.test(header)
}

/** What the columns of a table hold, from its header row; null when the row is no header. */
export function columnsOf(
  row: GridRow,
  below: GridRow | undefined,
): { kinds: ColumnKind[]; headers: string[]; rows: number } | null {
  const first = row.cells.map((cell) => plain(cell.text))
  const kinds = kindsOf(first)
  if (!isHeader(kinds, first)) return null
  const second = below ? secondHeader(row, below, kinds) : null
  return second ?? { kinds, headers: first, rows: 1 }
}

/** A header of two rows: the lower one parts a heading of the upper (责任单位 → 牵头单位, 配合单位) and is empty elsewhere. */
function secondHeader(
  row: GridRow,
  below: GridRow,
  kinds: readonly ColumnKind[],
): { kinds: ColumnKind[]; headers: string[]; rows: number } | null {
  if (below.cells.length !== row.cells.length) return null
  const own = below.cells.map((cell) => (cell.carried ? '' : plain(cell.text)))
  const filled = own.filter((text) => text !== '')
  const lower = kindsOf(own)
  const known = lower.filter((kind, at) => own[at] !== '' && kind !== 'other').length
  if (
    filled.length === 0 ||
    filled.length > own.length - 1 ||
    (filled.length === 1 && own[0] !== '') ||
    filled.some((text) => numberingOf(text) !== null) ||
    known < filled.length ||
    filled.some((text) => text.length > 14 || /^[\d.]+$/.test(text))
  )
    return null
  if (own[0] !== '' && filled.length > own.length / 2) return null
  const headers = row.cells.map((cell, at) => (own[at] === '' ? plain(cell.text) : own[at]!))
  return { kinds: kinds.map((kind, at) => (own[at] === '' ? kind : lower[at]!)), headers, rows: 2 }
}

function plain(text: string): string {
  return text.replace(/[\s　]/g, '')
}

function kindsOf(headers: readonly string[]): ColumnKind[] {
  const kinds: ColumnKind[] = []
  for (const [at, printed] of headers.entries()) {
    const header = printed.replace(/[（(].*$/, '')
    const role = columnRole(header)
    // An empty header beside a heading of weights belongs to it: one heading over two columns.
    if (header === '') kinds.push(kinds[at - 1] === 'weight' ? 'weight' : 'other')
    else if (numberHeader.test(header)) kinds.push('no')
    else if (/^(?:评价|考核|监测)?指标(?:名称|体系|内容)?$|^一级指标/.test(header))
      kinds.push(weightHeader.test(header.replace(/^一级指标/, '')) ? 'weight' : 'name1')
    else if (header.startsWith('二级指标'))
      kinds.push(weightHeader.test(header.replace(/^二级指标/, '')) ? 'weight' : 'name2')
    else if (weightHeader.test(header)) kinds.push('weight')
    else if (role) kinds.push(role)
    else if (/单位|部门/.test(header) && /责任|负责|牵头|配合|承办|落实/.test(header))
      kinds.push(/牵头|主办|主责/.test(header) ? 'lead' : /配合|协办/.test(header) ? 'supporting' : 'responsible')
    else if (deadlineHeader.test(header) && header.length <= 8) kinds.push('deadline')
    else if (/领导|责任人|负责人|联系人/.test(header)) kinds.push('person')
    else if (/依据|来源|出处/.test(header)) kinds.push('basis')
    else if (/^(?:单位|部门)$/.test(header)) kinds.push('responsible')
    else if (sectionHeader.test(header) && header.length <= 8) kinds.push('section')
    else if (/备注|说明|成果|进展|完成情况|佐证|联系电话/.test(header)) kinds.push('other')
    else if (wordsHeader.test(header)) kinds.push('words')
    else kinds.push('other')
  }
  return kinds
}

function isHeader(kinds: readonly ColumnKind[], headers: readonly string[]): boolean {
  if (headers.some((header) => header.length > 24 && !/[（(]/.test(header))) return false
  // A heading is no sentence, and no unit of its own stands among headings.
  const words = headers.map((header) => header.replace(/[（(].*$/, ''))
  if (words.some((word, at) => /[。；，,]/.test(word) || (kinds[at] === 'other' && isSurelyUnit(word)))) return false
  const known = kinds.filter((kind) => kind !== 'other').length
  const filled = headers.filter((header) => header !== '').length
  if (known < 2 || known < filled * 0.5 || filled < 2) return false
  const tasks =
    kinds.some((kind) => kind === 'words' || kind === 'section' || kind === 'name1') &&
    kinds.some((kind) => ['lead', 'responsible', 'supporting', 'deadline', 'no', 'weight'].includes(kind))
  return tasks
}

export function isIndicatorTable(kinds: readonly ColumnKind[], headers: readonly string[]): boolean {
  if (kinds.includes('name1') && kinds.includes('name2')) return true
  if (!kinds.includes('weight')) return false
  return kinds.includes('name1') || kinds.includes('name2') || headers.some((header) => /指标/.test(header))
}
