import Button from 'antd/es/button'
import Select from 'antd/es/select'
import { useState } from 'react'
import { newCommandId } from '../../api/client.ts'
import { Field } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { placeFrom, placesForNewTask, standing } from './new-task-place.ts'
import { usePlanChange, type Plan } from './plan-draft.ts'
import type { TaskFieldValues } from './task-field-values.ts'
import { TaskFields } from './task-fields.tsx'

const empty: TaskFieldValues = {
  no: '',
  title: '',
  text: '',
  leadUnits: [],
  responsibleUnits: [],
  supportingUnits: [],
  groupUnits: [],
  catchAll: '',
  basis: [],
  deadline: { text: '', kind: 'none', due: null, every: null },
}

interface NewTaskProps {
  readonly plan: Plan
  /** The task that is open just now; the new one is first offered a place after it. */
  readonly beside: string | undefined
  readonly onAdded: (key: string) => void
  readonly onCancel: () => void
}

/** A task that the document has and that was not read out of it. */
export function NewTask({ plan, beside, onAdded, onCancel }: NewTaskProps) {
  const edit = usePlanChange(plan.id)
  // One key for the whole form: sending it twice adds one task.
  const [key] = useState(newCommandId)
  const [task, setTask] = useState(empty)
  const choices = placesForNewTask(plan)
  const [place, setPlace] = useState(() => {
    const above = beside ?? plan.tasks.at(-1)?.key
    return above === undefined ? choices[0]?.options[0]?.value : `after:${above}`
  })
  const stands = place === undefined ? undefined : standing(plan, placeFrom(place))
  const { deadline } = task
  const dated = deadline.kind === 'date' || deadline.kind === 'month'
  const ready = stands && task.no.trim() !== '' && task.title.trim() !== '' && (!dated || deadline.due !== null)
  const add = async () => {
    if (!stands) return
    const { after, ...where } = stands
    const text = task.text.trim() === '' ? task.title : task.text
    if (await edit.change({ type: 'addTask', key, after, task: { ...task, ...where, text } })) onAdded(key)
  }
  return (
    <section className="understood-task open" aria-label="补一项任务">
      <div className="form opened">
        <h3>补一项任务</h3>
        <Field label="排在哪一项之后" hint="所属清单和标题跟着这一项">
          {(ids) => (
            <Select
              {...ids}
              showSearch={{ optionFilterProp: 'label' }}
              value={place ?? null}
              onChange={(value: string | null) => setPlace(value ?? undefined)}
              options={choices}
            />
          )}
        </Field>
        <TaskFields
          plan={plan}
          task={task}
          off={false}
          problem={edit.problem}
          at="change.task"
          change={(part) => setTask({ ...task, ...part })}
        />
        <ProblemNotice problem={edit.problem} kept="填的内容还在这里，没有丢。" />
        {!ready && <p className="quiet small">填好编号、标题，按日期的还要选到期日，才能补上。</p>}
        <div className="actions">
          <Button type="primary" disabled={!ready || edit.busy} onClick={() => void add()}>
            补上这一项
          </Button>
          <Button onClick={onCancel}>不补了</Button>
        </div>
      </div>
    </section>
  )
}
