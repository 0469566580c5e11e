import { fileSentences, type FileRefusal } from '@yingshang/core/kernel/file-labels.zh'
import { caseSentences } from '@yingshang/core/cases/sentences.zh'
import { Failure } from '../../platform/http/failure.ts'
import { NotKept } from '../../platform/files/clean-refused.ts'

const others: Readonly<Record<string, string>> = {
  'vault.not-set-up': '加密保管库还没有启用，现在不能从网上提交。请拨打 12345，或者到营商办当面反映。',
  'receipt.busy': '现在提交的人很多，请过一分钟再试。',
  'write.busy': '刚才有人同时在处理，请再提交一次。',
}

/** A refusal in the submitter's words; undefined for a fault that is nobody's mistake. */
export function remarkOf(error: unknown): string | undefined {
  const code = error instanceof NotKept ? error.code : error instanceof Failure ? error.refusal.code : undefined
  if (code === undefined) return undefined
  const facts = error instanceof Failure ? (error.refusal.facts ?? {}) : {}
  const sentence = fileSentences[code as FileRefusal] ?? (caseSentences as Record<string, string>)[code] ?? others[code]
  return sentence?.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))
}
