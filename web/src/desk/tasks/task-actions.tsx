import { addPart, changeTaskDate, nameLead, withdrawTask } from '@yingshang/core/tasks/contract'
import Input from 'antd/es/input'
import Radio from 'antd/es/radio'
import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { ActionBar } from '../../ui/action-bar.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Field, wrongField } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { UnitChoice } from '../units/unit-choice.tsx'
import { FormFrame } from './form-frame.tsx'
import type { Task } from './use-task.ts'

const labels = {
  changeDate: '调整任务期限',
  nameLead: '明确牵头单位',
  addPart: '增加单位',
  withdraw: '撤销任务',
} as const
type Name = keyof typeof labels

/** What the office may do with the task as a whole. */
export function TaskActions({ task }: { task: Task }) {
  const [doing, setDoing] = useState<Name>()
  const offered = task.actions.filter((action): action is typeof action & { name: Name } => action.name in labels)
  // Nobody but the office acts on a task as a whole: a list of only forbidden things would be noise for units.
  if (!offered.some((action) => action.allowed)) return null
  return (
    <Section title="对整项任务" screenOnly>
      {doing ? (
        <TaskForm task={task} name={doing} done={() => setDoing(undefined)} />
      ) : (
        <ActionBar
          actions={offered.map((action) => ({
            key: `${task.id}-${action.name}`,
            label: labels[action.name],
            refusal: action.allowed ? undefined : (action.refusal ?? { code: 'access.not-allowed' }),
            minor: true,
            run: () => setDoing(action.name),
          }))}
        />
      )}
    </Section>
  )
}

function TaskForm({ task, name, done }: { task: Task; name: Name; done: () => void }) {
  const [dueOn, setDueOn] = useState<string>()
  const [unitId, setUnitId] = useState<string>()
  const [role, setRole] = useState<'responsible' | 'supporting'>('supporting')
  const [reason, setReason] = useState('')
  const date = useCommand(changeTaskDate)
  const lead = useCommand(nameLead)
  const add = useCommand(addPart)
  const withdraw = useCommand(withdrawTask)
  const params = { taskId: task.id }
  const command = { changeDate: date, nameLead: lead, addPart: add, withdraw }[name]
  const send = {
    changeDate: () => date.send({ params, body: { dueOn: dueOn!, reason } }),
    nameLead: () => lead.send({ params, body: { unitId: unitId ?? null, reason } }),
    addPart: () => add.send({ params, body: { unitId: unitId!, role, reason } }),
    withdraw: () => withdraw.send({ params, body: { reason } }),
  }[name]
  const complete = name === 'changeDate' ? dueOn !== undefined : name === 'addPart' ? unitId !== undefined : true
  return (
    <FormFrame
      title={labels[name]}
      submit={labels[name]}
      ready={complete && reason.trim() !== ''}
      busy={command.busy}
      problem={command.problem}
      grave={name === 'withdraw'}
      onSubmit={() => void send().then((sent) => sent && done())}
      onCancel={done}
    >
      {name === 'withdraw' && <p>撤销后，各单位的部分一并撤销，记录保留。</p>}
      {name === 'changeDate' && (
        <Field label="新的完成时限" hint="最初定的日期一直看得到" wrong={wrongField(command.problem, 'dueOn')}>
          {(ids) => <DayField id={ids.id} value={dueOn} onChange={setDueOn} />}
        </Field>
      )}
      {(name === 'nameLead' || name === 'addPart') && (
        <Field
          label={name === 'nameLead' ? '牵头单位' : '增加哪个单位'}
          hint={name === 'nameLead' && task.leadUnit ? '不选就是取消牵头' : undefined}
          wrong={wrongField(command.problem, 'unitId')}
        >
          {(ids) => <UnitChoice id={ids.id} label={labels[name]} value={unitId} onChange={setUnitId} />}
        </Field>
      )}
      {name === 'addPart' && (
        <Radio.Group value={role} onChange={(event) => setRole(event.target.value as typeof role)}>
          <Radio value="supporting">配合</Radio>
          <Radio value="responsible">责任</Radio>
        </Radio.Group>
      )}
      <Field label="原因" wrong={wrongField(command.problem, 'reason')}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoSize
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </FormFrame>
  )
}
