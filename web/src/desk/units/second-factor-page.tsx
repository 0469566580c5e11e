import { provideSecondFactor } from '@yingshang/core/units/access-contract'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { Field } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Gate, useNextStep } from './gate.tsx'

/** The second step of signing in: six digits from the telephone, or a recovery code from paper. */
export function SecondFactorPage() {
  const [recovery, setRecovery] = useState(false)
  const [text, setText] = useState('')
  const send = useCommand(provideSecondFactor)
  const go = useNextStep()
  const submit = async () => {
    const done = await send.send({ body: recovery ? { recoveryCode: text } : { code: text } })
    if (done) go(done.next)
    else setText('')
  }
  return (
    <Gate
      title="动态口令"
      about={recovery ? '绑定时打印或者抄下的备用码，每个只能用一次' : '打开手机上的验证器，输入 6 位数字'}
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Field label={recovery ? '备用码' : '6 位数字'}>
          {(ids) => (
            <Input
              {...ids}
              key={String(recovery)}
              autoFocus
              size="large"
              inputMode={recovery ? 'text' : 'numeric'}
              autoComplete="one-time-code"
              maxLength={recovery ? 40 : 7}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <ProblemNotice problem={send.problem} />
        <Button type="primary" htmlType="submit" block disabled={text.trim().length < 6} loading={send.busy}>
          继续
        </Button>
      </form>
      <p>
        <button
          type="button"
          className="as-link"
          onClick={() => {
            setRecovery(!recovery)
            setText('')
          }}
        >
          {recovery ? '用动态口令' : '手机不在身边，用备用码'}
        </button>
      </p>
    </Gate>
  )
}
