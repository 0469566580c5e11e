import { sources } from './sources.ts'

export interface CapabilityRow {
  readonly folder: string
  /** Where the folder may stand: `core`, `server`, `desk`. */
  readonly rooms: readonly string[]
}

/**
 * The table under `## Capabilities` of GLOSSARY.md: the folder in backticks in the first column, its rooms in the second.
 * Throws when the table is not there or a row cannot be read.
 */
export function capabilityTable(): CapabilityRow[] {
  const [glossary] = sources((path) => path === 'GLOSSARY.md')
  const section = /^## Capabilities$([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(glossary!.text)?.[1] ?? ''
  const rows = section.split('\n').filter((line) => line.startsWith('| `'))
  if (rows.length === 0) throw new Error('GLOSSARY.md has no table under "## Capabilities"')
  return rows.map((row) => {
    const [, folder, rooms] = row.split('|').map((cell) => cell.trim())
    return { folder: folder!.replaceAll('`', ''), rooms: rooms!.split(',').map((room) => room.trim()) }
  })
}
