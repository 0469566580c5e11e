import { askChange } from '@yingshang/core/tasks/assignment-contract'
import Input from 'antd/es/input'
import Radio from 'antd/es/radio'
import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { DayField } from '../../ui/day-field.tsx'
import { useDraft } from '../../ui/draft-keeper.ts'
import { Field, wrongField } from '../../ui/field.tsx'
import { useSession } from '../frame/session.tsx'
import { UnitChoice } from '../units/unit-choice.tsx'
import { FormFrame } from './form-frame.tsx'
import type { PartFormProps } from './part-form-props.ts'

/** The unit asks for another date or another unit; the office decides. */
export function AskChangeForm({ part, done }: PartFormProps) {
  const { me } = useSession()
  const [kind, setKind] = useState<'date' | 'unit'>('date')
  const [dueOn, setDueOn] = useState<string>()
  const [unitId, setUnitId] = useState<string>()
  const reason = useDraft(`${me.personId}.${part.id}.ask`, '')
  const ask = useCommand(askChange)
  const what = kind === 'date' ? (dueOn ? { kind, dueOn } : undefined) : unitId ? { kind, unitId } : undefined
  const submit = async () => {
    if (await ask.send({ params: { assignmentId: part.id }, body: { what: what!, reason: reason.value } })) {
      reason.clear()
      done()
    }
  }
  return (
    <FormFrame
      title="申请调整"
      submit="提出申请"
      ready={what !== undefined && reason.value.trim() !== ''}
      busy={ask.busy}
      problem={ask.problem}
      restored={reason.restored}
      onSubmit={() => void submit()}
      onCancel={done}
    >
      <Radio.Group value={kind} onChange={(event) => setKind(event.target.value as 'date' | 'unit')}>
        <Radio value="date">调整期限</Radio>
        <Radio value="unit">换责任单位</Radio>
      </Radio.Group>
      {kind === 'date' ? (
        <Field label="申请改到哪一天" wrong={wrongField(ask.problem, 'what.dueOn')}>
          {(ids) => <DayField id={ids.id} value={dueOn} onChange={setDueOn} />}
        </Field>
      ) : (
        <Field label="应由哪个单位办理" wrong={wrongField(ask.problem, 'what.unitId')}>
          {(ids) => <UnitChoice id={ids.id} label="应由哪个单位办理" value={unitId} onChange={setUnitId} />}
        </Field>
      )}
      <Field label="原因" hint="批准以前，原来的期限照算" wrong={wrongField(ask.problem, 'reason')}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoSize={{ minRows: 2 }}
            maxLength={500}
            value={reason.value}
            onChange={(event) => reason.change(event.target.value)}
          />
        )}
      </Field>
    </FormFrame>
  )
}
