import { confirm, namePersons, pass } from '@yingshang/core/tasks/assignment-contract'
import { unitPage } from '@yingshang/core/units/units-contract'
import Input from 'antd/es/input'
import Radio from 'antd/es/radio'
import Select from 'antd/es/select'
import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { useRead } from '../../api/use-read.ts'
import { DayField } from '../../ui/day-field.tsx'
import { Field, wrongField } from '../../ui/field.tsx'
import { FormFrame } from './form-frame.tsx'
import type { PartFormProps } from './part-form-props.ts'
import { outcomeNames } from '@yingshang/core/tasks/labels.zh'

/** The office verifies: done, or turned into routine for what never ends. */
export function ConfirmForm({ part, done, neverEnds }: PartFormProps) {
  const [outcome, setOutcome] = useState<'completed' | 'routine'>(neverEnds ? 'routine' : 'completed')
  const send = useCommand(confirm)
  const submit = async () => {
    if (await send.send({ params: { assignmentId: part.id }, body: { outcome } })) done()
  }
  return (
    <FormFrame
      title="核查确认"
      submit="确认"
      ready
      busy={send.busy}
      problem={send.problem}
      onSubmit={() => void submit()}
      onCancel={done}
    >
      <p>确认以后，{part.unit.name}的这一部分就有了结论，不能再退回。</p>
      <Radio.Group value={outcome} onChange={(event) => setOutcome(event.target.value as typeof outcome)}>
        {(['completed', 'routine'] as const).map((value) => (
          <Radio key={value} value={value}>
            {outcomeNames[value]}
          </Radio>
        ))}
      </Radio.Group>
    </FormFrame>
  )
}

/** Passed on to a section or subordinate unit with an earlier inner date. */
export function PassForm({ part, done }: PartFormProps) {
  const page = useRead(unitPage, { params: { unitId: part.unit.id } })
  const [unitId, setUnitId] = useState<string>()
  const [innerDueOn, setInnerDueOn] = useState<string>()
  const [note, setNote] = useState('')
  const send = useCommand(pass)
  const submit = async () => {
    const body = { unitId: unitId!, innerDueOn: innerDueOn!, note }
    if (await send.send({ params: { assignmentId: part.id }, body })) done()
  }
  return (
    <FormFrame
      title="转交内设机构或下属单位"
      submit="转交"
      ready={unitId !== undefined && innerDueOn !== undefined}
      busy={send.busy}
      problem={send.problem}
      onSubmit={() => void submit()}
      onCancel={done}
    >
      <Field label="转给" wrong={wrongField(send.problem, 'unitId')}>
        {(ids) => (
          <Select
            {...ids}
            loading={page.isPending}
            value={unitId}
            onChange={setUnitId}
            style={{ maxWidth: '20rem' }}
            notFoundContent="还没有登记内设机构或下属单位，请联系营商办登记。"
            options={(page.data?.children ?? []).map((unit) => ({ value: unit.unitId, label: unit.shortName }))}
          />
        )}
      </Field>
      <Field
        label="内部期限"
        hint={part.deadline ? `要早于本单位的到期日 ${part.deadline.record.dueOn}` : undefined}
        wrong={wrongField(send.problem, 'innerDueOn')}
      >
        {(ids) => (
          <DayField id={ids.id} value={innerDueOn} max={part.deadline?.record.dueOn} onChange={setInnerDueOn} />
        )}
      </Field>
      <Field label="交代一句" optional>
        {(ids) => <Input {...ids} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />}
      </Field>
    </FormFrame>
  )
}

/** Names the persons in charge, chosen from the unit's own people. */
export function PersonsForm({ part, done }: PartFormProps) {
  const page = useRead(unitPage, { params: { unitId: part.unit.id } })
  const [personIds, setPersonIds] = useState<string[]>(part.personsInCharge.map((person) => person.id))
  const send = useCommand(namePersons)
  const submit = async () => {
    if (await send.send({ params: { assignmentId: part.id }, body: { personIds } })) done()
  }
  const people = new Map((page.data?.people ?? []).map((person) => [person.personId, person.name]))
  for (const person of part.personsInCharge) people.set(person.id, person.name)
  return (
    <FormFrame
      title="明确具体负责人"
      submit="保存"
      ready
      busy={send.busy}
      problem={send.problem}
      onSubmit={() => void submit()}
      onCancel={done}
    >
      <Field label="具体负责人" wrong={wrongField(send.problem, 'personIds')}>
        {(ids) => (
          <Select
            {...ids}
            mode="multiple"
            loading={page.isPending}
            value={personIds}
            onChange={setPersonIds}
            showSearch={{ optionFilterProp: 'label' }}
            options={[...people].map(([value, label]) => ({ value, label }))}
          />
        )}
      </Field>
    </FormFrame>
  )
}
