import { archiveLimits } from '../../platform/files/archive.ts'

/** What a file may cost before it is refused. Sizes in bytes. */
export const limits = {
  fileBytes: 20 * 1024 * 1024,
  ...archiveLimits,
  xmlDepth: 200,
  lines: 200_000,
  cells: 1_000_000,
  pages: 3_000,
  workerHeapMegabytes: 512,
  workerExternalMegabytes: 512,
  workerSeconds: 30,
} as const
