import type { Role } from '@yingshang/core/kernel/actor'
import { registerPerson } from '@yingshang/core/units/people-contract'
import Button from 'antd/es/button'
import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { DayField } from '../../ui/day-field.tsx'
import { Field, wrongField } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useSession } from '../frame/session.tsx'
import { ContactFields, noContacts } from './contact-fields.tsx'
import { RoleChoice } from './role-choice.tsx'

/** A new person with a first post. */
export function RegisterPerson({ unitId, done }: { unitId: string; done: () => void }) {
  const { me } = useSession()
  const [contacts, setContacts] = useState(noContacts)
  const [role, setRole] = useState<Role>('unitLiaison')
  const [fromDay, setFromDay] = useState<string | undefined>(me.businessDay)
  const send = useCommand(registerPerson)
  if (send.data) {
    return (
      <div className="stack">
        <p className="notice">
          已登记，工号是 <b>{send.data.signInName}</b>。到“人员”页给他打印激活单，就可以登录了。
        </p>
        <div className="actions">
          <Button type="primary" onClick={done}>
            好
          </Button>
        </div>
      </div>
    )
  }
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        void send.send({ body: { ...contacts, homeUnitId: unitId, role, fromDay } })
      }}
    >
      <ContactFields value={contacts} onChange={setContacts} problem={send.problem} />
      <Field label="岗位" wrong={wrongField(send.problem, 'role')}>
        {(ids) => <RoleChoice id={ids.id} value={role} onChange={setRole} />}
      </Field>
      <Field label="任职日期" wrong={wrongField(send.problem, 'fromDay')}>
        {(ids) => <DayField id={ids.id} value={fromDay} onChange={setFromDay} />}
      </Field>
      <ProblemNotice problem={send.problem} kept="填写的内容还在。" />
      <div className="actions">
        <Button type="primary" htmlType="submit" disabled={contacts.name.trim() === ''} loading={send.busy}>
          登记
        </Button>
      </div>
    </form>
  )
}
