import Button from 'antd/es/button'
import { useState } from 'react'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { usePlanChange, type Plan } from './plan-draft.ts'
import { TaskPicker } from './task-picker.tsx'

/** Tasks whose result must be published to the public. */
export function PublicStep({ plan, correctable }: { plan: Plan; correctable: boolean }) {
  const edit = usePlanChange(plan.id)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const save = async (mustPublish: boolean) => {
    if (await edit.change({ type: 'decideTasks', keys: [...chosen], decision: { mustPublish } })) setChosen([])
  }
  return (
    <>
      <ProblemNotice problem={edit.problem} />
      {correctable && (
        <div className="actions">
          <Button type="primary" disabled={chosen.length === 0 || edit.busy} onClick={() => void save(true)}>
            选中的 {chosen.length} 项必须公开
          </Button>
          <Button disabled={chosen.length === 0 || edit.busy} onClick={() => void save(false)}>
            不必公开
          </Button>
        </div>
      )}
      <TaskPicker
        label="必须公开的任务"
        tasks={plan.tasks}
        chosen={chosen}
        onChange={setChosen}
        off={!correctable}
        beside={(task) =>
          plan.decisions[task.key]?.mustPublish ? (
            <span className="tag strong">必须公开</span>
          ) : (
            <span className="quiet">—</span>
          )
        }
      />
    </>
  )
}
