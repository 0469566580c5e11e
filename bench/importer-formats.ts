import process from 'node:process'
import { parsePlan } from '@yingshang/core/plans/importer/parse'
import { makeNotice, type MadeNotice } from '@yingshang/core/testing/notices/generate'
import { byNotation, figuresOf, scorePlan, type Score } from '@yingshang/core/testing/notices/score'
import { readDocument } from '../server/src/plans/readers/read.ts'
import { report, type Figure } from './report.ts'
import { wordFileOf, workbookOf } from './made-files.ts'

// Made notices as real files through the readers and the importer: node bench/importer-formats.ts [notices] [first seed]
const count = Number(process.argv[2] ?? 200)
const firstSeed = Number(process.argv[3] ?? 0)
/** Damage of text files that a Word file or a workbook does not have. */
const textDamage = /^layout:(pageBreaks|pageNumbers|wrap|runningTitle|doubled|blankLines)$/

type Scored = { seed: number; notation: string[]; score: Score }

async function scoreFile(notice: MadeNotice, bytes: Uint8Array, tasks: 'all' | 'in tables'): Promise<Score> {
  const reading = await readDocument(bytes)
  if ('refusal' in reading) throw new Error(reading.refusal.code)
  // Lines of a file are its reader's own: title and number decide which task is which, as in the scoring script.
  const rows = new Set(notice.word.lines.filter((line) => line.row).map((line) => line.no))
  const asked = notice.gold.tasks.filter((task) => tasks === 'all' || rows.has(task.line))
  const gold = { ...notice.gold, tasks: asked.map((task) => ({ ...task, line: 0 })) }
  return scorePlan(parsePlan(reading.source), tasks === 'all' ? gold : { ...gold, stages: [], complaint_rule: {} })
}

const kept: Figure[] = []

function show(name: string, scored: Scored[]): void {
  const f = figuresOf(scored.map((s) => s.score))
  const line = (figures: typeof f) =>
    (['tasks', 'triples', 'deadline', 'catchAll', 'stages', 'rules', 'indicators'] as const)
      .map((key) => `${key} ${figures[key].toFixed(3)}`)
      .join('  ')
  for (const figure of ['tasks', 'triples', 'deadline'] as const)
    kept.push({ what: `${figure}, ${scored.length} ${name}`, value: f[figure], unit: '', limit: 0.97, good: 'more' })
  console.log(`\n${name}: ${scored.length} files\n${line(f)}`)
  for (const row of byNotation(scored).slice(0, 8)) console.log(`  ${line(row)}  (${row.notices}) ${row.notation}`)
  const worst = scored
    .filter((s) => s.score.differences.length > 0)
    .toSorted((a, b) => b.score.differences.length - a.score.differences.length)
  for (const { seed, score } of worst.slice(0, 5))
    console.log(`  seed ${seed}: ${score.differences.slice(0, 2).join(' | ').slice(0, 220)}`)
}

const text: Scored[] = []
const word: Scored[] = []
const counted: Scored[] = []
const sheets: Scored[] = []
for (let seed = firstSeed; seed < firstSeed + count; seed++) {
  const notice = makeNotice(seed)
  const { notation } = notice
  text.push({ seed, notation, score: await scoreFile(notice, new TextEncoder().encode(notice.text), 'all') })
  if (notation.some((tag) => textDamage.test(tag))) continue
  word.push({ seed, notation, score: await scoreFile(notice, wordFileOf(notice, false), 'all') })
  counted.push({ seed, notation, score: await scoreFile(notice, wordFileOf(notice, true), 'all') })
  if (notation.includes('place:table'))
    sheets.push({ seed, notation, score: await scoreFile(notice, workbookOf(notice), 'in tables') })
}
show('.txt', text)
show('.docx, numbers typed', word)
show('.docx, numbers counted by Word', counted)
show('.xlsx, the tables alone', sheets)
console.log()
const met = report({
  name: 'importer-formats',
  volume: `${count} made notices from seed ${firstSeed} as real files, through the readers`,
  figures: kept,
})
if (!met) process.exitCode = 1
