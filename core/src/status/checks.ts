/** What the administrator looks at, in the order of the page. */
export const checkKeys = [
  'database',
  'disk',
  'backup',
  'queue',
  'jobs',
  'dailyScan',
  'calendar',
  'protection',
  'mail',
  'robots',
  'calls',
] as const
export type CheckKey = (typeof checkKeys)[number]

/** `fine`: nothing to do. `warning`: to be seen to. `failing`: something does not work now. `off`: not in use. */
export const checkLevels = ['fine', 'warning', 'failing', 'off'] as const
export type CheckLevel = (typeof checkLevels)[number]

export type CheckFacts = Readonly<Record<string, string | number>>

export interface Check {
  readonly key: CheckKey
  readonly level: CheckLevel
  /** `unseen` when the look itself failed. */
  readonly facts: CheckFacts
}

const hour = 60
const gigabyte = 1024 ** 3

/** Free space in bytes. PostgreSQL stops writing when none is left; a backup needs as much as the data. */
export function diskLevel(free: number, total: number): CheckLevel {
  if (free < gigabyte || free < total * 0.02) return 'failing'
  return free < 5 * gigabyte || free < total * 0.1 ? 'warning' : 'fine'
}

/** Minutes that the oldest row of the outbox has waited; it is moved on every two seconds. */
export function queueLevel(minutes: number): CheckLevel {
  if (minutes >= hour) return 'failing'
  return minutes >= 5 ? 'warning' : 'fine'
}

/** Days since the last backup; null when there was none. */
export function backupLevel(days: number | null): CheckLevel {
  if (days === null) return 'warning'
  if (days > 30) return 'failing'
  return days > 7 ? 'warning' : 'fine'
}

/**
 * How far the work calendar is known. The notice of the next year is published in October or November; from 1 October on
 * its absence is said, and a year without notice that has begun is counted by the law alone (rule D-04).
 */
export function calendarLevel(businessDay: string, thisYear: boolean, nextYear: boolean): CheckLevel {
  if (!thisYear) return 'failing'
  return !nextYear && businessDay.slice(5) >= '10-01' ? 'warning' : 'fine'
}

/** Deliveries of the last day of one channel. */
export function channelLevel(inUse: boolean, failed: number, waitingLong: number): CheckLevel {
  if (!inUse) return 'off'
  return failed + waitingLong > 0 ? 'warning' : 'fine'
}

/** The worst of all checks; what is off does not count. */
export function worst(levels: readonly CheckLevel[]): Exclude<CheckLevel, 'off'> {
  if (levels.includes('failing')) return 'failing'
  return levels.includes('warning') ? 'warning' : 'fine'
}
