import { createHmac } from 'node:crypto'
import { z } from 'zod'

/** First frame of a backup: what it is a backup of. */
export const backupHeader = z.object({
  format: z.literal('yingshang-backup'),
  version: z.literal(1),
  takenAt: z.string(),
  mode: z.enum(['trial', 'production']),
  division: z.string(),
  installation: z.string(),
  postgres: z.string(),
  /** Checksums of the migrations that had run, in order. */
  migrations: z.array(z.string()).min(1),
  /** Tells whether the restored installation has the same keys, without telling anything about them. */
  keyMark: z.string(),
})
export type BackupHeader = z.infer<typeof backupHeader>

export const tableHead = z.object({ name: z.string(), columns: z.array(z.string()).min(1) })
export const tableEnd = z.object({ rows: z.number().int().nonnegative() })

/** Last frame: how many rows every table must have. */
export const backupFooter = z.object({ rows: z.record(z.string(), z.number().int().nonnegative()), sha256: z.string() })

export function keyMarkOf(siteKey: string): string {
  return createHmac('sha256', Buffer.from(siteKey, 'hex')).update('key mark').digest('hex').slice(0, 16)
}
