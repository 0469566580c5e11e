import { Link } from '@tanstack/react-router'
import type { CaseRow } from '@yingshang/core/cases/contract'
import {
  caseKindNames,
  caseSourceNames,
  caseStatusNames,
  conclusionNames,
  satisfactionNames,
} from '@yingshang/core/cases/labels.zh'
import type { Column } from '../../ui/list-table.tsx'
import { DueDay, Lamp } from './lamp.tsx'
import { waitsNames } from './waits-words.ts'

export const queueColumns: readonly Column<CaseRow>[] = [
  {
    key: 'number',
    title: '编号',
    width: '11rem',
    printWidth: '15%',
    sort: 'number',
    card: 'hidden',
    render: (row) => (
      <>
        <span className="keep">{row.number}</span>
        <span className="quiet small below">
          {caseKindNames[row.kind]} · {caseSourceNames[row.source]}
        </span>
      </>
    ),
  },
  {
    key: 'title',
    title: '内容',
    printWidth: '27%',
    card: 'title',
    render: (row) => (
      <>
        <Link to={`/cases/${row.id}`} className="two-lines" title={row.title}>
          {row.title}
        </Link>
        <span className="quiet small below">
          <span className="only-narrow">{row.number}　</span>
          {[row.category?.name, row.head?.name].filter(Boolean).join(' · ')}
          {row.prominent && <span className="tag strong">突出问题</span>}
          {row.round > 1 && <span className="tag strong">第 {row.round} 轮</span>}
        </span>
      </>
    ),
  },
  {
    key: 'units',
    title: '承办单位',
    yields: true,
    width: '13rem',
    printWidth: '16%',
    card: 'plain',
    render: (row) => <Units row={row} />,
  },
  {
    key: 'status',
    title: '状态',
    width: '9rem',
    printWidth: '12%',
    card: 'plain',
    render: (row) => <Standing row={row} />,
  },
  {
    key: 'dueOn',
    title: '当前期限',
    width: '11rem',
    printWidth: '15%',
    sort: 'dueOn',
    card: 'plain',
    render: (row) => <DueDay of={row} />,
  },
  {
    key: 'alert',
    title: '红黄蓝灯',
    width: '11.5rem',
    printWidth: '15%',
    sort: 'urgency',
    card: 'plain',
    render: (row) => <Lamp of={row} />,
  },
  {
    key: 'received',
    title: '收到',
    yields: true,
    width: '7rem',
    printWidth: '10%',
    sort: 'received',
    card: 'labelled',
    render: (row) => <span className="keep">{row.receivedOn}</span>,
  },
]

function Units({ row }: { row: CaseRow }) {
  if (row.leadUnit === null) return <span className="quiet">还没有交办</span>
  const others = row.supporting.map((unit) => unit.name).join('、')
  return (
    <span title={others === '' ? undefined : `配合：${others}`}>
      <span className="unit">{row.leadUnit.name}</span>
      {row.supporting.length > 0 && (
        <span className="quiet small below">
          <span className="no-print">另有 {row.supporting.length} 个配合</span>
          <span className="print-inline">配合：{others}</span>
        </span>
      )}
    </span>
  )
}

function Standing({ row }: { row: CaseRow }) {
  return (
    <>
      <span className="strong">
        {caseStatusNames[row.status]}
        {row.conclusion && <span className="quiet">（{conclusionNames[row.conclusion]}）</span>}
      </span>
      {row.waits.map((one) => (
        <span key={one} className="small below">
          {waitsNames[one]}
        </span>
      ))}
      {row.satisfaction && <span className="quiet small below">{satisfactionNames[row.satisfaction]}</span>}
    </>
  )
}
