import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useKeys } from './keys.ts'
import { useNarrow } from './screen.ts'

export interface Choice {
  readonly value: string
  readonly label: string
}

interface SearchBoxProps {
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
  readonly placeholder: string
}

/** Search field of a list: `/` comes here; typing waits a moment, Enter does not. */
export function SearchBox({ value, onChange, placeholder }: SearchBoxProps) {
  const box = useRef<HTMLDivElement>(null)
  const [text, setText] = useState(value ?? '')
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const composing = useRef(false)
  useEffect(() => setText(value ?? ''), [value])
  useKeys({
    '/': (event) => {
      event.preventDefault()
      box.current?.querySelector('input')?.focus()
    },
  })
  const send = (next: string, wait: number) => {
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => onChange(next.trim() === '' ? undefined : next.trim()), wait)
  }
  return (
    <div className="search" ref={box}>
      <Input
        allowClear
        type="search"
        aria-label={placeholder}
        placeholder={placeholder}
        value={text}
        onCompositionStart={() => void (composing.current = true)}
        onCompositionEnd={(event) => {
          composing.current = false
          send(event.currentTarget.value, 300)
        }}
        onChange={(event) => {
          setText(event.target.value)
          if (!composing.current) send(event.target.value, 300)
        }}
        onPressEnter={() => send(text, 0)}
      />
    </div>
  )
}

interface OneOfProps {
  readonly label: string
  readonly value: string | undefined
  readonly choices: readonly Choice[]
  readonly onChange: (value: string | undefined) => void
  readonly searchable?: boolean
  readonly width?: string
}

/** One filter: all, or one of the choices. */
export function OneOf({ label, value, choices, onChange, searchable = false, width }: OneOfProps) {
  return (
    <Select
      allowClear
      aria-label={label}
      placeholder={label}
      value={value}
      options={choices as Choice[]}
      onChange={(next: string | undefined) => onChange(next)}
      popupMatchSelectWidth={false}
      showSearch={searchable ? { optionFilterProp: 'label' } : false}
      style={width ? { minWidth: width } : undefined}
    />
  )
}

interface FilterBarProps {
  /** The search box: always in sight. */
  readonly search?: ReactNode
  readonly children?: ReactNode
  readonly clear?: (() => void) | undefined
}

/** The row of filters under a page title; folded on a phone. `clear` is offered while anything is filtered. */
export function FilterBar({ search, children, clear }: FilterBarProps) {
  const narrow = useNarrow()
  const [open, setOpen] = useState(false)
  const folds = narrow && search !== undefined && children !== undefined
  return (
    <div className="filters" role="search">
      {search}
      {folds && (
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? '收起筛选' : '筛选'}
        </Button>
      )}
      {(!folds || open) && children}
      {clear && (
        <Button type="text" onClick={clear}>
          清除筛选
        </Button>
      )}
    </div>
  )
}
