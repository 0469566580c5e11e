import { activate, lookAtActivation } from '@yingshang/core/units/access-contract'
import { Link } from '@tanstack/react-router'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { Field } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Gate, useNextStep } from './gate.tsx'
import { NewPassword } from './new-password.tsx'

/** The printed slip's code, then whose account it is, then a password of one's own. */
export function ActivatePage() {
  const [code, setCode] = useState('')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const look = useCommand(lookAtActivation)
  const set = useCommand(activate)
  const go = useNextStep()
  const found = look.data
  if (!found) {
    return (
      <Gate title="用激活单设置密码" about="激活单上印的激活码，只能用一次">
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault()
            void look.send({ body: { code } })
          }}
        >
          <Field label="激活码">
            {(ids) => (
              <Input
                {...ids}
                autoFocus
                size="large"
                autoComplete="off"
                autoCapitalize="characters"
                value={code}
                onChange={(event) => setCode(event.target.value)}
              />
            )}
          </Field>
          <ProblemNotice problem={look.problem} />
          <Button type="primary" htmlType="submit" block disabled={code.trim() === ''} loading={look.busy}>
            下一步
          </Button>
        </form>
        <p>
          <Link to="/sign-in">已经有密码，去登录</Link>
        </p>
      </Gate>
    )
  }
  const submit = async () => {
    const done = await set.send({ body: { code, password } })
    if (done) go(done.next)
  }
  return (
    <Gate
      title={found.reset ? '重新设置密码' : '设置密码'}
      about={`${found.unitName} ${found.name}，工号 ${found.signInName}`}
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <p>如果这不是您的账号，请不要继续，把激活单交回营商办。</p>
        <NewPassword
          value={password}
          again={again}
          problem={set.problem}
          onChange={(value, second) => {
            setPassword(value)
            setAgain(second)
          }}
        />
        <ProblemNotice problem={set.problem} />
        <Button
          type="primary"
          htmlType="submit"
          block
          disabled={password === '' || password !== again}
          loading={set.busy}
        >
          设置密码并登录
        </Button>
      </form>
    </Gate>
  )
}
