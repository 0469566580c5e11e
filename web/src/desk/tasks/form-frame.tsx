import type { Problem } from '@yingshang/core/kernel/problem'
import Button from 'antd/es/button'
import { useEffect, useRef, type ReactNode } from 'react'
import { ProblemNotice } from '../../ui/problem-notice.tsx'

interface FormFrameProps {
  readonly title: string
  readonly submit: string
  readonly ready: boolean
  readonly busy: boolean
  readonly problem: Problem | undefined
  /** True when the words were typed before and came back. */
  readonly restored?: boolean
  readonly grave?: boolean
  readonly onSubmit: () => void
  readonly onCancel: () => void
  readonly children?: ReactNode
}

/** A form inside a part's card: it comes into sight, its words are kept, its problem stands above its buttons. */
export function FormFrame(props: FormFrameProps) {
  const form = useRef<HTMLFormElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <form
      ref={form}
      className="form notice"
      aria-label={props.title}
      onSubmit={(event) => {
        event.preventDefault()
        if (props.ready && !props.busy) props.onSubmit()
      }}
    >
      <h3 tabIndex={-1} ref={heading} style={{ outline: 'none' }}>
        {props.title}
      </h3>
      {props.restored && <p className="quiet small">上次没有报完的内容已经取回。</p>}
      {props.children}
      <ProblemNotice problem={props.problem} kept="填写的内容还在，没有丢。" />
      <div className="actions">
        <Button
          type="primary"
          htmlType="submit"
          danger={props.grave ?? false}
          disabled={!props.ready}
          loading={props.busy}
        >
          {props.submit}
        </Button>
        <Button onClick={props.onCancel}>先不办</Button>
      </div>
    </form>
  )
}
