import type { Problem } from '@yingshang/core/kernel/problem'
import Input from 'antd/es/input'
import { Field, wrongField } from '../../ui/field.tsx'

interface PassphraseProps {
  readonly label?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly problem?: Problem | undefined
  readonly name?: string
}

/** A passphrase that exists already. The browser must not keep it: the officer's head and the sheet do. */
export function PassphraseField({ label = '口令', value, onChange, problem, name = 'passphrase' }: PassphraseProps) {
  return (
    <Field label={label} wrong={wrongField(problem, name)}>
      {(ids) => (
        <Input.Password
          {...ids}
          autoComplete="off"
          maxLength={400}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

interface NewPassphraseProps {
  readonly value: string
  readonly again: string
  readonly problem?: Problem | undefined
  readonly onChange: (value: string, again: string) => void
}

export function NewPassphrase({ value, again, problem, onChange }: NewPassphraseProps) {
  const differs = again !== '' && value !== again
  return (
    <>
      <Field
        label="新口令"
        hint="至少 12 个字。用几个不相干的词连成一句最好记，例如把看得见的四样东西连起来；不要用登录密码。"
        wrong={wrongField(problem, 'passphrase')}
      >
        {(ids) => (
          <Input.Password
            {...ids}
            autoComplete="off"
            maxLength={200}
            value={value}
            onChange={(event) => onChange(event.target.value, again)}
          />
        )}
      </Field>
      <Field label="再输一遍" wrong={differs ? '两次输入不一样' : undefined}>
        {(ids) => (
          <Input.Password
            {...ids}
            autoComplete="off"
            maxLength={200}
            value={again}
            onChange={(event) => onChange(value, event.target.value)}
          />
        )}
      </Field>
    </>
  )
}

export function isNewPassphrase(value: string, again: string): boolean {
  return [...value.trim()].length >= 12 && value === again
}
