import type { Queryable } from '../platform/database/pools.ts'

export interface Named {
  readonly id: string
  readonly name: string
}

export interface NamedFile {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
}

/** Names of units, persons and files for a screen, looked up together. What was erased has no name and is left out. */
export interface Names {
  unit(id: string): Named
  person(id: string): Named | null
  files(ids: readonly string[]): NamedFile[]
}

export async function namesOf(
  db: Queryable,
  wanted: { readonly units: Iterable<string>; readonly persons: Iterable<string>; readonly files: Iterable<string> },
): Promise<Names> {
  const ids = (from: Iterable<string>) => [...new Set([...from].filter((id) => id !== ''))]
  const ask = async <Row extends { id: string }>(name: string, text: string, values: string[]) =>
    values.length === 0 ? [] : (await db.query<Row>({ name, text, values: [values] })).rows
  const [units, persons, files] = await Promise.all([
    ask<Named>(
      'tasks:unit-names',
      'select id, short_name as name from app.unit where id = any($1::uuid[])',
      ids(wanted.units),
    ),
    ask<Named>(
      'tasks:person-names',
      'select person_id as id, name from app.person_details where person_id = any($1::uuid[])',
      ids(wanted.persons),
    ),
    ask<NamedFile>(
      'tasks:file-names',
      'select id, name, media_type as "mediaType", bytes from app.file where id = any($1::uuid[])',
      ids(wanted.files),
    ),
  ])
  const unitById = new Map(units.map((unit) => [unit.id, unit]))
  const personById = new Map(persons.map((person) => [person.id, person]))
  const fileById = new Map(files.map((file) => [file.id, file]))
  return {
    unit: (id) => unitById.get(id) ?? { id, name: '' },
    person: (id) => personById.get(id) ?? null,
    files: (list) => list.flatMap((id) => fileById.get(id) ?? []),
  }
}
