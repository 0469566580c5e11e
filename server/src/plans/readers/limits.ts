/** What a file may cost before it is refused. Sizes in bytes. */
export const limits = {
  fileBytes: 20 * 1024 * 1024,
  /** Sum of all inflated parts of one archive that are really read. */
  inflatedBytes: 120 * 1024 * 1024,
  /** One inflated part; a 300-page notice has about 6 MB of document.xml. */
  entryBytes: 80 * 1024 * 1024,
  /** Inflated ÷ packed of one part, looked at above `ratioFrom` bytes only: short repetitive XML packs well. */
  ratio: 200,
  ratioFrom: 4 * 1024 * 1024,
  entries: 2_000,
  xmlDepth: 200,
  lines: 200_000,
  cells: 1_000_000,
  pages: 3_000,
  workerHeapMegabytes: 512,
  workerExternalMegabytes: 512,
  workerSeconds: 30,
} as const
