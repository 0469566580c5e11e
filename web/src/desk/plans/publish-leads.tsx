import Select from 'antd/es/select'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { printedUnits, usePlanChange, type Plan } from './plan-draft.ts'

/** Tasks of several units and no printed lead: one may be named. */
export function LeadsStep({ plan, correctable }: { plan: Plan; correctable: boolean }) {
  const edit = usePlanChange(plan.id)
  const tasks = plan.tasks.filter((task) => task.leadUnits.length === 0 && printedUnits(task).length > 1)
  if (tasks.length === 0) return <p className="quiet">没有需要指定牵头单位的任务。</p>
  return (
    <>
      <ProblemNotice problem={edit.problem} />
      <table className="list cards" aria-label="牵头单位">
        <thead>
          <tr>
            <th>任务</th>
            <th>印出的单位</th>
            <th>牵头</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <tr key={task.key}>
              <td className="card-title">
                {task.no}　{task.title}
              </td>
              <td>{printedUnits(task).join('、')}</td>
              <td>
                <Select
                  aria-label={`${task.title}的牵头单位`}
                  placeholder="不指定，各自报送"
                  disabled={!correctable || edit.busy}
                  style={{ width: '13rem' }}
                  value={plan.decisions[task.key]?.lead}
                  onChange={(lead: string) =>
                    void edit.change({ type: 'decideTasks', keys: [task.key], decision: { lead } })
                  }
                  options={printedUnits(task).map((name) => ({ value: name, label: name }))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
