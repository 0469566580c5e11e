import type { Check, CheckFacts, CheckKey, CheckLevel } from './checks.ts'
import type { StatusRefusal } from './policy.ts'

export const levelWords: Record<CheckLevel, string> = { fine: '正常', warning: '请留意', failing: '有故障', off: '未启用' }

type Sentence = (facts: CheckFacts) => string
type Sentences = Readonly<Record<CheckLevel, Sentence>>
const same = (sentence: Sentence): Sentences => ({ fine: sentence, warning: sentence, failing: sentence, off: sentence })

const space: Sentence = (f) => `剩余 ${f['freeGigabytes']} GB，共 ${f['totalGigabytes']} GB`
const failures: Sentence = (f) => `近一天 ${f['failed']} 条没有送达，${f['waitingLong']} 条等了一小时以上`

/** What each check is called, and what it says at each level: what is seen and what to do. */
export const checkWords: Record<CheckKey, { readonly title: string; readonly sentences: Sentences }> = {
  database: {
    title: '数据库',
    sentences: {
      ...same((f) => `PostgreSQL ${f['version']}，数据 ${f['megabytes']} MB。`),
      failing: () => '数据库没有应答。请查看数据库是否在运行、磁盘是否已满。',
    },
  },
  disk: {
    title: '磁盘',
    sentences: {
      fine: (f) => `${space(f)}。`,
      warning: (f) => `${space(f)}。请尽早清理或者扩容。`,
      failing: (f) => `${space(f)}。空间快要用完，请立即清理，否则不能保存。`,
      off: () => '数据不在这台机器上，请在数据库服务器上查看。',
    },
  },
  backup: {
    title: '备份',
    sentences: {
      fine: (f) => `最近一次：${f['takenOn']}，${f['megabytes']} MB。`,
      warning: (f) => (f['takenOn'] === undefined ? '还没有做过备份。请执行备份命令，并把文件存到别的机器上。' : `已有 ${f['days']} 天没有备份，最近一次：${f['takenOn']}。`),
      failing: (f) => `已有 ${f['days']} 天没有备份，请立即备份。`,
      off: () => '没有启用。',
    },
  },
  queue: {
    title: '待发事项',
    sentences: {
      ...same((f) => `${f['waiting']} 条在等，最早的等了 ${f['minutes']} 分钟。`),
      fine: (f) => (f['waiting'] === 0 ? '没有积压。' : `${f['waiting']} 条在等，马上处理。`),
    },
  },
  jobs: {
    title: '后台工作',
    sentences: {
      fine: () => '没有出错。',
      warning: (f) => `${f['retrying']} 项出过错，正在重试。`,
      failing: (f) => `${f['stopped']} 项多次出错已停止（${f['tasks']}）。请把日志交给技术人员。`,
      off: () => '没有启用。',
    },
  },
  dailyScan: {
    title: '每日扫描',
    sentences: {
      ...same((f) => `已扫描到 ${f['scannedDay']}。`),
      warning: () => '还没有扫描过，启动后一分钟内会做。',
      failing: (f) => `只扫描到 ${f['scannedDay'] ?? '——'}，今天是 ${f['businessDay']}。提醒和分期可能没有生成，请查看日志。`,
    },
  },
  calendar: {
    title: '工作日历',
    sentences: {
      fine: (f) => `${f['year']} 年放假安排已载入。`,
      warning: (f) => `还没有载入 ${f['nextYear']} 年放假安排，跨年的期限是暂定的。国务院办公厅发布后请载入。`,
      failing: (f) => `没有载入 ${f['year']} 年放假安排，期限按法定节假日推算，可能有误。请载入。`,
      off: () => '没有启用。',
    },
  },
  protection: {
    title: '数据保护',
    sentences: {
      fine: () => '程序账号不能改动留痕，已实测。',
      warning: () => '按单一账号方式运行，程序账号与管理账号没有分开，留痕只靠校验链发现改动。',
      failing: (f) => `程序账号多出 ${f['faults']} 项不该有的权限，明细在启动日志里。请按安装说明重新设置数据库账号。`,
      off: () => '没有启用。',
    },
  },
  mail: {
    title: '电子邮件',
    sentences: {
      fine: (f) => `近一天送达 ${f['sent']} 封。`,
      warning: (f) => `${failures(f)}。请到渠道设置里试发。`,
      failing: (f) => `${failures(f)}。`,
      off: () => '没有设置邮件服务器，提醒走群机器人或者电话。',
    },
  },
  robots: {
    title: '群机器人',
    sentences: {
      fine: (f) => `近一天送达 ${f['sent']} 条。`,
      warning: (f) => `${failures(f)}。请到渠道设置里试发。`,
      failing: (f) => `${failures(f)}。`,
      off: () => '没有添加群机器人。',
    },
  },
  calls: {
    title: '电话催办',
    sentences: {
      ...same((f) => `清单上有 ${f['waiting']} 人，最早的从 ${f['since']} 等起。`),
      fine: (f) => (f['waiting'] === 0 ? '清单是空的。' : `清单上有 ${f['waiting']} 人。`),
    },
  },
}

export function checkSentence(check: Check): string {
  if (check.facts['unseen'] !== undefined && check.key !== 'database') return '这一项没有查成，原因在日志里。'
  return checkWords[check.key].sentences[check.level](check.facts)
}

export const statusSentences: Record<StatusRefusal, string> = {
  'status.administrator-only': '运行状态由系统管理员和审计人员查看。',
}
