import { Link } from '@tanstack/react-router'
import type { Plan } from './plan-draft.ts'

/** Tasks that would be nobody's: which they are, and where each gets a unit. */
export function BareTasks({ plan }: { plan: Plan }) {
  const keys = plan.blockers.flatMap((one) => (one.kind === 'noUnit' ? one.tasks : []))
  const tasks = plan.tasks.filter((task) => keys.includes(task.key))
  if (tasks.length === 0) return null
  return (
    <section className="notice caution" aria-label="还没有责任单位的任务">
      <h3>{tasks.length} 项任务还没有责任单位</h3>
      <ul className="plain">
        {tasks.map((task) => (
          <li key={task.key}>
            {task.no}　{task.title}：
            {task.catchAll === '' ? (
              <Link to={`/plans/${plan.id}`} search={{ task: task.key } as never}>
                到核对页补写单位
              </Link>
            ) : (
              <Link to={`/plans/${plan.id}/publish`} search={{ step: 'groups' } as never}>
                把“{task.catchAll}”落实到单位
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
