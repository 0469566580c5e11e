import {
  concludeCase,
  informSubmitter,
  recordContactAttempt,
  urgeUnit,
  verifyCase,
} from '@yingshang/core/cases/action-contract'
import {
  attemptOutcomes,
  outcomes,
  type AttemptOutcome,
  type Outcome,
  type TellingWay,
} from '@yingshang/core/cases/case-words'
import { attemptOutcomeNames, conclusionNames } from '@yingshang/core/cases/labels.zh'
import { CaseFormFrame, useCaseForm, type CaseFormProps } from './case-form.tsx'
import { ChoiceField, choicesOf, WayField, WordsField } from './form-fields.tsx'

/** The office's own finding; it may differ from what the unit says. */
export function VerifyForm(props: CaseFormProps) {
  const round = props.found.rounds.at(-1)
  const form = useCaseForm(verifyCase, props, { outcome: (round?.result?.outcome ?? null) as Outcome | null, note: '' })
  const { value, change, wrong } = form
  return (
    <CaseFormFrame
      of={props}
      form={form}
      ready={value.outcome !== null}
      body={() => ({ outcome: value.outcome!, note: value.note })}
    >
      {round?.result && (
        <p className="said">
          {round.leadUnit?.name}反馈：{conclusionNames[round.result.outcome]}。{round.result.text}
        </p>
      )}
      <ChoiceField
        label="核查下来是"
        value={value.outcome}
        choices={choicesOf(outcomes, conclusionNames)}
        onChange={(outcome) => change({ outcome })}
        wrong={wrong('outcome')}
      />
      <WordsField
        label="怎么核查的"
        optional
        most={1000}
        value={value.note}
        onChange={(note) => change({ note })}
        wrong={wrong('note')}
      />
    </CaseFormFrame>
  )
}

export function InformForm(props: CaseFormProps) {
  const form = useCaseForm(informSubmitter, props, { way: 'telephone' as TellingWay, answer: '' })
  const { value, change, wrong } = form
  return (
    <CaseFormFrame of={props} form={form} ready={value.answer.trim() !== ''} body={() => value}>
      <WordsField
        label="答复内容"
        hint="对反映人称“您”。写清办了什么、依据什么，不服可以怎么办"
        most={4000}
        rows={5}
        value={value.answer}
        onChange={(answer) => change({ answer })}
        wrong={wrong('answer')}
      />
      <WayField label="怎样反馈的" value={value.way} onChange={(way) => change({ way })} />
    </CaseFormFrame>
  )
}

export function ContactAttemptForm(props: CaseFormProps) {
  const form = useCaseForm(recordContactAttempt, props, {
    way: 'telephone' as TellingWay,
    outcome: null as AttemptOutcome | null,
  })
  const { value, change, wrong } = form
  return (
    <CaseFormFrame
      of={props}
      form={form}
      ready={value.outcome !== null}
      body={() => ({ way: value.way, outcome: value.outcome! })}
      submit="记下这一次"
    >
      <WayField label="怎样联系的" personal value={value.way} onChange={(way) => change({ way })} />
      <ChoiceField
        label="结果"
        value={value.outcome}
        choices={choicesOf(attemptOutcomes, attemptOutcomeNames)}
        onChange={(outcome) => change({ outcome })}
        wrong={wrong('outcome')}
      />
    </CaseFormFrame>
  )
}

/** Outcomes that the rules let a case end with by this command. */
const concludable = [...outcomes, 'unreachable'] as const
type Concludable = (typeof concludable)[number]

export function ConcludeForm(props: CaseFormProps) {
  const allowed = concludable.filter((one) => props.found.lists.concludingKinds.includes(one))
  const form = useCaseForm(concludeCase, props, {
    conclusion: (props.found.rounds.at(-1)?.outcome ?? null) as Concludable | null,
    words: '',
  })
  const { value, change, wrong } = form
  return (
    <CaseFormFrame
      of={props}
      form={form}
      ready={value.conclusion !== null}
      body={() => ({ conclusion: value.conclusion!, words: value.words })}
    >
      <ChoiceField
        label="办结方式"
        value={value.conclusion}
        choices={choicesOf(allowed, conclusionNames)}
        onChange={(conclusion) => change({ conclusion })}
        wrong={wrong('conclusion')}
      />
      <WordsField label="说明" optional most={1000} value={value.words} onChange={(words) => change({ words })} />
    </CaseFormFrame>
  )
}

export function UrgeForm(props: CaseFormProps) {
  const round = props.found.rounds.at(-1)
  const units = [
    ...(round?.leadUnit ? [round.leadUnit] : []),
    ...(round?.supporting.filter((one) => one.givenOn === null).map((one) => one.unit) ?? []),
  ]
  const form = useCaseForm(urgeUnit, props, { unitId: (units[0]?.id ?? null) as string | null, words: '' })
  const { value, change, wrong } = form
  return (
    <CaseFormFrame
      of={props}
      form={form}
      ready={value.unitId !== null}
      body={() => ({ unitId: value.unitId!, words: value.words })}
    >
      <ChoiceField
        label="催哪个单位"
        value={value.unitId}
        choices={units.map((unit) => ({ value: unit.id, label: unit.name }))}
        onChange={(unitId) => change({ unitId })}
        wrong={wrong('unitId')}
      />
      <WordsField label="说一句" optional most={1000} value={value.words} onChange={(words) => change({ words })} />
    </CaseFormFrame>
  )
}
