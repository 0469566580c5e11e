import { momentWords } from '@yingshang/core/rules/choice-words.zh'
import type { previewRuleSet, RuleExampleRow } from '@yingshang/core/rules/contract'
import type { z } from 'zod'
import { dayText } from '../../ui/day.ts'
import { DayField } from '../../ui/day-field.tsx'
import { ListTable, type Column } from '../../ui/list-table.tsx'
import { DifferenceList } from './difference-list.tsx'
import type { Clause } from './setting-source.tsx'

export type Preview = z.output<typeof previewRuleSet.reply>

interface RulePreviewProps {
  readonly preview: Preview
  readonly campaignId: string
  readonly clauses: readonly Clause[]
  readonly exampleDay: string
  readonly onExampleDay: (day: string) => void
}

const columns: readonly Column<RuleExampleRow>[] = [
  {
    key: 'ends',
    title: '到哪一天为止',
    card: 'title',
    render: ({ moment, tier }) => (
      <>
        {momentWords[moment].ends}
        {tier && <span className="quiet">（{tier.name}）</span>}
        <span className="quiet small">（从{momentWords[moment].starts}起）</span>
      </>
    ),
  },
  {
    key: 'before',
    title: '按现在的',
    width: '7rem',
    render: ({ before }) => <span className="keep">{dayOrNone(before)}</span>,
  },
  {
    key: 'after',
    title: '按新的',
    width: '7rem',
    render: ({ before, after, provisional }) => (
      <>
        <span className={before === after ? 'keep' : 'keep strong'}>{dayOrNone(after)}</span>
        {provisional && <span className="quiet small"> 暂定</span>}
      </>
    ),
  },
]

/** What the next version would change, and what real dates would become under it. */
export function RulePreview({ preview, campaignId, clauses, exampleDay, onExampleDay }: RulePreviewProps) {
  const moved = preview.examples.filter(({ before, after }) => before !== after)
  return (
    <div className="stack">
      <h3>改动 {preview.differences.length} 项</h3>
      <DifferenceList
        label="下一版的改动"
        differences={preview.differences}
        campaignId={campaignId}
        clauses={clauses}
      />
      <h3>日期会怎么变</h3>
      <div className="row">
        <label htmlFor="example-day">以这一天为例</label>
        <DayField id="example-day" value={exampleDay} onChange={(day) => day && onExampleDay(day)} />
      </div>
      {moved.length === 0 ? (
        <p className="quiet">
          {preview.examples.length === 0 ? '工作日历到不了这么远，换一天再看。' : '各个时限的日期都不变。'}
        </p>
      ) : (
        <ListTable
          label="日期会怎么变"
          columns={columns}
          rows={moved}
          rowKey={({ moment, tier }) => `${moment} ${tier?.code ?? ''}`}
        />
      )}
      <p className="small quiet">已经在办的按它开始时的那一版，不受影响。</p>
    </div>
  )
}

function dayOrNone(day: string | null): string {
  return day === null ? '没有' : dayText(day)
}
