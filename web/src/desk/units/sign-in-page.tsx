import { signIn } from '@yingshang/core/units/access-contract'
import { Link } from '@tanstack/react-router'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { Field, wrongField } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useUrlState } from '../../ui/use-url-state.ts'
import { Gate, useNextStep } from './gate.tsx'

/** Number or telephone, and password. */
export function SignInPage() {
  const [url] = useUrlState({ link: 'text', next: 'text' })
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const send = useCommand(signIn)
  const go = useNextStep()
  const submit = async () => {
    const done = await send.send({ body: { name, password } })
    if (done) go(done.next)
    else setPassword('')
  }
  return (
    <Gate title="登录工作台" about="用工号或者手机号登录">
      {url.link === 'used' && (
        <div className="notice caution">这个登录链接已经用过或者已经过期。请用工号和密码登录，或者重新取一个链接。</div>
      )}
      {url.next && !url.link && <p className="quiet">登录以后回到刚才的页面，没有提交的内容还在这台设备上。</p>}
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Field label="工号或手机号" wrong={wrongField(send.problem, 'name')}>
          {(ids) => (
            <Input
              {...ids}
              autoFocus
              autoComplete="username"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label="密码" wrong={wrongField(send.problem, 'password')}>
          {(ids) => (
            <Input.Password
              {...ids}
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        <ProblemNotice problem={send.problem} />
        <Button
          type="primary"
          htmlType="submit"
          block
          disabled={name.trim() === '' || password === ''}
          loading={send.busy}
        >
          登录
        </Button>
      </form>
      <p className="quiet">
        第一次登录，或者重置了密码：<Link to="/activate">用激活单设置密码</Link>
      </p>
    </Gate>
  )
}
