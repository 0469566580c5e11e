/**
 * Page state that lives in the address: filters, sorting, paging, the open row. Plain words, no JSON, so that an address
 * can be read, written by hand and sent to a colleague.
 */
export type SearchKind = 'text' | 'list' | 'page' | 'flag'
export type SearchShape = Readonly<Record<string, SearchKind>>

type ValueOf<Kind extends SearchKind> = Kind extends 'list'
  ? readonly string[]
  : Kind extends 'page'
    ? number
    : Kind extends 'flag'
      ? boolean
      : string

/** A missing text is undefined, a missing list empty, a missing page 1, a missing flag false. */
export type UrlState<Shape extends SearchShape> = {
  readonly [Name in keyof Shape]: Shape[Name] extends 'text' ? string | undefined : ValueOf<Shape[Name]>
}

export type RawSearch = Readonly<Record<string, string | readonly string[] | undefined>>

/** `?unit=a&unit=b&page=2` → `{unit: ['a','b'], page: '2'}`. Empty values are dropped. */
export function parseSearch(text: string): RawSearch {
  const found: Record<string, string | string[]> = {}
  for (const [name, value] of new URLSearchParams(text)) {
    if (value === '') continue
    const before = found[name]
    found[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]
  }
  return found
}

/** The reverse of `parseSearch`, with a leading question mark, or empty text. */
export function writeSearch(search: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (typeof one === 'string' ? one !== '' : typeof one === 'number') query.append(name, String(one))
    }
  }
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

/** Reads what the page understands; anything unreadable counts as not given. */
export function readSearch<Shape extends SearchShape>(shape: Shape, raw: RawSearch): UrlState<Shape> {
  const state: Record<string, unknown> = {}
  for (const [name, kind] of Object.entries(shape)) {
    const given = raw[name]
    const first = Array.isArray(given) ? (given[0] as string | undefined) : (given as string | undefined)
    if (kind === 'list') state[name] = given === undefined ? [] : Array.isArray(given) ? [...given] : [given]
    else if (kind === 'page') state[name] = first !== undefined && /^[1-9]\d{0,5}$/.test(first) ? Number(first) : 1
    else if (kind === 'flag') state[name] = first === 'yes'
    else state[name] = first
  }
  return state as UrlState<Shape>
}

/** Values as they stand in the address: defaults (page 1, false, empty) are left out. */
export function toSearch<Shape extends SearchShape>(
  shape: Shape,
  state: Partial<UrlState<Shape>>,
): Record<string, string | string[] | undefined> {
  const raw: Record<string, string | string[] | undefined> = {}
  for (const [name, kind] of Object.entries(shape)) {
    const value = (state as Record<string, unknown>)[name]
    if (kind === 'list') raw[name] = Array.isArray(value) && value.length > 0 ? [...(value as string[])] : undefined
    else if (kind === 'page') raw[name] = typeof value === 'number' && value > 1 ? String(value) : undefined
    else if (kind === 'flag') raw[name] = value === true ? 'yes' : undefined
    else raw[name] = typeof value === 'string' && value !== '' ? value : undefined
  }
  return raw
}

/** A change of any filter goes back to the first page; opening a row does not. */
export function changed<Shape extends SearchShape>(
  shape: Shape,
  state: UrlState<Shape>,
  change: Partial<UrlState<Shape>>,
  keepsPage: readonly string[] = ['open', 'page'],
): Record<string, string | string[] | undefined> {
  const next: Record<string, unknown> = { ...state, ...change }
  const backToStart = Object.keys(change).some((name) => !keepsPage.includes(name))
  if (backToStart && shape['page'] === 'page') next['page'] = 1
  return toSearch(shape, next as Partial<UrlState<Shape>>)
}
