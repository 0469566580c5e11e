import { useNavigate } from '@tanstack/react-router'
import { useEffect, type ReactNode } from 'react'
import type { nextStep } from '@yingshang/core/units/access-contract'
import type { z } from 'zod'
import { useUrlState } from '../../ui/use-url-state.ts'
import { ownPath } from './own-path.ts'

/** The calm frame of the pages before the desk: one question at a time. */
export function Gate({ title, about, children }: { title: string; about?: ReactNode; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · 营商工作台`
  }, [title])
  return (
    <main className="gate">
      <div className="stack">
        <div className="gate-head">
          <span className="seal" aria-hidden="true">
            营商
          </span>
          <div>
            <h1>{title}</h1>
            {about && <p className="quiet">{about}</p>}
          </div>
        </div>
        {children}
      </div>
    </main>
  )
}

const pages = {
  secondFactor: '/second-factor',
  enrolSecondFactor: '/enrol',
  changePassword: '/password',
} as const

/** Goes where the server says; to where the person came from once nothing is owed. */
export function useNextStep(): (next: z.output<typeof nextStep>) => void {
  const navigate = useNavigate()
  const [url] = useUrlState({ next: 'text' })
  return (next) => {
    if (next === 'desk') void navigate({ to: ownPath(url.next), replace: true })
    else void navigate({ to: pages[next], search: { next: url.next } as never, replace: true })
  }
}
