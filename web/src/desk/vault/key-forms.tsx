import {
  changePassphrase,
  makeKeyPair,
  recoverKey,
  replaceKeyPair,
  type RecoverySheet,
} from '@yingshang/core/vault/contract'
import { retireReasonWords } from '@yingshang/core/vault/labels.zh'
import { retireReasons, type KeyHolder, type RetireReason } from '@yingshang/core/vault/key-state'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { useState, type ReactNode } from 'react'
import { useCommand, type Command } from '../../api/use-command.ts'
import { useConfirm } from '../../ui/confirm.tsx'
import { Field } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { isNewPassphrase, NewPassphrase, PassphraseField } from './passphrase-field.tsx'

interface FrameProps {
  readonly command: Pick<Command<any>, 'busy' | 'problem' | 'data'>
  readonly label: string
  readonly ready: boolean
  readonly grave?: boolean
  readonly done?: string
  readonly onSubmit: () => void
  readonly children: ReactNode
}

function FormFrame({ command, label, ready, grave = false, done, onSubmit, children }: FrameProps) {
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
      <ProblemNotice problem={command.problem} />
      {done && command.data !== undefined && (
        <p className="notice" role="status">
          {done}
        </p>
      )}
      <div className="actions">
        <Button type="primary" danger={grave} htmlType="submit" disabled={!ready} loading={command.busy}>
          {label}
        </Button>
      </div>
    </form>
  )
}

export function MakeKeyForm({ holder, onSheet }: { holder: KeyHolder; onSheet: (sheet: RecoverySheet) => void }) {
  const [words, setWords] = useState<readonly [string, string]>(['', ''])
  const make = useCommand(makeKeyPair)
  const submit = async () => {
    const sheet = await make.send({ body: { holder, passphrase: words[0] } })
    if (sheet) onSheet(sheet)
  }
  return (
    <FormFrame command={make} label="建立钥匙" ready={isNewPassphrase(...words)} onSubmit={() => void submit()}>
      <NewPassphrase
        value={words[0]}
        again={words[1]}
        problem={make.problem}
        onChange={(value, again) => setWords([value, again])}
      />
    </FormFrame>
  )
}

export function ChangePassphraseForm({ holder }: { holder: KeyHolder }) {
  const [current, setCurrent] = useState('')
  const [words, setWords] = useState<readonly [string, string]>(['', ''])
  const change = useCommand(changePassphrase)
  const submit = async () => {
    const done = await change.send({ body: { holder, current, passphrase: words[0] } })
    if (!done) return
    setCurrent('')
    setWords(['', ''])
  }
  return (
    <details>
      <summary>修改口令，或者用交接码设定自己的口令</summary>
      <FormFrame
        command={change}
        label="设定口令"
        ready={current !== '' && isNewPassphrase(...words)}
        done="口令已经改好，原来的不能再用。"
        onSubmit={() => void submit()}
      >
        <PassphraseField label="当前口令，或者一次性交接码" value={current} onChange={setCurrent} />
        <NewPassphrase
          value={words[0]}
          again={words[1]}
          problem={change.problem}
          onChange={(value, again) => setWords([value, again])}
        />
      </FormFrame>
    </details>
  )
}

export function RecoverForm({ holder }: { holder: KeyHolder }) {
  const [recoveryCode, setCode] = useState('')
  const [words, setWords] = useState<readonly [string, string]>(['', ''])
  const recover = useCommand(recoverKey)
  const submit = async () => {
    const done = await recover.send({ body: { holder, recoveryCode, passphrase: words[0] } })
    if (!done) return
    setCode('')
    setWords(['', ''])
  }
  return (
    <details>
      <summary>忘记口令：用恢复纸重新设口令</summary>
      <FormFrame
        command={recover}
        label="重新设口令"
        ready={recoveryCode.trim() !== '' && isNewPassphrase(...words)}
        done="口令已经设好。请把恢复纸重新密封放好。"
        onSubmit={() => void submit()}
      >
        <Field label="恢复码" hint="恢复纸上的 54 个字母和数字，大小写、横线都不用管">
          {(ids) => (
            <Input.TextArea
              {...ids}
              autoComplete="off"
              maxLength={100}
              rows={2}
              value={recoveryCode}
              onChange={(event) => setCode(event.target.value)}
            />
          )}
        </Field>
        <NewPassphrase
          value={words[0]}
          again={words[1]}
          problem={recover.problem}
          onChange={(value, again) => setWords([value, again])}
        />
      </FormFrame>
    </details>
  )
}

export function ReplaceKeyForm({ keyId, onSheet }: { keyId: string; onSheet: (sheet: RecoverySheet) => void }) {
  const [reason, setReason] = useState<RetireReason>('routine')
  const [words, setWords] = useState<readonly [string, string]>(['', ''])
  const replace = useCommand(replaceKeyPair)
  const [ask, dialog] = useConfirm()
  const submit = () =>
    ask({
      title: '更换密封钥匙？',
      willHappen:
        '以后收到的用新钥匙密封，新钥匙暂时只有您一人，其他保管人员要重新增加。原来的内容仍用旧钥匙和旧口令打开；旧钥匙丢失的，原来的内容永远打不开。',
      yes: '更换',
      grave: true,
      run: async () => {
        const sheet = await replace.send({ params: { keyId }, body: { reason, passphrase: words[0] } })
        if (sheet) onSheet(sheet)
      },
    })
  return (
    <details>
      <summary>更换钥匙</summary>
      <FormFrame command={replace} label="更换钥匙" grave ready={isNewPassphrase(...words)} onSubmit={submit}>
        <Field label="为什么更换">
          {(ids) => (
            <Select
              {...ids}
              value={reason}
              onChange={setReason}
              options={retireReasons.map((value) => ({ value, label: retireReasonWords[value] }))}
            />
          )}
        </Field>
        <NewPassphrase
          value={words[0]}
          again={words[1]}
          problem={replace.problem}
          onChange={(value, again) => setWords([value, again])}
        />
      </FormFrame>
      {dialog}
    </details>
  )
}
