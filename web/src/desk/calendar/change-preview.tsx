import type { previewCalendar } from '@yingshang/core/calendar/contract'
import { calendarProblemSentence, dayReason } from '@yingshang/core/kernel/work-calendar-labels.zh'
import Button from 'antd/es/button'
import Checkbox from 'antd/es/checkbox'
import Input from 'antd/es/input'
import { useState } from 'react'
import type { z } from 'zod'
import { dayText } from '../../ui/day.ts'
import { Field } from '../../ui/field.tsx'
import { ListTable } from '../../ui/list-table.tsx'
import { Section } from '../../ui/page.tsx'
import { sayRefusal } from '../../ui/say-refusal.ts'
import { MovingTable, movingSentence } from './moving-table.tsx'

type Preview = z.output<typeof previewCalendar.reply>
type Difference = Preview['differences'][number]

interface ChangePreviewProps {
  readonly preview: Preview
  readonly reasonNeeded: boolean
  readonly busy: boolean
  readonly adopt: (given: { warningsSeen: boolean; reason: string }) => void
}

const heads = { error: '必须改正', warning: '请核对', note: '请留意' } as const

/** Everything understood, everything wrong, every difference, every deadline that would move; then the decision. */
export function ChangePreview({ preview, reasonNeeded, busy, adopt }: ChangePreviewProps) {
  const [seen, setSeen] = useState(false)
  const [reason, setReason] = useState('')
  const warnings = preview.problems.filter((problem) => problem.severity === 'warning').length
  const ready = preview.refusal === null && (warnings === 0 || seen) && (!reasonNeeded || reason.trim() !== '')
  return (
    <div className="stack" aria-live="polite">
      <Section title="预览">
        <p className="strong">{headline(preview)}</p>
        {preview.problems.length > 0 && (
          <ul className="plain problems">
            {preview.problems.map((problem, at) => (
              <li key={at}>
                <b className={problem.severity === 'error' ? 'official' : undefined}>{heads[problem.severity]}：</b>
                {calendarProblemSentence(problem)}
              </li>
            ))}
          </ul>
        )}
      </Section>
      {preview.differences.length > 0 && (
        <Section title={`与现用日历的差别（${preview.differences.length} 天）`}>
          <Differences rows={preview.differences} />
        </Section>
      )}
      {preview.refusal?.code !== 'calendar.has-errors' && (
        <Section title="会变动的在办期限">
          {preview.lists.length === 0 && <p className="quiet">没有在办的期限会变动。</p>}
          {preview.lists.map((list) => (
            <div key={list.list} className="stack tight">
              <p>{movingSentence(list)}采用以后逐类确认，现在不会自己变。</p>
              <MovingTable list={list} />
              {list.items.length < list.total && (
                <p className="quiet">先列出 {list.items.length} 件，采用后可以看到全部。</p>
              )}
            </div>
          ))}
        </Section>
      )}
      <Section title="采用">
        {preview.refusal ? (
          <p className="quiet">{sayRefusal(preview.refusal)}</p>
        ) : (
          <div className="form">
            {warnings > 0 && (
              <Checkbox checked={seen} onChange={(event) => setSeen(event.target.checked)}>
                上面 {warnings} 处“请核对”已核对
              </Checkbox>
            )}
            <Field label="依据或原因" optional={!reasonNeeded}>
              {(ids) => (
                <Input {...ids} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
              )}
            </Field>
            <div className="actions">
              <Button
                type="primary"
                disabled={!ready || busy}
                loading={busy}
                onClick={() => adopt({ warningsSeen: seen, reason: reason.trim() })}
              >
                采用，成为第 {preview.basedOn + 1} 版
              </Button>
            </div>
          </div>
        )}
      </Section>
    </div>
  )
}

function headline({ year, days, workingDays, differences, refusal }: Preview): string {
  if (year === null && refusal?.code === 'calendar.has-errors') return '没有能用的内容，请按下面的提示改正后再预览。'
  const moving = differences.filter((one) => one.moves).length
  const different = `与现用日历相差 ${differences.length} 天，其中 ${moving} 天工作与否有变。`
  if (year === null) return different
  const off = days.filter((day) => day.kind === 'off').length
  const read = `读出 ${year} 年放假 ${off} 天、调休上班 ${days.length - off} 天`
  const total = workingDays ? `，全年工作日 ${workingDays.after} 天（现用 ${workingDays.before} 天）` : ''
  return `${read}${total}。${different}`
}

function Differences({ rows }: { rows: readonly Difference[] }) {
  return (
    <ListTable<Difference>
      label="与现用日历的差别"
      rows={rows}
      rowKey={(row) => row.day}
      columns={[
        { key: 'day', title: '日期', width: '11rem', card: 'title', render: (row) => dayText(row.day) },
        { key: 'before', title: '现在', render: (row) => dayReason(row.before) },
        {
          key: 'after',
          title: '采用后',
          render: (row) => (row.moves ? <b>{dayReason(row.after)}</b> : dayReason(row.after)),
        },
        {
          key: 'moves',
          title: '工作与否',
          width: '10rem',
          render: (row) => (row.moves ? (row.after.working ? '变为工作日' : '变为休息日') : '不变'),
        },
      ]}
    />
  )
}
