import type { Problem } from '@yingshang/core/kernel/problem'
import Button from 'antd/es/button'
import type { ReactNode } from 'react'
import { problemOf } from '../api/use-command.ts'
import { sayRefusal } from './say-refusal.ts'

interface ProblemNoticeProps {
  readonly problem: Problem | undefined
  /** What was kept; said only where something had been typed or chosen. */
  readonly kept?: string
  readonly retry?: () => void
}

/** What happened, what was kept, what to do, and the number to read out on the telephone. */
export function ProblemNotice({ problem, kept, retry }: ProblemNoticeProps) {
  if (!problem) return null
  return (
    <div className="notice failed" role="alert">
      <p className="strong">{sayRefusal(problem)}</p>
      {problem.fields && problem.fields.length > 0 && (
        <ul style={{ paddingLeft: '1.4em' }}>
          {problem.fields.map((field) => (
            <li key={field.path + field.message}>{field.message}</li>
          ))}
        </ul>
      )}
      {kept && <p className="quiet">{kept}</p>}
      {problem.incident && <p className="quiet">事件号 {problem.incident}，打电话问管理员时报这个号。</p>}
      {retry && (
        <p style={{ marginTop: 8 }}>
          <Button onClick={retry}>再试一次</Button>
        </p>
      )}
    </div>
  )
}

interface LoadedProps<Data> {
  readonly query: { data: Data | undefined; error: unknown; isPending: boolean; refetch(): unknown }
  readonly children: (data: Data) => ReactNode
}

/** Content of a read: a calm line while loading, the problem with a retry when it failed. */
export function Loaded<Data>({ query, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.error) {
    const problem = problemOf(query.error)
    const answered = problem.status >= 400 && problem.status < 500 // asking again gets the same answer
    if (answered) return <ProblemNotice problem={problem} />
    return <ProblemNotice problem={problem} retry={() => void query.refetch()} />
  }
  return (
    <p className="quiet" aria-busy="true">
      正在读取…
    </p>
  )
}
