/**
 * Canonical JSON: keys sorted by code unit, no white space, `undefined` members left out. The ledger stores these exact
 * bytes and hashes them; two equal values always give the same text. Numbers must be safe integers or short decimals
 * that JavaScript prints without an exponent; anything else is a bug and throws.
 */
export function canonical(value: unknown): string {
  if (value === null) return 'null'
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'number': {
      const text = String(value)
      if (!/^-?\d+(\.\d+)?$/.test(text)) throw new Error(`not a canonical number: ${text}`)
      return text
    }
    case 'object': {
      if (Array.isArray(value)) return `[${value.map((item) => canonical(item === undefined ? null : item)).join(',')}]`
      const object = value as Record<string, unknown>
      const members: string[] = []
      for (const key of Object.keys(object).sort()) {
        if (object[key] === undefined) continue
        members.push(`${JSON.stringify(key)}:${canonical(object[key])}`)
      }
      return `{${members.join(',')}}`
    }
    default:
      throw new Error(`not a canonical value: ${typeof value}`)
  }
}
