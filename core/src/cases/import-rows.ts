import { isIsoDate, type IsoDate } from '../kernel/dates.ts'
import type { Identity } from '../kernel/identity.ts'
import type { CaseKind, SubmitterKind } from './case-words.ts'
import { importColumns, plainHeading, type ImportColumn, type ImportProfile } from './import-columns.ts'

/** One row of the file as text cells; `row` is its number in the sheet, as Excel shows it. */
export interface ImportCells {
  readonly row: number
  readonly cells: readonly string[]
}

/** A row that can become a case. */
export interface ImportRow {
  readonly row: number
  /** The source's own number, as compared: without blanks, full-width signs narrowed, capitals. */
  readonly number: string
  readonly receivedOn: IsoDate
  /** `HH:MM`; null where the file tells the day only. */
  readonly receivedAt: string | null
  readonly kind: CaseKind
  readonly title: string
  readonly text: string
  readonly object: string
  readonly unitId: string | null
  readonly submitterKind: SubmitterKind
  readonly identity: Identity | null
}

export const importFaults = [
  'import.empty',
  'import.too-long',
  'import.number-wrong',
  'import.number-is-telephone',
  'import.day-wrong',
  'import.day-in-future',
  'import.kind-unknown',
  'import.kind-tip',
  'import.submitter-kind-unknown',
  'import.unit-unknown',
  'import.secret',
  'import.twice-in-file',
] as const
export type ImportFaultCode = (typeof importFaults)[number]

export interface ImportFault {
  readonly row: number
  readonly column: ImportColumn
  readonly code: ImportFaultCode
  /** `too-long`: how many signs at most. `twice-in-file`: the row that came first. */
  readonly number?: number
}

export const longestCells: Readonly<Record<ImportColumn, number>> = {
  number: 60,
  receivedOn: 40,
  kind: 20,
  title: 100,
  text: 8000,
  object: 200,
  unit: 60,
  submitterKind: 20,
  name: 60,
  mobile: 40,
  company: 120,
  companyCode: 40,
  email: 120,
  address: 200,
}

const kindsByWord = new Map<string, CaseKind>([
  ['投诉', 'complaint'],
  ['投诉举报', 'complaint'],
  ['问题线索', 'clue'],
  ['线索', 'clue'],
  ['咨询', 'inquiry'],
  ['政策咨询', 'inquiry'],
  ['求助', 'helpRequest'],
  ['求决', 'helpRequest'],
  ['诉求', 'helpRequest'],
  ['建议', 'suggestion'],
  ['意见', 'suggestion'],
  ['意见建议', 'suggestion'],
  ['感谢', 'praise'],
  ['表扬', 'praise'],
])

/** Words for reports about persons: those are no cases (rule C-02) and have to be told apart by a person. */
const tipWords = new Set(['举报', '信访举报', '检举', '控告', '检举控告'])

const submitterKindsByWord = new Map<string, SubmitterKind>([
  ['市场主体', 'marketEntity'],
  ['企业', 'marketEntity'],
  ['个体工商户', 'marketEntity'],
  ['个人', 'individual'],
  ['群众', 'individual'],
  ['市民', 'individual'],
  ['行业协会商会', 'association'],
  ['协会', 'association'],
  ['商会', 'association'],
  ['两代表一委员', 'delegate'],
  ['单位', 'unit'],
  ['不明', 'unknown'],
  ['未知', 'unknown'],
])

export interface ImportSurroundings {
  /** Nothing was received after this day. */
  readonly businessDay: IsoDate
  /** The unit a printed name means; undefined when none or several. Names are matched for all rows at once by the caller. */
  unitOf(name: string): string | undefined
  /** True for words that carry a mark of secrecy (`hasSecretMark`). */
  isSecret(text: string): boolean
}

/** Where each column of the profile stands in this header row. */
export function placesOf(profile: ImportProfile, header: readonly string[]): Partial<Record<ImportColumn, number>> {
  const places: Partial<Record<ImportColumn, number>> = {}
  for (const column of importColumns) {
    const heading = profile.columns[column]
    if (heading === undefined) continue
    const at = header.findIndex((text) => plainHeading(text) === plainHeading(heading))
    if (at >= 0) places[column] = at
  }
  return places
}

