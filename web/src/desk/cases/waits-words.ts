import type { CaseRow } from '@yingshang/core/cases/contract'

/** What waits besides the state itself. */
export const waitsNames: Record<CaseRow['waits'][number], string> = {
  decision: '待裁定',
  extension: '申请延期',
  message: '有新留言',
  withdrawal: '要求撤回',
}
