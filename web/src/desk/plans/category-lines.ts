import { categoryGroupNames } from '@yingshang/core/plans/labels.zh'

interface Category {
  readonly group: string
  readonly name: string
}

const groupsByName = new Map(Object.entries(categoryGroupNames).map(([group, name]) => [name, group]))

/** One line for each: 「大类：小类」, the groups of the importer in words. */
export function writeCategories(categories: readonly Category[]): string {
  return categories.map(({ group, name }) => `${categoryGroupNames[group] ?? group}：${name}`).join('\n')
}

/** Lines 「大类：小类」; a line without a colon belongs to the group before it. */
export function readCategories(text: string): Category[] {
  const found: Category[] = []
  for (const line of text.split('\n')) {
    const [first = '', ...rest] = line.split(/[：:]/)
    const name = rest.join('：').trim()
    if (name !== '') found.push({ group: groupsByName.get(first.trim()) ?? first.trim(), name })
    else if (line.trim() !== '') found.push({ group: found.at(-1)?.group ?? line.trim(), name: line.trim() })
  }
  return found
}
