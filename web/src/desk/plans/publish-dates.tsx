import Button from 'antd/es/button'
import { useState } from 'react'
import { DayField } from '../../ui/day-field.tsx'
import { dayText } from '../../ui/day.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { usePlanChange, type Plan } from './plan-draft.ts'
import { TaskPicker } from './task-picker.tsx'
import { deadlineWords } from './understood-tasks.tsx'

/** Tasks for which nothing was printed: the office may set a date, marked 本办自定 from then on. */
export function DatesStep({ plan, correctable }: { plan: Plan; correctable: boolean }) {
  const edit = usePlanChange(plan.id)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [day, setDay] = useState<string>()
  const tasks = plan.tasks.filter((task) => task.deadline.kind === 'none' || task.deadline.kind === 'month')
  if (tasks.length === 0) return <p className="quiet">每项任务都有期限。</p>
  const save = async () => {
    if (await edit.change({ type: 'decideTasks', keys: [...chosen], decision: { dueOn: day! } })) setChosen([])
  }
  return (
    <>
      <ProblemNotice problem={edit.problem} />
      {correctable && (
        <div className="row">
          <span>选中的 {chosen.length} 项，期限定为</span>
          <DayField label="定为哪一天" value={day} onChange={setDay} />
          <Button type="primary" disabled={!day || chosen.length === 0 || edit.busy} onClick={() => void save()}>
            定下期限
          </Button>
        </div>
      )}
      <TaskPicker
        label="没有期限的任务"
        tasks={tasks}
        chosen={chosen}
        onChange={setChosen}
        off={!correctable}
        beside={(task) => {
          const dueOn = plan.decisions[task.key]?.dueOn
          return dueOn ? (
            <span>
              {dayText(dueOn)} <span className="tag">本办自定</span>
            </span>
          ) : (
            <span className="quiet">{deadlineWords(task)}</span>
          )
        }}
      />
    </>
  )
}
