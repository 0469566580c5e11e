import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { makeCampaigns } from '../server/src/sample/made-campaigns.ts'
import { newDataFolder, openServices, removeFolder, startProcess } from './product-process.ts'
import { processTreeMemory, totalMebibytes } from './process-tree.ts'
import { report } from './report.ts'

// After a clean stop with 100,000 tasks: how soon the first page is there, PostgreSQL included, and what the program
// itself holds a minute later. `node bench/start-and-memory.ts [campaigns] [tasks each]`
const campaigns = Number(process.argv[2] ?? 100)
const tasksEach = Number(process.argv[3] ?? 1000)
const starts = 5
const rest = 60_000
const root = fileURLToPath(new URL('..', import.meta.url))
const port = 20_000 + (process.pid % 20_000)

const folder = newDataFolder()
try {
  await fill()
  const times: number[] = []
  let memory = { pss: 0, processes: 0 }
  for (let start = 0; start < starts; start++) {
    const program = startProgram()
    times.push(await firstGoodPage(program.begun))
    if (start === starts - 1) {
      await wait(rest)
      const tree = await processTreeMemory(program.child.pid!)
      memory = { pss: totalMebibytes(tree), processes: tree.length }
    }
    await program.stop()
  }
  const sorted = times.toSorted((a, b) => a - b)
  const met = report({
    name: 'start-and-memory',
    volume: `${campaigns * tasksEach} tasks in ${campaigns} campaigns, ${starts} starts after a clean stop, page of the campaigns with the database's data, PostgreSQL's own start included`,
    figures: [
      { what: 'first good page, median', value: sorted[starts >> 1]!, unit: 'ms', limit: 1500 },
      { what: 'first good page, slowest', value: sorted.at(-1)!, unit: 'ms' },
      { what: 'PSS of the Node process tree 60 s later, without PostgreSQL', value: memory.pss, unit: 'MiB', limit: 160 },
      { what: 'processes in that tree', value: memory.processes, unit: '' },
    ],
  })
  if (!met) process.exitCode = 1
} finally {
  removeFolder(folder)
}

async function fill(): Promise<void> {
  const product = await startProcess(folder)
  const services = await openServices(folder)
  console.log(`filling ${campaigns} campaigns of ${tasksEach} tasks …`)
  await makeCampaigns(services, { seed: 2022, campaigns, tasksEach, progress: () => {} })
  await services.databases.owner.query('vacuum analyze')
  await services.databases.close()
  await product.stop()
}

/** As a person starts it: no channel to a parent, nothing but the command. */
function startProgram() {
  const begun = performance.now()
  const child = spawn(join(root, 'node_modules/.bin/node'), [join(root, 'server/src/main.ts'), 'trial'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, YINGSHANG_DATA: folder, YINGSHANG_PORT: String(port) },
  })
  const gone = new Promise((resolve) => child.once('exit', resolve))
  return {
    begun,
    child,
    async stop() {
      child.kill('SIGTERM')
      await gone
    },
  }
}

async function firstGoodPage(begun: number): Promise<number> {
  for (;;) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/`)
      const page = await answer.text()
      if (answer.status === 200 && page.includes('样例行动')) return performance.now() - begun
      throw new Error(`the front page answered ${answer.status} without the campaigns`)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error // not listening yet
      if (performance.now() - begun > 60_000) throw error
      await wait(5)
    }
  }
}
