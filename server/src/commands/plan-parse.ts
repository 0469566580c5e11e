import type { CommandRun } from './command.ts'
import { readPlanFile } from './plan-file.ts'

/** `plan parse FILE`: the plan package as JSON on standard output, or exit 2 and one line on standard error. */
export const run: CommandRun = async (args, place) => {
  const source = await readPlanFile(args, place, 'plan parse')
  if (!source) return 2
  const { parsePlan } = await import('@yingshang/core/plans/importer/parse')
  place.print(`${JSON.stringify(parsePlan(source), null, 2)}\n`)
  return 0
}
