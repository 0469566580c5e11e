import { useEffect, useRef } from 'react'
import type { Step, StepKey } from './publish-steps.ts'

interface StepBarProps {
  readonly steps: readonly Step[]
  readonly here: Step
  /** What is left to do in all steps together. */
  readonly open: number
  readonly go: (step: StepKey) => void
}

/** The steps with what is left in each; on a phone they scroll sideways, and the open one is brought into sight. */
export function StepBar({ steps, here, open, go }: StepBarProps) {
  const bar = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const list = bar.current
    const current = list?.querySelector('[aria-current]')
    if (!list || !current) return
    const { left, width } = current.getBoundingClientRect()
    list.scrollLeft += left - list.getBoundingClientRect().left - (list.clientWidth - width) / 2
  }, [here.key])
  return (
    <nav aria-label="办理步骤">
      <ol className="publish-steps" ref={bar}>
        {steps.map((step) => (
          <li key={step.key}>
            <button
              type="button"
              className="bare"
              aria-current={step === here ? 'step' : undefined}
              onClick={() => go(step.key)}
            >
              <span>{step.title}</span>
              <span className={step.open > 0 ? 'waiting' : 'quiet small'}>{stepWord(step, open)}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function stepWord(step: Step, open: number): string {
  if (step.open > 0) return `剩 ${step.open}`
  if (step.key === 'publish') return open > 0 ? '还不能' : '可以'
  return step.optional ? '可选' : '办好'
}
