import { useEffect, type ReactNode } from 'react'

export interface PageProps {
  readonly title: string
  /** One sentence of state: how much, how late, what next. */
  readonly state?: ReactNode
  readonly actions?: ReactNode
  /** Where this page belongs, above the title: links back. */
  readonly trail?: ReactNode
  readonly children: ReactNode
}

/** Every page: title with one sentence of state, actions, then the content. */
export function Page({ title, state, actions, trail, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · 营商工作台`
  }, [title])
  return (
    <>
      <header className="page-head">
        <div className="grow">
          {trail && <p className="trail no-print">{trail}</p>}
          <h1>{title}</h1>
          {state && <p className="state">{state}</p>}
        </div>
        {actions && <div className="actions no-print">{actions}</div>}
      </header>
      {children}
    </>
  )
}

interface SectionProps {
  readonly title: ReactNode
  readonly more?: ReactNode
  /** Nothing but controls: left out in print. */
  readonly screenOnly?: boolean
  readonly children: ReactNode
}

/** A part of a page under a thin rule. */
export function Section({ title, more, screenOnly = false, children }: SectionProps) {
  return (
    <section className={screenOnly ? 'section no-print' : 'section'}>
      <div className="row spread" style={{ marginBottom: 10 }}>
        <h2>{title}</h2>
        {more}
      </div>
      {children}
    </section>
  )
}
