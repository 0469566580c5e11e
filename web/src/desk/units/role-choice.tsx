import { roles, type Role } from '@yingshang/core/kernel/actor'
import { roleNames } from '@yingshang/core/units/labels.zh'
import Select from 'antd/es/select'

interface RoleChoiceProps {
  readonly id?: string
  readonly value: Role
  readonly onChange: (role: Role) => void
  readonly among?: readonly Role[]
}

export function RoleChoice({ id, value, onChange, among = roles }: RoleChoiceProps) {
  return (
    <Select
      id={id}
      aria-label="岗位"
      style={{ minWidth: '11rem' }}
      value={value}
      onChange={onChange}
      options={among.map((role) => ({ value: role, label: roleNames[role] }))}
    />
  )
}
