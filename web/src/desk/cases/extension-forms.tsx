import { askExtension, grantExtension } from '@yingshang/core/cases/action-contract'
import type { TellingWay } from '@yingshang/core/cases/case-words'
import { periodText } from '@yingshang/core/kernel/deadline-labels.zh'
import type { PeriodUnit } from '@yingshang/core/kernel/deadline-rule'
import InputNumber from 'antd/es/input-number'
import { Field } from '../../ui/field.tsx'
import { CaseFormFrame, useCaseForm, type CaseFormProps } from './case-form.tsx'
import { WayField, WordsField } from './form-fields.tsx'
import type { ShownCase } from './use-case.ts'

/** The request that waits for an answer. */
export function pendingOf(found: ShownCase) {
  return found.rounds.at(-1)?.extensions.find((one) => one.status === 'pending')
}

export function AskExtensionForm(props: CaseFormProps) {
  const { capDays, unit } = props.found.lists.extension
  const form = useCaseForm(askExtension, props, { days: null as number | null, reason: '' })
  const { value, change, wrong } = form
  return (
    <CaseFormFrame
      of={props}
      form={form}
      ready={value.days !== null && value.reason.trim() !== ''}
      body={() => ({ days: value.days!, reason: value.reason })}
    >
      <Field
        label={unit === 'working' ? '延长几个工作日' : '延长几日'}
        hint={`最多 ${periodText({ days: capDays, unit: unit as PeriodUnit })}。批准以前，原来的期限照算`}
        wrong={wrong('days')}
      >
        {(ids) => (
          <InputNumber {...ids} min={1} max={capDays} value={value.days} onChange={(days) => change({ days })} />
        )}
      </Field>
      <WordsField
        label="特殊原因"
        value={value.reason}
        onChange={(reason) => change({ reason })}
        wrong={wrong('reason')}
      />
    </CaseFormFrame>
  )
}

/** As many days as asked for, or fewer. */
export function GrantExtensionForm(props: CaseFormProps) {
  const asked = pendingOf(props.found)
  const form = useCaseForm(grantExtension, props, {
    days: (asked?.days ?? null) as number | null,
    tell: 'receiptPage' as TellingWay,
  })
  const { value, change, wrong } = form
  if (!asked) return null
  return (
    <CaseFormFrame
      of={props}
      form={form}
      ready={value.days !== null}
      body={() => ({ extensionId: asked.id, days: value.days!, tell: value.tell })}
    >
      <p>
        {asked.unit.name} {asked.askedOn} 申请延长 {asked.days} 天：{asked.reason}
      </p>
      <Field label="批几天" hint="可以批得比申请的少" wrong={wrong('days')}>
        {(ids) => (
          <InputNumber {...ids} min={1} max={asked.days} value={value.days} onChange={(days) => change({ days })} />
        )}
      </Field>
      <WayField value={value.tell} onChange={(tell) => change({ tell })} />
    </CaseFormFrame>
  )
}
