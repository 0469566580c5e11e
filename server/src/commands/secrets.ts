import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Keys } from '../platform/keys.ts'
import type { Opening } from '../platform/backup/sealed-file.ts'
import { PlainFailure } from '../platform/plain-failure.ts'
import type { CommandPlace } from './command.ts'
import { takeOption } from './installation.ts'

const shortest = 12

/** The words that close a backup: those given, or typed twice without being shown. */
export async function newPassphrase(given: string | undefined, place: CommandPlace): Promise<string> {
  const words = given ?? (await ask(place, `备份口令（至少 ${shortest} 个字，请记在安全的地方，丢失后备份打不开）：`))
  if ([...words].length < shortest)
    throw new PlainFailure('backup.short-passphrase', `口令太短，至少需要 ${shortest} 个字，例如四五个不相干的词`)
  if (given === undefined && (await ask(place, '再输一遍：')) !== words)
    throw new PlainFailure('backup.passphrase-differs', '两次输入的口令不同，没有备份')
  return words
}

/** Everything at hand that may open a backup; asks for words only when nothing was given and there is a terminal. */
export async function openingFor(args: string[], place: CommandPlace, siteKeys: readonly string[]): Promise<Opening> {
  const identity = takeOption(args, 'identity')
  const keys = takeOption(args, 'keys')
  const given = givenPassphrase(args, place)
  return {
    siteKeys: keys === undefined ? siteKeys : [...siteKeys, (JSON.parse(readText(place, keys)) as Keys).siteKey],
    passphrases: given === undefined ? [] : [given],
    identities: identity === undefined ? [] : identitiesIn(readText(place, identity)),
  }
}

/** Tries without words first; asks for them when nothing else opened the file. */
export async function openOrAsk<Result>(
  opening: Opening,
  place: CommandPlace,
  open: (opening: Opening) => Promise<Result>,
): Promise<Result> {
  try {
    return await open(opening)
  } catch (error) {
    const closed = error instanceof PlainFailure && error.code === 'backup.wrong-secret'
    const asked = opening.passphrases?.length === 0 && opening.identities?.length === 0
    if (!closed || !asked || !process.stdin.isTTY) throw error
    return open({ ...opening, passphrases: [await ask(place, '备份口令：')] })
  }
}

/** Words from a file (`--passphrase-file`) or from YINGSHANG_BACKUP_PASSPHRASE. */
export function givenPassphrase(args: string[], place: CommandPlace): string | undefined {
  const file = takeOption(args, 'passphrase-file')
  if (file !== undefined) return readText(place, file).trim()
  return process.env['YINGSHANG_BACKUP_PASSPHRASE'] || undefined
}

function identitiesIn(text: string): string[] {
  return text.split(/\s+/).filter((line) => line.startsWith('AGE-SECRET-KEY-'))
}

function readText(place: CommandPlace, file: string): string {
  try {
    return readFileSync(resolve(place.directory, file), 'utf8')
  } catch {
    throw new PlainFailure('command.no-file', `文件 ${file} 不能读取`)
  }
}

/** Reads a line from the terminal without showing it. */
function ask(place: CommandPlace, question: string): Promise<string> {
  const { stdin } = process
  if (!stdin.isTTY)
    throw new PlainFailure(
      'backup.no-passphrase',
      '没有终端可以输入口令。请用 --passphrase-file 文件、--recipient 公钥，或设置 YINGSHANG_BACKUP_PASSPHRASE',
    )
  place.complain(question)
  return new Promise((resolveWords, reject) => {
    let words = ''
    stdin.setRawMode(true).setEncoding('utf8').resume()
    const end = (finish: () => void) => {
      stdin.setRawMode(false).pause()
      stdin.off('data', take)
      place.complain('\n')
      finish()
    }
    const take = (text: string) => {
      for (const sign of text) {
        if (sign === '\r' || sign === '\n') return end(() => resolveWords(words))
        if (sign === '\u0003') return end(() => reject(new PlainFailure('command.cancelled', '已取消')))
        words = sign === '\u007F' ? words.slice(0, -1) : words + sign
      }
    }
    stdin.on('data', take)
  })
}
