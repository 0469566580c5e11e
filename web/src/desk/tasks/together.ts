interface Entry {
  readonly what: string
  readonly at: string
  readonly businessDay: string
  readonly unit: { readonly name: string } | null
  readonly facts: Readonly<Record<string, string | number>>
  readonly files: readonly unknown[]
}

export interface Together<One> {
  /** The first of the entries that say the same. */
  readonly entry: One
  /** Units of all of them, in order, each once. */
  readonly units: readonly string[]
}

/**
 * Neighbouring entries of one decision that say the same of different units become one: a task assigned to forty units
 * is one line. Entries with files stay alone.
 */
export function together<One extends Entry>(entries: readonly One[]): Together<One>[] {
  const found: { entry: One; units: string[] }[] = []
  for (const entry of entries) {
    const last = found.at(-1)
    const name = entry.unit?.name
    if (last && name !== undefined && saysTheSame(last.entry, entry)) {
      if (!last.units.includes(name)) last.units.push(name)
    } else {
      found.push({ entry, units: name === undefined ? [] : [name] })
    }
  }
  return found
}

function saysTheSame(a: Entry, b: Entry): boolean {
  return (
    a.unit !== null &&
    a.what === b.what &&
    a.at === b.at &&
    a.businessDay === b.businessDay &&
    a.files.length + b.files.length === 0 &&
    JSON.stringify(shown(a)) === JSON.stringify(shown(b))
  )
}

/** Role and origin differ from unit to unit and are not said in the line. */
function shown({ facts }: Entry) {
  return Object.entries(facts).filter(([name]) => name !== 'role' && name !== 'origin')
}
