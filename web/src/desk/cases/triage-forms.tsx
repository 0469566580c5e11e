import {
  acceptCase,
  askSupplement,
  classifyCase,
  lapseSupplement,
  receiveSupplement,
  refuseCase,
} from '@yingshang/core/cases/action-contract'
import type { TellingWay } from '@yingshang/core/cases/case-words'
import Checkbox from 'antd/es/checkbox'
import Input from 'antd/es/input'
import { Field } from '../../ui/field.tsx'
import { CaseFormFrame, useCaseForm, type CaseFormProps } from './case-form.tsx'
import { ClassificationFields, classificationOf } from './classification-fields.tsx'
import { ChoiceField, codeChoices, WayField, WordsField } from './form-fields.tsx'

/** Taken up, sorted at the same time; or sorted again. */
export function ClassifyForm(props: CaseFormProps) {
  const accepting = props.action === 'accept'
  const form = useCaseForm(accepting ? acceptCase : classifyCase, props, classificationOf(props.found))
  const tiered = props.found.lists.tiers.length > 0
  return (
    <CaseFormFrame
      of={props}
      form={form}
      ready={!tiered || form.value.tier !== null}
      body={() => ({ classification: form.value })}
    >
      {accepting && <p className="quiet small">分类可以以后再改。受理以后就可以交办。</p>}
      <ClassificationFields found={props.found} value={form.value} onChange={form.change} />
    </CaseFormFrame>
  )
}

export function RefuseForm(props: CaseFormProps) {
  const form = useCaseForm(refuseCase, props, {
    ground: null as string | null,
    why: '',
    tell: 'receiptPage' as TellingWay,
  })
  const { value, change, wrong } = form
  return (
    <CaseFormFrame
      of={props}
      form={form}
      ready={value.ground !== null}
      body={() => ({ ...value, ground: value.ground! })}
    >
      <ChoiceField
        label="哪一种情形"
        value={value.ground}
        choices={codeChoices(props.found.lists.refuseGrounds)}
        onChange={(ground) => change({ ground })}
        wrong={wrong('ground')}
      />
      <WordsField
        label="说明"
        hint="反映人看得到。写清应当向哪里反映"
        optional
        most={1000}
        value={value.why}
        onChange={(why) => change({ why })}
      />
      <WayField value={value.tell} onChange={(tell) => change({ tell })} />
    </CaseFormFrame>
  )
}

export function AskSupplementForm(props: CaseFormProps) {
  const form = useCaseForm(askSupplement, props, { what: '', tell: 'receiptPage' as TellingWay })
  return (
    <CaseFormFrame of={props} form={form} ready={form.value.what.trim() !== ''} body={() => form.value}>
      <WordsField
        label="要补正什么"
        hint="一次写全：缺哪些材料、哪里要说清楚。只能告知一次"
        most={4000}
        rows={4}
        value={form.value.what}
        onChange={(what) => form.change({ what })}
        wrong={form.wrong('what')}
      />
      <WayField value={form.value.tell} onChange={(tell) => form.change({ tell })} />
    </CaseFormFrame>
  )
}

/** The supplement came in; the masked text may have to say more now. */
export function ReceiveSupplementForm(props: CaseFormProps) {
  const { title, text, object } = props.found
  const form = useCaseForm(receiveSupplement, props, { changed: false, title, text, object })
  const { changed, ...masked } = form.value
  return (
    <CaseFormFrame
      of={props}
      form={form}
      ready={!changed || (masked.title.trim() !== '' && masked.text.trim() !== '')}
      body={() => ({ masked: changed ? masked : null })}
    >
      <p className="quiet small">收到补正以后，受理期限重新起算。</p>
      <Checkbox checked={changed} onChange={(event) => form.change({ changed: event.target.checked })}>
        补正的内容要写进脱敏内容
      </Checkbox>
      {changed && <MaskedFields value={masked} onChange={form.change} wrong={(name) => form.wrong(`masked.${name}`)} />}
    </CaseFormFrame>
  )
}

export function LapseSupplementForm(props: CaseFormProps) {
  const form = useCaseForm(lapseSupplement, props, {})
  return (
    <CaseFormFrame of={props} form={form} ready body={() => ({})} submit="按未补正办结">
      <p>补正期限已过，反映人没有补正。</p>
    </CaseFormFrame>
  )
}

interface Masked {
  readonly title: string
  readonly text: string
  readonly object: string
}

interface MaskedFieldsProps {
  readonly value: Masked
  readonly onChange: (part: Partial<Masked>) => void
  readonly wrong: (name: keyof Masked) => string | undefined
}

/** The text that units read: nothing in it may tell who sent it. */
export function MaskedFields({ value, onChange, wrong }: MaskedFieldsProps) {
  return (
    <>
      <p className="notice caution">
        承办单位看得到这里的每一个字。姓名、电话、证件号、企业名称等能认出反映人的内容不要写。
      </p>
      <Field label="标题" wrong={wrong('title')}>
        {(ids) => (
          <Input
            {...ids}
            maxLength={200}
            value={value.title}
            onChange={(event) => onChange({ title: event.target.value })}
          />
        )}
      </Field>
      <WordsField
        label="内容"
        most={4000}
        rows={6}
        value={value.text}
        onChange={(text) => onChange({ text })}
        wrong={wrong('text')}
      />
      <WordsField
        label="反映对象"
        optional
        most={1000}
        rows={1}
        value={value.object}
        onChange={(object) => onChange({ object })}
        wrong={wrong('object')}
      />
    </>
  )
}
