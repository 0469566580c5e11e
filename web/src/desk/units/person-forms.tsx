import type { Role } from '@yingshang/core/kernel/actor'
import { changeHomeUnit, correctDetails, leave, openPost } from '@yingshang/core/units/people-contract'
import Button from 'antd/es/button'
import { useState, type ReactNode } from 'react'
import { useCommand, type Command } from '../../api/use-command.ts'
import { DayField } from '../../ui/day-field.tsx'
import { Field, wrongField } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useSession } from '../frame/session.tsx'
import { ContactFields } from './contact-fields.tsx'
import type { PersonDetail } from './person-detail.ts'
import { RoleChoice } from './role-choice.tsx'
import { UnitChoice } from './unit-choice.tsx'

interface PersonFormProps {
  readonly person: PersonDetail
  readonly done: () => void
}

interface ShellProps {
  readonly command: Pick<Command<never>, 'busy' | 'problem'>
  readonly ready: boolean
  readonly label: string
  readonly grave?: boolean
  readonly submit: () => Promise<unknown>
  readonly done: () => void
  readonly children: ReactNode
}

function Shell({ command, ready, label, grave = false, submit, done, children }: ShellProps) {
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        void submit().then((sent) => sent !== undefined && done())
      }}
    >
      {children}
      <ProblemNotice problem={command.problem} kept="填写的内容还在。" />
      <div className="actions">
        <Button type="primary" htmlType="submit" danger={grave} disabled={!ready} loading={command.busy}>
          {label}
        </Button>
      </div>
    </form>
  )
}

export function CorrectDetails({ person, done }: PersonFormProps) {
  const [contacts, setContacts] = useState({
    name: person.name,
    mobile: person.contacts?.mobile ?? '',
    officePhone: person.contacts?.officePhone ?? '',
    email: person.contacts?.email ?? '',
  })
  const send = useCommand(correctDetails)
  return (
    <Shell
      command={send}
      ready={contacts.name.trim() !== ''}
      label="更正"
      submit={() => send.send({ params: { personId: person.personId }, body: contacts })}
      done={done}
    >
      <ContactFields value={contacts} onChange={setContacts} problem={send.problem} />
    </Shell>
  )
}

export function OpenPostForm({ person, done }: PersonFormProps) {
  const { me } = useSession()
  const [unitId, setUnitId] = useState<string | undefined>(person.homeUnit.unitId)
  const [role, setRole] = useState<Role>('unitStaff')
  const [fromDay, setFromDay] = useState<string | undefined>(me.businessDay)
  const [untilDay, setUntilDay] = useState<string>()
  const send = useCommand(openPost)
  const params = { personId: person.personId }
  return (
    <Shell
      command={send}
      ready={unitId !== undefined && fromDay !== undefined}
      label="设岗"
      submit={() =>
        send.send({ params, body: { unitId: unitId!, role, fromDay: fromDay!, untilDay: untilDay ?? null } })
      }
      done={done}
    >
      <Field label="单位" wrong={wrongField(send.problem, 'unitId')}>
        {(ids) => <UnitChoice id={ids.id} label="单位" value={unitId} onChange={setUnitId} />}
      </Field>
      <Field label="岗位" wrong={wrongField(send.problem, 'role')}>
        {(ids) => <RoleChoice id={ids.id} value={role} onChange={setRole} />}
      </Field>
      <Field label="从哪天" wrong={wrongField(send.problem, 'fromDay')}>
        {(ids) => <DayField id={ids.id} value={fromDay} onChange={setFromDay} />}
      </Field>
      <Field label="到哪天" optional wrong={wrongField(send.problem, 'untilDay')}>
        {(ids) => <DayField id={ids.id} value={untilDay} onChange={setUntilDay} />}
      </Field>
    </Shell>
  )
}

export function TransferForm({ person, done }: PersonFormProps) {
  const { me } = useSession()
  const [unitId, setUnitId] = useState<string>()
  const [role, setRole] = useState<Role>('unitStaff')
  const [on, setOn] = useState<string | undefined>(me.businessDay)
  const send = useCommand(changeHomeUnit)
  return (
    <Shell
      command={send}
      ready={unitId !== undefined && on !== undefined}
      label="调动"
      submit={() => send.send({ params: { personId: person.personId }, body: { unitId: unitId!, on: on!, role } })}
      done={done}
    >
      <p className="quiet">原单位的任职到前一天为止。名下没办结的事项先交接。</p>
      <Field label="调到" wrong={wrongField(send.problem, 'unitId')}>
        {(ids) => <UnitChoice id={ids.id} label="调到" value={unitId} onChange={setUnitId} />}
      </Field>
      <Field label="新岗位" wrong={wrongField(send.problem, 'role')}>
        {(ids) => <RoleChoice id={ids.id} value={role} onChange={setRole} />}
      </Field>
      <Field label="从哪天起" wrong={wrongField(send.problem, 'on')}>
        {(ids) => <DayField id={ids.id} value={on} onChange={setOn} />}
      </Field>
    </Shell>
  )
}

export function LeaveForm({ person, done }: PersonFormProps) {
  const { me } = useSession()
  const [lastDay, setLastDay] = useState<string | undefined>(me.businessDay)
  const send = useCommand(leave)
  return (
    <Shell
      command={send}
      ready={lastDay !== undefined}
      label="办理离职"
      grave
      submit={() => send.send({ params: { personId: person.personId }, body: { lastDay: lastDay! } })}
      done={done}
    >
      <p>全部任职结束，账号停用。办理记录保留。</p>
      <Field label="最后一天" wrong={wrongField(send.problem, 'lastDay')}>
        {(ids) => <DayField id={ids.id} value={lastDay} onChange={setLastDay} />}
      </Field>
    </Shell>
  )
}
