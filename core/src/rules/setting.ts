import { z } from 'zod'
import { periodUnits } from '../kernel/deadline-rule.ts'

/**
 * Where a setting comes from: a clause of the imported notice (`clauses[].id`), another document that sets it (a law, the
 * rules of the city or the province), or the office itself, shown as 本办自定.
 */
export const settingSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('clause'), clause: z.string().min(1).max(60) }),
  z.object({ kind: z.literal('document'), document: z.string().trim().min(2).max(120) }),
  z.object({ kind: z.literal('selfSet') }),
])
export type SettingSource = z.infer<typeof settingSource>

/** A value with its source. Every number that decides something is stored like this. */
export interface Setting<Value> {
  readonly value: Value
  readonly source: SettingSource
}

export function setting<Value extends z.ZodType>(value: Value) {
  return z.object({ value, source: settingSource })
}

export function selfSet<const Value>(value: Value): { value: Value; source: { kind: 'selfSet' } } {
  return { value, source: { kind: 'selfSet' } }
}

export const period = z.object({ days: z.number().int().min(1).max(3660), unit: z.enum(periodUnits) })
export type Period = z.infer<typeof period>
