import { createHash } from 'node:crypto'
import type { QueryConfig } from 'pg'

const names = new Map<string, string>()

/**
 * A prepared statement for a text that our code puts together: parsed and planned once per connection. PostgreSQL cuts
 * statement names at 63 bytes, so it is named by a digest of its text. The texts must be few: values are parameters.
 */
export function named(kind: string, text: string, values: unknown[]): QueryConfig {
  let name = names.get(text)
  if (name === undefined) {
    name = `${kind}:${createHash('sha256').update(text).digest('hex').slice(0, 32)}`
    names.set(text, name)
  }
  return { name, text, values }
}
