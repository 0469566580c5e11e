import { settingNames } from '@yingshang/core/rules/labels.zh'
import type { readRuleSetVersion } from '@yingshang/core/rules/contract'
import type { z } from 'zod'
import { settingLines } from '@yingshang/core/rules/setting-text.zh'
import { ListTable, type Column } from '../../ui/list-table.tsx'
import { SettingSource, type Clause } from './setting-source.tsx'
import { linesApart } from './lines-apart.ts'

export type Difference = z.output<typeof readRuleSetVersion.reply>['differences'][number]

interface DifferenceTableProps {
  readonly label: string
  readonly differences: readonly Difference[]
  readonly campaignId: string | null
  readonly clauses: readonly Clause[]
}

/** Before and after, setting by setting. */
export function DifferenceTable({ label, differences, campaignId, clauses }: DifferenceTableProps) {
  const columns: readonly Column<Difference>[] = [
    { key: 'name', title: '规则', card: 'title', render: ({ path }) => settingNames[path] },
    { key: 'before', title: '原来', render: (one) => <Side lines={apart(one).gone} same={apart(one).same} /> },
    {
      key: 'after',
      title: '改为',
      render: (one) => (
        <b>
          <Side lines={apart(one).fresh} same={apart(one).same} />
        </b>
      ),
    },
    {
      key: 'source',
      title: '依据',
      render: ({ after }) => <SettingSource source={after.source} campaignId={campaignId} clauses={clauses} />,
    },
  ]
  return <ListTable label={label} columns={columns} rows={differences} rowKey={({ path }) => path} />
}

function apart({ path, before, after }: Difference) {
  return linesApart(settingLines(path, before.value), settingLines(path, after.value))
}

/** The lines of one side that the other does not have. */
function Side({ lines, same }: { lines: readonly string[]; same: number }) {
  if (lines.length === 0) return <span className="quiet">{same > 0 ? '—' : '没有'}</span>
  return (
    <>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </>
  )
}
