import Checkbox from 'antd/es/checkbox'
import type { ReactNode } from 'react'
import type { DraftTask } from './plan-draft.ts'

interface TaskPickerProps {
  readonly label: string
  readonly tasks: readonly DraftTask[]
  readonly chosen: readonly string[]
  readonly onChange: (keys: readonly string[]) => void
  readonly off: boolean
  readonly beside: (task: DraftTask) => ReactNode
}

/** Tasks with a check mark each and one for all, for decisions in bulk. */
export function TaskPicker({ label, tasks, chosen, onChange, off, beside }: TaskPickerProps) {
  const all = tasks.length > 0 && tasks.every((task) => chosen.includes(task.key))
  return (
    <table className="list cards" aria-label={label}>
      <thead>
        <tr>
          <th style={{ width: '2.5rem' }}>
            <Checkbox
              aria-label="全部选中"
              disabled={off}
              checked={all}
              indeterminate={!all && chosen.length > 0}
              onChange={() => onChange(all ? [] : tasks.map((task) => task.key))}
            />
          </th>
          <th>任务</th>
          <th>现在</th>
        </tr>
      </thead>
      <tbody>
        {tasks.map((task) => (
          <tr key={task.key}>
            <td className="card-box">
              <Checkbox
                aria-label={`选中 ${task.title}`}
                disabled={off}
                checked={chosen.includes(task.key)}
                onChange={(event) =>
                  onChange(event.target.checked ? [...chosen, task.key] : chosen.filter((key) => key !== task.key))
                }
              />
            </td>
            <td className="card-title">
              {task.no}　{task.title}
            </td>
            <td>{beside(task)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
