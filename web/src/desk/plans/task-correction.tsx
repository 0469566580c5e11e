import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { useMemo, useState } from 'react'
import { DayField } from '../../ui/day-field.tsx'
import { Field, wrongField } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { everyWords, kindWords, printedUnits, usePlanChange, type DraftTask, type Plan } from './plan-draft.ts'

const lists = [
  ['leadUnits', '牵头单位'],
  ['responsibleUnits', '责任单位'],
  ['supportingUnits', '配合单位'],
  ['groupUnits', '成组单位（如各镇）'],
  ['basis', '依据'],
] as const

interface TaskCorrectionProps {
  readonly plan: Plan
  readonly task: DraftTask
  readonly correctable: boolean
}

/** Every field of one understood task; only what differs is sent. */
export function TaskCorrection({ plan, task, correctable }: TaskCorrectionProps) {
  const edit = usePlanChange(plan.id)
  const [form, setForm] = useState(task)
  const known = useMemo(() => knownNames(plan), [plan])
  const change = (part: Partial<DraftTask>) => setForm({ ...form, ...part })
  const correction = differing(task, form)
  const save = () => edit.change({ type: 'correctTask', key: task.key, correction })
  const [removing, setRemoving] = useState('')
  const off = !correctable
  return (
    <div className="form">
      <div className="row">
        <div style={{ width: '6rem' }}>
          <Field label="编号">
            {(ids) => (
              <Input {...ids} disabled={off} value={form.no} onChange={(e) => change({ no: e.target.value })} />
            )}
          </Field>
        </div>
        <div className="grow">
          <Field label="标题" wrong={wrongField(edit.problem, 'change.correction.title')}>
            {(ids) => (
              <Input {...ids} disabled={off} value={form.title} onChange={(e) => change({ title: e.target.value })} />
            )}
          </Field>
        </div>
      </div>
      <Field label="正文">
        {(ids) => (
          <Input.TextArea
            {...ids}
            disabled={off}
            autoSize={{ minRows: 3, maxRows: 14 }}
            value={form.text}
            onChange={(e) => change({ text: e.target.value })}
          />
        )}
      </Field>
      {lists.map(([name, label]) => (
        <Field key={name} label={label}>
          {(ids) => (
            <Select
              {...ids}
              mode="tags"
              disabled={off}
              value={[...form[name]]}
              onChange={(value: string[]) => change({ [name]: value })}
              options={(name === 'basis' ? known.basis : known.units).map((value) => ({ value }))}
              tokenSeparators={['、', '，', '；']}
            />
          )}
        </Field>
      ))}
      <Field label="兜底表述" optional>
        {(ids) => (
          <Input {...ids} disabled={off} value={form.catchAll} onChange={(e) => change({ catchAll: e.target.value })} />
        )}
      </Field>
      <DeadlinePart form={form} off={off} change={(deadline) => change({ deadline })} />
      <ProblemNotice problem={edit.problem} kept="改动还在这里，没有丢。" />
      {correctable && (
        <div className="actions">
          <Button
            type="primary"
            disabled={Object.keys(correction).length === 0 || edit.busy}
            onClick={() => void save()}
          >
            保存更正
          </Button>
          {Object.keys(correction).length > 0 && <Button onClick={() => setForm(task)}>恢复读出的内容</Button>}
          <Input
            aria-label="移除的原因"
            placeholder="不是任务？写明原因后移除"
            style={{ width: '15rem' }}
            value={removing}
            onChange={(e) => setRemoving(e.target.value)}
          />
          <Button
            disabled={removing.trim() === '' || edit.busy}
            onClick={() => void edit.change({ type: 'removeTask', key: task.key, reason: removing.trim() })}
          >
            移除
          </Button>
        </div>
      )}
    </div>
  )
}

interface DeadlinePartProps {
  readonly form: DraftTask
  readonly off: boolean
  readonly change: (deadline: DraftTask['deadline']) => void
}

function DeadlinePart({ form, off, change }: DeadlinePartProps) {
  const { deadline } = form
  return (
    <div className="row" style={{ alignItems: 'flex-end' }}>
      <Field label="印出的时限">
        {(ids) => (
          <Input
            {...ids}
            disabled={off}
            value={deadline.text}
            onChange={(e) => change({ ...deadline, text: e.target.value })}
          />
        )}
      </Field>
      <Field label="理解为">
        {(ids) => (
          <Select
            {...ids}
            disabled={off}
            style={{ minWidth: '8rem' }}
            value={deadline.kind}
            onChange={(kind) =>
              change({
                ...deadline,
                kind,
                due: kind === 'date' || kind === 'month' ? deadline.due : null,
                every: kind === 'recurring' ? (deadline.every ?? 'quarter') : null,
              })
            }
            options={Object.entries(kindWords).map(([value, label]) => ({
              value: value as DraftTask['deadline']['kind'],
              label,
            }))}
          />
        )}
      </Field>
      {(deadline.kind === 'date' || deadline.kind === 'month') && !off && (
        <DayField
          label="到期日"
          value={deadline.due ?? undefined}
          onChange={(due) => change({ ...deadline, due: due ?? null })}
        />
      )}
      {deadline.kind === 'recurring' && (
        <Select
          aria-label="多久一次"
          disabled={off}
          value={deadline.every ?? 'quarter'}
          onChange={(every) => change({ ...deadline, every })}
          options={Object.entries(everyWords).map(([value, label]) => ({ value, label }))}
        />
      )}
    </div>
  )
}

const fields = [
  'no',
  'title',
  'text',
  'leadUnits',
  'responsibleUnits',
  'supportingUnits',
  'groupUnits',
  'catchAll',
  'basis',
  'deadline',
] as const

/** The fields of `form` that differ from `task`. */
export function differing(task: DraftTask, form: DraftTask): Partial<DraftTask> {
  const changed: Record<string, unknown> = {}
  for (const field of fields)
    if (JSON.stringify(task[field]) !== JSON.stringify(form[field])) changed[field] = form[field]
  return changed as Partial<DraftTask>
}

function knownNames(plan: Plan) {
  return {
    units: [...new Set(plan.tasks.flatMap((task) => [...printedUnits(task), ...task.groupUnits]))],
    basis: [...new Set(plan.tasks.flatMap((task) => task.basis))],
  }
}
