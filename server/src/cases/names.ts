import type { Queryable } from '../platform/database/pools.ts'

export interface Named {
  readonly id: string
  readonly name: string
}

export interface NamedFile extends Named {
  readonly mediaType: string
  readonly bytes: number
}

/** Names of units, persons and files for a screen. What was erased has no name and is left out. */
export interface Names {
  unit(id: string): Named
  person(id: string): Named | null
  files(ids: readonly string[]): NamedFile[]
}

export async function namesOf(
  db: Queryable,
  wanted: {
    readonly units?: Iterable<string | null | undefined>
    readonly persons?: Iterable<string | null | undefined>
    readonly files?: Iterable<string>
  },
): Promise<Names> {
  const ask = async <Row extends { id: string }>(
    name: string,
    text: string,
    from: Iterable<string | null | undefined> = [],
  ) => {
    const ids = [...new Set([...from].filter((id): id is string => Boolean(id)))]
    return ids.length === 0 ? [] : (await db.query<Row>({ name, text, values: [ids] })).rows
  }
  const [units, persons, files] = await Promise.all([
    ask<Named>(
      'cases:unit-names',
      'select id, short_name as name from app.unit where id = any($1::uuid[])',
      wanted.units,
    ),
    ask<Named>(
      'cases:person-names',
      'select person_id as id, name from app.person_details where person_id = any($1::uuid[])',
      wanted.persons,
    ),
    ask<NamedFile>(
      'cases:file-names',
      'select id, name, media_type as "mediaType", bytes from app.file where id = any($1::uuid[])',
      wanted.files,
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
