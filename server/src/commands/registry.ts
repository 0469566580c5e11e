import type { Command } from './command.ts'

/** Every command of the command line, in the order of the printed list. One file each; add a row here. */
export const commands: readonly Command[] = [
  {
    name: 'plan parse',
    usage: '文件',
    summary: '读取方案文件，把识别结果以 JSON 输出',
    load: () => import('./plan-parse.ts'),
  },
  {
    name: 'plan lines',
    usage: '文件',
    summary: '只读取方案文件的逐行文字和表格，以 JSON 输出（不识别内容）',
    load: () => import('./plan-lines.ts'),
  },
  {
    name: 'calendar add',
    usage: '起始日期 工作日数',
    summary: '起始日期之后第几个工作日是哪一天（当日不计）',
    load: async () => ({ run: (await import('./calendar.ts')).runAdd }),
  },
  {
    name: 'calendar count',
    usage: '起始日期 截止日期',
    summary: '两个日期之间有几个工作日（首日不计，末日计入）',
    load: async () => ({ run: (await import('./calendar.ts')).runCount }),
  },
  {
    name: 'calendar explain',
    usage: '起始日期 工作日数',
    summary: '逐日说明哪天计、哪天不计和原因',
    load: async () => ({ run: (await import('./calendar.ts')).runExplain }),
  },
  {
    name: 'calendar preview',
    usage: '文件',
    summary: '查看一份放假安排（holiday-cn 文件或通知全文）会改变哪些日子，不保存',
    load: () => import('./calendar-preview.ts'),
  },
  {
    name: 'admin create',
    usage: '--county 县的名称 --name 管理员姓名',
    summary: '正式运行：建立第一位系统管理员并打印激活码（只能用一次）',
    load: async () => ({ run: (await import('./admin.ts')).runCreate }),
  },
  {
    name: 'admin reset',
    usage: '工号',
    summary: '正式运行：系统管理员无法登录时，在本机重新打印激活码',
    load: async () => ({ run: (await import('./admin.ts')).runReset }),
  },
  {
    name: 'db roles',
    usage: '[数据库名]',
    summary: '打印在已有的 PostgreSQL 上建立三个账号和数据库的 SQL',
    load: () => import('./db-roles.ts'),
  },
  {
    name: 'backup check',
    usage: '文件',
    summary: '打开一份备份，核对是否完好（不需要数据库）',
    load: async () => ({ run: (await import('./backup.ts')).runCheck }),
  },
  {
    name: 'backup new-key',
    usage: '文件',
    summary: '生成一对备份密钥：公钥用于备份，私钥另行保管',
    load: async () => ({ run: (await import('./backup.ts')).runNewKey }),
  },
  {
    name: 'backup',
    usage: '文件或文件夹 [--recipient 公钥]',
    summary: '把全部数据加密备份到一个文件，可以在运行中执行',
    load: async () => ({ run: (await import('./backup.ts')).runBackup }),
  },
  {
    name: 'restore',
    usage: '文件 [--identity 私钥文件] [--keys 原来的 keys.json]',
    summary: '把备份恢复到空的数据目录或数据库',
    load: () => import('./restore.ts'),
  },
]
