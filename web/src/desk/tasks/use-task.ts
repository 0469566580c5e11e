import { taskPage } from '@yingshang/core/tasks/contract'
import type { z } from 'zod'
import { useRead } from '../../api/use-read.ts'

export type Task = z.output<typeof taskPage.reply>

export function useTask(taskId: string) {
  return useRead(taskPage, { params: { taskId } })
}
