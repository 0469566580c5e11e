import type { Problem } from '@yingshang/core/kernel/problem'
import { useId, type ReactNode } from 'react'

interface FieldProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly wrong?: string | undefined
  /** Gets the id for its control and the ids that describe it. */
  readonly children: (ids: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean }) => ReactNode
  readonly optional?: boolean
}

/** Label above, hint, control, and the error where it belongs. */
export function Field({ label, hint, wrong, optional = false, children }: FieldProps) {
  const id = useId()
  const described = [hint ? `${id}-hint` : '', wrong ? `${id}-wrong` : ''].filter((part) => part !== '').join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optional && <span className="quiet">（可不填）</span>}
      </label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {children({
        id,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': wrong !== undefined,
      })}
      {wrong && (
        <span className="wrong" id={`${id}-wrong`} role="alert">
          {wrong}
        </span>
      )}
    </div>
  )
}

/** The server's sentence about one field of the body, for instance `reason` or `items.2.dueOn`. */
export function wrongField(problem: Problem | undefined, path: string): string | undefined {
  return problem?.fields?.find((field) => field.path === `body.${path}` || field.path === path)?.message
}
