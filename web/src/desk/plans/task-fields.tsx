import type { Problem } from '@yingshang/core/kernel/problem'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { useMemo } from 'react'
import { DayField } from '../../ui/day-field.tsx'
import { Field, wrongField } from '../../ui/field.tsx'
import { kindNames } from '@yingshang/core/tasks/labels.zh'
import { everyWords, printedUnits, type Plan } from './plan-draft.ts'
import type { TaskFieldValues } from './task-field-values.ts'

const lists = [
  ['leadUnits', '牵头单位'],
  ['responsibleUnits', '责任单位'],
  ['supportingUnits', '配合单位'],
  ['groupUnits', '成组单位（如各镇）'],
  ['basis', '依据'],
] as const

interface TaskFieldsProps {
  readonly plan: Plan
  readonly task: TaskFieldValues
  readonly off: boolean
  readonly problem: Problem | undefined
  /** Where the fields stand in the body that is sent. */
  readonly at: string
  readonly change: (part: Partial<TaskFieldValues>) => void
}

/** What is printed about one task, field by field, with names already known from the plan. */
export function TaskFields({ plan, task, off, problem, at, change }: TaskFieldsProps) {
  const known = useMemo(() => knownNames(plan), [plan])
  return (
    <>
      <div className="row">
        <div style={{ width: '6rem' }}>
          <Field label="编号">
            {(ids) => (
              <Input {...ids} disabled={off} value={task.no} onChange={(e) => change({ no: e.target.value })} />
            )}
          </Field>
        </div>
        <div className="grow">
          <Field label="标题" wrong={wrongField(problem, `${at}.title`)}>
            {(ids) => (
              <Input {...ids} disabled={off} value={task.title} onChange={(e) => change({ title: e.target.value })} />
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
            value={task.text}
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
              value={[...task[name]]}
              onChange={(value: string[]) => change({ [name]: value })}
              options={(name === 'basis' ? known.basis : known.units).map((value) => ({ value }))}
              tokenSeparators={['、', '，', '；']}
            />
          )}
        </Field>
      ))}
      <Field label="兜底表述" optional>
        {(ids) => (
          <Input {...ids} disabled={off} value={task.catchAll} onChange={(e) => change({ catchAll: e.target.value })} />
        )}
      </Field>
      <DeadlinePart task={task} off={off} change={(deadline) => change({ deadline })} />
    </>
  )
}

interface DeadlinePartProps {
  readonly task: TaskFieldValues
  readonly off: boolean
  readonly change: (deadline: TaskFieldValues['deadline']) => void
}

function DeadlinePart({ task, off, change }: DeadlinePartProps) {
  const { deadline } = task
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
            options={Object.entries(kindNames).map(([value, label]) => ({
              value: value as TaskFieldValues['deadline']['kind'],
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

function knownNames(plan: Plan) {
  return {
    units: [...new Set(plan.tasks.flatMap((task) => [...printedUnits(task), ...task.groupUnits]))],
    basis: [...new Set(plan.tasks.flatMap((task) => task.basis))],
  }
}
