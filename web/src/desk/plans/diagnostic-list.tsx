import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useState } from 'react'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { usePlanChange, type Plan } from './plan-draft.ts'

const severityWords = { error: '必须处理', warning: '请核对', note: '已处理，供查' } as const

interface DiagnosticListProps {
  readonly plan: Plan
  readonly correctable: boolean
  readonly onShow: (from: number, to: number) => void
}

/** What the importer noticed, the serious first; each can be looked up in the text and settled with a note. */
export function DiagnosticList({ plan, correctable, onShow }: DiagnosticListProps) {
  const order = ['error', 'warning', 'note']
  const all = [...plan.diagnostics].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
  if (all.length === 0) return <p className="quiet">没有发现要提示的地方。</p>
  return (
    <ul className="plain stack">
      {all.map((one) => (
        <li key={`${one.code}-${one.message}`} className={`notice ${one.severity === 'note' ? '' : 'caution'}`}>
          <div className="row spread">
            <span className="tag strong">{severityWords[one.severity]}</span>
            {plan.settled[one.code] !== undefined && <span className="tag">已核对</span>}
          </div>
          <p style={{ margin: '4px 0' }}>{one.message}</p>
          {one.lines.length > 0 && (
            <p className="small">
              原文第{' '}
              {one.lines.slice(0, 30).map((line, place) => (
                <span key={line}>
                  {place > 0 && '、'}
                  <button type="button" className="as-link" onClick={() => onShow(line, line)}>
                    {line}
                  </button>
                </span>
              ))}{' '}
              行{one.lines.length > 30 && `等 ${one.lines.length} 处`}
            </p>
          )}
          {plan.settled[one.code] !== undefined ? (
            <p className="quiet small">核对说明：{plan.settled[one.code]}</p>
          ) : (
            correctable && one.severity !== 'note' && <Settle plan={plan} code={one.code} />
          )}
        </li>
      ))}
    </ul>
  )
}

function Settle({ plan, code }: { plan: Plan; code: string }) {
  const edit = usePlanChange(plan.id)
  const [note, setNote] = useState('')
  return (
    <div className="stack tight" style={{ marginTop: 8 }}>
      <div className="row no-print">
        <Input
          aria-label="核对说明"
          placeholder="核对后怎么认定（写一句）"
          style={{ maxWidth: '22rem' }}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <Button
          disabled={note.trim() === '' || edit.busy}
          onClick={() => void edit.change({ type: 'settle', code, note: note.trim() })}
        >
          已核对
        </Button>
      </div>
      <ProblemNotice problem={edit.problem} />
    </div>
  )
}
