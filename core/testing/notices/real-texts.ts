import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { GoldTask } from './gold.ts'
import type { Printed } from './mutate.ts'

const plans = fileURLToPath(new URL('../../../../shared/plans/', import.meta.url))

/** True where the texts with gold files lie beside the repository. */
export const realTextsPresent = existsSync(`${plans}dev`)

interface NoticeTask {
  no: number
  title: string
  responsible_units: string[]
  group_units?: string[]
  catch_all?: string
  deadline_text?: string
  basis_text?: string
  line: number
  category?: string
}

/** The texts with gold files beside the repository, by name; the first notice's lists are brought into the same form. */
export function realTexts(): (Printed & { name: string })[] {
  const dev = readdirSync(`${plans}dev`)
    .filter((f) => f.endsWith('.txt'))
    .map((file) => {
      const name = file.replace('.txt', '')
      return {
        name,
        text: readFileSync(`${plans}dev/${file}`, 'utf8'),
        gold: JSON.parse(readFileSync(`${plans}dev/${name}.gold.json`, 'utf8')) as { tasks: GoldTask[] },
      }
    })
  const seed = JSON.parse(readFileSync(`${plans}guannan-2022.gold.json`, 'utf8')) as Record<
    'annex1' | 'annex2',
    { tasks: NoticeTask[] }
  >
  const tasks = [...seed.annex1.tasks, ...seed.annex2.tasks].map((t) => ({
    no: String(t.no),
    section: t.category ?? '',
    title_or_first_sentence: t.title,
    lead_units: [],
    responsible_units: t.responsible_units,
    group_units: t.group_units ?? [],
    catch_all: t.catch_all ?? '',
    deadline_text: t.deadline_text ?? '',
    basis_text: t.basis_text ?? '',
    line: t.line,
  }))
  return [
    ...dev,
    {
      name: 'the first notice',
      text: readFileSync(`${plans}guannan-2022.txt`, 'utf8'),
      gold: { tasks: tasks as unknown as GoldTask[] },
    },
  ]
}
