import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { strToU8, zipSync } from 'fflate'
import { parsePlan } from '@yingshang/core/plans/importer/parse'
import { readDocument } from '../server/src/plans/readers/read.ts'
import type { Reading } from '../server/src/plans/readers/read.ts'
import { readFileInWorker } from '../server/src/plans/readers/read-file.ts'
import { readInWorker } from '../server/src/plans/readers/read-in-worker.ts'
import {
  definition,
  instance,
  level,
  paragraph,
  wordFile,
  wordParts,
} from '../server/src/plans/readers/testing/office-file.ts'
import { pdfFile, textLines } from '../server/src/plans/readers/testing/pdf-file.ts'
import { medianOf, report } from './report.ts'
import type { Figure } from './report.ts'

// From a file to a plan package: `node bench/plan-parse.ts`. Reading and understanding, in the thread that asks; the
// refusals go the whole way of a stranger's file, worker thread included.

const pages = 300
/** A page of GB/T 9704 has 22 lines of 28 characters. */
const perPage = 22 * 28

const figures: Figure[] = []
const source = (reading: Reading) => {
  if ('refusal' in reading) throw new Error(reading.refusal.code)
  return reading.source
}

async function understood(what: string, bytes: Uint8Array, limit: number | undefined, tasks: number): Promise<void> {
  let found = 0
  const value = await medianOf(async () => {
    found = parsePlan(source(await readDocument(bytes))).tasks.length
  })
  if (found !== tasks) throw new Error(`${what}: ${found} tasks found, ${tasks} expected`)
  figures.push({ what, value, unit: 'ms', ...(limit === undefined ? {} : { limit }) })
}

const folder = new URL('../../shared/plans/', import.meta.url)
if (existsSync(folder)) {
  for (const format of ['txt', 'docx', 'doc']) {
    await understood(`the notice as ${format}, warm`, readFileSync(new URL(`guannan-2022.${format}`, folder)), 100, 113)
  }
  await understood(
    'the notice as pdf (48 pages), warm',
    readFileSync(new URL('guannan-2022.pdf', folder)),
    undefined,
    113,
  )
} else console.log('the notice is not beside the repository: it was not measured')

/** A made list of tasks, as long as 300 printed pages. */
const phrase = '梳理本领域堵点难点，明确牵头科室和时间节点，按月更新进展，逐项对照检查，确保事项可查可核可评。'
const made: string[] = []
for (let length = 0; length < pages * perPage;) {
  const body = `办理第${made.length + 1}件实事。${phrase.repeat(3)}（责任单位：县政务办、县税务局，完成时限：10月31日）`
  made.push(body)
  length += Math.ceil((body.length + 4) / 28) * 28
}
const title = '某县2023年优化营商环境任务清单'
const lines = made.map((body, at) => `${at + 1}. ${body}`)
await understood('300 made pages as txt', Buffer.from([title, ...lines].join('\n')), 3000, made.length)
const numbering = definition(0, level(0, '%1.', 'decimal')) + instance(1, 0)
const body = [
  paragraph(title, { properties: '<w:jc w:val="center"/>' }),
  ...made.map((text) => paragraph(text, { list: '1/0' })),
].join('')
await understood('300 made pages as docx', wordFile({ body, numbering }), 3000, made.length)
await understood('300 made pages as pdf', pdfFile(printedPages()), 3000, made.length)

function printedPages() {
  const printed: { text: string; indent: number }[] = [{ text: title, indent: 112 }]
  for (const line of lines) {
    printed.push({ text: line.slice(0, 25), indent: 32 })
    for (let at = 25; at < line.length; at += 27) printed.push({ text: line.slice(at, at + 27), indent: 0 })
  }
  return Array.from({ length: Math.ceil(printed.length / 22) }, (_unused, page) => [
    ...textLines(760, ...printed.slice(page * 22, page * 22 + 22)),
    { text: `— ${page + 1} —`, x: 280, y: 60, size: 14 },
  ])
}

async function refused(what: string, limit: number, ask: () => Promise<Reading>, code: string): Promise<void> {
  const value = await medianOf(
    async () => {
      const reading = await ask()
      if (!('refusal' in reading) || reading.refusal.code !== code) throw new Error(`${what}: not refused as ${code}`)
    },
    5,
    1,
  )
  figures.push({ what, value, unit: 'ms', limit })
}

const parts = Object.fromEntries(
  Object.entries(wordParts({ body: paragraph('甲') })).map(([name, part]) => [name, strToU8(part)]),
)
const bomb = zipSync({ ...parts, 'word/document.xml': new Uint8Array(500 * 1024 * 1024) })
await refused(
  `a zip bomb (${Math.round(bomb.length / 1024)} kB, 500 MB inside) refused`,
  500,
  () => readInWorker(bomb),
  'plan.archive-too-large',
)
const directory = mkdtempSync(path.join(tmpdir(), 'yingshang-bench-'))
try {
  const large = path.join(directory, 'large.docx')
  writeFileSync(large, '')
  truncateSync(large, 500 * 1024 * 1024)
  await refused('a file of 500 MB refused', 50, () => readFileInWorker(large), 'plan.file-too-large')
} finally {
  rmSync(directory, { recursive: true })
}

const met = report({
  name: 'plan-parse',
  volume: `the notice with 113 tasks; ${made.length} made tasks on ${pages} pages (${Math.round(lines.join('').length / 1000)} thousand characters); median of 9 runs after 3`,
  figures,
})
process.exitCode = met ? 0 : 1
