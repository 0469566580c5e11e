import { Link } from '@tanstack/react-router'
import Button from 'antd/es/button'
import { useEffect, useRef, type ReactNode } from 'react'
import { useKeys } from './keys.ts'

interface SidePanelProps {
  readonly title: string
  readonly state?: ReactNode
  readonly onClose: () => void
  /** The same content as a page of its own. */
  readonly page?: string
  readonly children: ReactNode
}

/** Detail beside its list. Esc closes it and gives the focus back to the row; it can become a page. */
export function SidePanel({ title, state, onClose, page, children }: SidePanelProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const close = () => {
    const row = document.querySelector<HTMLElement>('tr[data-row][aria-selected]') // before it is no longer the open one
    onClose()
    requestAnimationFrame(() => row?.focus())
  }
  useKeys({
    Escape: () => !document.querySelector('.ant-modal-wrap:not([style*="none"]), .ant-drawer-open') && close(),
  })
  useEffect(() => {
    const desk = document.querySelector('.desk')
    desk?.classList.add('panel-open')
    heading.current?.focus({ preventScroll: true })
    return () => desk?.classList.remove('panel-open')
  }, [])
  return (
    <aside className="panel" aria-label={title}>
      <div className="panel-head">
        <div className="grow">
          <h2 tabIndex={-1} ref={heading} style={{ outline: 'none' }}>
            {title}
          </h2>
          {state && <div className="quiet small">{state}</div>}
        </div>
        <div className="row no-print">
          {page && (
            <Link to={page} className="only-wide">
              整页打开
            </Link>
          )}
          <Button onClick={close}>关闭</Button>
        </div>
      </div>
      <div className="panel-body">{children}</div>
    </aside>
  )
}
