import { dayInChina } from '@yingshang/core/kernel/dates'
import { readConfig, type Config } from '../platform/config.ts'
import { withDatabase, type OpenedDatabase } from '../platform/database/open.ts'
import { PlainFailure } from '../platform/plain-failure.ts'
import { createAdministrator, resetAdministrator, type PrintedCode } from '../units/administrator.ts'
import type { CommandPlace, CommandRun } from './command.ts'

/** `admin create --county 名称 --name 姓名`: the first administrator's activation code, once. */
export const runCreate: CommandRun = async (args, place) => {
  const county = optionOf(args, '--county')
  const name = optionOf(args, '--name')
  if (!county || !name || args.length !== 4) {
    place.complain(
      '用法：yingshang admin create --county 县的名称 --name 管理员姓名，例如 --county 灌南县 --name 某某\n',
    )
    return 2
  }
  return answer(place, (config, { databases, keys }, now) =>
    createAdministrator(databases.app, keys, { county, name, division: config.division }, dayInChina(now), now),
  )
}

/** `admin reset 工号`: a new activation code for an administrator who cannot get in. */
export const runReset: CommandRun = async (args, place) => {
  const [signInName] = args
  if (!signInName || args.length !== 1) {
    place.complain('用法：yingshang admin reset 工号\n')
    return 2
  }
  return answer(place, (_config, { databases, keys }, now) =>
    resetAdministrator(databases.app, keys, signInName, dayInChina(now), now),
  )
}

async function answer(
  place: CommandPlace,
  work: (config: Config, opened: OpenedDatabase, now: number) => Promise<PrintedCode>,
): Promise<number> {
  try {
    const config = readConfig('production', process.env)
    const printed = await withDatabase(config, (opened) => work(config, opened, Date.now()))
    const port = config.port === 443 ? '' : `:${config.port}`
    place.print(
      `工号：${printed.signInName}\n激活码：${printed.code}\n有效期至：${dayInChina(Date.parse(printed.expiresAt))}\n` +
        `请启动营商后打开 https://${config.names[0]}${port}/desk/activate ，输入激活码，设置密码，并绑定动态口令。激活码只能用一次，不会再次显示。\n`,
    )
    return 0
  } catch (error) {
    if (!(error instanceof PlainFailure)) throw error
    place.complain(`${error.message}（${error.code}）\n`)
    return 1
  }
}

function optionOf(args: readonly string[], option: string): string | undefined {
  const at = args.indexOf(option)
  return at === -1 ? undefined : args[at + 1]?.trim()
}
