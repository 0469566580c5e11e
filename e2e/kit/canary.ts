import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

/** A name that exists nowhere else: planted where something secret belongs, searched where it must never turn up. */
export interface Canary {
  readonly name: string
}

/** @param seed any number; the same seed gives the same name, so that a failure can be repeated */
export function canary(seed: number): Canary {
  const given = '鹂鹡鸲鹀鹨鹟鹎鸫鸻鹬'
  const digits = String(Math.abs(seed) % 100_000).padStart(5, '0')
  return { name: `探${[...digits].map((digit) => given[Number(digit)]).join('')}` }
}

/** True when the text holds the canary plainly, in an address, in escaped JSON or HTML, or in base64. */
export function holdsCanary(text: string, { name }: Canary): boolean {
  return spellings(name).some((spelling) => text.includes(spelling))
}

/** Paths of all files under `folder` (any depth) that hold the canary in UTF-8, UTF-16 or one of its spellings. */
export async function filesWithCanary(folder: string, wanted: Canary): Promise<string[]> {
  const found: string[] = []
  const needles = [...spellings(wanted.name).map((text) => Buffer.from(text)), Buffer.from(wanted.name, 'utf16le')]
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const bytes = await readFile(path)
    if (needles.some((needle) => bytes.includes(needle))) found.push(path)
  }
  return found
}

/** `schema.table` of every table the login behind `databaseUrl` may read and in which some row holds the canary. */
export async function tablesWithCanary(databaseUrl: string, wanted: Canary): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'm', 'v') and n.nspname not in ('information_schema', 'pg_catalog', 'pg_toast')
         and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select') order by 1`,
    )
    if (tables.rows.length === 0) throw new Error('this login can read no table: the search would prove nothing')
    // A name in an address is full of percent signs, which LIKE would read as "anything".
    const patterns = spellings(wanted.name).map((text) => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`)
    const bytes = Buffer.from(wanted.name).toString('hex')
    const found: string[] = []
    for (const { name } of tables.rows) {
      const rows = await client.query(`select 1 from ${name} t where t::text like any ($1) limit 1`, [
        [...patterns, `%${bytes}%`],
      ])
      if (rows.rows.length > 0) found.push(name)
    }
    return found
  } finally {
    await client.end()
  }
}

function spellings(name: string): string[] {
  const codes = [...name].map((character) => character.codePointAt(0) ?? 0)
  return [
    name,
    encodeURIComponent(name),
    encodeURIComponent(name).toLowerCase(),
    codes.map((code) => `\\u${code.toString(16).padStart(4, '0')}`).join(''),
    codes.map((code) => `&#${code};`).join(''),
    codes.map((code) => `&#x${code.toString(16)};`).join(''),
    ...base64Cores(name),
  ]
}

/** Base64 looks different at each of three offsets; the parts that do not depend on the neighbours. */
function base64Cores(name: string): string[] {
  const bytes = Buffer.from(name)
  return [0, 1, 2].map((offset) => {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes])
    const whole = padded.toString('base64')
    const start = offset === 0 ? 0 : offset + 1
    return whole.slice(start, Math.floor((padded.length * 8) / 6))
  })
}
