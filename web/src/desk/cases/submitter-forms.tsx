import { askRework, rateCase, recordFollowUp, withdrawCase } from '@yingshang/core/cases/action-contract'
import {
  answers,
  followUpOutcomes,
  type Answer,
  type FollowUpOutcome,
  type TellingWay,
} from '@yingshang/core/cases/case-words'
import { followUpNames, satisfactionNames } from '@yingshang/core/cases/labels.zh'
import InputNumber from 'antd/es/input-number'
import Select from 'antd/es/select'
import { Field } from '../../ui/field.tsx'
import { CaseFormFrame, useCaseForm, type CaseFormProps } from './case-form.tsx'
import { ChoiceField, choicesOf, codeChoices, WayField, WordsField } from './form-fields.tsx'

/** What the submitter answered, written down by the office in the submitter's place. */
export function RateForm(props: CaseFormProps) {
  const { satisfactionOptions, dissatisfactionReasons } = props.found.lists
  const form = useCaseForm(rateCase, props, {
    satisfaction: null as Answer | null,
    option: null as string | null,
    reasons: [] as readonly string[],
    words: '',
  })
  const { value, change, wrong } = form
  const options = satisfactionOptions.filter((one) => one.meaning === value.satisfaction)
  const unhappy = value.satisfaction === 'dissatisfied'
  return (
    <CaseFormFrame
      of={props}
      form={form}
      ready={value.satisfaction !== null && (!unhappy || value.reasons.length > 0)}
      body={() => ({ ...value, satisfaction: value.satisfaction!, reasons: unhappy ? [...value.reasons] : [] })}
    >
      <p className="quiet small">只记反映人亲口说的。反映人在回执页面自己评价的，不能代为改写。</p>
      <ChoiceField
        label="反映人的意见"
        value={value.satisfaction}
        choices={choicesOf(answers, satisfactionNames)}
        onChange={(satisfaction) => change({ satisfaction, option: null })}
        wrong={wrong('satisfaction')}
      />
      {options.length > 1 && (
        <ChoiceField
          label="细分"
          optional
          value={value.option}
          choices={codeChoices(options)}
          onChange={(option) => change({ option })}
        />
      )}
      {unhappy && (
        <Field label="不满意的原因" wrong={wrong('reasons')}>
          {(ids) => (
            <Select
              {...ids}
              mode="multiple"
              value={[...value.reasons]}
              options={codeChoices(dissatisfactionReasons)}
              onChange={(reasons: string[]) => change({ reasons })}
            />
          )}
        </Field>
      )}
      <WordsField
        label="反映人的原话"
        optional
        hint="不要写能认出反映人的内容"
        most={1000}
        value={value.words}
        onChange={(words) => change({ words })}
      />
    </CaseFormFrame>
  )
}

export function AskReworkForm(props: CaseFormProps) {
  const form = useCaseForm(askRework, props, { reason: '', evidence: 0 as number | null })
  const { value, change, wrong } = form
  const needs = props.found.lists.needsNewEvidence
  return (
    <CaseFormFrame
      of={props}
      form={form}
      ready={value.reason.trim() !== '' && value.evidence !== null}
      body={() => ({ reason: value.reason, evidence: value.evidence! })}
      submit="登记"
    >
      <WordsField
        label="反映人为什么要求重新办理"
        value={value.reason}
        onChange={(reason) => change({ reason })}
        wrong={wrong('reason')}
      />
      <Field label="新证据有几份" {...(needs ? { hint: '现行规则要求有新的证据' } : {})} wrong={wrong('evidence')}>
        {(ids) => (
          <InputNumber
            {...ids}
            min={0}
            max={100}
            value={value.evidence}
            onChange={(evidence) => change({ evidence })}
          />
        )}
      </Field>
    </CaseFormFrame>
  )
}

export function FollowUpForm(props: CaseFormProps) {
  const form = useCaseForm(recordFollowUp, props, {
    way: 'telephone' as TellingWay,
    outcome: null as FollowUpOutcome | null,
    words: '',
  })
  const { value, change, wrong } = form
  return (
    <CaseFormFrame
      of={props}
      form={form}
      ready={value.outcome !== null}
      body={() => ({ ...value, outcome: value.outcome! })}
    >
      <WayField label="怎样回访的" personal value={value.way} onChange={(way) => change({ way })} />
      <ChoiceField
        label="回访情况"
        value={value.outcome}
        choices={choicesOf(followUpOutcomes, followUpNames)}
        onChange={(outcome) => change({ outcome })}
        wrong={wrong('outcome')}
      />
      <WordsField label="说明" optional most={1000} value={value.words} onChange={(words) => change({ words })} />
    </CaseFormFrame>
  )
}

export function WithdrawForm(props: CaseFormProps) {
  const form = useCaseForm(withdrawCase, props, { checkedBy: 'telephone' as TellingWay, words: '' })
  const { value, change } = form
  return (
    <CaseFormFrame of={props} form={form} ready body={() => value}>
      <WayField
        label="怎样向反映人核实的"
        personal
        value={value.checkedBy}
        onChange={(checkedBy) => change({ checkedBy })}
      />
      <WordsField label="核实到什么" optional most={1000} value={value.words} onChange={(words) => change({ words })} />
    </CaseFormFrame>
  )
}
