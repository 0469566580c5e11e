import { readConfig } from './platform/config.ts'
import { makeLog } from './platform/log.ts'
import { startProduct } from './product.ts'
import { signInLinksForRoles } from './sample/people.ts'
import { prepareTrial } from './sample/prepare.ts'
import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'

// The command line of the server: `main.ts trial` or `main.ts production`.
const mode = process.argv[2] === 'production' ? 'production' : 'trial'
try {
  const config = readConfig(mode, process.env)
  mkdirSync(join(config.dataFolder, 'logs'), { recursive: true, mode: 0o700 })
  const file = createWriteStream(join(config.dataFolder, 'logs', 'server.log'), { flags: 'a', mode: 0o600 })
  const log = makeLog((line) => file.write(`${line}\n`), Date.now)
  const product = await startProduct(config, { log, prepare: mode === 'trial' ? prepareTrial : undefined })
  console.log(`营商已启动：${product.url}`)
  const links = mode === 'trial' ? await signInLinksForRoles(product.services) : []
  if (links.length > 0) console.log('一次性登录链接（仅试用，每个岗位一个）：')
  for (const link of links) console.log(`  ${link.label}  ${product.url}${link.path}`)
  // To a parent that started it with an IPC channel.
  process.send?.({
    kind: 'ready',
    url: product.url,
    links: links.map(({ role, unit, path }) => ({ role, unit, link: `${product.url}${path}` })),
  })
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    void product.stop().then(() => file.end())
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
