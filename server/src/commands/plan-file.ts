import path from 'node:path'
import { readingSentence } from '@yingshang/core/plans/reading.zh'
import type { SourceDocument } from '@yingshang/core/plans/source'
import { readFileInWorker } from '../plans/readers/read-file.ts'
import type { CommandPlace } from './command.ts'

/** Reads the one file a command was given. Null when it could not be read; the reason is then on standard error. */
export async function readPlanFile(
  args: readonly string[],
  place: CommandPlace,
  command: string,
): Promise<SourceDocument | null> {
  const [file, ...rest] = args
  if (!file || rest.length > 0) {
    place.complain(`请给出一个方案文件：npm run --silent yingshang -- ${command} 文件（文件名有空格时请加引号）\n`)
    return null
  }
  const reading = await readFileInWorker(path.resolve(place.directory, file))
  if ('source' in reading) return reading.source
  place.complain(`${oneLine(file)}：${readingSentence(reading.refusal)}（${reading.refusal.code}）\n`)
  return null
}

const oneLine = (name: string) => name.replace(/\p{Cc}/gu, ' ')
