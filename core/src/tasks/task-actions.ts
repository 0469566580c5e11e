import type { Task } from './task-state.ts'

export const taskActions = [
  'publish',
  'openPeriod',
  'changeDate',
  'nameLead',
  'addPart',
  'revise',
  'settlePart',
  'conclude',
  'turnRoutine',
  'withdraw',
] as const
export type TaskAction = (typeof taskActions)[number]

/**
 * What may happen next to a task: complete by type. The server refuses by it, the screen draws its buttons from it. A
 * task that turned into routine still follows a revised notice; a concluded one is history.
 */
export const taskActionsNow: Readonly<Record<Task['kind'], readonly TaskAction[]>> = {
  none: ['publish'],
  open: [
    'changeDate',
    'nameLead',
    'addPart',
    'withdraw',
    'openPeriod',
    'revise',
    'settlePart',
    'conclude',
    'turnRoutine',
  ],
  concluded: [],
  routine: ['revise', 'withdraw'],
  withdrawn: [],
}

/** Those a person starts from the task's page; the others follow from publishing, parts and the calendar. */
export const offeredTaskActions = ['changeDate', 'nameLead', 'addPart', 'withdraw'] as const
