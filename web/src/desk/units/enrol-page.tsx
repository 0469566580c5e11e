import { beginSecondFactor, confirmSecondFactor } from '@yingshang/core/units/access-contract'
import Button from 'antd/es/button'
import Checkbox from 'antd/es/checkbox'
import Input from 'antd/es/input'
import { useEffect, useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { Field } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Gate, useNextStep } from './gate.tsx'

/** Binding the authenticator: code to scan, one try, then the recovery codes, which are shown only once. */
export function EnrolPage() {
  const begin = useCommand(beginSecondFactor)
  const confirm = useCommand(confirmSecondFactor)
  const [code, setCode] = useState('')
  const start = begin.send
  useEffect(() => {
    void start({})
    // Once, when the page opens: every call makes a new secret.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  if (confirm.data) return <RecoveryCodes codes={confirm.data.recoveryCodes} next={confirm.data.next} />
  return (
    <Gate title="绑定动态口令" about="您的岗位登录时除了密码，还要一个动态口令">
      <ProblemNotice problem={begin.problem} retry={() => void start({})} />
      {begin.data && (
        <>
          <ol style={{ paddingLeft: '1.4em' }}>
            <li>在手机上打开验证器应用（政务微信、微信小程序里都能找到）。</li>
            <li>扫下面的二维码，或者手工输入密钥。</li>
            <li>把手机上显示的 6 位数字填进来。</li>
          </ol>
          <img
            alt="绑定二维码"
            width={200}
            height={200}
            src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(begin.data.svg)}`}
          />
          <p className="small">
            密钥{' '}
            <span className="strong secret">
              {begin.data.secret.split(' ').map((group, place) => (
                <span key={place}>{group} </span>
              ))}
            </span>
          </p>
          <form
            className="form"
            onSubmit={(event) => {
              event.preventDefault()
              void confirm.send({ body: { code } })
            }}
          >
            <Field label="6 位数字">
              {(ids) => (
                <Input
                  {...ids}
                  size="large"
                  inputMode="numeric"
                  autoComplete="one-time-code"
                  maxLength={7}
                  value={code}
                  onChange={(event) => setCode(event.target.value)}
                />
              )}
            </Field>
            <ProblemNotice problem={confirm.problem} />
            <Button type="primary" htmlType="submit" block disabled={code.trim().length < 6} loading={confirm.busy}>
              绑定
            </Button>
          </form>
        </>
      )}
    </Gate>
  )
}

interface RecoveryCodesProps {
  readonly codes: readonly string[]
  readonly next: Parameters<ReturnType<typeof useNextStep>>[0]
}

function RecoveryCodes({ codes, next }: RecoveryCodesProps) {
  const [saved, setSaved] = useState(false)
  const go = useNextStep()
  return (
    <Gate title="备用码" about="手机不在身边时用，每个只能用一次。只显示这一次，请打印或者抄下来">
      <ul className="plain" style={{ columns: 2, fontSize: '1.15rem', fontWeight: 600 }}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="no-print stack">
        <Button onClick={() => window.print()}>打印</Button>
        <Checkbox checked={saved} onChange={(event) => setSaved(event.target.checked)}>
          我已保存好备用码
        </Checkbox>
        <Button type="primary" block disabled={!saved} onClick={() => go(next)}>
          进入工作台
        </Button>
      </div>
    </Gate>
  )
}
