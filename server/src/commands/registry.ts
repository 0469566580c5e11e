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
]
