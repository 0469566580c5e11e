import { z } from 'zod'

/**
 * How a version came about: the program brought it, a file in the holiday-cn format, the pasted text of a notice, local
 * days that were entered, or an earlier version that was taken up again.
 */
export const sourceKinds = ['shipped', 'file', 'notice', 'local', 'restored'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** What stays of the source in the ledger; its text is kept beside the version. */
export const calendarSource = z.object({
  kind: z.enum(sourceKinds),
  /** Name of the file, number of the notice, basis of the local days. */
  title: z.string(),
  /** Where it is published; empty when nobody said. */
  url: z.string(),
  /** SHA-256 of the text that was read, hex; empty without one. */
  digest: z.string(),
  /** The version that was taken up again. */
  fromVersion: z.number().int().nullable(),
})
export type CalendarSource = z.infer<typeof calendarSource>
