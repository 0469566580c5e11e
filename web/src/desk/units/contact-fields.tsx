import type { Problem } from '@yingshang/core/kernel/problem'
import Input from 'antd/es/input'
import { Field, wrongField } from '../../ui/field.tsx'

export interface Contacts {
  readonly name: string
  readonly mobile: string
  readonly officePhone: string
  readonly email: string
}

export const noContacts: Contacts = { name: '', mobile: '', officePhone: '', email: '' }

interface ContactFieldsProps {
  readonly value: Contacts
  readonly onChange: (value: Contacts) => void
  readonly problem: Problem | undefined
}

/** Name and how to reach the person. */
export function ContactFields({ value, onChange, problem }: ContactFieldsProps) {
  const fields = [
    ['name', '姓名', false],
    ['mobile', '手机', true],
    ['officePhone', '办公电话', true],
    ['email', '邮箱', true],
  ] as const
  return (
    <>
      {fields.map(([name, label, optional]) => (
        <Field key={name} label={label} optional={optional} wrong={wrongField(problem, name)}>
          {(ids) => (
            <Input
              {...ids}
              autoComplete="off"
              style={{ maxWidth: '18rem' }}
              value={value[name]}
              onChange={(event) => onChange({ ...value, [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </>
  )
}
