import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readStorage, type Mode, type Storage } from '../platform/config.ts'
import { PlainFailure } from '../platform/plain-failure.ts'
import type { CommandPlace } from './command.ts'

/**
 * Which installation a command is about: `--trial` or `--production` says it; otherwise the one there is. Takes the word
 * out of the arguments.
 */
export function whichInstallation(args: readonly string[]): { storage: Storage; mode: Mode | undefined; rest: string[] } {
  const asked = (['trial', 'production'] as const).filter((mode) => args.includes(`--${mode}`))
  const rest = args.filter((word) => word !== '--trial' && word !== '--production')
  if (asked.length > 1) throw new PlainFailure('command.mode', '--trial 和 --production 只能写一个')
  const mode = asked[0] ?? usedMode()
  return { storage: readStorage(mode ?? 'production', process.env), mode, rest }
}

/** Undefined where the place was given and says nothing about the mode. */
function usedMode(): Mode | undefined {
  const used = (mode: Mode) => existsSync(join(readStorage(mode, process.env).dataFolder, 'keys.json'))
  if (process.env['YINGSHANG_DATA'] || process.env['YINGSHANG_OWNER_URL']) return undefined
  const [production, trial] = [used('production'), used('trial')]
  if (production && trial)
    throw new PlainFailure('command.mode', '试用和正式两个数据目录都有，请加上 --production 或 --trial 说明是哪一个')
  return trial ? 'trial' : 'production'
}

/** Runs a command; a failure that a person can mend becomes one line and exit code 1. */
export async function inSentences(place: CommandPlace, work: () => Promise<void>): Promise<number> {
  try {
    await work()
    return 0
  } catch (error) {
    if (!(error instanceof PlainFailure)) throw error
    place.complain(`${error.message}（${error.code}）\n`)
    return error.code === 'command.usage' ? 2 : 1
  }
}

/** Takes `--name value` out of the arguments. */
export function takeOption(args: string[], name: string): string | undefined {
  const at = args.indexOf(`--${name}`)
  if (at < 0) return undefined
  const [, value] = args.splice(at, 2)
  if (value === undefined) throw new PlainFailure('command.usage', `--${name} 后面缺少内容`)
  return value
}

/** The one argument that is left. */
export function onlyArgument(args: readonly string[], usage: string): string {
  if (args.length === 1 && !args[0]!.startsWith('--')) return args[0]!
  throw new PlainFailure('command.usage', `用法：yingshang ${usage}`)
}
