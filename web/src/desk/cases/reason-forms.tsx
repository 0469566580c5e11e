import {
  declineCase,
  markProminent,
  refuseExtension,
  refuseRework,
  returnForRevision,
  sendDraftBack,
  setAsideWithdrawal,
} from '@yingshang/core/cases/action-contract'
import type { TellingWay } from '@yingshang/core/cases/case-words'
import { CaseFormFrame, useCaseForm, type CaseFormProps } from './case-form.tsx'
import { pendingOf } from './extension-forms.tsx'
import { WayField, WordsField } from './form-fields.tsx'

const plain = {
  decline: {
    contract: declineCase,
    label: '为什么不属于本单位',
    hint: '写明职责依据，能说清应由哪个单位办的写上。由主要负责人或分管负责人退',
  },
  sendDraftBack: { contract: sendDraftBack, label: '要怎么改', hint: undefined },
  returnForRevision: {
    contract: returnForRevision,
    label: '哪里不够，要改成什么样',
    hint: '退回以后按剩余期限继续计时',
  },
  setAsideWithdrawal: { contract: setAsideWithdrawal, label: '核实到什么，为什么继续办理', hint: undefined },
} as const

/** Commands that take a reason and nothing else. */
export function ReasonForm(props: CaseFormProps) {
  const { contract, label, hint } = plain[props.action as keyof typeof plain]
  const form = useCaseForm(contract, props, { reason: '' })
  return (
    <CaseFormFrame of={props} form={form} ready={form.value.reason.trim() !== ''} body={() => form.value}>
      <WordsField
        label={label}
        {...(hint === undefined ? {} : { hint })}
        rows={3}
        value={form.value.reason}
        onChange={(reason) => form.change({ reason })}
        wrong={form.wrong('reason')}
      />
    </CaseFormFrame>
  )
}

export function RefuseExtensionForm(props: CaseFormProps) {
  const form = useCaseForm(refuseExtension, props, { reason: '' })
  const asked = pendingOf(props.found)
  if (!asked) return null
  return (
    <CaseFormFrame
      of={props}
      form={form}
      ready={form.value.reason.trim() !== ''}
      body={() => ({ extensionId: asked.id, reason: form.value.reason })}
    >
      <p>
        {asked.unit.name} {asked.askedOn} 申请延长 {asked.days} 天：{asked.reason}
      </p>
      <WordsField
        label="为什么不同意"
        value={form.value.reason}
        onChange={(reason) => form.change({ reason })}
        wrong={form.wrong('reason')}
      />
    </CaseFormFrame>
  )
}

export function RefuseReworkForm(props: CaseFormProps) {
  const form = useCaseForm(refuseRework, props, { why: '', tell: 'receiptPage' as TellingWay })
  return (
    <CaseFormFrame of={props} form={form} ready={form.value.why.trim() !== ''} body={() => form.value}>
      <WordsField
        label="为什么不重新办理"
        hint="反映人看得到。对照新的证据逐条说明"
        rows={3}
        value={form.value.why}
        onChange={(why) => form.change({ why })}
        wrong={form.wrong('why')}
      />
      <WayField value={form.value.tell} onChange={(tell) => form.change({ tell })} />
    </CaseFormFrame>
  )
}

/** On the list of prominent problems, or off it. */
export function ProminentForm(props: CaseFormProps) {
  const now = props.found.prominent
  const form = useCaseForm(markProminent, props, { reason: '' })
  return (
    <CaseFormFrame
      of={props}
      form={form}
      ready={form.value.reason.trim() !== ''}
      body={() => ({ prominent: !now, reason: form.value.reason })}
      submit={now ? '取消' : '列入'}
    >
      <p>{now ? '本件现在是突出问题，提交后取消。' : '列为突出问题的，办结以后要回访。'}</p>
      <WordsField
        label="原因"
        value={form.value.reason}
        onChange={(reason) => form.change({ reason })}
        wrong={form.wrong('reason')}
      />
    </CaseFormFrame>
  )
}
