/** The numbered parameters of one statement, and the two ways rows become parameters. */
export class Parameters {
  readonly values: unknown[] = []

  /** One typed parameter: objects as JSON, lists as PostgreSQL arrays, everything else as it is. */
  give(value: unknown): string {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value) && !Buffer.isBuffer(value)
    return `$${this.values.push(isObject ? JSON.stringify(value) : (value ?? null))}`
  }

  json(value: unknown): string {
    return `$${this.values.push(JSON.stringify(value))}`
  }

  /** A few rows as value lists, a parameter per value; the target columns give the types. */
  lists(columns: readonly string[], rows: readonly Readonly<Record<string, unknown>>[]): string {
    return `values ${rows.map((row) => `(${columns.map((column) => this.give(row[column])).join(', ')})`).join(', ')}`
  }

  /** Any number of rows as one JSON parameter, taken apart by the table's own row type. */
  rows(table: string, columns: readonly string[], rows: readonly object[]): string {
    return `select ${columns.join(', ')} from jsonb_populate_recordset(null::${table}, ${this.json(rows)}::jsonb)`
  }
}
