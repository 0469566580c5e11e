import type { Problem } from '@yingshang/core/kernel/problem'
import Input from 'antd/es/input'
import { Field, wrongField } from '../../ui/field.tsx'

interface NewPasswordProps {
  readonly value: string
  readonly again: string
  readonly onChange: (value: string, again: string) => void
  readonly problem: Problem | undefined
}

/** A new password, typed twice. */
export function NewPassword({ value, again, onChange, problem }: NewPasswordProps) {
  const differs = again !== '' && value !== again
  return (
    <>
      <Field label="新密码" hint="越长越好，例如几个不相干的词连成一句" wrong={wrongField(problem, 'password')}>
        {(ids) => (
          <Input.Password
            {...ids}
            autoComplete="new-password"
            value={value}
            onChange={(event) => onChange(event.target.value, again)}
          />
        )}
      </Field>
      <Field label="再输一遍" wrong={differs ? '两次输入的不一样' : undefined}>
        {(ids) => (
          <Input.Password
            {...ids}
            autoComplete="new-password"
            value={again}
            onChange={(event) => onChange(value, event.target.value)}
          />
        )}
      </Field>
    </>
  )
}
