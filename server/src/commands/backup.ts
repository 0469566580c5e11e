import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { countRows, readBackup, type BackupRead } from '../platform/backup/read.ts'
import type { Seal } from '../platform/backup/sealed-file.ts'
import { writeBackup } from '../platform/backup/write.ts'
import { systemClock } from '../platform/clock.ts'
import { reachDatabase } from '../platform/database/reach.ts'
import { readKeys } from '../platform/keys.ts'
import { fileFailure, PlainFailure } from '../platform/plain-failure.ts'
import type { CommandPlace, CommandRun } from './command.ts'
import { inSentences, onlyArgument, takeOption, whichInstallation } from './installation.ts'
import { givenPassphrase, newPassphrase, openingFor, openOrAsk } from './secrets.ts'

/** `backup PLACE`: writes a sealed backup to a file, or to a new file in a folder; the product may be running. */
export const runBackup: CommandRun = (args, place) =>
  inSentences(place, async () => {
    const { storage, rest } = whichInstallation(args)
    const recipient = takeOption(rest, 'recipient')
    const given = givenPassphrase(rest, place)
    const file = fileFor(place, onlyArgument(rest, 'backup 文件或文件夹'))
    const seal: Seal =
      recipient === undefined
        ? { kind: 'passphrase', passphrase: await newPassphrase(given, place) }
        : { kind: 'recipient', recipient }
    const reached = await reachDatabase(storage)
    try {
      const { siteKey } = reached.keys
      const asked = { ownerUrl: reached.urls.owner, file, seal, siteKey, clock: systemClock, kind: 'asked' } as const
      const { header, rows, bytes } = await writeBackup(asked)
      if (seal.kind === 'passphrase') await check(file, { passphrases: [seal.passphrase] })
      place.print(`已备份到 ${file}（${megabytes(bytes)}，${summary({ header, rows })}）\n`)
      place.print(seal.kind === 'passphrase' ? '已按口令读回并逐表核对。\n' : '请用私钥执行 yingshang backup check 核对。\n')
      place.print('密钥文件 keys.json 不在备份里，请另外保管一份。\n')
    } finally {
      await reached.close()
    }
  })

/** `backup check FILE`: opens a backup and checks every byte and every row count, without a database. */
export const runCheck: CommandRun = (args, place) =>
  inSentences(place, async () => {
    const { storage, rest } = whichInstallation(args)
    const opening = await openingFor(rest, place, knownSiteKeys(storage.dataFolder))
    const file = resolve(place.directory, onlyArgument(rest, 'backup check 文件'))
    const read = await openOrAsk(opening, place, (all) => check(file, all))
    place.print(`备份完好：${summary(read)}\n`)
  })

/** `backup new-key FILE`: a pair of keys; whoever backs up needs only the public one. */
export const runNewKey: CommandRun = (args, place) =>
  inSentences(place, async () => {
    const file = resolve(place.directory, onlyArgument(args, 'backup new-key 文件'))
    const { generateX25519Identity, identityToRecipient } = await import('age-encryption')
    const identity = await generateX25519Identity()
    try {
      writeFileSync(file, `${identity}\n`, { mode: 0o600, flag: 'wx' })
    } catch (error) {
      throw fileFailure(`文件 ${file} `, error) ?? error
    }
    place.print(`公钥（备份时用 --recipient）：${await identityToRecipient(identity)}\n`)
    place.print(`私钥在 ${file}，恢复时用 --identity。请移到别处保管，丢失后备份打不开。\n`)
  })

export function knownSiteKeys(folder: string): string[] {
  return existsSync(join(folder, 'keys.json')) ? [readKeys(folder).siteKey] : []
}

export function summary({ header, rows }: Pick<BackupRead, 'header' | 'rows'>): string {
  const all = Object.values(rows).reduce((sum, n) => sum + n, 0)
  const mode = header.mode === 'trial' ? '试用' : '正式'
  return `${mode}数据，${timeInChina(header.takenAt)} 的内容，${Object.keys(rows).length} 张表、${all} 行，其中台账记录 ${rows['ledger.entry'] ?? 0} 条`
}

function check(file: string, opening: Parameters<typeof readBackup>[1]): Promise<BackupRead> {
  return readBackup(file, opening, { begin: async () => {}, table: (_table, rows) => countRows(rows) })
}

function fileFor(place: CommandPlace, wanted: string): string {
  const path = resolve(place.directory, wanted)
  if (!existsSync(path)) return path
  if (!statSync(path).isDirectory())
    throw new PlainFailure('backup.file-exists', `文件 ${path} 已经存在，请换一个名字，以免覆盖以前的备份`)
  const stamp = new Date(systemClock.now()).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
  return join(path, `yingshang-${stamp}.backup`)
}

function timeInChina(instant: string): string {
  const eightHours = 8 * 3_600_000
  return `北京时间 ${new Date(Date.parse(instant) + eightHours).toISOString().slice(0, 16).replace('T', ' ')}`
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
