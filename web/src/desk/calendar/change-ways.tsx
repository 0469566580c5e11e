import { longestText } from '@yingshang/core/calendar/proposal'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Radio from 'antd/es/radio'
import Select from 'antd/es/select'
import { useRef, useState, type ReactNode } from 'react'
import { Field } from '../../ui/field.tsx'
import type { Proposal } from './proposal.ts'
import { changedText, type ShownVersion } from './version-words.ts'

export interface WayProps {
  /** Asks for the preview. */
  readonly look: (proposal: Proposal) => void
  /** What was typed has changed: an older preview is no longer of it. */
  readonly forget: () => void
  readonly busy: boolean
  /** The preview and its adoption, for exactly what stands in the form. */
  readonly children: (proposal: Proposal) => ReactNode
}

/** The text of the State Council's notice, pasted as it is. */
export function NoticeWay({ look, forget, busy, children }: WayProps) {
  const [form, setForm] = useState({ text: '', url: '', number: '' })
  const change = (part: Partial<typeof form>) => {
    setForm({ ...form, ...part })
    forget()
  }
  const proposal: Proposal = { kind: 'notice', ...form }
  return (
    <>
      <div className="form">
        <Field label="通知全文" hint="把国务院办公厅的放假通知连同标题一起粘贴进来，前后多出的网页文字不碍事。">
          {(ids) => (
            <Input.TextArea
              {...ids}
              rows={9}
              maxLength={longestText}
              value={form.text}
              onChange={(event) => change({ text: event.target.value })}
            />
          )}
        </Field>
        <Field label="网址" optional>
          {(ids) => <Input {...ids} value={form.url} onChange={(event) => change({ url: event.target.value })} />}
        </Field>
        <Field label="发文字号" hint="正文里没有时填写，例如 国办发明电〔2026〕9号。" optional>
          {(ids) => <Input {...ids} value={form.number} onChange={(event) => change({ number: event.target.value })} />}
        </Field>
        <Look look={() => look(proposal)} busy={busy} ready={form.text.trim() !== ''} />
      </div>
      {children(proposal)}
    </>
  )
}

/** One year as a file in the holiday-cn format. */
export function FileWay({ look, forget, busy, children }: WayProps) {
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<{ name: string; text: string }>()
  const [tooLong, setTooLong] = useState(false)
  const [url, setUrl] = useState('')
  const [status, setStatus] = useState<'published' | 'provisional'>('published')
  const take = async (chosen: File | undefined) => {
    if (!chosen) return
    forget()
    const text = chosen.size > longestText ? '' : await chosen.text()
    setTooLong(text === '' || text.length > longestText)
    setFile({ name: chosen.name, text })
  }
  const proposal: Proposal = { kind: 'file', name: file?.name ?? '', text: file?.text ?? '', url, status }
  return (
    <>
      <div className="form">
        <div className="row">
          <Button onClick={() => input.current?.click()}>{file ? '换一个文件' : '选择文件'}</Button>
          <span className="quiet">{file?.name ?? 'holiday-cn 格式的 JSON 文件，一年一个'}</span>
          <input
            ref={input}
            hidden
            type="file"
            accept=".json,application/json"
            aria-label="年度放假文件"
            onChange={(event) => {
              void take(event.target.files?.[0])
              event.target.value = ''
            }}
          />
        </div>
        {tooLong && (
          <p className="official" role="alert">
            这个文件不像一年的放假安排（空的，或者太大），请另选一个。
          </p>
        )}
        <Radio.Group
          aria-label="这一年的情况"
          value={status}
          onChange={(event) => {
            setStatus(event.target.value as typeof status)
            forget()
          }}
        >
          <Radio value="published">放假通知已发布</Radio>
          <Radio value="provisional">预排，通知还没有发布</Radio>
        </Radio.Group>
        <Field label="通知网址" hint="文件里没有写出处时填写。" optional>
          {(ids) => (
            <Input
              {...ids}
              value={url}
              onChange={(event) => {
                setUrl(event.target.value)
                forget()
              }}
            />
          )}
        </Field>
        <Look look={() => look(proposal)} busy={busy} ready={file !== undefined && !tooLong} />
      </div>
      {children(proposal)}
    </>
  )
}

/** A year that a newer program knows and the version in force does not. */
export function ShippedWay({ look, forget, busy, years, children }: WayProps & { readonly years: readonly number[] }) {
  const [year, setYear] = useState(years[0]!)
  const proposal: Proposal = { kind: 'shipped', year }
  return (
    <>
      <div className="form">
        <Field label="年份" hint="新版程序带来的安排与现用的日历不同。">
          {({ id }) => (
            <Select
              id={id}
              value={year}
              options={years.map((value) => ({ value, label: `${value} 年` }))}
              onChange={(value) => {
                setYear(value)
                forget()
              }}
            />
          )}
        </Field>
        <Look look={() => look(proposal)} busy={busy} ready />
      </div>
      {children(proposal)}
    </>
  )
}

interface RestoreProps extends WayProps {
  readonly versions: readonly ShownVersion[]
  readonly current: number
  readonly asked: string | undefined
}

/** Undo: an earlier version's content becomes a newer version. */
export function RestoreWay({ look, forget, busy, versions, current, asked, children }: RestoreProps) {
  const earlier = versions.filter((one) => one.number !== current)
  const [number, setNumber] = useState(
    earlier.find((one) => String(one.number) === asked)?.number ?? earlier[0]?.number,
  )
  if (number === undefined) return <p className="quiet">只有一个版本，没有可以恢复的。</p>
  const proposal: Proposal = { kind: 'restore', number }
  return (
    <>
      <div className="form">
        <Field label="恢复为" hint="旧版本的内容成为新的一版，中间的版本都保留。">
          {({ id }) => (
            <Select
              id={id}
              value={number}
              options={earlier.map((one) => ({ value: one.number, label: `第 ${one.number} 版：${changedText(one)}` }))}
              onChange={(value) => {
                setNumber(value)
                forget()
              }}
            />
          )}
        </Field>
        <Look look={() => look(proposal)} busy={busy} ready />
      </div>
      {children(proposal)}
    </>
  )
}

export function Look({ look, busy, ready }: { look: () => void; busy: boolean; ready: boolean }) {
  return (
    <div className="actions">
      <Button type="primary" disabled={!ready || busy} loading={busy} onClick={look}>
        预览
      </Button>
    </div>
  )
}
