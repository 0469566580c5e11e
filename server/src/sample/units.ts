import type { UnitKind } from '@yingshang/core/units/unit'

/** One unit of the sample county. Short names are those the 2022 notice prints; towns, parks and sections are numbered. */
export interface SampleUnit {
  readonly name: string
  readonly kind: UnitKind
  readonly aliases?: readonly string[]
  /** Name of the upper unit; the county when left out. */
  readonly under?: string
}

export const sampleCounty = { name: '灌南县', kind: 'county' } as const
export const sampleOffice = '县营商办'

const departments = [
  '县委办',
  '县政府办',
  '县人大机关',
  '县政协机关',
  '县纪委监委机关',
  '县委组织部',
  '县委宣传部',
  '县委统战部',
  '县委政法委',
  '县委编办',
  '县市场监管局',
  '县自然资源局',
  '县住建局',
  '县商务局',
  '县综合指挥中心',
  '县财政局',
  '县工信局',
  '县司法局',
  '县人社局',
  '县行政审批局',
  '县民政局',
  '县金融办',
  '县科技局',
  '县交通局',
  '县公安局',
  '县审计局',
  '县水利局',
  '县综合执法局',
  '县教育局',
  '县统计局',
  '县农业农村局',
  '县应急局',
  '县文广旅局',
  '县机关事务服务中心',
  '县信访局',
]

const of =
  (kind: UnitKind) =>
  (name: string): SampleUnit => ({ name, kind })
const numbered = (count: number, name: (number: string) => string, kind: UnitKind): SampleUnit[] =>
  [...'一二三四五六七八九十'].slice(0, count).map((number) => ({ name: name(number), kind }))

/** In display order; an upper unit stands before its parts. */
export const sampleUnits: readonly SampleUnit[] = [
  { name: sampleOffice, kind: 'coordinationOffice' },
  { name: '县政务办', kind: 'department', aliases: ['县大数据管理局'] },
  { name: '县发改委', kind: 'department', aliases: ['县信用办'] },
  ...departments.map(of('department')),
  of('court')('县法院'),
  of('procuratorate')('县检察院'),
  ...['县税务局', '人行灌南支行', '县供电公司', '灌南生态环境局', '县气象局'].map(of('stationed')),
  ...['县工商联', '县总工会'].map(of('association')),
  of('media')('县融媒体中心'),
  ...numbered(6, (number) => `某镇${number}`, 'town'),
  ...numbered(3, (number) => `某园区${number}`, 'park'),
  { name: '县委办信息中心', kind: 'subordinate', under: '县委办' },
  { name: '县政务办科室1', kind: 'section', under: '县政务办' },
  { name: '县政务办科室2', kind: 'section', under: '县政务办' },
]
