import type { Problem } from '@yingshang/core/kernel/problem'
import Button from 'antd/es/button'
import { useEffect, useRef, useState } from 'react'
import { problemOf } from '../api/use-command.ts'
import { gatherPages, type Gathered } from './gather-pages.ts'
import { ProblemNotice } from './problem-notice.tsx'

/** As many rows as the server counts exactly. */
const most = 1000

interface PrintAllOptions<Row> {
  readonly readPage: (page: number, signal: AbortSignal) => Promise<{ rows: Row[]; total: number; more: boolean }>
  readonly keyOf: (row: Row) => string
}

/** Prints a whole list, not only the page on the screen: `rows` are all of them while it prints. */
export function usePrintAll<Row>({ readPage, keyOf }: PrintAllOptions<Row>) {
  const [found, setFound] = useState<Gathered<Row>>()
  const [read, setRead] = useState<readonly [number, number]>()
  const [problem, setProblem] = useState<Problem>()
  const running = useRef<AbortController>(undefined)
  const stop = () => {
    running.current?.abort()
    setRead(undefined)
  }
  useEffect(() => () => running.current?.abort(), [])
  useEffect(() => {
    if (!found) return
    const over = () => setFound(undefined)
    window.addEventListener('afterprint', over)
    window.print()
    return () => window.removeEventListener('afterprint', over)
  }, [found])
  const start = async () => {
    running.current?.abort()
    const { signal } = (running.current = new AbortController())
    setProblem(undefined)
    setRead([0, 0])
    try {
      const all = await gatherPages(
        (page) => readPage(page, signal),
        keyOf,
        most,
        (now, of) => !signal.aborted && setRead([now, of]),
      )
      if (!signal.aborted) setFound(all)
    } catch (error) {
      if (!signal.aborted) setProblem(problemOf(error))
    }
    if (!signal.aborted) setRead(undefined)
  }
  return { start, stop, rows: found?.rows, cut: found?.cut ?? false, read, problem }
}

/** How far the reading is, or why it did not come to printing. */
export function PrintProgress({ print }: { print: Omit<ReturnType<typeof usePrintAll>, 'rows'> }) {
  if (print.problem) return <ProblemNotice problem={print.problem} retry={() => void print.start()} />
  if (print.cut) return <p className="print-only">只打印前 {most} 条。要全部的，请导出 Excel。</p>
  if (!print.read) return null
  const [now, of] = print.read
  return (
    <div className="notice no-print" role="status">
      <div className="row">
        <span>正在取出全部内容，取完就打印</span>
        <progress aria-label="取出的条数" value={of === 0 ? undefined : now} max={Math.max(of, 1)} />
        {of > 0 && (
          <span className="quiet">
            {now} / {of} 条
          </span>
        )}
        <Button size="small" onClick={print.stop}>
          不打印了
        </Button>
      </div>
    </div>
  )
}
