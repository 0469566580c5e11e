import {
  changeDate,
  handToUnit,
  returnPart,
  sendDraftBack,
  withdrawPart,
} from '@yingshang/core/tasks/assignment-contract'
import Input from 'antd/es/input'
import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { DayField } from '../../ui/day-field.tsx'
import { useDraft } from '../../ui/draft-keeper.ts'
import { Field, wrongField } from '../../ui/field.tsx'
import { useSession } from '../frame/session.tsx'
import { UnitChoice } from '../units/unit-choice.tsx'
import { FormFrame } from './form-frame.tsx'
import type { PartFormProps } from './part-form-props.ts'

const forms = {
  return: {
    contract: returnPart,
    title: '退回修改',
    label: '哪里不够，要改成什么样',
    submit: '退回',
    hint: '到期日不变',
  },
  sendDraftBack: { contract: sendDraftBack, title: '退回拟稿', label: '要怎么改', submit: '退回', hint: undefined },
  withdraw: {
    contract: withdrawPart,
    title: '撤销这个单位的部分',
    label: '原因',
    submit: '撤销',
    hint: '撤销后这个单位不再承担，记录保留',
  },
} as const

/** Actions that need a reason and nothing else. */
export function ReasonForm({ part, done, action }: PartFormProps) {
  const form = forms[action as keyof typeof forms]
  const { me } = useSession()
  const reason = useDraft(`${me.personId}.${part.id}.${action}`, '')
  const send = useCommand(form.contract)
  const submit = async () => {
    if (await send.send({ params: { assignmentId: part.id }, body: { reason: reason.value } })) {
      reason.clear()
      done()
    }
  }
  return (
    <FormFrame
      title={form.title}
      submit={form.submit}
      ready={reason.value.trim() !== ''}
      busy={send.busy}
      problem={send.problem}
      restored={reason.restored}
      grave={action === 'withdraw'}
      onSubmit={() => void submit()}
      onCancel={done}
    >
      <Field label={form.label} hint={form.hint} wrong={wrongField(send.problem, 'reason')}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={500}
            value={reason.value}
            onChange={(event) => reason.change(event.target.value)}
          />
        )}
      </Field>
    </FormFrame>
  )
}

/** The office sets another date, or another unit, for one part. */
export function OfficeChangeForm({ part, done, action }: PartFormProps) {
  const [dueOn, setDueOn] = useState<string>()
  const [unitId, setUnitId] = useState<string>()
  const [reason, setReason] = useState('')
  const date = useCommand(changeDate)
  const unit = useCommand(handToUnit)
  const toUnit = action === 'handToUnit'
  const command = toUnit ? unit : date
  const submit = async () => {
    const params = { assignmentId: part.id }
    const sent = toUnit
      ? await unit.send({ params, body: { unitId: unitId!, reason } })
      : await date.send({ params, body: { dueOn: dueOn!, reason } })
    if (sent) done()
  }
  return (
    <FormFrame
      title={toUnit ? '改由其他单位办理' : '调整期限'}
      submit={toUnit ? '改由该单位办理' : '调整'}
      ready={reason.trim() !== '' && (toUnit ? unitId !== undefined : dueOn !== undefined)}
      busy={command.busy}
      problem={command.problem}
      onSubmit={() => void submit()}
      onCancel={done}
    >
      {toUnit ? (
        <Field label="改由哪个单位" wrong={wrongField(command.problem, 'unitId')}>
          {(ids) => <UnitChoice id={ids.id} label="改由哪个单位" value={unitId} onChange={setUnitId} />}
        </Field>
      ) : (
        <Field label="新的到期日" hint="最初定的日期一直看得到" wrong={wrongField(command.problem, 'dueOn')}>
          {(ids) => <DayField id={ids.id} value={dueOn} onChange={setDueOn} />}
        </Field>
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
