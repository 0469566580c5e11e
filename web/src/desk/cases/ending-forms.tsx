import { correctMaskedText, mergeCase, transferCase } from '@yingshang/core/cases/action-contract'
import { listCases } from '@yingshang/core/cases/contract'
import type { TellingWay } from '@yingshang/core/cases/case-words'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { useState } from 'react'
import { useRead } from '../../api/use-read.ts'
import { Field } from '../../ui/field.tsx'
import { UnitChoice } from '../units/unit-choice.tsx'
import { CaseFormFrame, useCaseForm, type CaseFormProps } from './case-form.tsx'
import { WayField, WordsField } from './form-fields.tsx'
import { MaskedFields } from './triage-forms.tsx'

interface Other {
  readonly value: string
  readonly label: string
}

/** Into another open case, found by its number or its words. */
export function MergeForm(props: CaseFormProps) {
  const form = useCaseForm(mergeCase, props, { into: null as Other | null, tell: 'receiptPage' as TellingWay })
  const [search, setSearch] = useState('')
  const q = search.trim()
  const cases = useRead(listCases, { query: { q, size: 20 } }, { enabled: q.length >= 2, keep: true })
  const rows = q.length < 2 ? [] : (cases.data?.rows ?? []).filter((row) => row.id !== props.found.id)
  const choices = rows.map((row) => ({ value: row.id, label: `${row.number}　${row.title}` }))
  const { into, tell } = form.value
  return (
    <CaseFormFrame of={props} form={form} ready={into !== null} body={() => ({ intoCaseId: into!.value, tell })}>
      <Field label="并入哪一件" hint="输入编号或标题里的两个字" wrong={form.wrong('intoCaseId')}>
        {(ids) => (
          <Select<Other>
            {...ids}
            labelInValue
            showSearch={{ filterOption: false, onSearch: setSearch }}
            value={into}
            loading={cases.isFetching}
            notFoundContent={q.length < 2 ? '请输入至少两个字' : '没有找到没有办结的件'}
            options={choices}
            onChange={(next) => form.change({ into: { value: next.value, label: String(next.label) } })}
          />
        )}
      </Field>
      <WayField value={tell} onChange={(way) => form.change({ tell: way })} />
    </CaseFormFrame>
  )
}

/** To a body that handles it by its own law: one of the county's units, or another named one. */
export function TransferForm(props: CaseFormProps) {
  const form = useCaseForm(transferCase, props, {
    unitId: null as string | null,
    to: '',
    why: '',
    tell: 'receiptPage' as TellingWay,
  })
  const { value, change, wrong } = form
  return (
    <CaseFormFrame of={props} form={form} ready={value.unitId !== null || value.to.trim() !== ''} body={() => value}>
      <Field label="本县单位" hint="法院、检察院等也在这里选" optional wrong={wrong('unitId')}>
        {(ids) => (
          <UnitChoice
            id={ids.id}
            label="本县单位"
            value={value.unitId ?? undefined}
            onChange={(unitId) => change({ unitId: unitId ?? null })}
          />
        )}
      </Field>
      {value.unitId === null && (
        <Field label="其他机关的名称" wrong={wrong('to')}>
          {(ids) => (
            <Input {...ids} maxLength={100} value={value.to} onChange={(event) => change({ to: event.target.value })} />
          )}
        </Field>
      )}
      <WordsField label="说明" optional most={1000} value={value.why} onChange={(why) => change({ why })} />
      <WayField value={value.tell} onChange={(tell) => change({ tell })} />
    </CaseFormFrame>
  )
}

export function MaskedTextForm(props: CaseFormProps) {
  const { title, text, object } = props.found
  const form = useCaseForm(correctMaskedText, props, { title, text, object })
  const { value } = form
  return (
    <CaseFormFrame
      of={props}
      form={form}
      ready={value.title.trim() !== '' && value.text.trim() !== ''}
      body={() => value}
    >
      <MaskedFields value={value} onChange={form.change} wrong={form.wrong} />
    </CaseFormFrame>
  )
}
