import type { PlanDiagnostic } from '../package.ts'

/**
 * Every kind of thing the importer can notice: its severity and its sentence. `details` are the places, joined; `count` how
 * many. Codes are stable: screens, tests and settled diagnostics of earlier imports hold on to them.
 */
interface FindingKind {
  readonly severity: PlanDiagnostic['severity']
  readonly say: (details: string, count: number) => string
}

const at = (details: string): string => (details === '' ? '' : `：${details}`)

export const findingKinds = {
  'no-tasks': {
    severity: 'error',
    say: () => '没有在文件中找到任务。请确认上传的是方案或任务清单；如果是扫描件，请先转成可以选中文字的文件。',
  },
  'unread-tail': {
    severity: 'error',
    say: (d, n) => `有${n}处像是责任单位或时限，但没能读懂，已作为任务保留${at(d)}。请对照原文补填单位和时限。`,
  },
  'unit-name-unclear': { severity: 'warning', say: (d) => `这些名称不像单位名称，已照原文保留${at(d)}。请核对。` },
  'unread-table': {
    severity: 'warning',
    say: (d, n) => `有${n}个表格没能认出表头，没有读出任务或指标${at(d)}。请对照原文补录。`,
  },
  'columns-inferred': {
    severity: 'warning',
    say: (_, n) => `有${n}个表格没有表头，已按各列内容认出任务、单位和时限。请对照原文核对。`,
  },
  'impossible-date': { severity: 'error', say: (d) => `日期不存在${at(d)}。请核对后改正。` },
  'weights-mismatch': { severity: 'error', say: (d) => `分值对不上${at(d)}。请核对指标表。` },
  'total-mismatch': { severity: 'warning', say: (d) => `文中写明的数量与读出的不一致${at(d)}。请核对是否有遗漏。` },
  'attachment-missing': {
    severity: 'warning',
    say: (d) => `附件清单列出、文件里没有的附件${at(d)}。拿到后可以补充导入。`,
  },
  'list-not-in-file': {
    severity: 'warning',
    say: (d) => `正文提到、文件里没有的清单${at(d)}。拿到后可以作为新清单补充导入。`,
  },
  'similar-unit-names': {
    severity: 'warning',
    say: (d) => `这些名称可能是同一个单位${at(d)}。请确认，是同一个的合并。`,
  },
  'task-without-unit': { severity: 'warning', say: (d, n) => `有${n}项任务没有写责任单位${at(d)}。请指定单位。` },
  'task-without-date': {
    severity: 'warning',
    say: (_, n) => `有${n}项任务没有写完成时限。请设定日期（会标明“本办自定”）。`,
  },
  'deadline-unread': {
    severity: 'warning',
    say: (d) => `这些时限没有换算成日期${at(d)}。请填写具体日期或改为长期任务。`,
  },
  'deadline-from-issue': {
    severity: 'note',
    say: (d) => `这些时限从发文之日起算，已按文件落款日期换算${at(d)}。请确认。`,
  },
  'deadline-start-unknown': {
    severity: 'warning',
    say: (d) => `这些时限从发文之日起算，文件没有写发文日期${at(d)}。请填写具体日期。`,
  },
  'deadline-in-working-days': {
    severity: 'warning',
    say: (d) => `这些时限按工作日计算，没有换算成日期${at(d)}。请对照工作日历填写具体日期。`,
  },
  'year-assumed': { severity: 'note', say: (d, n) => `有${n}处时限没有写年份，已按下列年份理解${at(d)}。请确认。` },
  'two-dates-one-matter': { severity: 'warning', say: (d) => `同一件事写了两个时间${at(d)}。请确认以哪一个为准。` },
  'target-of-other-year': {
    severity: 'warning',
    say: (d) => `任务里出现其他年份的目标${at(d)}。请确认是否应为本年度。`,
  },
  'measure-in-two-lists': { severity: 'note', say: (d) => `同一措施出现在两处${at(d)}。请确认分别办理还是合并。` },
  'period-start-unstated': {
    severity: 'warning',
    say: (d) => `期限没有写明从何时起算${at(d)}。请在规则里确认起算日。`,
  },
  'numbering-gap': { severity: 'note', say: (d) => `编号不连续${at(d)}。请核对是否缺项。` },
  'numbering-repeat': { severity: 'warning', say: (d) => `编号重复${at(d)}。请核对。` },
  'unclosed-bracket': { severity: 'note', say: (d) => `括号没有配对，已按段落结束处理${at(d)}。请核对。` },
  'possibly-lost-character': { severity: 'note', say: (d) => `可能漏字，原文保留${at(d)}。请核对。` },
  'doubled-character': { severity: 'note', say: (d) => `句中有重复的字，原文保留${at(d)}。请核对。` },
  'repaired-doubled-character': { severity: 'warning', say: (d) => `换页处重复的字已去掉一个${at(d)}。请核对。` },
  'repaired-foreign-word': { severity: 'warning', say: (d) => `汉字之间夹有外文词，已换成“和”“或”${at(d)}。请核对。` },
  'repaired-misread-digits': { severity: 'warning', say: (d) => `数字被认成了字母，已改回数字${at(d)}。请核对。` },
  'repaired-broken-line': { severity: 'note', say: (_, n) => `有${n}处一句话被换行或换页断开，已接上。` },
  'repaired-spaces': { severity: 'note', say: (_, n) => `有${n}行汉字、数字之间夹有空格，已去掉。` },
  'repaired-page-number': { severity: 'note', say: (_, n) => `有${n}行是页码或页眉，已略去。` },
  'repaired-characters': { severity: 'note', say: (_, n) => `有${n}行含全角数字、部首字或不可见字符，已换成通用字。` },
  'repaired-by-reader': { severity: 'note', say: (d) => `读取文件时作了修补${at(d)}。` },
} as const satisfies Record<string, FindingKind>

export type FindingCode = keyof typeof findingKinds
