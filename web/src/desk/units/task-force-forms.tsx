import { searchPeople } from '@yingshang/core/units/people-contract'
import { secondPerson, setUpTaskForce } from '@yingshang/core/units/task-forces-contract'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { useRead } from '../../api/use-read.ts'
import { DayField } from '../../ui/day-field.tsx'
import { Field, wrongField } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useSession } from '../frame/session.tsx'
import { RoleChoice } from './role-choice.tsx'
import { UnitChoice } from './unit-choice.tsx'

export function SetUpTaskForce({ done }: { done: () => void }) {
  const { me } = useSession()
  const [name, setName] = useState('')
  const [unitId, setUnitId] = useState<string>()
  const [fromDay, setFromDay] = useState<string | undefined>(me.businessDay)
  const [untilDay, setUntilDay] = useState<string>()
  const send = useCommand(setUpTaskForce)
  const submit = async () => {
    if (await send.send({ body: { name, unitId: unitId!, fromDay: fromDay!, untilDay: untilDay! } })) done()
  }
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Field label="名称" wrong={wrongField(send.problem, 'name')}>
        {(ids) => <Input {...ids} maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label="设在哪个单位" wrong={wrongField(send.problem, 'unitId')}>
        {(ids) => <UnitChoice id={ids.id} label="设在哪个单位" value={unitId} onChange={setUnitId} />}
      </Field>
      <Field label="从哪天" wrong={wrongField(send.problem, 'fromDay')}>
        {(ids) => <DayField id={ids.id} value={fromDay} onChange={setFromDay} />}
      </Field>
      <Field label="到哪天" wrong={wrongField(send.problem, 'untilDay')}>
        {(ids) => <DayField id={ids.id} value={untilDay} onChange={setUntilDay} />}
      </Field>
      <ProblemNotice problem={send.problem} kept="填写的内容还在。" />
      <div className="actions">
        <Button
          type="primary"
          htmlType="submit"
          disabled={name.trim() === '' || !unitId || !fromDay || !untilDay}
          loading={send.busy}
        >
          设立
        </Button>
      </div>
    </form>
  )
}

interface SecondPersonProps {
  readonly force: { readonly taskForceId: string; readonly untilDay: string }
  readonly done: () => void
}

export function SecondPerson({ force, done }: SecondPersonProps) {
  const { me } = useSession()
  const [text, setText] = useState('')
  const [personId, setPersonId] = useState<string>()
  const [role, setRole] = useState<'coordinationOfficer' | 'unitStaff'>('coordinationOfficer')
  const [fromDay, setFromDay] = useState<string | undefined>(me.businessDay)
  const [untilDay, setUntilDay] = useState<string | undefined>(force.untilDay)
  const people = useRead(searchPeople, { body: { text } }, { keep: true })
  const send = useCommand(secondPerson)
  const submit = async () => {
    const body = { personId: personId!, role, fromDay: fromDay!, untilDay: untilDay! }
    if (await send.send({ params: { taskForceId: force.taskForceId }, body })) done()
  }
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Field label="抽调谁" hint="输入姓名、工号或单位" wrong={wrongField(send.problem, 'personId')}>
        {(ids) => (
          <Select
            {...ids}
            showSearch={{ filterOption: false, onSearch: setText }}
            value={personId}
            onChange={setPersonId}
            options={(people.data?.people ?? []).map((one) => ({
              value: one.personId,
              label: `${one.name}（${one.homeUnitName}）`,
            }))}
          />
        )}
      </Field>
      <Field label="在专班的岗位">
        {(ids) => (
          <RoleChoice
            id={ids.id}
            value={role}
            onChange={(next) => setRole(next as typeof role)}
            among={['coordinationOfficer', 'unitStaff']}
          />
        )}
      </Field>
      <Field label="从哪天" wrong={wrongField(send.problem, 'fromDay')}>
        {(ids) => <DayField id={ids.id} value={fromDay} onChange={setFromDay} />}
      </Field>
      <Field label="到哪天" wrong={wrongField(send.problem, 'untilDay')}>
        {(ids) => <DayField id={ids.id} max={force.untilDay} value={untilDay} onChange={setUntilDay} />}
      </Field>
      <ProblemNotice problem={send.problem} kept="填写的内容还在。" />
      <div className="actions">
        <Button type="primary" htmlType="submit" disabled={!personId || !fromDay || !untilDay} loading={send.busy}>
          抽调
        </Button>
      </div>
    </form>
  )
}
