import { join } from 'node:path'
import { tellClockJump, machineClocks, watchClock } from './platform/clock-watch.ts'
import { readConfig, type Config, type Mode } from './platform/config.ts'
import { prepareDataFolder } from './platform/data-folder.ts'
import { openLogFile } from './platform/log-file.ts'
import { makeLog, type Log } from './platform/log.ts'
import { PlainFailure } from './platform/plain-failure.ts'
import { claimDataFolder } from './platform/running.ts'
import { startProduct, type Product } from './product.ts'
import { signInLinksForPosts, signInLinksForRoles } from './sample/people.ts'
import { prepareTrialAndKeys } from './sample/trial-keys.ts'
import { fingerprint, windowsThumbprint } from './platform/tls/trust-page.ts'

/**
 * Starts the product for a person at a terminal: every failure they can mend is one Chinese sentence and exit code 1.
 * SIGINT and SIGTERM stop it cleanly, also in the middle of its start. A parent with an IPC channel is told when it is
 * ready.
 */
export async function start(words: readonly string[], ensureDesk: () => Promise<void>): Promise<void> {
  let stop = (): void => void process.exit(0) // nothing is open yet
  process.on('SIGINT', () => stop())
  process.on('SIGTERM', () => stop())
  stopWithNpm(() => stop())
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {}) // nobody reads any more
  try {
    const config = readConfig(modeOf(words), process.env)
    await ensureDesk()
    prepareDataFolder(config.dataFolder)
    const claim = claimDataFolder(config.dataFolder)
    const file = openLogFile(join(config.dataFolder, 'logs'), Date.now)
    const log = makeLog((line) => file.write(line), Date.now)
    // A promise that a library let go of must not end the county's server: it is written down like any other fault.
    process.on('unhandledRejection', (error) => log.incident('000001', 'unhandled', error))
    let ending: Promise<void> | undefined
    const end = (product: Product | undefined): Promise<void> =>
      (ending ??= (async () => {
        await product?.stop()
        log.line('stopped')
        file.close()
        claim.release()
        if (process.connected) process.disconnect()
      })())
    let wanted = true
    stop = () => (wanted = false)
    let product: Product
    try {
      product = await startProduct(config, {
        log,
        claim,
        prepare: config.mode === 'trial' ? prepareTrialAndKeys : undefined,
        demo: words.includes('--demo') ? { say: console.log, goOn: () => wanted } : undefined,
        lost: () => {
          console.error('数据库意外停止，重新启动也没有成功。程序已停止，原因见日志；请处理后重新启动')
          process.exitCode = 1
          stop()
        },
      })
    } catch (error) {
      await end(undefined)
      throw error
    }
    const watch = watchClock(machineClocks, tellClockJump(log, console.error))
    stop = () => {
      watch.stop()
      void end(product)
    }
    if (!wanted) return stop()
    await tellReady(config, product, log).catch(async (error: unknown) => {
      const stopped = ending !== undefined // somebody stopped it while it was speaking
      await end(product)
      if (!stopped) throw error
    })
  } catch (error) {
    console.error(error instanceof PlainFailure ? error.message : error)
    process.exitCode = 1
  }
}

/**
 * npm runs the program in a shell that does not pass SIGTERM on: when npm is stopped, the program would stay behind
 * without anybody knowing. So when the shell of `npm start` is gone, it stops too.
 */
function stopWithNpm(stop: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    stop()
  }, 500)
  timer.unref()
}

function modeOf(words: readonly string[]): Mode {
  const [mode, ...rest] = words
  if ((mode === 'trial' || mode === 'production') && rest.length === 0) return mode
  if (mode === 'trial' && rest.length === 1 && rest[0] === '--demo') return mode
  throw new PlainFailure(
    'start.unknown-word',
    `启动参数“${words.join(' ')}”不认识。试用请用 npm start，带演示数据的试用请用 npm start -- --demo，正式运行请用 npm run production`,
  )
}

async function tellReady(config: Config, product: Product, log: Log): Promise<void> {
  const { url } = product
  log.line('started', { mode: config.mode, node: process.version })
  console.log(`\n营商已启动，请用浏览器打开：${url}`)
  const links = config.mode === 'trial' ? await signInLinksForRoles(product.services) : []
  if (links.length > 0) {
    console.log('\n一次性登录链接（仅试用；用过即失效，重新启动会换成新的）：')
    for (const link of links) console.log(`  ${link.label}\n    ${url}${link.path}`)
  }
  for (const warning of product.certificate?.warnings ?? []) console.error(`\n注意：${warning}`)
  const authority = product.certificate?.authority
  if (authority !== undefined)
    console.log(
      `\n同事的电脑第一次打开前，请按 ${url}/trust 的说明安装证书，并核对指纹：\n` +
        `  Windows 显示：${windowsThumbprint(authority)}\n  SHA-256：${fingerprint(authority)}`,
    )
  if (config.singleRole)
    console.log(
      '\n注意：正以单一数据库账号运行。程序一旦被攻破，台账可以被改动，密封内容可以被读取；防护等级为“低”。请尽快改用三个账号（yingshang db roles）',
    )
  console.log(`\n数据在 ${config.dataFolder}。按 Ctrl+C 停止，数据会保留。`)
  if (!process.send) return
  const told = config.mode === 'trial' ? await signInLinksForPosts(product.services) : []
  process.send({
    kind: 'ready',
    url,
    links: told.map(({ role, unit, person, path }) => ({ role, unit, person, link: `${url}${path}` })),
  })
}
