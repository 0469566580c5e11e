import type { Problem } from '@yingshang/core/kernel/problem'
import Button from 'antd/es/button'
import { useRef, useState } from 'react'
import { upload, type Uploaded, type UploadPurpose } from '../api/upload.ts'
import { problemOf } from '../api/use-command.ts'
import { sizeText } from './day.ts'
import { sayRefusal } from './say-refusal.ts'

export type KeptFile = Pick<Uploaded, 'fileId' | 'name' | 'bytes'>

interface FileFieldProps {
  readonly label: string
  readonly hint: string
  readonly purpose: UploadPurpose
  readonly accept?: string
  readonly files: readonly KeptFile[]
  readonly onChange: (files: readonly KeptFile[]) => void
  readonly most?: number
}

interface Sending {
  readonly key: string
  readonly name: string
  readonly share: number
  readonly problem?: Problem
}

/** Chooses or drops files, shows each one's progress, keeps those that arrived, says what was wrong with the others. */
export function FileField({ label, hint, purpose, accept, files, onChange, most = 20 }: FileFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const [sending, setSending] = useState<readonly Sending[]>([])
  const [over, setOver] = useState(false)
  const kept = useRef(files)
  kept.current = files

  const take = (chosen: readonly File[]) => {
    for (const file of chosen.slice(0, most - kept.current.length)) void send(file)
  }
  const send = async (file: File) => {
    const key = `${file.name}-${file.size}-${file.lastModified}`
    const show = (change: Partial<Sending>) =>
      setSending((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)))
    setSending((all) => [...all.filter((one) => one.key !== key), { key, name: file.name, share: 0 }])
    try {
      const done = await upload(file, purpose, (share) => show({ share }))
      setSending((all) => all.filter((one) => one.key !== key))
      onChange((kept.current = [...kept.current, { fileId: done.fileId, name: done.name, bytes: done.bytes }]))
    } catch (error) {
      show({ problem: problemOf(error) })
    }
  }
  return (
    <div className="field" role="group" aria-label={label}>
      <span className="label">{label}</span>
      <div
        className={over ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          take([...event.dataTransfer.files])
        }}
      >
        <div className="row">
          <Button onClick={() => input.current?.click()} disabled={files.length >= most}>
            选择文件
          </Button>
          <span className="quiet small">{hint}</span>
        </div>
        <input
          ref={input}
          type="file"
          hidden
          multiple={most > 1}
          accept={accept}
          aria-label={label}
          onChange={(event) => {
            take([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
      </div>
      <ul className="files" aria-live="polite">
        {files.map((file) => (
          <li key={file.fileId}>
            <span>{file.name}</span>
            <span className="quiet small">{sizeText(file.bytes)}</span>
            <button
              type="button"
              className="as-link small"
              onClick={() => onChange(files.filter((one) => one.fileId !== file.fileId))}
            >
              移除<span className="only-read">{file.name}</span>
            </button>
          </li>
        ))}
        {sending.map((one) => (
          <li key={one.key}>
            <span>{one.name}</span>
            {one.problem ? (
              <>
                <span className="official small">{sayRefusal(one.problem)}</span>
                <button
                  type="button"
                  className="as-link small"
                  onClick={() => setSending((all) => all.filter((other) => other.key !== one.key))}
                >
                  知道了
                </button>
              </>
            ) : (
              <progress value={one.share} max={1} aria-label={`正在上传${one.name}`} />
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
