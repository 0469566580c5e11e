import { Link, useParams } from '@tanstack/react-router'
import { Page } from '../../ui/page.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { TaskDetail } from './task-detail.tsx'
import { useTask } from './use-task.ts'

/** One task as a page of its own. */
export function TaskPage() {
  const { taskId } = useParams({ strict: false }) as { taskId: string }
  const task = useTask(taskId).data
  const late = task?.parts.filter((part) => part.alert === 'red').length ?? 0
  const open = task?.parts.filter((part) => !['confirmed', 'withdrawn'].includes(part.status)).length ?? 0
  return (
    <Page
      title={task ? `${task.no}　${task.title}` : '任务'}
      trail={<Link to="/tasks">任务清单</Link>}
      state={task && stateOf(open, late)}
      actions={<PrintButton />}
    >
      <TaskDetail taskId={taskId} />
    </Page>
  )
}

function stateOf(open: number, late: number): string {
  if (open === 0) return '各单位的部分都有了结论。'
  return `${open} 个单位的部分还没有结论${late > 0 ? `，其中 ${late} 个逾期` : ''}。`
}
