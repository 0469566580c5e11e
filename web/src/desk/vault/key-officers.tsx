import { addKeyOfficer, removeKeyOfficer } from '@yingshang/core/vault/contract'
import Button from 'antd/es/button'
import Select from 'antd/es/select'
import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { useConfirm } from '../../ui/confirm.tsx'
import { Field } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import type { HolderKeys } from './holder-keys.ts'
import { PassphraseField } from './passphrase-field.tsx'

export function KeyOfficers({ keys, keyId }: { keys: HolderKeys; keyId: string }) {
  const remove = useCommand(removeKeyOfficer)
  const [ask, dialog] = useConfirm()
  const { officers, mayKeep } = keys
  return (
    <Section title="保管人员">
      <ul className="plain">
        {officers.map(({ personId, name }) => (
          <li key={personId} className="row spread">
            <span>{name}</span>
            {mayKeep && officers.length > 1 && (
              <Button
                size="small"
                danger
                className="no-print"
                disabled={remove.busy}
                onClick={() =>
                  ask({
                    title: `移除${name}？`,
                    willHappen: '移除后此人的口令立即失效，不能再打开任何内容。以前的打开记录保留。',
                    yes: '移除',
                    grave: true,
                    run: () => remove.send({ params: { keyId, personId }, body: {} }),
                  })
                }
              >
                移除
              </Button>
            )}
          </li>
        ))}
      </ul>
      {officers.length === 1 && (
        <p className="notice">
          只有一名保管人员：受保护的件没有第二人可以同意，口令忘记时只能靠恢复纸。建议再增加一名。
        </p>
      )}
      <ProblemNotice problem={remove.problem} />
      {mayKeep && keys.amOfficer && <AddOfficer keyId={keyId} candidates={keys.candidates} />}
      {dialog}
    </Section>
  )
}

function AddOfficer({ keyId, candidates }: { keyId: string; candidates: HolderKeys['candidates'] }) {
  const [personId, setPerson] = useState<string>()
  const [passphrase, setPassphrase] = useState('')
  const add = useCommand(addKeyOfficer)
  if (candidates.length === 0 && !add.data) return <p className="quiet">有相应职务的人都已经是保管人员。</p>
  const submit = async () => {
    if (!personId) return
    const done = await add.send({ params: { keyId }, body: { personId, passphrase } })
    setPassphrase('')
    if (done) setPerson(undefined)
  }
  return (
    <details className="no-print">
      <summary>增加保管人员</summary>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Field label="谁">
          {(ids) => (
            <Select
              {...ids}
              value={personId}
              onChange={setPerson}
              options={candidates.map(({ personId: value, name }) => ({ value, label: name }))}
            />
          )}
        </Field>
        <PassphraseField label="您自己的口令" value={passphrase} onChange={setPassphrase} />
        <ProblemNotice problem={add.problem} />
        {add.data && (
          <p className="notice" role="status">
            请当面把这个一次性交接码告诉本人：<strong className="keep">{add.data.handOverCode}</strong>
            。本人登录后在“修改口令”里用它设定自己的口令；交接码只显示这一次。
          </p>
        )}
        <div className="actions">
          <Button type="primary" htmlType="submit" disabled={!personId || passphrase === ''} loading={add.busy}>
            增加
          </Button>
        </div>
      </form>
    </details>
  )
}
