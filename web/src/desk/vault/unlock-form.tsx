import { unlockVault } from '@yingshang/core/vault/contract'
import type { KeyHolder } from '@yingshang/core/vault/key-state'
import Button from 'antd/es/button'
import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { PassphraseField } from './passphrase-field.tsx'

/** Opens the key for this browser. Other computers, and other instances of the program, ask again. */
export function UnlockForm({ holder, onOpen }: { holder: KeyHolder; onOpen?: () => void }) {
  const [passphrase, setPassphrase] = useState('')
  const unlock = useCommand(unlockVault)
  const submit = async () => {
    const done = await unlock.send({ body: { holder, passphrase } })
    setPassphrase('')
    if (done) onOpen?.()
  }
  return (
    <form
      className="form no-print"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <PassphraseField value={passphrase} onChange={setPassphrase} problem={unlock.problem} />
      <ProblemNotice problem={unlock.problem} />
      <div className="actions">
        <Button type="primary" htmlType="submit" disabled={passphrase === ''} loading={unlock.busy}>
          打开密封件
        </Button>
        <span className="quiet">15 分钟不用自动关闭</span>
      </div>
    </form>
  )
}
