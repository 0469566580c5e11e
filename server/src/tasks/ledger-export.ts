import type { Readable } from 'node:stream'
import type { PersonActor } from '@yingshang/core/kernel/actor'
import type { TaskFilter, TaskRow } from '@yingshang/core/tasks/contract'
import { timeLeftSentence } from '@yingshang/core/kernel/work-calendar-labels.zh'
import { alertNames, partDutyName, partNames, selfSetNote, taskNames } from '@yingshang/core/tasks/labels.zh'
import type { Queryable } from '../platform/database/pools.ts'
import { taskColumns, taskRows } from './ledger-rows.ts'
import { readableRoots } from './reading.ts'
import { sheetStream, type SheetColumn } from '../platform/http/sheet.ts'
import type { Viewer } from './shown-parts.ts'
import { sortSql, taskQuery } from './task-query.ts'

/** The county's own columns. */
export const ledgerColumns: readonly SheetColumn[] = [
  { header: '序号', width: 6, align: 'center' },
  { header: '清单', width: 16 },
  { header: '编号', width: 7, align: 'center' },
  { header: '类别', width: 14 },
  { header: '任务', width: 42 },
  { header: '牵头单位', width: 14 },
  { header: '责任单位', width: 22 },
  { header: '配合单位', width: 20 },
  { header: '依据', width: 22 },
  { header: '完成时限（原文）', width: 16 },
  { header: '首次到期日', width: 12, align: 'center' },
  { header: '现到期日', width: 12, align: 'center' },
  { header: '状态', width: 10, align: 'center' },
  { header: '各单位办理情况', width: 30 },
  { header: '最新进展', width: 36 },
  { header: '亮灯', width: 14, align: 'center' },
]

const batchSize = 500

/** The ledger under the current filter as a workbook, whatever its size. */
export async function ledgerWorkbook(
  db: Queryable,
  viewer: Viewer & { readonly actor: PersonActor },
  filter: TaskFilter & { readonly sort: keyof typeof sortSql; readonly descending: 'true' | 'false' },
): Promise<{ name: string; stream: Readable }> {
  const { where, values } = taskQuery(filter, viewer.businessDay, readableRoots(viewer.actor))
  const order = sortSql[filter.sort](filter.descending === 'true')
  const [campaign, ids] = await Promise.all([
    db.query<{ name: string }>('select name from app.campaign where id = $1', [filter.campaignId]),
    db.query<{ id: string }>(`select t.id from app.task t where ${where} order by ${order}`, values),
  ])
  const name = `${campaign.rows[0]?.name ?? ''}任务台账`
  async function* batches() {
    for (let from = 0; from < ids.rows.length; from += batchSize) {
      const some = ids.rows.slice(from, from + batchSize).map((row) => row.id)
      const rows = await taskRows(db, viewer, filter.unit, {
        text: `select ${taskColumns} from app.task t where t.id = any($1::uuid[]) order by array_position($1::uuid[], t.id)`,
        values: [some],
      })
      yield rows.map((row, place) => cells(row, from + place + 1))
    }
  }
  const subtitle = `${viewer.businessDay} 导出，共 ${ids.rows.length} 项`
  return { name, stream: sheetStream({ title: name, subtitle, name: '任务台账', columns: ledgerColumns }, batches()) }
}

function cells(row: TaskRow, number: number): (string | number)[] {
  const units = (role: TaskRow['parts'][number]['role']) =>
    row.parts
      .filter((part) => part.role === role)
      .map((part) => part.unit.name)
      .join('、')
  const shown = row.parts.filter((part) => part.status !== 'confirmed')
  const confirmed = row.parts.length - shown.length
  const states = shown.map((part) => `${part.unit.name}（${partDutyName(part)}）：${partNames[part.status]}`)
  if (confirmed > 0) states.push(`已确认 ${confirmed} 个单位`)
  const report = row.latestReport
  return [
    number,
    row.listTitle,
    row.no,
    row.section.join(' / '),
    row.title,
    units('lead'),
    units('responsible'),
    units('supporting'),
    row.basis.join('；'),
    row.printed.text,
    row.firstDueOn ?? '',
    row.dueOn === null ? '' : `${row.dueOn}${row.dueSetBy === 'office' ? `\n${selfSetNote}` : ''}`,
    taskNames[row.status],
    states.join('\n'),
    report
      ? `${report.on} ${report.unit.name}：${report.text}${report.percent === null ? '' : `（${report.percent}%）`}`
      : '',
    row.timeLeft ? `${alertNames[row.alert]}\n${timeLeftSentence(row.timeLeft)}` : alertNames[row.alert],
  ]
}
