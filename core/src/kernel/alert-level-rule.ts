import { z } from 'zod'

/** 红黄蓝灯. `normal` has no lamp; `red` is overdue. */
export const alertLevels = ['normal', 'blue', 'yellow', 'red'] as const
export type AlertLevel = (typeof alertLevels)[number]

/**
 * When a lamp comes on before the due day: at `percentLeft` (0–100) per cent of the period's working days or fewer, or at
 * `workingDaysLeft` working days or fewer, whichever comes first. Null switches one of the two off.
 */
const lamp = z.object({
  percentLeft: z.number().int().min(0).max(100).nullable(),
  workingDaysLeft: z.number().int().min(0).nullable(),
})
export type AlertLamp = z.infer<typeof lamp>

/** Red needs no setting: it begins on the day after the due day. */
export const alertRule = z.object({ blue: lamp, yellow: lamp })
export type AlertRule = z.infer<typeof alertRule>

/** Used where a notice says nothing about lamps (本办自定). */
export const defaultAlertRule: AlertRule = {
  blue: { percentLeft: 30, workingDaysLeft: 5 },
  yellow: { percentLeft: 15, workingDaysLeft: 2 },
}