/** Reads one row; all its faults at once, never only the first. Faults carry no word of the row. */
export function readImportRow(
  given: ImportCells,
  places: Partial<Record<ImportColumn, number>>,
  profile: Pick<ImportProfile, 'defaultKind'>,
  around: ImportSurroundings,
): { readonly row: ImportRow } | { readonly faults: ImportFault[] } {
  const faults: ImportFault[] = []
  const fault = (column: ImportColumn, code: ImportFaultCode, number?: number) =>
    void faults.push({ row: given.row, column, code, ...(number === undefined ? {} : { number }) })
  const cell = {} as Record<ImportColumn, string>
  for (const column of importColumns) {
    cell[column] = (given.cells[places[column] ?? -1] ?? '').trim()
    if (cell[column].length > longestCells[column]) fault(column, 'import.too-long', longestCells[column])
  }

  const number = cell.number.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  if (number === '') fault('number', 'import.empty')
  else if (/^(\+?86)?1[3-9]\d{9}$/.test(number)) fault('number', 'import.number-is-telephone')
  else if (!/^[\p{L}\d\-_/.〔〕()[\]#]+$/u.test(number) || !/\d/.test(number)) fault('number', 'import.number-wrong')

  const received = readInstant(cell.receivedOn)
  if (cell.receivedOn === '') fault('receivedOn', 'import.empty')
  else if (!received) fault('receivedOn', 'import.day-wrong')
  else if (received.on > around.businessDay) fault('receivedOn', 'import.day-in-future')

  const kindWord = cell.kind.replace(/[\s类件]+/g, '')
  const kind = kindWord === '' ? profile.defaultKind : kindsByWord.get(kindWord)
  if (tipWords.has(kindWord)) fault('kind', 'import.kind-tip')
  else if (kind === null) fault('kind', 'import.empty')
  else if (kind === undefined) fault('kind', 'import.kind-unknown')

  if (cell.text === '') fault('text', 'import.empty')
  if (around.isSecret(cell.title) || around.isSecret(cell.text)) fault('text', 'import.secret')

  const submitterKind = cell.submitterKind === '' ? 'unknown' : submitterKindsByWord.get(cell.submitterKind)
  if (!submitterKind) fault('submitterKind', 'import.submitter-kind-unknown')
  const unitId = cell.unit === '' ? null : around.unitOf(cell.unit)
  if (unitId === undefined) fault('unit', 'import.unit-unknown')

  if (faults.length > 0 || !received || !kind || !submitterKind || unitId === undefined) return { faults }
  return {
    row: {
      row: given.row,
      number,
      receivedOn: received.on,
      receivedAt: received.at,
      kind,
      title: cell.title === '' ? titleOf(cell.text) : cell.title,
      text: cell.text,
      object: cell.object,
      unitId,
      submitterKind,
      identity: identityOf(cell),
    },
  }
}

/** Rows whose number stood in the file before: every one after the first. */
export function twiceInFile(rows: readonly ImportRow[]): ImportFault[] {
  const first = new Map<string, number>()
  const faults: ImportFault[] = []
  for (const { row, number } of rows) {
    const before = first.get(number)
    if (before === undefined) first.set(number, row)
    else faults.push({ row, column: 'number', code: 'import.twice-in-file', number: before })
  }
  return faults
}

/**
 * The day, and the minute where there is one, of `2022-09-26 10:21:33`, `2022/9/26 9:05`, `2022.9.26`, `2022年9月26日` or
 * `20220926`. Undefined for anything else, also for days that do not exist.
 */
export function readInstant(text: string): { readonly on: IsoDate; readonly at: string | null } | undefined {
  const plain = text.normalize('NFKC').trim()
  const found =
    /^(\d{4})[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})日?(?:[\sT]*(\d{1,2})[:时点](\d{1,2})分?(?:[:]?\d{1,2}(?:\.\d+)?秒?)?)?$/.exec(
      plain,
    ) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  if (!found) return undefined
  const two = (part: string) => part.padStart(2, '0')
  const on = `${found[1]}-${two(found[2]!)}-${two(found[3]!)}`
  if (!isIsoDate(on)) return undefined
  if (found[4] === undefined || found[5] === undefined) return { on, at: null }
  if (Number(found[4]) > 23 || Number(found[5]) > 59) return undefined
  return { on, at: `${two(found[4])}:${two(found[5])}` }
}

/** A row without a title is called by the beginning of its text. */
function titleOf(text: string): string {
  const sentence = /^[^。！？；\n]*/.exec(text)![0].trim() || text
  const signs = [...sentence]
  return signs.length <= 30 ? sentence : `${signs.slice(0, 30).join('')}…`
}

function identityOf(cell: Readonly<Record<ImportColumn, string>>): Identity | null {
  const { name, mobile, company, companyCode, email, address } = cell
  const said = Object.entries({ name, mobile, company, companyCode, email, address }).filter(
    ([, value]) => value !== '',
  )
  return said.length === 0 ? null : (Object.fromEntries(said) as Identity)
}
