import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useState } from 'react'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { usePlanChange, type DraftTask, type Plan } from './plan-draft.ts'
import { differing, type TaskFieldValues } from './task-field-values.ts'
import { TaskFields } from './task-fields.tsx'

interface TaskCorrectionProps {
  readonly plan: Plan
  readonly task: DraftTask
  readonly correctable: boolean
}

/** Every field of one understood task; only what differs is sent. */
export function TaskCorrection({ plan, task, correctable }: TaskCorrectionProps) {
  const edit = usePlanChange(plan.id)
  const [form, setForm] = useState<TaskFieldValues>(task)
  const correction = differing(task, form)
  const save = () => edit.change({ type: 'correctTask', key: task.key, correction })
  const [removing, setRemoving] = useState('')
  return (
    <div className="form">
      <TaskFields
        plan={plan}
        task={form}
        off={!correctable}
        problem={edit.problem}
        at="change.correction"
        change={(part) => setForm({ ...form, ...part })}
      />
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
            aria-label="删去的原因"
            placeholder="不是任务？写明原因"
            style={{ width: '15rem' }}
            value={removing}
            onChange={(e) => setRemoving(e.target.value)}
          />
          <Button
            disabled={removing.trim() === '' || edit.busy}
            onClick={() => void edit.change({ type: 'removeTask', key: task.key, reason: removing.trim() })}
          >
            删去这一项
          </Button>
        </div>
      )}
    </div>
  )
}
