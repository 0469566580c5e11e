import type { Refusal } from '@yingshang/core/kernel/refusal'
import Button from 'antd/es/button'
import { useNarrow } from './screen.ts'
import { sayRefusal } from './say-refusal.ts'

export interface Action {
  readonly key: string
  readonly label: string
  /** The server's own refusal when it may not be done now; it is shown beside the disabled button. */
  readonly refusal?: Refusal | null | undefined
  readonly grave?: boolean
  /** An adjustment beside the work: small, never the primary. */
  readonly minor?: boolean
  readonly run: () => void
}

interface ActionBarProps {
  /** In order of the work; the first allowed one is the primary. */
  readonly actions: readonly Action[]
  readonly busy?: boolean
  /** In lists: small buttons, reasons folded away. */
  readonly dense?: boolean
}

/** One primary action per state, the rest in order; forbidden ones stay visible, disabled, with the reason. */
export function ActionBar({ actions, busy = false, dense = false }: ActionBarProps) {
  const narrow = useNarrow()
  const allowed = actions.filter((action) => !action.refusal)
  const primary = allowed.find((action) => !action.minor)
  const forbidden = actions.filter((action) => action.refusal)
  return (
    <div className="stack tight no-print">
      {allowed.length > 0 && (
        <div className="actions">
          {allowed.map((action) => (
            <Button
              key={action.key}
              type={action === primary ? 'primary' : 'default'}
              size={(dense || action.minor) && !narrow ? 'small' : 'middle'}
              danger={action.grave ?? false}
              disabled={busy}
              onClick={action.run}
            >
              {action.label}
            </Button>
          ))}
        </div>
      )}
      {forbidden.length > (dense ? 0 : 2) ? (
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
