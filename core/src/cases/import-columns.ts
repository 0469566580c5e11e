import type { CaseKind, CaseSource } from './case-words.ts'

/** Rows of one file; more are refused before anything is read. */
export const mostImportRows = 10_000

/** Sources whose cases come in by file. What comes in by the portal or the interface has a door of its own. */
export const importSources = [
  'hotline12345',
  'letter',
  'visit',
  'meeting',
  'instruction',
  'window',
  'association',
  'delegate',
  'media',
  'thirdParty',
  'petition',
  'inspection',
  'backEntry',
] as const satisfies readonly CaseSource[]
export type ImportSource = (typeof importSources)[number]

export const importColumns = [
  'number',
  'receivedOn',
  'kind',
  'title',
  'text',
  'object',
  'unit',
  'submitterKind',
  'name',
  'mobile',
  'company',
  'companyCode',
  'email',
  'address',
] as const
export type ImportColumn = (typeof importColumns)[number]

/** Without these a file says too little: which one it is, when it came, what it says. */
export const demandedColumns = ['number', 'receivedOn', 'text'] as const satisfies readonly ImportColumn[]

/** How the file of one source is read: by the printed headings, so that a moved column changes nothing. */
export interface ImportProfile {
  readonly columns: Readonly<Partial<Record<ImportColumn, string>>>
  /** For rows that do not say what they are; null where each row has to. */
  readonly defaultKind: CaseKind | null
}

/** Headings as hotlines and offices write them, the likeliest first. */
const headings: Record<ImportColumn, readonly string[]> = {
  number: ['工单编号', '工单号', '来件编号', '诉求编号', '受理编号', '件号', '编号', '流水号'],
  receivedOn: [
    '受理时间',
    '来电时间',
    '收件日期',
    '受理日期',
    '登记时间',
    '登记日期',
    '诉求时间',
    '来件日期',
    '创建时间',
  ],
  kind: ['诉求类型', '工单类型', '类型', '类别', '诉求类别', '件类'],
  title: ['标题', '诉求标题', '工单标题', '主题', '事项'],
  text: ['诉求内容', '内容', '工单内容', '反映内容', '问题描述', '诉求描述', '具体内容'],
  object: ['被反映单位', '被投诉单位', '被诉对象', '反映对象', '投诉对象'],
  unit: ['首问单位', '首接单位', '收件单位', '受理单位'],
  submitterKind: ['主体类型', '反映人类型', '来电人类型', '诉求人类型'],
  name: ['姓名', '来电人', '反映人', '联系人', '诉求人', '来电人姓名', '反映人姓名'],
  mobile: ['联系电话', '来电号码', '电话', '手机', '手机号', '手机号码', '联系方式', '主叫号码'],
  company: ['企业名称', '单位名称', '公司名称', '所属企业', '市场主体名称'],
  companyCode: ['统一社会信用代码', '信用代码'],
  email: ['电子邮箱', '邮箱'],
  address: ['地址', '联系地址', '家庭住址', '住址'],
}

/** A heading without blanks, marks of duty and remarks in brackets: “* 工单编号（必填）” is 工单编号. */
export function plainHeading(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s*]+/g, '')
    .replace(/[([【].*$/, '')
    .replace(/[:：]$/, '')
}

/**
 * The profile a header row suggests. Each heading is used for one column at most; the likeliest heading wins, wherever it
 * stands. `earlier` is the profile last used for this source: what it names and the file has is taken first.
 */
export function suggestProfile(header: readonly string[], earlier?: ImportProfile): ImportProfile {
  const printed = new Map<string, string>()
  for (const text of header) {
    const plain = plainHeading(text)
    if (plain !== '' && !printed.has(plain)) printed.set(plain, text.trim())
  }
  const columns: Partial<Record<ImportColumn, string>> = {}
  const used = new Set<string>()
  const take = (column: ImportColumn, plain: string) => {
    if (columns[column] !== undefined || used.has(plain) || !printed.has(plain)) return
    columns[column] = printed.get(plain)!
    used.add(plain)
  }
  for (const column of importColumns) take(column, plainHeading(earlier?.columns[column] ?? ''))
  for (const column of importColumns) for (const heading of headings[column]) take(column, heading)
  return { columns, defaultKind: earlier?.defaultKind ?? null }
}

/** Demanded columns the profile does not name, and named headings the file does not have. */
export function profileGaps(
  profile: ImportProfile,
  header: readonly string[],
): { readonly missing: readonly ImportColumn[]; readonly unknown: readonly ImportColumn[] } {
  const printed = new Set(header.map(plainHeading))
  return {
    missing: demandedColumns.filter((column) => profile.columns[column] === undefined),
    unknown: importColumns.filter((column) => {
      const heading = profile.columns[column]
      return heading !== undefined && !printed.has(plainHeading(heading))
    }),
  }
}

/** The row that names the columns: the first of the ten uppermost that suggests every demanded one. */
export function findHeader(rows: readonly (readonly string[])[]): number | undefined {
  const found = rows.slice(0, 10).findIndex((row) => profileGaps(suggestProfile(row), row).missing.length === 0)
  return found < 0 ? undefined : found
}
