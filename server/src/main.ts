import { readConfig } from './platform/config.ts'
import { makeLog } from './platform/log.ts'
import { startProduct } from './product.ts'
import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'

// The command line of the server: `main.ts trial` or `main.ts production`.
const mode = process.argv[2] === 'production' ? 'production' : 'trial'
try {
  const config = readConfig(mode, process.env)
  mkdirSync(join(config.dataFolder, 'logs'), { recursive: true, mode: 0o700 })
  const file = createWriteStream(join(config.dataFolder, 'logs', 'server.log'), { flags: 'a', mode: 0o600 })
  const product = await startProduct(config, { log: makeLog((line) => file.write(`${line}\n`), Date.now) })
  console.log(`营商已启动：${product.url}`)
  process.send?.({ kind: 'ready', url: product.url, links: [] }) // to a parent that started it with an IPC channel
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
