import { memo, useEffect, useMemo, useRef } from 'react'
import type { Plan } from './plan-draft.ts'

interface DocumentTextProps {
  readonly plan: Plan
  /** First and last line to show marked. */
  readonly lines: readonly [number, number] | undefined
  readonly onPick: (line: number) => void
}

/** The document as the reader gave it, line by line; a click finds the task that stands on the line. */
export function DocumentText({ plan, lines, onPick }: DocumentTextProps) {
  const box = useRef<HTMLDivElement>(null)
  const [from, to] = lines ?? [0, -1]
  const taskLines = useMemo(() => new Set(plan.tasks.map((task) => task.lines[0])), [plan.tasks])
  useEffect(() => {
    if (from <= 0) return
    const line = box.current?.querySelector<HTMLElement>(`[data-line="${from}"]`)
    if (!line || !box.current) return
    box.current.scrollTop += line.getBoundingClientRect().top - box.current.getBoundingClientRect().top - 80
  }, [from])
  return (
    <div
      className="document-text"
      ref={box}
      tabIndex={0}
      role="region"
      aria-label="文件原文"
      onClick={(event) => {
        const line = (event.target as Element).closest<HTMLElement>('[data-line]')
        if (line && !window.getSelection()?.toString()) onPick(Number(line.dataset['line']))
      }}
    >
      {plan.lines.map((line) => (
        <Line key={line.no} line={line} shown={from <= line.no && line.no <= to} task={taskLines.has(line.no)} />
      ))}
    </div>
  )
}

interface LineProps {
  readonly line: Plan['lines'][number]
  readonly shown: boolean
  readonly task: boolean
}

const Line = memo(function Line({ line, shown, task }: LineProps) {
  return (
    <div className={`line${shown ? ' shown' : ''}${task ? ' task-line' : ''}`} data-line={line.no}>
      <i aria-hidden="true">{line.no}</i>
      {line.cells && line.cells.length > 1 ? (
        <span className="cells">
          {line.cells.map((cell, place) => (
            // Cells of one row have no identity but their place.
            // eslint-disable-next-line react/no-array-index-key
            <span key={place}>{cell}</span>
          ))}
        </span>
      ) : (
        <span>{line.text}</span>
      )}
    </div>
  )
})
