import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { useState } from 'react'
import { Field } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { usePlanChange, type Plan } from './plan-draft.ts'

/** Title, number, issuers, addressees, attachments. */
export function UnderstoodDocument({ plan, correctable }: { plan: Plan; correctable: boolean }) {
  const edit = usePlanChange(plan.id)
  const [form, setForm] = useState(plan.package.document)
  const changed = JSON.stringify(form) !== JSON.stringify(plan.package.document)
  const off = !correctable
  return (
    <div className="form">
      <Field label="标题">
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoSize
            disabled={off}
            value={form.title}
            onChange={(event) => setForm({ ...form, title: event.target.value })}
          />
        )}
      </Field>
      <Field label="发文字号">
        {(ids) => (
          <Input
            {...ids}
            disabled={off}
            value={form.docNumber ?? ''}
            onChange={(event) => setForm({ ...form, docNumber: event.target.value === '' ? null : event.target.value })}
          />
        )}
      </Field>
      <Field label="印发机关">
        {(ids) => (
          <Select
            {...ids}
            mode="tags"
            open={false}
            suffixIcon={null}
            disabled={off}
            value={form.issuers}
            onChange={(issuers: string[]) => setForm({ ...form, issuers })}
          />
        )}
      </Field>
      <Field label="主送">
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoSize
            disabled={off}
            value={form.addressees}
            onChange={(event) => setForm({ ...form, addressees: event.target.value })}
          />
        )}
      </Field>
      <Field label="附件">
        {(ids) => (
          <Select
            {...ids}
            mode="tags"
            open={false}
            suffixIcon={null}
            disabled={off}
            value={form.attachments}
            onChange={(attachments: string[]) => setForm({ ...form, attachments })}
          />
        )}
      </Field>
      <ProblemNotice problem={edit.problem} kept="改动还在这里，没有丢。" />
      {correctable && (
        <div className="actions">
          <Button
            type="primary"
            disabled={!changed || edit.busy}
            onClick={() => void edit.change({ type: 'correctDocument', document: form })}
          >
            保存更正
          </Button>
        </div>
      )}
    </div>
  )
}
