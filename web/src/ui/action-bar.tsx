import type { Refusal } from '@yingshang/core/kernel/refusal'
import Button from 'antd/es/button'
import { sayRefusal } from './say-refusal.ts'

export interface Action {
  readonly key: string
  readonly label: string
  /** The server's own refusal when it may not be done now; it is shown beside the disabled button. */
  readonly refusal?: Refusal | null | undefined
  readonly grave?: boolean
  readonly run: () => void
}

interface ActionBarProps {
  /** In order of the work; the first allowed one is the primary. */
  readonly actions: readonly Action[]
  readonly busy?: boolean
}

/** One primary action per state, the rest in order; forbidden ones stay visible, disabled, with the reason. */
export function ActionBar({ actions, busy = false }: ActionBarProps) {
  const allowed = actions.filter((action) => !action.refusal)
  const forbidden = actions.filter((action) => action.refusal)
  return (
    <div className="stack tight no-print">
      {allowed.length > 0 && (
        <div className="actions">
          {allowed.map((action, place) => (
            <Button
              key={action.key}
              type={place === 0 ? 'primary' : 'default'}
              danger={action.grave ?? false}
              disabled={busy}
              onClick={action.run}
            >
              {action.label}
            </Button>
          ))}
        </div>
      )}
      {forbidden.length > 2 ? (
        <details className="not-now-more">
          <summary>现在不能办的 {forbidden.length} 项，看原因</summary>
          <NotNow actions={forbidden} />
        </details>
      ) : (
        forbidden.length > 0 && <NotNow actions={forbidden} />
      )}
    </div>
  )
}

function NotNow({ actions }: { actions: readonly Action[] }) {
  return (
    <ul className="not-now" aria-label="现在不能办的">
      {actions.map((action) => (
        <li key={action.key}>
          <Button disabled size="small" aria-describedby={`why-${action.key}`}>
            {action.label}
          </Button>
          <span id={`why-${action.key}`}>{sayRefusal(action.refusal!)}</span>
        </li>
      ))}
    </ul>
  )
}
