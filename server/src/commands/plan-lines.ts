import type { CommandRun } from './command.ts'
import { readPlanFile } from './plan-file.ts'

/** `plan lines FILE`: the document as its reader saw it, for whoever mends a reader or the grammar. */
export const run: CommandRun = async (args, place) => {
  const source = await readPlanFile(args, place, 'plan lines')
  if (!source) return 2
  place.print(`${JSON.stringify(source, null, 1)}\n`)
  return 0
}
