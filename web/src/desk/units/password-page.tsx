import { changePassword } from '@yingshang/core/units/access-contract'
import { Link } from '@tanstack/react-router'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { Field, wrongField } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Gate, useNextStep } from './gate.tsx'
import { NewPassword } from './new-password.tsx'

/** A new password; all other sign-ins of the person end. */
export function PasswordPage() {
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const send = useCommand(changePassword)
  const go = useNextStep()
  const submit = async () => {
    const done = await send.send({ body: { current, password } })
    if (done) go(done.next)
  }
  return (
    <Gate title="修改密码" about="改好以后，在别的电脑和手机上的登录都会退出">
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Field label="当前密码" wrong={wrongField(send.problem, 'current')}>
          {(ids) => (
            <Input.Password
              {...ids}
              autoComplete="current-password"
              value={current}
              onChange={(event) => setCurrent(event.target.value)}
            />
          )}
        </Field>
        <NewPassword
          value={password}
          again={again}
          problem={send.problem}
          onChange={(value, second) => {
            setPassword(value)
            setAgain(second)
          }}
        />
        <ProblemNotice problem={send.problem} />
        <Button
          type="primary"
          htmlType="submit"
          block
          disabled={current === '' || password === '' || password !== again}
          loading={send.busy}
        >
          改密码
        </Button>
      </form>
      <p>
        <Link to="/">先不改，回到工作台</Link>
      </p>
    </Gate>
  )
}
