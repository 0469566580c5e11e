import { resolve } from 'node:path'
import { keyMarkOf } from '../platform/backup/manifest.ts'
import { restoreBackup } from '../platform/backup/restore.ts'
import { reachDatabase } from '../platform/database/reach.ts'
import type { CommandRun } from './command.ts'
import { knownSiteKeys, summary } from './backup.ts'
import { inSentences, onlyArgument, whichInstallation } from './installation.ts'
import { openingFor, openOrAsk } from './secrets.ts'

/** `restore FILE`: fills an empty installation from a backup; trial stays trial, production stays production. */
export const run: CommandRun = (args, place) =>
  inSentences(place, async () => {
    const { storage, mode, rest } = whichInstallation(args)
    const opening = await openingFor(rest, place, knownSiteKeys(storage.dataFolder))
    const file = resolve(place.directory, onlyArgument(rest, 'restore 文件'))
    const reached = await reachDatabase(storage, { alone: true })
    try {
      const read = await openOrAsk(opening, place, (all) => restoreBackup(reached.urls.owner, file, all, { mode, singleRole: storage.singleRole }),
     )
      place.print(`已恢复：${summary(read)}。台账逐条核对无误。\n数据在 ${storage.dataFolder}\n`)
      if (keyMarkOf(reached.keys.siteKey) !== read.header.keyMark)
        place.complain(
          '注意：这里的密钥与备份时不同。两步验证需要重新登记，没有用过的启用单作废，邮件等渠道的密码需要重新填写。若还有原来的 keys.json，请删去这个数据目录，先放入它再恢复。\n',
        )
    } finally {
      await reached.close()
    }
  })
