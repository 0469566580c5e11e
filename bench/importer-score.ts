import { parsePlan } from '@yingshang/core/plans/parse'
import { realTexts, realTextsPresent } from '@yingshang/core/testing/notices/real-texts'
import { scoreMutations, scoreSeeds, type Scored } from '@yingshang/core/testing/notices/run'
import { byNotation, figuresOf, type Figures } from '@yingshang/core/testing/notices/score'

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

function report(title: string, scored: Scored[], most: number): void {
  table(title, [{ notation: 'all', ...figuresOf(scored.map((s) => s.score)) }, ...byNotation(scored).slice(0, most)])
}

const seeds = Array.from({ length: count }, (_, i) => firstSeed + i)
report(
  `${count} made notices from seed ${firstSeed} as text, weakest notations first`,
  scoreSeeds(parsePlan, seeds),
  60,
)
report('the same notices as Word files', scoreSeeds(parsePlan, seeds, 'word'), 20)
if (realTextsPresent) report('real notices printed differently', scoreMutations(parsePlan, realTexts()), 60)
else console.log('\nThe real notices are not beside the repository; their mutations were not scored.')
