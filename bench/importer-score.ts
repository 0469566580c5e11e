import process from 'node:process'
import { parsePlan } from '@yingshang/core/plans/importer/parse'
import { realTexts, realTextsPresent } from '@yingshang/core/testing/notices/real-texts'
import { scoreMutations, scoreSeeds, type Scored } from '@yingshang/core/testing/notices/run'
import { byNotation, figuresOf, type Figures } from '@yingshang/core/testing/notices/score'
import { report, type Figure } from './report.ts'

// How well the importer reads made notices and reprinted real ones, by notation: node bench/importer-score.ts [seeds] [first seed]
const count = Number(process.argv[2] ?? 400)
const firstSeed = Number(process.argv[3] ?? 0)
const columns: (keyof Figures)[] = [
  'tasks',
  'triples',
  'deadline',
  'catchAll',
  'basis',
  'section',
  'kind',
  'due',
  'stages',
  'rules',
  'indicators',
]

function table(title: string, rows: (Figures & { notation: string })[]): void {
  console.log(`\n${title}`)
  console.log([...columns.map((c) => c.slice(0, 8).padStart(8)), '   count  notation'].join(' '))
  for (const row of rows)
    console.log(
      [...columns.map((c) => row[c].toFixed(3).padStart(8)), String(row.notices).padStart(8), ` ${row.notation}`].join(
        ' ',
      ),
    )
}

const kept: Figure[] = []

/** Prints the notations, weakest first, and keeps the three figures that judge the importer. */
function show(title: string, scored: Scored[], most: number): void {
  const all = figuresOf(scored.map((s) => s.score))
  table(`${title}, weakest notations first`, [{ notation: 'all', ...all }, ...byNotation(scored).slice(0, most)])
  for (const figure of ['tasks', 'triples', 'deadline'] as const)
    kept.push({ what: `${figure}, ${title}`, value: all[figure], unit: '', limit: 0.97, good: 'more' })
}

const seeds = Array.from({ length: count }, (_, i) => firstSeed + i)
show('made notices as text', scoreSeeds(parsePlan, seeds), 60)
show('made notices as Word gives them', scoreSeeds(parsePlan, seeds, 'word'), 20)
if (realTextsPresent) show('real notices printed differently', scoreMutations(parsePlan, realTexts()), 60)
else console.log('\nThe real notices are not beside the repository; their mutations were not scored.')
console.log()
const met = report({
  name: 'importer-score',
  volume: `${count} made notices from seed ${firstSeed}; F1 of tasks and of (task, role, unit), share of deadlines`,
  figures: kept,
})
if (!met) process.exitCode = 1
